"""Which actions a reader may be told of: those of restricted items, the few; and those one has a part in, always."""

from collections.abc import Callable

from registry.accounts.caller import Caller
from registry.actions.models import Action
from registry.meetings.restricted import PERMISSION, bodies_of, restricted_items
from registry.people.queries import person_of

Reads = Callable[[Action], bool]


def reads_of(account: Caller) -> Reads:
    """The office reads all; of restricted business, others read that of the bodies on which they sit, and their own."""
    if account.may(PERMISSION):
        return lambda _: True
    bodies, person, is_open = bodies_of(account), person_of(account), what_everybody_reads()
    return lambda action: is_open(action) or action.body_ref in bodies or _is_for(action, person)


def _is_for(action: Action, person_ref: str | None) -> bool:
    """Whether a person answers for an action, or has a part in it."""
    return person_ref is not None and person_ref in (action.scope, *(each.person_ref for each in action.others))


def what_everybody_reads() -> Reads:
    """What is not restricted, neither now nor on the day looked at."""
    restricted = restricted_items()

    def reads(action: Action) -> bool:
        return action.item_ref not in restricted and not (action.item and action.item.restricted)

    return reads
