"""The room, and what its doors have in common."""

from functools import partial

from flask import g

from registry.accounts.caller import note_private
from registry.doors import Room
from registry.ledger import Document

room = Room(__name__)


def reads_private(whose: Document) -> bool:
    return g.account.may("interests.read_private", scope=whose.scope)


noted = partial(note_private, "read private interests")
"""What is about to be told; if some of it is private, the access log says who read it."""
