"""The room, and what its doors have in common."""

from flask import g

from registry.accounts.caller import note_access
from registry.doors import Room
from registry.interests.lines import Line
from registry.ledger import Document

room = Room(__name__)


def reads_private(whose: Document) -> bool:
    return g.account.may("interests.read_private", scope=whose.scope)


def noted(lines: list[Line]) -> list[Line]:
    """What is about to be told; if some of it is private, the access log says who read it."""
    if any(not line["public"] for line in lines):
        about = ", ".join(sorted({line["person_ref"] for line in lines}))
        note_access("read private interests", about, account_ref=g.account.ref)
    return lines
