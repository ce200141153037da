from typing import Any

from flask import url_for
from marshmallow import fields

from registry.actions.schemas import ShortRow
from registry.conflicts.schemas import PlanPage
from registry.decisions.schemas import DecisionRow
from registry.forms import Row
from registry.interests.schemas import InterestRow
from registry.meetings.schemas import MeetingPage
from registry.minutes.schemas import MinutesPage
from registry.terms.schemas import VersionPage


class PackRow(Row):
    """A meeting, and what its pack would hold."""

    title = fields.String(attribute="meeting", metadata={"label": "Pack for the meeting of", "link": "href"})
    on = fields.Date(metadata={"label": "Day"})
    state = fields.String()
    items = fields.Integer()
    papers = fields.Integer()
    pages = fields.Integer(metadata={"label": "Pages of papers"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("packs.board_pack", word=line["ref"]), metadata={"hidden": True})


def page_of(line: dict[str, Any]) -> str | None:
    """Where the registers tell what a section tells, if one page of theirs does."""
    if line["page"] is None:
        return None
    door, words = line["page"]
    return url_for(door, **words)


class ContentsRow(Row):
    """A section of a pack. A paper's bytes are known by `sha256`; `item` is the number of the item that it is for.

    What `fronts` the paper of a letter is its front sheet, which the contents do not name.
    """

    title = fields.String(metadata={"label": "Section", "link": "href"})
    about = fields.String(metadata={"label": "What is in it"})
    presenter = fields.String(metadata={"hidden": True})
    name = fields.String(metadata={"hidden": True})
    level = fields.Integer(metadata={"hidden": True})
    minutes = fields.Integer(metadata={"hidden": True})
    item = fields.Integer(metadata={"hidden": True})
    under_review = fields.Integer(metadata={"hidden": True})
    fronts = fields.String(metadata={"hidden": True})
    pages = fields.Integer(metadata={"hidden": True})
    sha256 = fields.String(metadata={"hidden": True})
    href = fields.Function(page_of, metadata={"hidden": True})


class ReportRow(Row):
    """An uploaded paper, and how it is bound in. `fault` is why it is not, and `why_not` why it is no PDF/A."""

    title = fields.String(metadata={"label": "Paper", "link": "href"})
    pages = fields.Integer()
    state = fields.String(metadata={"label": "In the pack", "tag": True})
    drawn_at = fields.String(metadata={"label": "Drawn at"})
    on_its_side = fields.String(metadata={"label": "On its side"})
    notes = fields.String(metadata={"label": "What to know"})
    fault = fields.String(metadata={"hidden": True})
    why_not = fields.String(metadata={"hidden": True})
    removed = fields.List(fields.String(), metadata={"hidden": True})
    name = fields.String(metadata={"hidden": True})
    href = fields.Function(page_of, metadata={"hidden": True})


class SeatedRow(Row):
    """Somebody who holds a seat on the day of the meeting."""

    name = fields.String()
    seats = fields.List(fields.String(), metadata={"label": "Seat"})
    entered = fields.Boolean(metadata={"label": "In the public register"})
    person_ref = fields.String(metadata={"hidden": True})


class ChangeRow(Row):
    """Something that a register says since the last meeting: of which day, and entered on which."""

    register = fields.String()
    text = fields.String(metadata={"label": "What changed"})
    on = fields.Date(metadata={"label": "From"})
    entered = fields.Date(metadata={"label": "Entered on"})
    ref = fields.String(metadata={"hidden": True})


class AheadRow(Row):
    """Something that is to come, and on or by which day."""

    on = fields.Date(metadata={"label": "Day"})
    text = fields.String(metadata={"label": "What"})
    overdue = fields.Boolean(metadata={"hidden": True})


class EarlierRow(Row):
    """A decision that was taken before on the subject of an item, by its number on the agenda, and why it is named."""

    item = fields.Integer()
    number = fields.String(metadata={"link": "href"})
    on = fields.Date()
    text = fields.String()
    status = fields.String()
    why = fields.String()
    href = fields.Function(lambda line: url_for("decisions.decision", word=line["ref"]), metadata={"hidden": True})


class PackPage(Row):
    """A pack whole: the facts of each of its sections, by the section's name."""

    title = fields.String(metadata={"hidden": True})
    what = fields.String(metadata={"hidden": True})
    body = fields.String(attribute="meeting.body", metadata={"label": "Meeting of"})
    on = fields.Date(attribute="meeting.on", metadata={"label": "Day"})
    begins = fields.String(attribute="meeting.begins", metadata={"label": "Begins at"})
    place = fields.String(attribute="meeting.place")
    status = fields.String()
    archival = fields.String(metadata={"label": "To be kept"})
    sections = fields.List(fields.String(), metadata={"hidden": True})
    starts_on_right = fields.Boolean(metadata={"hidden": True})
    names_reader = fields.Boolean(metadata={"hidden": True})
    tells_who_opened = fields.Boolean(metadata={"hidden": True})
    last_meeting = fields.Date(metadata={"hidden": True})
    contents = fields.List(fields.Nested(ContentsRow), metadata={"hidden": True})
    report = fields.List(fields.Nested(ReportRow), metadata={"hidden": True})
    meeting = fields.Nested(MeetingPage, metadata={"hidden": True})
    seated = fields.List(fields.Nested(SeatedRow), metadata={"hidden": True})
    interests = fields.List(fields.Nested(InterestRow), metadata={"hidden": True})
    conflicts = fields.Nested(PlanPage, metadata={"hidden": True})
    actions = fields.List(fields.Nested(ShortRow), metadata={"hidden": True})
    minutes = fields.Nested(MinutesPage, allow_none=True, metadata={"hidden": True})
    decisions = fields.List(fields.Nested(DecisionRow), metadata={"hidden": True})
    reviewed = fields.List(fields.Nested(VersionPage), metadata={"hidden": True})
    changes = fields.List(fields.Nested(ChangeRow), metadata={"hidden": True})
    ahead = fields.List(fields.Nested(AheadRow), metadata={"hidden": True})
    earlier = fields.List(fields.Nested(EarlierRow), metadata={"hidden": True})
    terms = fields.Nested(VersionPage, allow_none=True, metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
