"""What a search finds of meetings by its words: the items of their agendas, and their papers."""

from flask import url_for
from sqlalchemy import select

from registry.db import db
from registry.index import Said
from registry.meetings.bars import papers_kept_from
from registry.meetings.models import Meeting
from registry.meetings.restricted import PERMISSION, bodies_of, restricted_items
from registry.meetings.views.doors import room
from registry.people.queries import person_of


def restricted_now(reader, hits):
    """What is restricted today was no less so when it was not yet known to be."""
    return _restricted(reader, {hit.part_ref: hit for hit in hits})


def restricted_or_kept_away(reader, hits):
    """The papers of restricted items, and those that the reader, who has a conflict, is not to have."""
    meetings = db.session.scalars(select(Meeting).where(Meeting.ref.in_({hit.document_ref for hit in hits}))).all()
    items = {paper.ref: paper.item_ref for meeting in meetings for paper in meeting.papers}
    person = person_of(reader)
    kept = {ref for meeting in meetings for ref in papers_kept_from(person, meeting)}
    away = kept | _restricted(reader, {items[hit.part_ref]: hit for hit in hits})
    return {hit.part_ref for hit in hits if items[hit.part_ref] in away}


def _restricted(reader, by_item):
    if reader.may(PERMISSION):
        return set()
    reads = bodies_of(reader)
    return {ref for ref in restricted_items() if ref in by_item and by_item[ref].body_ref not in reads}


@room.indexed(
    of=Meeting,
    kind="Agenda item",
    needs="meetings.read",
    closed=PERMISSION,
    opens=bodies_of,
    withholds=restricted_now,
    leads=lambda hit: url_for("meetings.meeting", word=hit.document_ref, _anchor=f"item-{hit.number}"),
)
def items_of(meeting):
    for item in meeting.items:
        about = sorted(party.name for party in meeting.parties if party.item_ref == item.ref)
        words = "\n".join(filter(None, (item.proposed, ", ".join(about))))
        yield Said(item.title, words, part_ref=item.ref, number=item.place, **_of(meeting, item))


@room.indexed(
    of=Meeting,
    kind="Paper",
    needs="meetings.read",
    closed=PERMISSION,
    opens=bodies_of,
    withholds=restricted_or_kept_away,
    leads=lambda hit: url_for(
        "meetings.paper", word=hit.document_ref, paper=hit.part_ref, _anchor=hit.number and f"page={hit.number}"
    ),
)
def papers_of(meeting):
    items = {item.ref: item for item in meeting.items}
    for paper in meeting.papers:
        yield Said(paper.title, part_ref=paper.ref, sha256=paper.sha256, **_of(meeting, items[paper.item_ref]))


def _of(meeting, item):
    return {"body_ref": meeting.body_ref, "on": meeting.on, "closed": bool(item.restricted), "over": meeting.body_ref}
