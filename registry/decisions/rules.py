from collections.abc import Sequence
from datetime import date

from registry.decisions.models import CARRIED, LOST
from registry.law import rule

SPECIAL_NOTICE_DAYS = 28


@rule("Model Articles, art. 15", field="on")
def decision_has_been_taken(on: date, today: date) -> bool:
    """The record is of decisions taken: {on} is still to come."""
    return on <= today


@rule("Model Articles, art. 15", field="number")
def number_is_free(number: str, is_used: bool) -> bool:
    """A decision is cited by its number, which no other has; there is a decision {number} already."""
    return not is_used


@rule("Model Articles, art. 7", field="since")
def takes_effect_once_taken(on: date, since: date) -> bool:
    """A decision takes effect on the day it is taken, {on}, or later; never before."""
    return on <= since


@rule("Model Articles, art. 7", field="until")
def ends_once_in_effect(since: date, until: date) -> bool:
    """A decision ends an appointment from the day it takes effect, {since}, or later; never before."""
    return since <= until


@rule("Model Articles, art. 7", field="meeting")
def meeting_is_of_the_body(body_ref: str, meeting_body_ref: str) -> bool:
    """A body decides at its own meetings: this one is another body's."""
    return body_ref == meeting_body_ref


@rule("Model Articles, art. 7", field="on")
def taken_on_the_day_of_the_meeting(on: date, met: date) -> bool:
    """What is decided at a meeting is decided on its day: this one is of {met}."""
    return on == met


@rule("Model Articles, art. 7", field="votes_for")
def outcome_follows_the_votes(
    outcome: str, votes_for: int | None, votes_against: int | None, is_majority: bool
) -> bool:
    """The majority decides: with {votes_for} for and {votes_against} against, this was not {outcome}."""
    if votes_for is None or votes_against is None:
        return True
    return not (outcome == CARRIED and votes_for < votes_against or outcome == LOST and is_majority)


@rule("Model Articles, art. 8(1)", field="votes_against")
def unanimous_has_nobody_against(is_unanimous: bool, votes_against: int) -> bool:
    """Without a meeting a decision is taken when all share a common view: with {votes_against} against, it was not."""
    return not is_unanimous or votes_against == 0


@rule("Model Articles, art. 7", field="outcome")
def outcome_is_that_of_the_vote(outcome: str, vote: str, came_to: str) -> bool:
    """What was put to the vote is decided as the vote went: by {vote}, this was {came_to}."""
    return outcome == came_to


@rule("Model Articles, art. 7", field="votes_for")
def votes_are_those_of_the_vote(agrees: bool, vote: str, votes_for: int, votes_against: int) -> bool:
    """The votes are those that were counted: in {vote}, {votes_for} for and {votes_against} against."""
    return agrees


@rule("Model Articles, art. 14(1)", field="votes_for")
def nobody_votes_who_may_not(cast: int, may_be_cast: int) -> bool:
    """Those who were there for it and may vote, without whoever has a conflict, have fewer votes than {cast}."""
    return cast <= may_be_cast


@rule("Companies Act 2006, s.168(1)", field="route")
def director_is_removed_at_a_general_meeting(by_members: bool, at_meeting: bool) -> bool:
    """A director is removed by ordinary resolution at a general meeting, and never in writing (s.288(2))."""
    return by_members and at_meeting


@rule("Companies Act 2006, s.312(1)", field="special_notice")
def special_notice_was_given(special_notice: date, met: date) -> bool:
    """Of moving to remove a director the company has 28 clear days’ notice before the meeting, which was on {met}."""
    return (met - special_notice).days > SPECIAL_NOTICE_DAYS


@rule("Model Articles, art. 7", field="outcome")
def decision_was_carried(carried: bool) -> bool:
    """Only a decision that was carried does anything."""
    return carried


@rule("Model Articles, art. 7")
def something_waits(waits: bool) -> bool:
    """A decision is carried out once: this one has nothing left to do."""
    return waits


@rule("Model Articles, art. 7")
def its_day_has_come(since: date, today: date) -> bool:
    """A decision is carried out on the day it takes effect, {since}, or later; never before."""
    return since <= today


@rule("Companies Act 2006, s.21(1)", field="body")
def constitution_is_the_members_to_amend(by_members: bool) -> bool:
    """The articles and the shareholders’ agreement are the members’ to amend: the general meeting decides."""
    return by_members


@rule("Companies Act 2006, s.18", field="terms")
def company_keeps_its_articles(ends_articles: bool) -> bool:
    """A company has articles: they are amended by adopting another version, and not ended."""
    return not ends_articles


@rule("Companies Act 2006, s.282", field="votes_for")
def votes_are_counted(are_counted: bool) -> bool:
    """This needs a majority of the votes: say how many were for and how many against."""
    return are_counted


@rule("Model Articles, art. 7", field="bears_on")
def bears_on_a_decision_of_its_own(body_ref: str, old_body_ref: str) -> bool:
    """A body supersedes, rescinds and ratifies its own decisions: that one is another body's."""
    return body_ref == old_body_ref


@rule("Model Articles, art. 7", field="bears_on")
def bears_on_an_earlier_one(old_outcome: str, old_on: date, on: date) -> bool:
    """A decision bears on one that was carried before it, or earlier on the same day."""
    return old_outcome == CARRIED and old_on <= on


@rule("Model Articles, art. 7", field="bears_on")
def limbs_are_of_its_text(named: Sequence[str], has: Sequence[str], told: str) -> bool:
    """Only paragraphs that the earlier decision has are superseded, rescinded or ratified; it has {told}."""
    return set(named) <= set(has)


@rule("Companies Act 2006, s.112(2)", field="bears_on")
def gave_nobody_shares(so: bool) -> bool:
    """What others hold is not undone: shares were allotted or transferred by that decision, and are not its to take."""
    return so


@rule("Companies Act 2006, s.30(1)", field="bears_on")
def nothing_was_filed_of_it(was_filed: bool) -> bool:
    """The registrar was told of that decision: it is not rescinded; another supersedes it, and is filed in turn."""
    return not was_filed


@rule("Model Articles, art. 7", field="subject_to")
def falls_due_once_taken(on: date, due: date | None) -> bool:
    """A condition falls due on the day of the decision, {on}, or later; never before."""
    return due is None or on <= due


@rule("Model Articles, art. 7", field="satisfied")
def is_satisfied_once_laid_down(on: date, satisfied: date, today: date) -> bool:
    """A condition is satisfied from the day of the decision, {on}, and not on a day to come."""
    return on <= satisfied <= today


@rule("Model Articles, art. 7", field="satisfied")
def is_satisfied_before_it_lapses(due: date | None, satisfied: date) -> bool:
    """A condition lapses at the end of the day it is due, {due}; nothing satisfies it after that."""
    return due is None or satisfied <= due


@rule("Model Articles, art. 7", field="condition")
def is_a_condition_of_it(is_one: bool) -> bool:
    """A decision's conditions are its own: that one is another's, or was satisfied already."""
    return is_one


@rule("Model Articles, art. 7")
def conditions_are_satisfied(still_open: str) -> bool:
    """A decision is carried out once its conditions are satisfied: {still_open}."""
    return not still_open


@rule("Model Articles, art. 7")
def stands_still(what_became_of_it: str) -> bool:
    """Only a decision that stands is carried out: this one is {what_became_of_it}."""
    return not what_became_of_it


@rule("Model Articles, art. 7", field="review_by")
def is_looked_at_again_later(since: date, review_by: date | None) -> bool:
    """A decision is looked at again after the day it takes effect, {since}."""
    return review_by is None or since < review_by
