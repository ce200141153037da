from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.editions import letters, rules
from registry.editions.copies import copy_of, reads
from registry.editions.making import make, sections_after
from registry.editions.models import Edition, EditionRecipient
from registry.editions.opening import changes
from registry.editions.receiving import receivers_left
from registry.editions.sheets import sheets_of
from registry.editions.succession import before, editions_of
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.models import Meeting
from registry.meetings.rules import was_not_called_off
from registry.people.models import Person


@command
def issue(meeting: Meeting, *, why: str = "", by: Actor) -> Edition:
    """Issue the pack as it stands, as the next edition; `why`, to whoever holds the last.

    It is set before anything is written, so that nobody waits for it; what is recorded meanwhile is not in it.
    """
    was_not_called_off(meeting.cancelled)
    made = make(meeting)
    _alone(meeting)
    earlier = editions_of(meeting)
    last = earlier[-1] if earlier else None
    rules.is_no_older_than_the_last(made.known, last and last.known)
    sections = sections_after(earlier, made)
    changes = rules.steps(sheets_of(last.sections), sheets_of(sections)) if last else []
    rules.something_has_changed(len(earlier), len(changes))
    rules.is_told_why(len(earlier) + 1, why)
    edition = Edition(meeting=meeting, number=len(earlier) + 1, issued=clock.now(), known=made.known, why=why)
    edition.sections = sections
    db.session.add(edition)
    return edition


def _alone(meeting: Meeting) -> None:
    """Let nobody else issue the pack of a meeting until this is done: on SQLite, nobody write at all."""
    with db.session.begin_nested():
        db.session.execute(select(Meeting.ref).where(Meeting.ref == meeting.ref).with_for_update())


@command
def circulate(edition: Edition, *, by: Actor) -> list[EditionRecipient]:
    """Send an edition out to each who receives the pack and has not had it: by a letter with a link of her own.

    To whoever has no e-mail address no letter goes; she is entered all the same, and is to have it on paper.
    """
    was_not_called_off(edition.meeting.cancelled)
    editions = editions_of(edition.meeting)
    rules.is_the_latest(edition.number, editions[-1].number)
    people = receivers_left(edition)
    rules.somebody_is_to_have_it(len(people))
    sent = [
        EditionRecipient(person=person, sent=clock.today(), letter_ref=_letter(edition, person)) for person in people
    ]
    edition.recipients.extend(sent)
    return sent


def _letter(edition: Edition, person: Person) -> str | None:
    if not person.email:
        return None
    last = before(edition)
    reader = reads(copy_of(person), edition.meeting)
    return letters.write(edition, person, changes(last, edition, reader) if last else [])
