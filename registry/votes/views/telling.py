"""The register of votes, one meeting's, and one vote; what this room brings to the page of a meeting; the search."""

from flask import abort, g, url_for

from registry.doors import Found, Listing
from registry.doors.hung import has_all
from registry.meetings.models import Meeting
from registry.meetings.restricted import PERMISSION as READS_RESTRICTED
from registry.meetings.restricted import bodies_of, restricted_items, withheld_from
from registry.votes import queries
from registry.votes.models import Vote
from registry.votes.schemas import AtMeetingRow, ShortRow, VotePage, VoteRow
from registry.votes.views.doors import may_see, room


@room.page("/register", needs="votes.read", tells=VoteRow, title="Votes")
def register(on):
    return seen_by_reader(queries.votes_on(on))


@room.page(
    "/meetings/<word>",
    needs="votes.read",
    tells=AtMeetingRow,
    title="Votes at a meeting",
    of=Meeting,
    many=True,
    acts=("votes.put", "votes.demand_poll"),
)
def of_meeting(meeting, on):
    return Listing(of(meeting), meeting=meeting.called, meeting_ref=meeting.ref)


@room.page(
    "/<word>",
    needs="votes.read",
    tells=VotePage,
    title="Vote",
    of=Vote,
    acts=(
        "votes.declare",
        "votes.open_poll",
        "votes.cast",
        "votes.close",
        "votes.give_casting_vote",
        "votes.amend",
        "votes.raise_objection",
        "votes.withdraw_demand",
        "votes.withdraw",
        "votes.strike",
    ),
)
def vote(vote, on):
    return queries.vote_on(vote) if may_see(vote) else abort(404)


@room.panel(on=Meeting, needs="votes.read", tells=ShortRow, title="Votes", empty="")
def votes_at(meeting, on):
    return of(meeting)


@room.searched(needs="votes.read")
def search(words, on):
    for line in seen_by_reader(queries.votes_on(on)):
        if has_all(line["question"], words):
            yield Found("Vote", f"{line['meeting']}: {line['question']}", url_for("votes.vote", word=line["ref"]))


def of(meeting):
    return queries.votes_at(meeting, withheld_from(g.account, meeting))


def seen_by_reader(lines):
    """Those under items that the reader may know of: of a body on which she sits, all."""
    if g.account.may(READS_RESTRICTED):
        return lines
    hidden, mine = restricted_items(), bodies_of(g.account)
    return [
        line for line in lines if line["body_ref"] in mine or not (line["is_restricted"] or line["item_ref"] in hidden)
    ]
