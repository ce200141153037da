from collections.abc import Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.interests import rules
from registry.interests.models import BETWEEN_TOPICS, Confirmation, Interest
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.people.models import Person


class Further(TypedDict, total=False):
    """What more may be said of an interest: `dates` where only the month of its beginning is known."""

    whose: str
    relation: str
    nature: str
    topics: Sequence[str]
    touches: str
    dates: str


UNSAID = Further(whose="", relation="", nature="", topics=(), touches="", dates="")


@command
def declare(
    person: Person,
    *,
    kind: str,
    organisation: str,
    organisation_ref: str | None = None,
    description: str,
    since: date,
    until: date | None = None,
    public: bool = True,
    private_reason: str = "",
    declared_on: date | None = None,
    by: Actor,
    **further: Unpack[Further],
) -> Interest:
    """Enter an interest that a person has declared; it arose on `since`, and `until` is the first day without it.

    It was declared today, unless it is entered from a declaration made on an earlier day.
    """
    interest = Interest(
        person=person,
        kind=kind,
        organisation=organisation,
        organisation_ref=organisation_ref,
        description=description,
        since=since,
        until=until,
        public=public,
        private_reason=private_reason,
        declared_on=declared_on or clock.today(),
    )
    _say(interest, further)
    _uphold(interest)
    db.session.add(interest)
    return interest


@command
def change(
    interest: Interest,
    *,
    kind: str,
    organisation: str,
    organisation_ref: str | None = None,
    description: str,
    since: date,
    public: bool,
    private_reason: str = "",
    reason: str = "",
    by: Actor,
    **further: Unpack[Further],
) -> None:
    """Enter that an interest has changed, or was put wrongly. It stays declared on the day it was."""
    interest.kind, interest.description, interest.since = kind, description, since
    interest.organisation, interest.organisation_ref = organisation, organisation_ref
    interest.public, interest.private_reason = public, private_reason
    _say(interest, further)
    _uphold(interest)


@command
def end(interest: Interest, *, until: date, by: Actor) -> None:
    """Enter that an interest ends; `until` is the first day the person no longer has it."""
    rules.interest_has_no_end_yet(interest.until)
    rules.interest_ends_after_it_arose(interest.since, until)
    interest.until = until


@command
def publish(interest: Interest, *, by: Actor) -> None:
    """Put an interest on the public register, whatever its holder wished; why she wished it stays with it."""
    interest.public = True


@command
def withhold(interest: Interest, *, private_reason: str, by: Actor) -> None:
    """Take an interest off the public register, for a reason that is kept with it."""
    rules.private_interest_has_a_reason(False, private_reason)
    interest.public, interest.private_reason = False, private_reason


@command
def confirm(person: Person, *, nothing: bool, on: date | None = None, by: Actor) -> Confirmation:
    """Enter a person's word that the interests on the register are complete, or that there is nothing to declare.

    It was given today, unless on an earlier day. The same word given again on the same day is one word.
    """
    day = on or clock.today()
    rules.confirmation_is_not_in_the_future(day, clock.today())
    declared = select(Interest.ref).where(Interest.person_ref == person.ref, Interest.declared_by(day))
    current = len(db.session.scalars(declared).all())
    rules.nothing_is_declared(nothing, current)
    rules.something_is_declared(nothing, current)
    same = select(Confirmation).filter_by(person_ref=person.ref, on=day, nothing=nothing)
    if (given := db.session.scalar(same)) is None:
        db.session.add(given := Confirmation(person=person, on=day, nothing=nothing))
    return given


def as_it_is_told(interest: Interest) -> dict[str, Any]:
    """What `change` would be told, were nothing to change."""
    names = ("kind", "organisation", "organisation_ref", "description", "whose", "relation", "nature", "since", "dates")
    told = {name: getattr(interest, name) for name in (*names, "touches", "public", "private_reason")}
    return told | {"topics": interest.topics.split(BETWEEN_TOPICS) if interest.topics else []}


def _say(interest: Interest, further: Further) -> None:
    """What is not said is taken back: whoever changes an interest says the whole of it.

    Of one known to have begun in the month in which it was declared, that day is the last on which it can have.
    """
    said = UNSAID | further
    interest.whose, interest.relation, interest.nature = said["whose"], said["relation"], said["nature"]
    interest.topics, interest.touches = BETWEEN_TOPICS.join(said["topics"]), said["touches"]
    interest.dates = said["dates"]
    if interest.dates and _month(interest.since) == _month(interest.declared_on):
        interest.since = min(interest.since, interest.declared_on)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _uphold(interest: Interest) -> None:
    today = clock.today()
    rules.declaration_is_not_in_the_future(interest.declared_on, today)
    rules.interest_had_arisen(interest.since, interest.declared_on, today)
    rules.interest_ends_after_it_arose(interest.since, interest.until)
    rules.indirect_interest_is_of_someone_close(interest.kind, interest.whose)
    rules.interest_of_someone_close_is_indirect(interest.kind, interest.whose)
    rules.private_interest_has_a_reason(interest.public, interest.private_reason)
