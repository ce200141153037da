"""What an address asks for: which copy, one’s own or, for the office, any; and what has changed since which edition."""

from flask import abort, g, request
from marshmallow import ValidationError

from registry.db import db
from registry.doors.door import demand
from registry.editions.copies import EVERYONE, PUBLIC, READER, WHOLE, Copy, copy_of
from registry.editions.models import Edition
from registry.editions.succession import editions_of
from registry.forms import named
from registry.ledger import live
from registry.people.models import Person
from registry.people.queries import person_of

ASKED, SINCE = "for", "since"
NO_SUCH_COPY = "There is no such copy: ask for everyone, public, archive or the ref of a person."


def copy_asked_for() -> Copy:
    return copy_named(request.args.get(ASKED, ""))


def copy_named(asked: str) -> Copy:
    """Raises ValidationError where there is no such copy; one’s own is what is meant where none is named."""
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


def since_asked_for(edition: Edition) -> Edition:
    """The earlier edition that an address names by its number; the one just before, where it names none."""
    earlier = [each for each in editions_of(edition.meeting) if each.number < edition.number]
    if not earlier:
        abort(404, "This is the first edition: there is none before it.")
    asked = request.args.get(SINCE) or str(earlier[-1].number)
    found = next((each for each in earlier if str(each.number) == asked), None)
    if found is None:
        raise ValidationError({SINCE: [f"Name an earlier edition by its number, from 1 to {earlier[-1].number}."]})
    return found
