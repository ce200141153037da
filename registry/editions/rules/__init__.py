"""What must be true of editions, and how their pages are lettered."""

from registry.editions.rules.covering import Sheet, Step, in_runs, steps
from registry.editions.rules.issuing import is_no_older_than_the_last, is_told_why, something_has_changed
from registry.editions.rules.lettering import Bound, Coming, fitted, labelled, place_of

__all__ = [
    "Bound",
    "Coming",
    "Sheet",
    "Step",
    "fitted",
    "in_runs",
    "is_no_older_than_the_last",
    "is_told_why",
    "labelled",
    "place_of",
    "something_has_changed",
    "steps",
]
