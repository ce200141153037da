"""What is put to the vote by voices or hands, and what is declared of it."""

from registry.law import rule
from registry.meetings.models import SPECIAL
from registry.votes.models import NAMED, POLL


@rule("Companies Act 2006, s.284", field="item")
def attendance_is_known(is_recorded: bool) -> bool:
    """Whoever is there votes: first record who attended."""
    return is_recorded


@rule("Model Articles, arts 11(1), 38 and 41", field="item")
def there_is_a_quorum(quorate: bool | None, procedural: bool) -> bool:
    """Without a quorum for the item nothing is voted on, but the calling of another meeting or who is to be chair."""
    return quorate is not False or procedural


@rule("Companies Act 2006, s.283(6)", field="resolution")
def is_passed_as_it_was_named(resolution: str, named: str) -> bool:
    """A resolution is special if the notice named it so, with its words, and is then passed as nothing else."""
    return (resolution == SPECIAL) == (named == SPECIAL)


@rule("Companies Act 2006, s.284", field="method")
def method_is_of_the_body(method: str, general: bool) -> bool:
    """Members vote by voices, by hands or on a poll; it is other bodies that vote by name, seat by seat."""
    return method != (NAMED if general else POLL)


@rule("Companies Act 2006, s.320(1)", field="outcome")
def is_declared_once(is_over: bool) -> bool:
    """What the chair declares of a vote is conclusive: the question is put again only on a poll that is demanded."""
    return not is_over


@rule("Companies Act 2006, s.320(1)", field="votes_for")
def hands_are_counted(by_hands: bool) -> bool:
    """Hands are counted; of voices the chair declares what was carried, and of ballots what each was is told."""
    return by_hands


@rule("Companies Act 2006, s.284(2)", field="votes_for")
def no_more_hands_than_are_there(raised: int, most: int) -> bool:
    """By hands each member there has one vote, and so has each proxy: {most} could be raised, and here are {raised}."""
    return 0 <= raised <= most


@rule("Companies Act 2006, s.285(2)", field="votes_for")
def no_more_hands_one_way(raised: int, most: int) -> bool:
    """A proxy told to vote both ways raises a hand for and another against: {most} one way at most, not {raised}."""
    return 0 <= raised <= most


@rule("Model Articles, art. 7", field="votes_for")
def no_more_votes_than_are_there(cast: int, most: int) -> bool:
    """Those who are there for the item and may vote on it have {most} votes: here are {cast}."""
    return 0 <= cast <= most
