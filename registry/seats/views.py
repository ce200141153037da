from flask import g, url_for

from registry.doors import Duty, Found, Room
from registry.people.models import Person
from registry.seats import commands, queries
from registry.seats.models import ACD, Seat
from registry.seats.schemas import (
    AbolishForm,
    AppointForm,
    EstablishForm,
    HeldRow,
    RetireForm,
    SeatPage,
    SeatRow,
    TurnRow,
)
from registry.structure.models import Body

room = Room(__name__)


@room.page("/register", needs="seats.read", tells=SeatRow, title="Seats", acts=("seats.establish",))
def register(on):
    return queries.seats_on(on)


@room.page(
    "/<word>",
    needs="seats.read",
    tells=SeatPage,
    title="Seat",
    of=Seat,
    acts=("seats.appoint", "seats.retire", "seats.abolish"),
)
def seat(seat, on):
    return queries.seat_on(seat, on) | {
        "title": seat.title,
        "rev": seat.rev,
        "established": seat.since,
        "abolished": seat.until,
        "succession": queries.succession(seat, on),
    }


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


@room.form("/<word>/abolish", needs="seats.abolish", asks=AbolishForm, title="Abolish this seat", of=Seat, edits=True)
def abolish(seat, answer):
    commands.abolish(seat, **answer, by=g.account)
    return url_for(".seat", word=seat.ref)


@room.panel(on=Seat, needs="seats.read", tells=TurnRow, title="Who has held it", empty="Nobody yet.")
def succession(seat, on):
    return queries.succession(seat, on)


@room.panel(on=Body, needs="seats.read", tells=SeatRow, title="Seats", empty="It has no seats.")
def seats_about(body, on):
    return queries.seats_about(body, on)


@room.panel(on=Person, needs="seats.read", tells=HeldRow, title="Seats held", empty="Has held no seat.")
def seats_held(person, on):
    return queries.held_by(person)


@room.duties(needs="seats.appoint")
def vacancies(on):
    """Each vacant seat is to be filled; the contract wants every network a Clinical Director at all times."""
    for line in queries.vacant_on(on):
        authority = "Network Contract DES" if line["kind"] == ACD else "Model Articles, art. 17"
        sentence = f"Fill the seat “{line['seat']}”, {line['body']}. {line['holder']}."
        yield Duty(sentence, None, authority, url_for("seats.seat", word=line["ref"]))


@room.searched(needs="seats.read")
def search(words, on):
    for line in queries.seats_on(on):
        text = ", ".join(filter(None, (line["seat"], line["body"], line["constituency"]))) + f": {line['holder']}"
        if words.lower() in text.lower():
            yield Found("Seat", text, url_for("seats.seat", word=line["ref"]))
