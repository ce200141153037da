from registry.law import rule


@rule("Companies Act 2006, s.1138")
def wordings_are_settled(places: str) -> bool:
    """Two people wrote at once, and both wordings are kept: choose between them before it goes out. See: {places}."""
    return not places


@rule("Companies Act 2006, s.1138")
def wording_is_still_kept(is_kept: bool) -> bool:
    """Somebody has chosen between these two wordings already."""
    return is_kept
