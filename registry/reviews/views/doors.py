"""The room, and what its doors have in common."""

from functools import partial

from registry.accounts.caller import note_private
from registry.doors import Room
from registry.interests import handling
from registry.reviews.queries import mitigations_on

room = Room(__name__, under="interests")
handling.hang(mitigations_on)

noted = partial(note_private, "read private interests")
"""What is about to be told; if some of it is private, the access log says who read it."""
