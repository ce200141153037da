from flask import url_for

from registry.doors import Room
from registry.reorganisations.models import Reorganisation

room = Room(__name__, under="structure")


def at(reorganisation: Reorganisation) -> str:
    return url_for("reorganisations.reorganisation", word=reorganisation.ref)
