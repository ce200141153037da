"""What a search finds of minutes: each passage of the version that went out last, by whoever may read it."""

from flask import url_for
from sqlalchemy import select

from registry.db import db
from registry.index import Said
from registry.meetings.restricted import bodies_of
from registry.meetings.voices import is_of_members
from registry.minutes.models import Minutes
from registry.minutes.readers import PERMISSION, hidden_from
from registry.minutes.said import HEADING
from registry.minutes.standing import latest_of
from registry.minutes.views.doors import room


def kept_away(reader, hits):
    """Passages on what is restricted or kept from the reader for a conflict, and all that a later version replaced."""
    found = db.session.scalars(select(Minutes).where(Minutes.ref.in_({hit.document_ref for hit in hits})))
    return {ref for minutes in found for ref in _kept_away(reader, minutes)}


def _kept_away(reader, minutes):
    is_latest = latest_of(minutes.meeting) is minutes
    hidden = hidden_from(reader, minutes.meeting) if is_latest else ()
    return {each.ref for each in minutes.passages if not is_latest or each.item_ref in hidden}


@room.indexed(
    of=Minutes,
    kind="Minutes",
    needs="minutes.read",
    closed=PERMISSION,
    opens=bodies_of,
    withholds=kept_away,
    leads=lambda hit: url_for("minutes.minutes", word=hit.document_ref, _anchor=f"passage-{hit.number}"),
)
def said_in(minutes):
    met = minutes.meeting
    of_all = {"body_ref": met.body_ref, "on": met.on, "since": minutes.circulated}
    whose = {"closed": not is_of_members(met), "over": met.body_ref}
    for passage in minutes.passages:
        if passage.source != HEADING:
            yield Said(minutes.called, passage.text, part_ref=passage.ref, number=passage.place, **of_all, **whose)
