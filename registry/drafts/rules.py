from registry.law import rule

WORKING = "Terms of reference, Review"


@rule(WORKING)
def wordings_are_settled(places: str) -> bool:
    """Two people wrote at once, and both wordings are kept: choose between them before it goes out. See: {places}."""
    return not places


@rule(WORKING)
def wording_is_still_kept(is_kept: bool) -> bool:
    """Somebody has chosen between these two wordings already."""
    return is_kept


@rule(WORKING)
def what_stands_was_seen(is_same: bool) -> bool:
    """What stands there has been changed since you looked: look again before you choose."""
    return is_same


@rule(WORKING)
def is_of_a_line(is_line: bool) -> bool:
    """Only a line of a list can become another line: take this wording, or leave the one that stands."""
    return is_line
