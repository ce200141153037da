import re
from collections.abc import Sequence
from datetime import datetime

from registry.decisions.models import REMOVED
from registry.law import rule
from registry.resolutions.models import SPECIAL, UNANIMOUSLY

REMOVAL = r"\bremov(?:e|ed|es|al|ing)\b[^.;]{{0,120}}\b(?:as|of|from)\b[^.;]{{0,80}}\b{office}s?\b(?!['’])"
MOST_ASKED = (1, 20)
"""The share of the votes that the Act lets articles ask, at most, of members who require a resolution: 5 per cent."""
LAPSES_AFTER_DAYS = 28


def speaks_of_removing(text: str, office: str) -> bool:
    """Whether words remove somebody from an office, such as “be removed as a director” or “removal of the auditor”."""
    return re.search(REMOVAL.format(office=office), text, re.IGNORECASE) is not None


@rule("Companies Act 2006, s.288(2)", field="text")
def director_is_not_removed_in_writing(kind: str, text: str) -> bool:
    """A director is not removed by written resolution before the end of the term: call a general meeting."""
    return kind != REMOVED and not speaks_of_removing(text, "director")


@rule("Companies Act 2006, s.288(2)", field="text")
def auditor_is_not_removed_in_writing(text: str) -> bool:
    """An auditor is not removed by written resolution before the end of the term: call a general meeting."""
    return not speaks_of_removing(text, "auditor")


@rule("Companies Act 2006, s.281(1)", field="passes_as")
def members_resolve_by_majority(is_of_members: bool, passes_as: str) -> bool:
    """In writing, members pass ordinary and special resolutions; any other body decides so only if all agree."""
    return is_of_members == (passes_as != UNANIMOUSLY)


@rule("Model Articles, art. 8(1)", field="body")
def may_decide_without_a_meeting(is_let: bool) -> bool:
    """The directors and their committees may decide without a meeting; another body, if its terms of reference let it.

    No rule in force for this body does.
    """
    return is_let


@rule("Companies Act 2006, s.283(3)", field="text")
def special_resolution_says_that_it_is_one(passes_as: str, text: str) -> bool:
    """A resolution is a special one if its words say “special resolution”, and is then passed as nothing else."""
    return (passes_as == SPECIAL) == ("special resolution" in " ".join(text.lower().split()))


@rule("Companies Act 2006, s.292(4)", field="proposers")
def members_who_require_it_hold_enough(votes: int, total: int, number: int, of: int) -> bool:
    """Members may require it who hold {number}/{of} of the votes of all who may vote on it: these have {votes}.

    There are {total}.
    """
    return votes * of >= total * number


def share_asked(number: int | None, of: int | None) -> tuple[int, int]:
    """What share of the votes members need to require a resolution: 5 per cent, or less if the articles say so."""
    if number is None or not of or number * MOST_ASKED[1] > MOST_ASKED[0] * of:
        return MOST_ASKED
    return number, of


@rule("Companies Act 2006, s.289(1)", field="body")
def somebody_may_vote(total: int) -> bool:
    """Those may agree who could vote on the day of circulation: on that day nobody has a vote here."""
    return total > 0


@rule("Companies Act 2006, s.289(1)", field="person")
def agrees_who_could_vote_when_it_was_circulated(is_eligible: bool, circulated: datetime) -> bool:
    """Those agree who could vote when it was circulated, on {circulated}, whoever holds the shares or the seat now."""
    return is_eligible


@rule("Companies Act 2006, s.286(2)", field="person")
def first_named_agrees(is_another_holder: bool) -> bool:
    """Of joint holders, the one named first on the register votes, and so agrees: this is another of them."""
    return not is_another_holder


@rule("Companies Act 2006, s.290", field="sent_on")
def copy_is_sent_after_the_first(circulated: datetime, sent: datetime, now: datetime) -> bool:
    """It was circulated when the first copy was sent, on {circulated}: this one is later, and is not still to come."""
    return circulated <= sent <= now


@rule("Companies Act 2006, s.291(2)", field="otherwise")
def everybody_eligible_has_a_copy(left_out: Sequence[str]) -> bool:
    """Every eligible member has a copy: say how it goes to those without an e-mail address, {left_out}."""
    return not left_out


@rule("Companies Act 2006, s.291(4)", field="answer_by")
def copy_says_by_when_to_agree(is_of_members: bool, is_asked: bool) -> bool:
    """A copy says how to agree and on which day the resolution lapses, which the Act or the articles lay down."""
    return not (is_of_members and is_asked)


@rule("Model Articles, art. 8(1)", field="answer_by")
def leaves_time_to_answer(is_before_today: bool) -> bool:
    """Whoever is asked needs time to answer: the last day for it is today or later."""
    return not is_before_today


@rule("Companies Act 2006, s.296(1)", field="came_on")
def answer_has_come(circulated: datetime, came: datetime, now: datetime) -> bool:
    """An answer identifies the resolution, and so comes after it was circulated, on {circulated}; none is to come."""
    return circulated <= came <= now


@rule("Companies Act 2006, s.296(3)", field="says")
def agreement_is_not_withdrawn(has_agreed: bool) -> bool:
    """An agreement, once given, is not withdrawn, and needs no other after it."""
    return not has_agreed


@rule("Companies Act 2006, s.282(2)")
def ordinary_passes_by_more_than_half(agreed: int, total: int) -> bool:
    """In writing, an ordinary resolution passes by more than half of the votes of all who may vote: {agreed}/{total}.

    Whoever is silent does not agree.
    """
    return agreed * 2 > total


@rule("Companies Act 2006, s.283(2)")
def special_passes_by_three_quarters(agreed: int, total: int) -> bool:
    """In writing, a special resolution passes by at least three quarters of the votes of all who may: {agreed}/{total}.

    Whoever is silent does not agree.
    """
    return agreed * 4 >= total * 3


@rule("Model Articles, art. 8(1)")
def unanimous_passes_by_all(agreed: int, total: int) -> bool:
    """A decision without a meeting is taken when all who may vote on it share a common view: {agreed} of {total}."""
    return agreed == total


@rule("Model Articles, art. 8(3)", field="not_counted")
def those_not_counted_sit_there(strangers: Sequence[str]) -> bool:
    """Those decide who could have voted at a meeting, without whoever has a conflict: {strangers} has no vote there."""
    return not strangers


@rule("Model Articles, art. 8(4)", field="not_counted")
def those_eligible_would_make_a_quorum(is_quorate: bool | None) -> bool:
    """Without a meeting, they decide only if those who may vote on it would have made a quorum at one."""
    return bool(is_quorate)


@rule("Companies Act 2006, s.296(4)")
def has_not_passed(passed: datetime | None) -> bool:
    """It passed when the majority needed had agreed, on {passed}: nothing is done about it any more."""
    return passed is None


@rule("Companies Act 2006, s.297(1)")
def has_not_lapsed(lapses: datetime | None, now: datetime) -> bool:
    """It lapsed when its last day was over, on {lapses}: an agreement is of no effect after that."""
    return lapses is None or now < lapses


@rule("Companies Act 2006, s.297(1)")
def has_lapsed(lapses: datetime | None, now: datetime) -> bool:
    """It lapses when its last day is over and it has not passed: until then it may pass."""
    return lapses is not None and lapses <= now


@rule("Companies Act 2006, s.355(1)")
def outcome_is_logged_once(is_logged: bool) -> bool:
    """What became of it is in the log of decisions already."""
    return not is_logged


@rule("Companies Act 2006, s.296(1)")
def was_not_withdrawn(withdrawn: datetime | None) -> bool:
    """It was withdrawn on {withdrawn}, and nobody can agree to it."""
    return withdrawn is None


@rule("Companies Act 2006, s.291(2)")
def somebody_is_written_to(count: int) -> bool:
    """There is nobody to write to: everyone has answered or has no e-mail address."""
    return count > 0
