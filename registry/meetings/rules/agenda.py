from datetime import date

from registry.law import rule


@rule("Model Articles, art. 16")
def was_not_called_off(cancelled: date | None) -> bool:
    """A meeting that was called off is left as it stood that day; another is convened in its place."""
    return cancelled is None


@rule("Model Articles, art. 16", field="item")
def is_on_the_agenda(withdrawn: date | None) -> bool:
    """An item taken off an agenda that had gone out stays off it; the business comes back as a new item."""
    return withdrawn is None


@rule("Companies Act 2006, s.281", field="resolution")
def resolution_is_of_the_members(resolution: str, general: bool) -> bool:
    """Ordinary and special resolutions are passed by the members: only a general meeting is asked for one."""
    return not resolution or general


@rule("Companies Act 2006, s.311(2)", field="restricted")
def business_of_members_is_told(restricted: str, general: bool) -> bool:
    """Notice of a general meeting states the general nature of its business: none of it can be kept from members."""
    return not restricted or not general


@rule("Model Articles, art. 16", field="prefix")
def prefix_is_of_one_body(taken: bool) -> bool:
    """The letters before a reference say whose agenda it is on, so no two bodies have the same."""
    return not taken
