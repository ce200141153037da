from datetime import datetime

from flask import url_for

from registry import clock
from registry.doors import Room
from registry.links.opening import unkept
from registry.resolutions import returns
from registry.resolutions.models import Resolution
from registry.resolutions.states import LAPSED, OPEN, state_at

room = Room(__name__, under="decisions")
room.after_request(unkept)
returns.hang_all()


def at(resolution: Resolution) -> str:
    return url_for("resolutions.resolution", word=resolution.ref)


def is_open(resolution: Resolution) -> bool:
    return state_at(resolution, clock.now()) == OPEN


def has_lapsed_unlogged(resolution: Resolution) -> bool:
    return state_at(resolution, clock.now()) == LAPSED and resolution.decision_ref is None


def now_in_london() -> datetime:
    return clock.now().astimezone(clock.LONDON)
