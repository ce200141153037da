"""Who casts votes, how many, and when; and the casting vote of the chair."""

from datetime import datetime

from registry.law import rule


@rule("Model Articles, art. 44(4)", field="lines")
def is_open(opened: datetime | None, closed: bool) -> bool:
    """Votes are cast from when a vote is opened until it is closed, and it is closed once."""
    return opened is not None and not closed


@rule("Companies Act 2006, s.284(3)", field="lines")
def is_entitled_at_the_record_time(is_entitled: bool) -> bool:
    """Whoever was on the register with shares, or held a seat with a vote, when the vote was opened has votes."""
    return is_entitled


@rule("Model Articles, arts 10(1) and 37", field="lines")
def is_in_the_room(is_there: bool, name: str) -> bool:
    """Whoever takes part in an item votes on it: {name} is not marked as there for it."""
    return is_there


@rule("Model Articles, art. 14(1)", field="lines")
def has_no_conflict(is_barred: bool, name: str) -> bool:
    """Whoever has a conflict about an item does not vote on it: {name} has one on record."""
    return not is_barred


@rule("Model Articles, arts 45 and 46(1)", field="lines")
def casts_for_it(may_cast: bool, name: str, called: str) -> bool:
    """{called} is voted by whoever comes or, if nobody does, by the proxy or deputy who stands: not by {name}."""
    return may_cast


@rule("Companies Act 2006, s.284(3)", field="lines")
def is_cast_once(has_cast: bool, called: str) -> bool:
    """The votes of {called} have been cast, and nobody votes twice on one question."""
    return not has_cast


@rule("Companies Act 2006, s.284(3) and s.322", field="lines")
def no_more_votes_than_are_held(cast: int, held: int, called: str) -> bool:
    """On a poll a share is one vote, which may be split: {called} has {held} to cast here, and not {cast}."""
    return 0 < cast <= held


@rule("Model Articles, art. 13(1)", field="way")
def chair_has_a_casting_vote(gives: bool) -> bool:
    """The chair has a casting vote where the rules in force give one; in general meeting there is none."""
    return gives


@rule("Model Articles, art. 13(1)", field="way")
def votes_are_equal(is_counted: bool, votes_for: int, votes_against: int, given: str) -> bool:
    """A casting vote is given once, where the votes counted are equal: {votes_for} for and {votes_against} against."""
    return is_counted and votes_for == votes_against and not given


@rule("Model Articles, art. 12(4)", field="way")
def chair_is_on_record(is_recorded: bool) -> bool:
    """Whoever was in the chair casts it: first record who took the chair."""
    return is_recorded
