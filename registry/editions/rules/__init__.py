"""What must be true of editions, and how their pages are lettered."""

from registry.editions.rules.covering import Sheet, Step, in_runs, steps
from registry.editions.rules.issuing import (
    is_no_older_than_the_last,
    is_the_latest,
    is_told_why,
    somebody_is_to_have_it,
    something_has_changed,
)
from registry.editions.rules.lettering import Bound, Coming, fitted, labelled, place_of

__all__ = [
    "Bound",
    "Coming",
    "Sheet",
    "Step",
    "fitted",
    "in_runs",
    "is_no_older_than_the_last",
    "is_the_latest",
    "is_told_why",
    "labelled",
    "place_of",
    "somebody_is_to_have_it",
    "something_has_changed",
    "steps",
]
