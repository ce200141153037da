from flask import url_for

from registry.check.standing import hang
from registry.doors import Room
from registry.editions.models import Edition
from registry.editions.standing import standing_of
from registry.links.opening import unkept

room = Room(__name__, under="packs")
room.after_request(unkept)
hang(standing_of)


def at(edition: Edition) -> str:
    return url_for("editions.edition", word=edition.ref)
