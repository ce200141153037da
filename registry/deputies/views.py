from flask import g, url_for

from registry.deputies import commands, queries
from registry.deputies.models import Deputy
from registry.deputies.schemas import DeputyPage, DeputyRow, EndForm, NameForm, RegisterRow
from registry.doors import Room
from registry.seats.models import Seat

room = Room(__name__, under="seats")


@room.page("/register", needs="deputies.read", tells=RegisterRow, title="Deputies")
def register(on):
    return queries.deputies_on(on)


@room.form("/seats/<word>/name", needs="deputies.name", asks=NameForm, title="Name a deputy", of=Seat)
def name(seat, answer):
    commands.name(seat, **answer, by=g.account)
    return url_for("seats.seat", word=seat.ref)


@room.page("/<word>", needs="deputies.read", tells=DeputyPage, title="Deputy", of=Deputy, acts=("deputies.end",))
def deputy(deputy, on):
    return queries.line_of(deputy, on)


@room.form(
    "/<word>/end",
    needs="deputies.end",
    asks=EndForm,
    title="No longer a deputy",
    of=Deputy,
    edits=True,
    when=lambda deputy: deputy.until is None,
)
def end(deputy, answer):
    commands.end(deputy, **answer, by=g.account)
    return url_for(".deputy", word=deputy.ref)


@room.panel(on=Seat, needs="deputies.read", tells=DeputyRow, title="Deputies", empty="")
def deputies_of(seat, on):
    return queries.deputies_of(seat, on)
