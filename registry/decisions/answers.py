from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from registry.authorisations.models import Authorisation
from registry.decisions.models import Decision
from registry.directors.models import Directorship
from registry.interests.models import Interest
from registry.members.models import Member, ShareClass
from registry.people.models import Person
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import Terms
from registry.transfers.models import Transfer


class Asked(TypedDict, total=False):
    """What a decision is asked of its effect, kind by kind: none asks for all of it, and most for little."""

    seat: Seat | None
    person: Person | None
    until: date | None
    body_name: str | None
    body_kind: str | None
    body_code: str | None
    parent: Body | None
    terms: Terms | None
    member: Member | None
    share_class: ShareClass | None
    shares: int | None
    paid: int | None
    preemption: str | None
    offered: date | None
    closes: date | None
    lodged: Transfer | None
    reasons: str | None
    directorship: Directorship | None
    special_notice: date | None
    interest: Interest | None
    situation: str | None
    covers: str | None
    conditions: str | None
    review_due: date | None
    lapses: date | None
    also_interested: Sequence[Person] | None
    resolution: Decision | None
    authorisation: Authorisation | None
