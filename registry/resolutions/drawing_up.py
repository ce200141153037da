"""A resolution as it would go out at this moment, and what the law has against it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.decisions.models import AUTHORISED
from registry.decisions.waiting import written_down
from registry.ledger.canonical import canonical
from registry.members.models import Member
from registry.people.models import Person
from registry.resolutions import rules
from registry.resolutions.eligibility import Voter, total_of, voters_of, would_make_a_quorum
from registry.resolutions.lapsing import is_let_decide_so, lapse_of, share_that_may_require
from registry.resolutions.models import Eligible, Proposer, Resolution
from registry.structure.models import GENERAL_MEETING, Body
from registry.votes.members import votes_of

Words = Mapping[str, Any]
"""What the boxes of a draft were read as."""


def drawn_up(words: Words) -> tuple[Resolution, list[Voter]]:
    """A resolution as it would go out now, and everybody who has votes; what the law has against it, it says."""
    body, today = words["body"], clock.today()
    _uphold_its_words(words, body, today)
    interested = _interested(words)
    voters = voters_of(body, today, interested)
    rules.somebody_may_vote(total_of(voters))
    proposers = _proposers(words["proposers"], total_of(voters), body, today)
    if body.kind != GENERAL_MEETING:
        _uphold_the_quorum(body, today, voters, words["not_counted"], interested)
    lapse = lapse_of(body, today, words["answer_by"])
    told = {name: words[name] for name in ("body", "passes_as", "title", "text", "kind", "takes_effect")}
    resolution = Resolution(
        **told,
        effect=canonical(written_down(words["kind"], words)),
        circulated=clock.now(),
        last_day=lapse.last_day,
        lapses_by=lapse.reckoned,
        proposers=proposers,
        eligible=[_eligible(place, each) for place, each in enumerate(voters, start=1)],
    )
    return resolution, voters


def _uphold_its_words(words: Words, body: Body, today: date) -> None:
    is_of_members = body.kind == GENERAL_MEETING
    rules.members_resolve_by_majority(is_of_members, words["passes_as"])
    rules.may_decide_without_a_meeting(is_let_decide_so(body, today))
    rules.special_resolution_says_that_it_is_one(words["passes_as"], words["text"])
    rules.copy_says_by_when_to_agree(is_of_members, words["answer_by"] is not None)
    rules.leaves_time_to_answer(words["answer_by"] is not None and words["answer_by"] < today)
    if is_of_members:
        rules.director_is_not_removed_in_writing(words["kind"], words["text"])
        rules.auditor_is_not_removed_in_writing(words["text"])


def _interested(words: Words) -> set[str]:
    """Those who may not vote on it: whoever the office names and, where a conflict is authorised, whose it is."""
    people: list[Person] = list(words["not_counted"])
    if words["kind"] == AUTHORISED:
        people += [words["person"], *(words["also_interested"] or ())]
    return {person.ref for person in people}


def _proposers(members: Sequence[Member], total: int, body: Body, today: date) -> list[Proposer]:
    found = [Proposer(member=member, votes=votes_of(member, today)) for member in members]
    if found:
        number, of = share_that_may_require(body, today)
        rules.members_who_require_it_hold_enough(sum(each.votes for each in found), total, number, of)
    return found


def _uphold_the_quorum(
    body: Body, today: date, voters: Sequence[Voter], not_counted: Sequence[Person], interested: set[str]
) -> None:
    seated = {each.person.ref for each in voters}
    rules.those_not_counted_sit_there([each.name_on(today) for each in not_counted if each.ref not in seated])
    rules.those_eligible_would_make_a_quorum(would_make_a_quorum(body, today, interested))


def _eligible(place: int, voter: Voter) -> Eligible:
    told = {"member": voter.member, "seat": voter.seat, "votes": voter.votes, "kept_out": voter.kept_out}
    return Eligible(place=place, person=voter.person, **told)
