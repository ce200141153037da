"""The room, and what its doors have in common."""

from functools import partial

from flask import g, url_for

from registry.accounts.caller import note_private
from registry.doors import Room
from registry.people.queries import person_of

room = Room(__name__, under="interests")


def reads_private(scope: str) -> bool:
    return g.account.may("gifts.read_private", scope=scope)


noted = partial(note_private, "read private gifts")
"""What is about to be told; if some of it is private, the access log says who read it."""


def page_of(person_ref: str) -> str:
    """Where whoever acted for a person goes next: to their own page, if it was for themselves."""
    if person_of(g.account) == person_ref:
        return url_for(".mine")
    return url_for(".person", word=person_ref)
