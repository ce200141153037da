"""Decisions found by their words: in a search, and while another is typed."""

from flask import g, request, url_for

from registry.decisions import alike, reading
from registry.decisions.models import Decision
from registry.decisions.schemas import ShortRow
from registry.decisions.views.doors import room
from registry.doors import Listing, find
from registry.index import Said
from registry.structure.models import Body


@room.page("/like", needs="decisions.read", tells=ShortRow, title="Decisions like it", acts=("decisions.log",))
def like(on):
    """What was decided in words like those of ?text=, by all or by ?body=: asked while a decision is typed."""
    text, word = request.args.get("text", ""), request.args.get("body")
    return Listing(alike.decisions_like(text, find(Body, word) if word else None, on, g.account), text=text)


def of_restricted_items(reader, hits):
    """A decision on a restricted item is found by those alone who may read the item."""
    return reading.on_restricted_items([hit.document_ref for hit in hits], reader)


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
