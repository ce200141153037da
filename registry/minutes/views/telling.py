"""What this room tells: how far the minutes of each meeting have come, and each version of them."""

from flask import abort

from registry.doors import Listing
from registry.minutes import held, queries
from registry.minutes.models import Minutes
from registry.minutes.schemas import ComparedPage, MinutesPage, RegisterRow
from registry.minutes.views.doors import entered, hidden, readable, room, what_is_kept


@room.page("/register", needs="minutes.read", tells=RegisterRow, title="Minutes")
def register(on):
    return Listing(held.held_by(on, readable()))


@room.page(
    "/<word>",
    needs="minutes.read",
    tells=MinutesPage,
    title="Minutes",
    of=Minutes,
    acts=("minutes.suggest", "minutes.approve", "minutes.authenticate", "minutes.correct"),
    signs=lambda told: not told["draft"],
)
def minutes(minutes, on):
    meeting = entered(minutes.meeting)
    return queries.minutes_on(minutes, on, **what_is_kept(meeting)) or abort(404)


@room.page("/<word>/compare", needs="minutes.read", tells=ComparedPage, title="What changed", of=Minutes, panels=False)
def compare(minutes, on):
    meeting = entered(minutes.meeting)
    if minutes.circulated > on:
        abort(404)
    return queries.compared_with(minutes, hidden(meeting))
