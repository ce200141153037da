"""When a poll is demanded and taken, and by whom."""

from registry.law import rule
from registry.votes.models import A_TENTH, TWO_VOTERS


@rule("Companies Act 2006, s.321(1)", field="item")
def poll_is_of_the_members(general: bool) -> bool:
    """It is in general meeting that a poll may be demanded."""
    return general


@rule("Model Articles, art. 44(1)", field="item")
def poll_is_demanded_in_time(another_was_put_since: bool) -> bool:
    """A poll is demanded before the show of hands or at once after its result, not when something else has been put."""
    return not another_was_put_since


@rule("Model Articles, art. 44(2), and Companies Act 2006, s.321(2)", field="demanded_in")
def poll_is_demanded_by_who_may(demanded_in: str, voters: int, votes: int, of: int) -> bool:
    """A poll is demanded by the chair, the directors, two who may vote or a tenth of the votes: not {votes} of {of}."""
    if demanded_in == TWO_VOTERS:
        return voters >= 2
    return demanded_in != A_TENTH or 0 < of <= votes * 10


@rule("Model Articles, art. 44(1)", field="item")
def poll_is_demanded_once(is_demanded: bool) -> bool:
    """A poll on this has been demanded already, and that demand stands."""
    return not is_demanded


@rule("Model Articles, art. 44(3)", field="agreed")
def demand_is_withdrawn_before_the_poll(waits: bool, agreed: bool) -> bool:
    """The demand of a poll is withdrawn before the poll is taken, and only if the chair consents."""
    return agreed and waits


@rule("Model Articles, art. 44(4)", field="at")
def poll_is_opened_once(waits: bool) -> bool:
    """A poll that is demanded is opened once, and who may vote on it is settled then; this one does not wait for it."""
    return waits
