"""What majority a question needs, by the rules in force for the body on the day of the meeting."""

from registry.meetings.models import ORDINARY, SPECIAL, Meeting
from registry.meetings.voices import is_of_members
from registry.structure.models import BOARD
from registry.terms.in_force import RulesInForce, rules_in_force
from registry.terms.profiles import PROFILES, SPECIAL_RESOLUTION
from registry.terms.provisions import ABSTENTION, AGAINST, AT_LEAST, CASTING_VOTE, CHAIR, ENTITLED, MORE_THAN
from registry.votes.counting import Majority
from registry.votes.models import Vote

A_DECISION, AN_ORDINARY_RESOLUTION = "a decision", "an ordinary resolution"
OF_THE_DIRECTORS = next(rule for rule in PROFILES[BOARD] if rule.what == MORE_THAN)
"""How a body decides for whose votes nothing in force has a rule: as those who delegated to it do."""


def kind_of(resolution: str, named: str, *, general: bool) -> str:
    """The kind of resolution that members pass: as it was named or, if not, an ordinary one (CA 2006, s.281(3))."""
    return resolution or (named or ORDINARY if general else "")


def settle(vote: Vote) -> None:
    """Enter with a vote what majority it needs, as the rules stand."""
    needed = majority_at(vote.meeting, vote.resolution, vote.matter)
    for name in ("number", "of", "at_least", "of_all", "counts_abstentions"):
        setattr(vote, name, getattr(needed, name))
    vote.needed_for, vote.needed_by = needed.name, needed.authority


def majority_at(meeting: Meeting, resolution: str, matter: str) -> Majority:
    in_force = rules_in_force(meeting.body, meeting.on)
    about = SPECIAL_RESOLUTION if resolution == SPECIAL else matter
    rule = in_force.of(MORE_THAN, about) or OF_THE_DIRECTORS
    return Majority(
        number=rule.number or 1,
        of=rule.of or 2,
        name=rule.matter or (AN_ORDINARY_RESOLUTION if resolution else A_DECISION),
        authority=rule.authority,
        at_least=rule.what == AT_LEAST,
        of_all=rule.who == ENTITLED,
        counts_abstentions=not is_of_members(meeting) and abstention_counts(in_force),
    )


def gives_a_casting_vote(meeting: Meeting) -> bool:
    """Whether the rules in force give one to whoever is in the chair."""
    rule = rules_in_force(meeting.body, meeting.on).of(CASTING_VOTE)
    return rule is not None and rule.who == CHAIR


def matters_at(meeting: Meeting) -> list[str]:
    """The matters for which the rules in force ask a majority of their own."""
    in_force = rules_in_force(meeting.body, meeting.on)
    rules = (*in_force.every(MORE_THAN), *in_force.every(AT_LEAST))
    return sorted({rule.matter for rule in rules if rule.matter and rule.matter != SPECIAL_RESOLUTION})


def abstention_counts(in_force: RulesInForce) -> bool:
    """Whether the terms count whoever abstains against; members’ meetings never do (CA 2006, s.282(3))."""
    rule = in_force.of(ABSTENTION)
    return rule is not None and rule.who == AGAINST
