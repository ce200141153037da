from datetime import date

from registry import clock
from registry.adherence import rules
from registry.adherence.models import Deed
from registry.adherence.standing import deed_of
from registry.db import db
from registry.files import Paper
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.members.models import Member


@command
def record(member: Member, *, signed: date, deed: Paper | None = None, by: Actor) -> Deed:
    """Record that a member has signed a deed of adherence; `deed` is the signed paper, if it is to be kept here."""
    before = deed_of(member)
    rules.is_not_on_file(before and before.signed)
    rules.deed_has_been_signed(signed, clock.today())
    rules.signed_while_a_member(signed, member.ceased)
    recorded = Deed(member=member, signed=signed)
    _keep(recorded, deed)
    db.session.add(recorded)
    return recorded


@correction
def correct(deed: Deed, *, signed: date, paper: Paper | None = None, reason: str, by: Actor) -> None:
    """Put right the day on which a deed was signed, or the paper kept of it."""
    rules.deed_has_been_signed(signed, clock.today())
    rules.signed_while_a_member(signed, deed.member.ceased)
    deed.signed = signed
    _keep(deed, paper)


def _keep(deed: Deed, paper: Paper | None) -> None:
    if paper is not None:
        deed.evidence, deed.evidence_name = paper.sha256, paper.name
