from flask import url_for

from registry.doors import Room
from registry.structure.models import Belonging, Body, Scheme

room = Room(__name__)


def at(thing: Body | Belonging | Scheme) -> str:
    """The page of a body, a belonging or a scheme."""
    return url_for(f"structure.{type(thing).__name__.lower()}", word=thing.ref)
