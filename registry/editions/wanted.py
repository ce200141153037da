"""Which copy of an edition is asked for in an address: one's own or, for the office, any."""

from flask import g, request
from marshmallow import ValidationError

from registry.accounts.caller import note_access
from registry.db import db
from registry.doors.door import demand
from registry.editions.copies import EVERYONE, PUBLIC, READER, WHOLE, Copy, copy_of, reads
from registry.editions.models import Edition
from registry.editions.opening import note_opened
from registry.forms import named
from registry.ledger import live
from registry.meetings.restricted import withheld
from registry.people.models import Person
from registry.people.queries import person_of

ASKED = "for"
NO_SUCH_COPY = "There is no such copy: ask for everyone, public, archive or the ref of a person."


def copy_asked_for() -> Copy:
    """Raises ValidationError where the address names no copy; one's own is what is meant where it names none."""
    asked = request.args.get(ASKED, "")
    if not asked:
        return own_copy()
    demand("editions.choose")
    if asked in (EVERYONE, PUBLIC, WHOLE):
        return Copy(asked)
    with live():
        person = named(Person, asked)
    if person is None:
        raise ValidationError({ASKED: [NO_SUCH_COPY]})
    return copy_of(person)


def own_copy() -> Copy:
    """What whoever asks may read."""
    ref = person_of(g.account)
    with live():
        name = db.session.get_one(Person, ref).called if ref else g.account.name
    return Copy(READER, g.account, ref, name)


def note_handed(edition: Edition, copy: Copy) -> None:
    """Enter who was handed which copy; and in the access log, if it has what is restricted."""
    note_opened(edition.ref, copy, account_ref=g.account.ref)
    meeting = edition.meeting
    if withheld(meeting) and not reads(copy, meeting).hidden:
        note_access("read a pack with restricted items", edition.ref, account_ref=g.account.ref)
