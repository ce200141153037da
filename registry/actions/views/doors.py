from flask import abort, g, url_for

from registry.actions.models import Action
from registry.actions.reading import Reads, reads_of
from registry.doors import Room
from registry.links.opening import unkept
from registry.people.queries import person_of

room = Room(__name__, under="meetings")
room.after_request(unkept)

NOBODY = "The registers do not say which person you are, so there is nobody who would have anything to do."


def reads() -> Reads:
    """What whoever has asked for this page may be told of."""
    return reads_of(g.account)


def oneself() -> str:
    return person_of(g.account) or abort(403, NOBODY)


def at(action: Action) -> str:
    """Where whoever acted goes next; who may not read the log of actions, to his or her own."""
    if g.account.may("actions.read"):
        return url_for("actions.action", word=action.ref)
    return url_for("actions.mine")
