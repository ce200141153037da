from datetime import date
from typing import Any

from flask import g, request, url_for

from registry import clock
from registry.authorisations.models import Authorisation
from registry.decisions import alike, commands, meanwhile, offering, queries, returns
from registry.decisions.models import (
    ADOPTED,
    APPOINTED,
    APPROVED,
    AT_MEETING,
    CARRIED,
    OTHER,
    REFUSED,
    REVOKED,
    TRANSFERRED,
    UNANIMOUS,
    Decision,
)
from registry.decisions.schemas import AbolishSeatForm, DecisionPage, DecisionRow, LogForm, ShortRow
from registry.doors import Found, Listing, Room, find
from registry.forms import named
from registry.index import Said
from registry.interests.models import Interest
from registry.meetings.models import Meeting
from registry.members.models import Member
from registry.seats.models import Seat
from registry.seats.schemas import EstablishForm
from registry.structure.models import Body
from registry.terms.models import ARTICLES, Terms
from registry.transfers.models import Transfer
from registry.transfers.sentences import in_short

room = Room(__name__)
returns.hang_all()

RESOLVED = "RESOLVED that "


@room.page("/register", needs="decisions.read", tells=DecisionRow, title="Decisions", acts=("decisions.log",))
def register(on):
    """All decisions or, asked with ?body=, those of one body."""
    word = request.args.get("body")
    body = find(Body, word) if word else None
    bodies = queries.bodies_deciding()
    return Listing(queries.decisions_on(on, body), bodies=bodies, body=body and body.name, body_ref=body and body.ref)


def begun() -> dict[str, Any]:
    """What the form begins with: today or, from a meeting's page, its day; the words from wherever one comes."""
    answers = {"route": UNANIMOUS, "outcome": CARRIED, "text": RESOLVED} | _on_a_day(clock.today())
    for name, model, offers in FROM:
        if (document := named(model, request.args.get(name))) is not None:
            answers |= offers(document)
    return answers


def _on_a_day(day: date) -> dict[str, Any]:
    return {"on": day, "since": day}


def _at_meeting(meeting: Meeting) -> dict[str, Any]:
    item = next((item for item in meeting.items if str(item.place) == request.args.get("item")), None)
    text = item.proposed if item and item.proposed else RESOLVED
    return {"body": meeting.body, "route": AT_MEETING, "text": text} | _on_a_day(meeting.on)


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


FROM = (
    ("terms", Terms, _of_terms),
    ("seat", Seat, _to_fill),
    ("lodged", Transfer, _on_a_transfer),
    ("interest", Interest, offering.to_authorise),
    ("authorisation", Authorisation, offering.on_an_authorisation),
    ("meeting", Meeting, _at_meeting),
)


@room.form("/log", needs="decisions.log", asks=LogForm, title="Log a decision", offers=begun)
def log(answer):
    return url_for(".decision", word=commands.log(**answer, by=g.account).ref)


@room.page("/like", needs="decisions.read", tells=ShortRow, title="Decisions like it", acts=("decisions.log",))
def like(on):
    """What was decided in words like those of ?text=, by all or by ?body=: asked while a decision is typed."""
    text, word = request.args.get("text", ""), request.args.get("body")
    return Listing(alike.decisions_like(text, find(Body, word) if word else None, on, g.account), text=text)


@room.form(
    "/<path:word>/establish_seat",
    needs="decisions.establish_seat",
    asks=EstablishForm,
    title="Create a seat by this decision",
    of=Decision,
    offers=lambda decision: {"body": decision.body, "since": decision.since, "appointed_by": decision.body},
    when=lambda decision: decision.outcome == CARRIED and decision.kind in (APPROVED, OTHER),
)
def establish_seat(decision, answer):
    return url_for("seats.seat", word=commands.establish_seat(decision, **answer, by=g.account).ref)


@room.form(
    "/<path:word>/abolish_seat",
    needs="decisions.abolish_seat",
    asks=AbolishSeatForm,
    title="Abolish a seat by this decision",
    of=Decision,
    offers=lambda decision: {"until": decision.since},
    when=lambda decision: decision.outcome == CARRIED and decision.kind in (APPROVED, OTHER),
)
def abolish_seat(decision, answer):
    commands.abolish_seat(decision, **answer, by=g.account)
    return url_for("seats.seat", word=answer["seat"].ref)


@room.page(
    "/<path:word>",
    needs="decisions.read",
    tells=DecisionPage,
    title="Decision",
    of=Decision,
    acts=("decisions.establish_seat", "decisions.abolish_seat"),
)
def decision(decision, on):
    return queries.decision_on(decision, on)


@room.panel(on=Body, needs="decisions.read", tells=ShortRow, title="Decisions", empty="It has decided nothing yet.")
def decisions_of(body, on):
    return queries.decisions_on(on, body)


@room.panel(on=Meeting, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision of it is logged.")
def decisions_at(meeting, on):
    return queries.decisions_at(meeting, on)


@room.panel(on=Seat, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged.")
@room.panel(on=Terms, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision adopts them.")
@room.panel(
    on=Transfer, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged."
)
@room.panel(
    on=Member, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged."
)
@room.panel(
    on=Authorisation, needs="decisions.read", tells=ShortRow, title="Decisions", empty="No decision about it is logged."
)
def decisions_changing(document, on):
    return queries.decisions_changing(document.ref, on)


@room.panel(
    on=Interest,
    needs="decisions.read",
    tells=ShortRow,
    title="Decided between its arising and its declaration",
    empty="",
)
def decided_meanwhile(interest, on):
    """What the office looks at again where an interest was declared late."""
    return meanwhile.decided_before_it_was_declared(interest, on)


@room.resting(on=Member)
def resolutions_since(member, since):
    for line in queries.resolutions_of_members(since):
        text = f"{line['number']}: {line['text']}"
        yield Found("Vote of the members", text, url_for("decisions.decision", word=line["ref"]))


def of_restricted_items(reader, hits):
    """A decision on a restricted item is found by those alone who may read the item."""
    return alike.on_restricted_items([hit.document_ref for hit in hits], reader)


@room.indexed(
    of=Decision,
    kind=alike.KIND_OF_WORDS,
    needs="decisions.read",
    leads=lambda hit: url_for("decisions.decision", word=hit.document_ref),
    withholds=of_restricted_items,
)
def said_in(decision):
    day = decision.on
    yield Said(decision.number, decision.text, body_ref=decision.body_ref, on=day, since=day)
