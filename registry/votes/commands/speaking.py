"""What is said from the floor before a vote: amendments, and objections to who votes."""

from datetime import date

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.models import SPECIAL
from registry.meetings.queries import chair_of
from registry.meetings.voices import is_of_members
from registry.people.models import Person
from registry.proxies.appointments import begins
from registry.votes import rules
from registry.votes.models import Amendment, Objection, Vote
from registry.votes.standing import is_over


@command
def amend(
    vote: Vote, *, words: str, question: str, mover: Person, noticed_on: date | None = None, noticed_at: str = "",
    late_allowed: bool = False, alters_scope: bool = False, slip: bool = False, carried: bool, by: Actor,
) -> Amendment:  # fmt: skip
    """Record an amendment moved from the floor, whether it was carried, and the question as it would then be put.

    Written notice of it came on a day, at a time as HH:MM. What the chair allowed or found, the minutes say.
    """
    rules.is_not_voted_on_yet(is_over(vote) or bool(vote.ballots))
    noticed = noticed_on and clock.at(noticed_on, noticed_at or "23:59")
    amendment = Amendment(
        place=len(vote.amendments) + 1, words=words, question=question, mover=mover, noticed=noticed,
        late_allowed=late_allowed, alters_scope=alters_scope, slip=slip, carried=carried,
    )  # fmt: skip
    if is_of_members(vote.meeting):
        _uphold(vote, amendment)
    vote.amendments.append(amendment)
    return amendment


@command
def raise_objection(vote: Vote, *, person: Person, made_on: date, ground: str, upheld: bool, by: Actor) -> Objection:
    """Record that somebody's voting was objected to at the meeting, and whether the chair upheld it.

    Where it was upheld, that person's votes are not counted.
    """
    meeting = vote.meeting
    rules.objection_is_made_at_the_meeting(is_of_members(meeting), made_on, meeting.on)
    rules.ruling_is_final(any(each.person_ref == person.ref for each in vote.objections))
    objection = Objection(person=person, ground=ground, upheld=upheld)
    vote.objections.append(objection)
    return objection


def _uphold(vote: Vote, amendment: Amendment) -> None:
    if vote.resolution == SPECIAL:
        chair = chair_of(vote.meeting, vote.item_ref)
        by_the_chair = chair is not None and chair.ref == amendment.mover.ref
        rules.special_resolution_is_amended_by_the_chair(by_the_chair, amendment.slip)
        return
    rules.ordinary_amendment_was_noticed(amendment.noticed, begins(vote.meeting), amendment.late_allowed)
    rules.ordinary_amendment_keeps_the_scope(amendment.alters_scope)
