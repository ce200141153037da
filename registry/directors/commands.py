from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.directors import rules
from registry.directors.models import BEGUN, OVER, Directorship, Particulars
from registry.files import Paper
from registry.ledger import command, correction, opening
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.reckoning import drawn

REMOVED = "removed"


class Told(TypedDict, total=False):
    """Each of PARTICULARS; whatever is left out is not on file."""

    service_address: str
    home_address: str
    country: str
    nationality: str
    occupation: str
    former_names: str


@command
def appoint(
    *,
    person: Person,
    since: date,
    consented: date,
    declared: date,
    verified: date | None = None,
    consent: Paper | None = None,
    by: Actor,
    **told: Unpack[Told],
) -> Directorship:
    """Enter a director from the start of a day, with what had to be said and shown for it."""
    _uphold(person, since, consented, declared, verified)
    directorship = _enter(person, since, None)
    directorship.consented, directorship.declared, directorship.verified = consented, declared, verified
    if consent is not None:
        directorship.consent, directorship.consent_name = consent.sha256, consent.name
    directorship.particulars.append(Particulars(since=since, **told))
    return directorship


@opening
def bring_in(
    *,
    person: Person,
    since: date,
    until: date | None = None,
    ended: str = "",
    dates: str = "",
    by: Actor,
    **told: Unpack[Told],
) -> Directorship:
    """Enter a directorship of before the books were opened: what was said and shown for it is not on file."""
    if until is not None:
        since = drawn(since, dates, by=until - ONE_DAY)
        rules.ceases_after_appointment(since, until, None)
    directorship = _enter(person, since, until)
    directorship.dates = dates
    directorship.ended, directorship.before_the_books = ended if until else "", OVER if until else BEGUN
    directorship.particulars.append(Particulars(since=since, **told))
    return directorship


@command
def cease(directorship: Directorship, *, until: date, ended: str, by: Actor) -> None:
    """End a directorship: `until` is the first day no longer a director. Leaving a seat does not do it (EC-05)."""
    rules.is_removed_by_the_members(ended)
    _end(directorship, until, ended)


@command
def remove(directorship: Directorship, *, until: date, by: Actor) -> None:
    """End a directorship by resolution of the members."""
    _end(directorship, until, REMOVED)


@command
def verify(directorship: Directorship, *, verified: date, by: Actor) -> None:
    """Note that a director's identity has been verified. The code for it is not asked and not kept."""
    rules.has_been_verified(verified, clock.today())
    directorship.verified = verified


@command
def change_particulars(directorship: Directorship, *, since: date, by: Actor, **told: Unpack[Told]) -> None:
    """Note that a director's particulars are others from a day; those of before stay on record."""
    last = directorship.particulars[-1]
    rules.particulars_change_in_turn(last.since, since, directorship.until)
    last.until = since
    directorship.particulars.append(Particulars(since=since, **told))


@correction
def correct(
    directorship: Directorship,
    *,
    since: date,
    until: date | None = None,
    consented: date | None = None,
    declared: date | None = None,
    verified: date | None = None,
    reason: str,
    by: Actor,
) -> None:
    """Put right the days of a directorship; it is held to all that one is when it is entered."""
    if until is not None:
        rules.ceases_after_appointment(since, until, None)
    if not directorship.before_the_books:
        _uphold(directorship.person, since, consented, declared, verified)
    rules.has_been_verified(verified, clock.today())
    rules.is_not_yet_a_director(_overlaps(directorship.person, since, until, but=directorship))
    first, last = directorship.particulars[0], directorship.particulars[-1]
    rules.particulars_lie_within(first.until, since if first is last else last.since, since, until)
    directorship.dates = directorship.dates if since == directorship.since else ""
    directorship.since, directorship.until = since, until
    directorship.ended = directorship.ended if until else ""
    directorship.consented, directorship.declared, directorship.verified = consented, declared, verified
    first.since = since


def _uphold(person: Person, since: date, consented: date | None, declared: date | None, verified: date | None) -> None:
    rules.is_alive(person.died, since)
    rules.director_is_sixteen(person.age(since))
    rules.has_consented(consented, since)
    rules.has_declared(declared, since)
    rules.identity_is_verified(verified, since)
    rules.has_been_verified(verified, clock.today())


def _enter(person: Person, since: date, until: date | None) -> Directorship:
    rules.is_not_yet_a_director(_overlaps(person, since, until))
    directorship = Directorship(person=person, since=since, until=until)
    db.session.add(directorship)
    return directorship


def _end(directorship: Directorship, until: date, ended: str) -> None:
    rules.ceases_after_appointment(directorship.since, until, directorship.until)
    directorship.until, directorship.ended = until, ended


def _overlaps(person: Person, since: date, until: date | None, *, but: Directorship | None = None) -> bool:
    others = db.session.scalars(select(Directorship).where(Directorship.person_ref == person.ref))
    return any(each.overlaps(since, until) for each in others if each is not but)
