"""What the form to log a decision begins with, wherever one comes from."""

from datetime import date
from typing import Any

from flask import request

from registry import clock
from registry.authorisations.models import Authorisation
from registry.decisions import offering, queries
from registry.decisions.models import (
    ADOPTED,
    APPOINTED,
    APPROVED,
    AT_MEETING,
    CARRIED,
    REFUSED,
    REVOKED,
    TRANSFERRED,
    UNANIMOUS,
    Decision,
)
from registry.decisions.voted import vote_on
from registry.forms import named
from registry.interests.models import Interest
from registry.meetings.models import Meeting
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import ARTICLES, Terms
from registry.transfers.models import Transfer
from registry.transfers.sentences import in_short
from registry.votes.models import Vote
from registry.votes.results import result_of

RESOLVED = "RESOLVED that "


def begun() -> dict[str, Any]:
    """What the form begins with: today or, from a meeting's page, its day; the words from wherever one comes."""
    answers = {"body": _usually_deciding(), "kind": APPROVED, "route": UNANIMOUS, "outcome": CARRIED, "text": RESOLVED}
    answers |= _on_a_day(clock.today())
    for name, model, offers in FROM:
        if (document := named(model, request.args.get(name))) is not None:
            answers |= offers(document)
    return answers


def _usually_deciding() -> Body | None:
    """The board, or whichever body there is alone to decide."""
    return offering.the_board() or queries.only_body()


def _on_a_day(day: date) -> dict[str, Any]:
    return {"on": day, "since": day}


def _at_meeting(meeting: Meeting) -> dict[str, Any]:
    item = next((item for item in meeting.items if str(item.place) == request.args.get("item")), None)
    text = item.proposed if item and item.proposed else RESOLVED
    vote = vote_on(meeting, item.ref, text) if item else None
    return {"body": meeting.body, "route": AT_MEETING, "text": text} | _on_a_day(meeting.on) | _as_voted(vote)


def _as_voted(vote: Vote | None) -> dict[str, Any]:
    """What the vote came to, if there was one."""
    result = result_of(vote) if vote else None
    if vote is None or result is None:
        return {}
    answers = {"outcome": result.outcome, "mover": vote.mover}
    if (count := result.count) is None:
        return answers
    return answers | {"votes_for": count.votes_for, "votes_against": count.votes_against, "abstained": count.withheld}


def _of_terms(terms: Terms) -> dict[str, Any]:
    """To adopt terms or, asked with ?kind=, to end them; the articles are the members' to amend."""
    ends = request.args.get("kind") == REVOKED
    special = "as a special resolution " if terms.kind == ARTICLES else ""
    text = f"RESOLVED {special}that {terms.title}, version {terms.version}, be {'ended' if ends else 'adopted'}."
    return {"body": queries.adopting_body(terms), "kind": REVOKED if ends else ADOPTED, "text": text}


def _to_fill(seat: Seat) -> dict[str, Any]:
    return {"body": seat.body, "kind": APPOINTED}


def _on_a_transfer(transfer: Transfer) -> dict[str, Any]:
    refuses = request.args.get("kind") == REFUSED
    what = f"the transfer {transfer.number}, of {in_short(transfer, clock.today())},"
    text = f"{RESOLVED}{what} be {'refused' if refuses else 'registered'}."
    return {"kind": REFUSED if refuses else TRANSFERRED, "lodged": transfer, "text": text}


def _bearing_on(old: Decision) -> dict[str, Any]:
    """To supersede, rescind or ratify one on record, which its own body does."""
    return {"body": old.body, "bears_on-0-decision": old}


FROM = (
    ("terms", Terms, _of_terms),
    ("seat", Seat, _to_fill),
    ("lodged", Transfer, _on_a_transfer),
    ("interest", Interest, offering.to_authorise),
    ("authorisation", Authorisation, offering.on_an_authorisation),
    ("meeting", Meeting, _at_meeting),
    ("earlier", Decision, _bearing_on),
)
