from flask import url_for

from registry.doors import Room
from registry.practices.models import Practice

room = Room(__name__)


def at(practice: Practice) -> str:
    return url_for("practices.practice", word=practice.code)
