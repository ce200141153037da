from flask import abort, g, url_for

from registry.accounts.caller import note_access
from registry.directors import commands, queries, returns, rules
from registry.directors.models import PARTICULARS, Directorship
from registry.directors.schemas import (
    AppointForm,
    BringInForm,
    CeaseForm,
    ChangeParticularsForm,
    ConsentPage,
    CorrectForm,
    DirectorRow,
    DirectorshipPage,
    DirectorshipRow,
    PrivatePage,
    VerifyForm,
)
from registry.doors import Duty, Found, Room
from registry.doors.hung import has_all
from registry.files import kept
from registry.people.models import Person

room = Room(__name__, under="seats")
returns.hang_all()


@room.page(
    "/register",
    needs="directors.read",
    tells=DirectorRow,
    title="Directors",
    acts=("directors.appoint", "directors.bring_in"),
)
def register(on):
    return [queries.in_public(line) for line in queries.directors_on(on)]


@room.page(
    "/<word>",
    needs="directors.read",
    tells=DirectorshipPage,
    title="Director",
    of=Directorship,
    acts={
        "": ("directors.protected",),
        "It changed": ("directors.change_particulars", "directors.verify", "directors.cease"),
        "It was wrong": ("directors.correct",),
    },
)
def directorship(directorship, on):
    return queries.in_public(queries.line_of(directorship, on))


@room.page(
    "/<word>/protected", needs="directors.read_private", tells=PrivatePage, title="What is protected", of=Directorship
)
def protected(directorship, on):
    note_access("read a director’s protected particulars", directorship.person_ref, account_ref=g.account.ref)
    return queries.line_of(directorship, on)


@room.page(
    "/consent/<word>",
    needs="directors.read",
    tells=ConsentPage,
    title="Consent to act as a director",
    of=Person,
    panels=False,
)
def consent(person, on):
    """A paper to sign before being appointed; on screen, what it will say."""
    name = person.name_on(on)
    return {"title": f"Consent of {name} to act as a director", "name": name, "person": person.ref, "ref": person.ref}


@room.file("/<word>/signed", needs="directors.read_private", title="Signed consent", of=Directorship)
def signed_consent(directorship):
    """It has on it what is protected."""
    note_access("read a director’s signed consent", directorship.person_ref, account_ref=g.account.ref)
    return (directorship.consent_name, kept(directorship.consent)) if directorship.consent else abort(404)


@room.form("/appoint", needs="directors.appoint", asks=AppointForm, title="Enter a director")
def appoint(answer):
    return at(commands.appoint(**answer, by=g.account))


@room.form("/bring_in", needs="directors.bring_in", asks=BringInForm, title="Enter a director of before the books")
def bring_in(answer):
    return at(commands.bring_in(**answer, by=g.account))


def as_now(directorship):
    told = directorship.particulars[-1]
    return {name: getattr(told, name) for name in PARTICULARS}


@room.form(
    "/<word>/change_particulars",
    needs="directors.change_particulars",
    asks=ChangeParticularsForm,
    title="Change particulars",
    of=Directorship,
    edits=True,
    offers=as_now,
    when=lambda directorship: directorship.until is None,
)
def change_particulars(directorship, answer):
    commands.change_particulars(directorship, **answer, by=g.account)
    return at(directorship)


@room.form(
    "/<word>/verify",
    needs="directors.verify",
    asks=VerifyForm,
    title="Identity verified",
    of=Directorship,
    edits=True,
    when=lambda directorship: directorship.verified is None,
)
def verify(directorship, answer):
    commands.verify(directorship, **answer, by=g.account)
    return at(directorship)


@room.form(
    "/<word>/cease",
    needs="directors.cease",
    asks=CeaseForm,
    title="No longer a director",
    of=Directorship,
    edits=True,
    when=lambda directorship: directorship.until is None,
)
def cease(directorship, answer):
    commands.cease(directorship, **answer, by=g.account)
    return at(directorship)


@room.form(
    "/<word>/correct",
    needs="directors.correct",
    asks=CorrectForm,
    title="The record was wrong",
    of=Directorship,
    edits=True,
    offers=lambda each: {name: getattr(each, name) for name in ("since", "until", "consented", "declared", "verified")},
)
def correct(directorship, answer):
    commands.correct(directorship, **answer, by=g.account)
    return at(directorship)


def at(directorship: Directorship) -> str:
    return url_for("directors.directorship", word=directorship.ref)


@room.panel(on=Person, needs="directors.read", tells=DirectorshipRow, title="Director of the company", empty="")
def directorships_of(person, on):
    return [queries.in_public(line) for line in queries.directorships_of(person, on)]


@room.following(on=Person, needs="directors.read")
def directorship_left(person, on):
    for line in queries.directorships_of(person, on):
        if line["last_day"] is None:
            text = "Would still be a director until that is ended too; the registrar is told within 14 days of its end"
            yield Found("Director", text, url_for("directors.directorship", word=line["ref"]))


@room.duties(needs="directors.appoint")
def to_put_in_step(on):
    """Offices and directorships that are not in step, and identities still to be verified."""
    for seat, person, has_ceased in queries.seated_but_no_director(on):
        if has_ceased:
            sentence = f"{person.name_on(on)} is no longer a director and still sits in “{seat.title}”: end that too?"
            yield Duty(sentence, None, rules.APPOINTING, url_for("seats.seat", word=seat.ref))
        else:
            sentence = f"Enter {person.name_on(on)} as a director: the seat “{seat.title}” makes one."
            yield Duty(sentence, None, rules.APPOINTING, url_for("directors.appoint", person=person.ref))
    for each in queries.director_without_a_seat(on):
        sentence = f"{each.person.name_on(on)} has left the board’s seats and is still a director: end that too?"
        yield Duty(sentence, None, rules.APPOINTING, at(each))
    for each in queries.dead(on):
        sentence = f"{each.person.name_on(on)} has died: end the directorship."
        yield Duty(sentence, None, rules.APPOINTING, at(each))
    for each in queries.not_verified(on):
        sentence = f"Have the identity of {each.person.name_on(on)}, a director, verified."
        yield Duty(sentence, rules.VERIFIED_BY, rules.VERIFYING, at(each))


@room.searched(needs="directors.read")
def search(words, on):
    for line in queries.directors_on(on):
        if has_all(line["name"], words):
            yield Found("Director", line["name"], url_for("directors.directorship", word=line["ref"]))
