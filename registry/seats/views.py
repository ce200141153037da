from datetime import date
from typing import Any

from flask import abort, g, request, url_for
from marshmallow import ValidationError

from registry.deadlines import months_from
from registry.doors import Duty, Found, Listing, Room, find
from registry.doors.asked import NOT_A_DAY
from registry.doors.hung import has_all
from registry.people.models import Person
from registry.seats import commands, queries
from registry.seats import served as times
from registry.seats.lagging import lagging_on
from registry.seats.models import ACD, Seat
from registry.seats.schemas import (
    AbolishForm,
    AppointForm,
    ChooseVoterForm,
    ComparedPage,
    CorrectForm,
    EstablishForm,
    HeldRow,
    LetterPage,
    RetireForm,
    SeatPage,
    SeatRow,
    ServedPage,
    StrikeForm,
    SuccessionRow,
)
from registry.seats.sentences import holders_of
from registry.seats.succession import held_by
from registry.seats.succession import succession as succession_of
from registry.structure.models import Body

room = Room(__name__)


@room.page("/register", needs="seats.read", tells=SeatRow, title="Seats", acts=("seats.establish",))
def register(on):
    """Every seat or, asked with ?body=, those of one body: the list of a board, with its vacancies."""
    word = request.args.get("body")
    body = find(Body, word) if word else None
    return Listing(queries.seats_on(on, body), body=body and body.name)


@room.page(
    "/<word>",
    needs="seats.read",
    tells=SeatPage,
    title="Seat",
    of=Seat,
    acts=(
        "seats.appoint",
        "seats.retire",
        "seats.choose_voter",
        "seats.abolish",
        "seats.letter",
        "deputies.name",
        "recruitment.begin",
    ),
)
def seat(seat, on):
    return queries.whole_seat_on(seat, on)


@room.page("/<word>/letter", needs="seats.read", tells=LetterPage, title="Letter of appointment", of=Seat, panels=False)
def letter(seat, on):
    """To whoever sits in it; of those who share it, to the one that the address names as `person`."""
    return queries.letter_on(seat, on, request.args.get("person", "")) or abort(404)


@room.page("/served/<word>", needs="seats.read", tells=ServedPage, title="Who served when", of=Body, panels=False)
def served(body, on):
    return times.served_on(body, on)


@room.page("/person/<word>", needs="seats.read", tells=ServedPage, title="Seats of a person", of=Person)
def person(person, on):
    return times.served_by(person, on)


@room.page("/compared/<word>", needs="seats.read", tells=ComparedPage, title="Seats on two days", of=Body, panels=False)
def compared(body, on):
    """As at the day shown, and as at the one that the address names as `before`, or else a year before."""
    return times.compared(body, day_named("before", on), on)


def day_named(name: str, on: date) -> date:
    """A day that the address gives, as YYYY-MM-DD; a year before, if it gives none."""
    word = request.args.get(name, "")
    try:
        return date.fromisoformat(word) if word else months_from(on, -12).due
    except ValueError:
        raise ValidationError({name: [NOT_A_DAY]}) from None


@room.form("/establish", needs="seats.establish", asks=EstablishForm, title="Establish a seat")
def establish(answer):
    return url_for(".seat", word=commands.establish(**answer, by=g.account).ref)


@room.form(
    "/<word>/appoint", needs="seats.appoint", asks=AppointForm, title="Appoint to this seat", of=Seat, edits=True
)
def appoint(seat, answer):
    commands.appoint(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.form("/<word>/retire", needs="seats.retire", asks=RetireForm, title="End the appointment", of=Seat, edits=True)
def retire(seat, answer):
    commands.retire(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.form(
    "/<word>/choose_voter",
    needs="seats.choose_voter",
    asks=ChooseVoterForm,
    title="Say who votes for it",
    of=Seat,
    edits=True,
    when=lambda seat: seat.holders > 1 and seat.votes > 0,
)
def choose_voter(seat, answer):
    commands.choose_voter(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.form("/<word>/abolish", needs="seats.abolish", asks=AbolishForm, title="Abolish this seat", of=Seat, edits=True)
def abolish(seat, answer):
    commands.abolish(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.panel(on=Seat, needs="seats.read", tells=SuccessionRow, title="Who has held it", empty="Nobody yet.")
def succession(seat, on):
    return [line | _letter_to(seat, line, on) | _ways_to_put_right(seat, line) for line in succession_of(seat, on)]


def _letter_to(seat: Seat, line: dict[str, Any], on: date) -> dict[str, Any]:
    """Where the letter is to whoever sits in a seat, or will, alone or with others."""
    sits = line["ref"] is not None and (line["last_day"] is None or on <= line["last_day"])
    return {"letter_href": url_for(".letter", word=seat.ref, person=line["person"], on=on) if sits else None}


def _ways_to_put_right(seat: Seat, line: dict[str, Any]) -> dict[str, Any]:
    """Where an appointment to the seat itself is put right, or struck out, by those who may."""
    own = line["ref"] is not None and seat.ex_officio_ref is None and g.account.may("seats.correct")
    ways = {"change_href": "seats.correct", "strike_href": "seats.strike"}
    return {name: url_for(door, word=seat.ref, turn=line["ref"]) if own else None for name, door in ways.items()}


def as_it_stands(seat):
    """What is on record of the appointment that the address names."""
    found = next((each for each in seat.appointments if each.ref == request.args.get("turn")), None)
    return {name: getattr(found, name) for name in ("since", "until", "ended")} if found else {}


@room.form(
    "/<word>/correct",
    needs="seats.correct",
    asks=CorrectForm,
    title="The appointment was wrong",
    of=Seat,
    edits=True,
    offers=as_it_stands,
)
def correct(seat, answer):
    commands.correct(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.form(
    "/<word>/strike", needs="seats.strike", asks=StrikeForm, title="Strike out an appointment", of=Seat, edits=True
)
def strike(seat, answer):
    commands.strike(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.panel(on=Body, needs="seats.read", tells=SeatRow, title="Seats", empty="It has no seats.")
def seats_about(body, on):
    return queries.seats_about(body, on)


@room.panel(on=Person, needs="seats.read", tells=HeldRow, title="Seats held", empty="Has held no seat.")
def seats_held(person, on):
    return held_by(person, on)


@room.following(on=Person, needs="seats.read")
def seats_left(person, on):
    for seat in queries.sat_in_by(person, on):
        others = [each for each in seat.sitting(on) if each.person_ref != person.ref]
        what = f"{holders_of(others, on)} would hold it alone" if others else "would be vacant"
        text = f"“{seat.title}”, {seat.body.name}: {what}"
        yield Found("Seat", text, url_for("seats.seat", word=seat.ref))


@room.duties(needs="seats.appoint")
def vacancies(on):
    """Each vacant seat is to be filled; the contract wants every network a Clinical Director at all times."""
    for line in queries.vacant_on(on):
        authority = "Network Contract DES" if line["kind"] == ACD else "Model Articles, art. 17"
        sentence = f"Fill the seat “{line['seat']}”, {line['body']}. {line['holder']}."
        yield Duty(sentence, None, authority, url_for("seats.seat", word=line["ref"]))


@room.duties(needs="seats.retire")
def deaths(on):
    """Whoever has died leaves every seat; the register does not say so by itself."""
    for appointment in queries.held_by_the_dead(on):
        seat, name = appointment.seat, appointment.person.name_on(on)
        sentence = f"{name} has died: end the appointment to the seat “{seat.title}”, {seat.body.name}."
        yield Duty(sentence, None, "Model Articles, art. 18", url_for("seats.seat", word=seat.ref))


@room.duties(needs="seats.appoint")
def lagging(on):
    """A network has changed its clinical director, and the seat that speaks for it has not followed."""
    for seat, director, sitting in lagging_on(on):
        still = f"{sitting} still sits" if sitting else "nobody sits"
        sentence = f"{director} directs {seat.constituency.name}, and {still} in “{seat.title}”, {seat.body.name}."
        yield Duty(sentence, None, "Network Contract DES", url_for("seats.seat", word=seat.ref))


@room.searched(needs="seats.read")
def search(words, on):
    for line in queries.seats_on(on):
        text = ", ".join(filter(None, (line["seat"], line["body"], line["constituency"]))) + f": {line['holder']}"
        if has_all(text, words):
            yield Found("Seat", text, url_for("seats.seat", word=line["ref"]))
