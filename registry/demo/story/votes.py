"""Votes of the members in 2020, by hands and then on a poll that came to the opposite; and a board that was divided."""

from registry.demo.facts import people as facts
from registry.demo.story.cast import Cast
from registry.meetings.models import Meeting
from registry.votes import commands as votes
from registry.votes.models import AGAINST, FOR, HANDS, NAMED, TWO_VOTERS, WITHHELD
from registry.votes.voters import voters_at

OPPOSED = (
    "C82016", "C82021", "C82022", "C82036", "C82044", "C82048", "C82067", "C82079", "C82098", "C82109", "C82112",
    "C82611", "C82631", "C82649",
)  # fmt: skip
"""Fourteen of the smaller practices, who had more hands and fewer shares."""
UNDECIDED = "C82002", "C82013"
DEMANDED = "C82001", "C82009"
EXECUTIVE = "C82038"
RESERVE = "That £20,000 be kept in reserve for the winter."
FOR_A_RESERVE = "U09521", "U12169", "U30213"


def of_the_members(cast: Cast) -> None:
    """On the seats the hands were 13 to 14; by shares it was carried. On the articles nobody asked for a poll."""
    meeting, by = cast.meetings["general"], cast.secretary
    question = meeting.items[0].proposed
    mover, seconder = (cast.person(facts.NOMINEES[code]) for code in (EXECUTIVE, DEMANDED[0]))
    votes.put(
        meeting, item=1, question=question, method=HANDS, put_at="19:40", mover=mover, seconder=seconder,
        votes_for=13, votes_against=14, withheld=2, by=by,
    )  # fmt: skip
    demanders = [cast.person(facts.NOMINEES[code]) for code in DEMANDED]
    poll = votes.demand_poll(meeting, item=1, demanded_in=TWO_VOTERS, demanders=demanders, by=by)
    votes.open_poll(poll, at="19:45", by=by)
    votes.cast(poll, lines=_slips(cast, meeting), by=by)
    votes.close(poll, by=by)
    votes.put(
        meeting, item=2, question=meeting.items[1].proposed, method=HANDS, put_at="20:10", votes_for=27,
        votes_against=2, withheld=0, by=by,
    )  # fmt: skip


def _slips(cast: Cast, meeting: Meeting) -> list[dict[str, object]]:
    """Of every member who came, and of the one who sent a proxy."""
    ways = dict.fromkeys(OPPOSED, AGAINST) | dict.fromkeys(UNDECIDED, WITHHELD)
    how = {member.ref: ways.get(code, FOR) for code, member in cast.members.items()}
    people = {person.ref: person for person in cast.people.values()}
    return [
        {"voter": each.holding.of, "person": people[each.person], "how": how[each.holding.of]}
        for each in voters_at(meeting, meeting.items[0].ref)
    ]


def of_the_board(cast: Cast) -> None:
    """Four to four, under terms by which nobody has a casting vote."""
    meeting, item = cast.meetings["five of eight"], 2
    vote = votes.put(meeting, item=item, question=RESERVE, method=NAMED, put_at="13:25", by=cast.secretary)
    willing = _for_a_reserve(cast, meeting)
    people = {person.ref: person for person in cast.people.values()}
    lines = [
        {"voter": each.holding.of, "person": people[each.person], "how": FOR if each.person in willing else AGAINST}
        for each in voters_at(meeting, vote.item_ref)
    ]
    votes.cast(vote, lines=lines, by=cast.secretary)
    votes.close(vote, by=cast.secretary)


def _for_a_reserve(cast: Cast, meeting: Meeting) -> set[str]:
    """The executive director, and the clinical directors of three networks."""
    held = (cast.seats[code].appointment(meeting.on) for code in FOR_A_RESERVE)
    return {cast.person(facts.NOMINEES[EXECUTIVE]).ref, *(each.person_ref for each in held if each is not None)}
