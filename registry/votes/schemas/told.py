from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def leads(door: str, ref: str) -> fields.Function:
    return fields.Function(lambda line: line[ref] and url_for(door, word=line[ref]), metadata=HIDDEN)


def capital(name: str, **about: str) -> fields.Function:
    return fields.Function(lambda line: line[name][:1].upper() + line[name][1:], metadata=about)


class ShortRow(Row):
    """A vote on the page of its meeting."""

    item = fields.String(metadata={"link": "href"})
    question = fields.String()
    sentence = fields.String(metadata={"label": "Result"})
    state = capital("state", tag="tag")
    ref = fields.String(metadata=HIDDEN)
    href = leads("votes.vote", "ref")


class AtMeetingRow(ShortRow):
    class Meta(ShortRow.Meta):
        fields: tuple[str, ...] = (
            "item", "question", "method", "votes_for", "votes_against", "withheld", "entitled", "state", "sentence",
            "sentences", "ref", "href",
        )  # fmt: skip

    method = capital("method", label="How")
    votes_for = fields.Integer(metadata={"label": "For"})
    votes_against = fields.Integer(metadata={"label": "Against"})
    withheld = fields.Integer()
    entitled = fields.Integer(metadata={"label": "Of"})
    sentence = fields.String(metadata=HIDDEN)
    sentences = fields.List(fields.String(), metadata=HIDDEN)


class VoteRow(AtMeetingRow):
    class Meta(AtMeetingRow.Meta):
        fields = (
            "meeting", "item", "question", "method", "votes_for", "votes_against", "withheld", "entitled", "state",
            "sentence", "ref", "href", "meeting_href",
        )  # fmt: skip

    meeting = fields.String(metadata={"link": "meeting_href"})
    meeting_href = leads("votes.of_meeting", "meeting_ref")


class BallotRow(Row):
    """What might be voted for one member or seat, and how it was."""

    called = fields.String(metadata={"label": "Votes of"})
    votes = fields.Integer()
    by = fields.String(metadata={"label": "Cast by"})
    capacity = fields.String()
    votes_for = fields.Integer(metadata={"label": "For"})
    votes_against = fields.Integer(metadata={"label": "Against"})
    withheld = fields.Integer()


class VotePage(Row):
    title = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata={"link": "meeting_href"})
    item = fields.String()
    method = capital("method", label="How it was voted")
    needed = capital("needed", label="What it needs")
    demanded = fields.String(metadata={"label": "Poll demanded by"})
    opened = fields.AwareDateTime(metadata={"label": "Record time"})
    votes_for = fields.Integer(metadata={"label": "For"})
    votes_against = fields.Integer(metadata={"label": "Against"})
    withheld = fields.Integer()
    entitled = fields.Integer(metadata={"label": "Votes there were to cast"})
    state = capital("state")
    first_put_as = fields.String(metadata={"label": "First put as"})
    question = fields.String(metadata=HIDDEN)
    sentence = fields.String(metadata=HIDDEN)
    sentences = fields.List(fields.String(), metadata=HIDDEN)
    outcome = fields.String(metadata=HIDDEN)
    stands = fields.Boolean(metadata=HIDDEN)
    place = fields.Integer(metadata=HIDDEN)
    ballots = fields.List(fields.Nested(BallotRow), metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = leads("votes.of_meeting", "meeting_ref")
    poll_href = leads("votes.vote", "poll_ref")
    follows_href = leads("votes.vote", "follows_ref")
    demand_href = fields.Function(lambda line: _where_to_demand(line), metadata=HIDDEN)


def _where_to_demand(line: dict[str, Any]) -> str | None:
    """Where the demand of a poll is entered, if one may still be demanded of this vote."""
    if not line["may_be_polled"]:
        return None
    return url_for("votes.demand_poll", word=line["meeting_ref"], item=line["number"])
