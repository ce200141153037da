from flask import g, url_for

from registry.doors import Room
from registry.links.opening import unkept
from registry.rounds.models import Round

room = Room(__name__, under="interests")
room.after_request(unkept)


def at(round: Round) -> str:
    return url_for("rounds.round", word=round.ref)


def is_office() -> bool:
    """Whether the reader may be told of addresses and letters, and what each answered."""
    return g.account.may("people.read_private")
