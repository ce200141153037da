"""The index: what the registers say in words, kept beside them so that it is found by its words.

It is no part of the ledger, and can be made anew from the registers at any time. Rooms say what of theirs is in it
(`@room.indexed`); each act keeps it right in its own transaction.
"""

from registry.index.keeping import is_wanting, rebuild
from registry.index.seeking import Answer, Hit, Reader, alike, kinds_for, seek
from registry.index.sources import Said, Source, Wanted, add

__all__ = [
    "Answer",
    "Hit",
    "Reader",
    "Said",
    "Source",
    "Wanted",
    "add",
    "alike",
    "is_wanting",
    "kinds_for",
    "rebuild",
    "seek",
]
