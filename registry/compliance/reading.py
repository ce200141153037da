"""Which items of which meetings are hidden from a reader, asked once for all of them."""

from collections.abc import Callable, Collection

from registry.accounts.caller import Caller
from registry.meetings.models import Meeting
from registry.meetings.restricted import PERMISSION, bodies_of, restricted_items

Hidden = Callable[[Meeting], Collection[str]]


def hidden_from(account: Caller) -> Hidden:
    """The restricted items, now or as they are looked at, of bodies on which the reader does not sit."""
    if account.may(PERMISSION):
        return lambda _: ()
    bodies = bodies_of(account)
    hidden = what_is_restricted()
    return lambda meeting: () if meeting.body_ref in bodies else hidden(meeting)


def what_is_restricted() -> Hidden:
    restricted = restricted_items()
    return lambda meeting: restricted | {item.ref for item in meeting.items if item.restricted}
