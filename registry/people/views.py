from flask import g, url_for

from registry.doors import Found, Listing, Room
from registry.doors.hung import following_from
from registry.people import commands, queries
from registry.people.models import Person
from registry.people.schemas import (
    CorrectForm,
    EnterForm,
    GiveAccountForm,
    GiveAddressForm,
    LeavingRow,
    NoteDeathForm,
    PersonPage,
    PersonRow,
    RenameForm,
)

room = Room(__name__)


@room.page("/register", needs="people.read", tells=PersonRow, title="People", acts=("people.enter",))
def register(on):
    return queries.people_on(on)


@room.page(
    "/<word>",
    needs="people.read",
    tells=PersonPage,
    title="Person",
    of=Person,
    acts=(
        "people.rename",
        "people.correct",
        "people.give_account",
        "people.give_address",
        "people.note_death",
        "people.leaving",
        "seats.person",
        "directors.consent",
        "gifts.person",
        "disclosures.give",
    ),
)
def person(person, on):
    return queries.person_on(person, on)


@room.page("/<word>/leaving", needs="people.read", tells=LeavingRow, title="If they left", of=Person, many=True)
def leaving(person, on):
    """What would follow if a person left on a day all that they hold."""
    return Listing([vars(each) for each in following_from(person, on)], name=person.name_on(on), ref=person.ref)


@room.form("/enter", needs="people.enter", asks=EnterForm, title="Enter a person")
def enter(answer):
    return url_for(".person", word=commands.enter(**answer, by=g.account).ref)


def present_name(person):
    name = person.names[-1]
    return {"title": name.title, "forenames": name.forenames, "surname": name.surname}


@room.form(
    "/<word>/rename",
    needs="people.rename",
    asks=RenameForm,
    title="Enter a new name",
    of=Person,
    edits=True,
    offers=present_name,
)
def rename(person, answer):
    commands.rename(person, **answer, by=g.account)
    return url_for(".person", word=person.ref)


@room.form(
    "/<word>/correct",
    needs="people.correct",
    asks=CorrectForm,
    title="Correct the name",
    of=Person,
    edits=True,
    offers=present_name,
)
def correct(person, answer):
    commands.correct(person, **answer, by=g.account)
    return url_for(".person", word=person.ref)


@room.form(
    "/<word>/give-account",
    needs="people.give_account",
    asks=GiveAccountForm,
    title="Give an account",
    of=Person,
    edits=True,
)
def give_account(person, answer):
    commands.give_account(person, **answer, by=g.account)
    return url_for(".person", word=person.ref)


@room.form(
    "/<word>/give-address",
    needs="people.give_address",
    asks=GiveAddressForm,
    title="Give an e-mail address",
    of=Person,
    edits=True,
    offers=lambda person: {"email": person.email},
)
def give_address(person, answer):
    commands.give_address(person, **answer, by=g.account)
    return url_for(".person", word=person.ref)


@room.form(
    "/<word>/note-death",
    needs="people.note_death",
    asks=NoteDeathForm,
    title="Note a death",
    of=Person,
    edits=True,
    offers=lambda person: {"died": person.died},
)
def note_death(person, answer):
    commands.note_death(person, **answer, by=g.account)
    return url_for(".person", word=person.ref)


@room.searched(needs="people.read")
def search(words, on):
    for ref, name in queries.people_named(words, on):
        yield Found("Person", name, url_for("people.person", word=ref))
