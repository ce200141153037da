"""What the pages of meetings tell."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row


class PaperRow(Row):
    letter = fields.String(metadata={"link": "href"})
    title = fields.String()
    author = fields.String(metadata={"label": "Written by"})
    pages = fields.Integer()
    late = fields.Date(metadata={"label": "Late: came on"})
    file_name = fields.String(metadata={"hidden": True})
    sent_as = fields.String(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(
        lambda paper: url_for("meetings.paper", word=paper["meeting_ref"], paper=paper["ref"]),
        metadata={"hidden": True},
    )
    sent = fields.Function(
        lambda paper: paper["sent_as"] and url_for("meetings.sent", word=paper["meeting_ref"], paper=paper["ref"]),
        metadata={"hidden": True},
    )


class PartyRow(Row):
    name = fields.String()
    ref = fields.String(attribute="party_ref", metadata={"hidden": True})


class ItemRow(Row):
    number = fields.Integer(metadata={"label": "No."})
    reference = fields.String(metadata={"label": "Ref"})
    title = fields.String(metadata={"label": "Item"})
    purpose = fields.Function(lambda item: f"To {item['purpose']}")
    presenter = fields.String()
    starts = fields.String(metadata={"label": "Begins about"})
    time_wanted = fields.Integer(metadata={"label": "Minutes"})
    proposed = fields.String(metadata={"label": "Decision proposed"})
    resolution = fields.String()
    topic = fields.String(metadata={"label": "About"})
    parties = fields.List(fields.Nested(PartyRow), metadata={"label": "Whom it is about"})
    papers = fields.List(fields.Nested(PaperRow))
    kept = fields.String(metadata={"label": "Why its papers are kept from you"})
    awaits_paper = fields.Boolean(metadata={"label": "Awaits a paper"})
    restricted = fields.String()
    withdrawn = fields.Date()
    standing = fields.String(metadata={"hidden": True})
    quorum = fields.String()
    quorate = fields.Boolean()
    hidden = fields.Boolean(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    add_paper = fields.Function(lambda item: _about("meetings.add_paper", item), metadata={"hidden": True})
    change = fields.Function(lambda item: _about("meetings.change_item", item), metadata={"hidden": True})
    strike = fields.Function(lambda item: _about("meetings.strike_item", item), metadata={"hidden": True})
    decide = fields.Function(
        lambda item: url_for("decisions.log", meeting=item["meeting_ref"], item=item["number"]),
        metadata={"hidden": True},
    )
    vote = fields.Function(
        lambda item: url_for("votes.put", word=item["meeting_ref"], item=item["number"]), metadata={"hidden": True}
    )
    give = fields.Function(
        lambda item: url_for("actions.agree", meeting=item["meeting_ref"], item=item["number"]),
        metadata={"hidden": True},
    )


def _about(door: str, item: dict[str, Any]) -> str:
    return url_for(door, word=item["meeting_ref"], item=item["number"])


class StandingRow(Row):
    title = fields.String(metadata={"label": "Item"})
    purpose = fields.Function(lambda item: f"To {item.purpose}")


class AttendanceRow(Row):
    name = fields.String(metadata={"label": "Person", "link": "href"})
    seats = fields.List(fields.String(), metadata={"label": "Seat"})
    mark = fields.String(metadata={"label": "Attended"})
    items = fields.List(fields.String(), metadata={"label": "But for"})
    reason = fields.String()
    href = fields.Function(lambda line: url_for("people.person", word=line["person"]), metadata={"hidden": True})


class MeetingRow(Row):
    meeting = fields.String(metadata={"link": "href"})
    on = fields.Date(metadata={"label": "Day"})
    begins = fields.String(metadata={"label": "Begins at"})
    place = fields.String()
    notice_given = fields.Date()
    items = fields.Integer(metadata={"label": "Items"})
    state = fields.String()
    ref = fields.String(metadata={"hidden": True})
    body = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("meetings.meeting", word=line["ref"]), metadata={"hidden": True})


class AttendedRow(Row):
    """A meeting on the page of somebody who was, or was not, there."""

    meeting = fields.String(metadata={"link": "href"})
    attended = fields.String()
    otherwise = fields.String(metadata={"label": "Item by item"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("meetings.meeting", word=line["ref"]), metadata={"hidden": True})


class AdjournedRow(Row):
    """The meeting that this one goes on from, or that goes on from it."""

    sentence = fields.String(metadata={"link": "href"})
    href = fields.Function(lambda line: url_for("meetings.meeting", word=line["ref"]), metadata={"hidden": True})


class MeetingPage(Row):
    title = fields.String(attribute="meeting", metadata={"hidden": True})
    body = fields.String(metadata={"link": "body_href"})
    on = fields.Date(metadata={"label": "Day"})
    begins = fields.String(metadata={"label": "Begins at"})
    place = fields.String()
    joining = fields.String(metadata={"label": "From elsewhere"})
    version = fields.String(metadata={"label": "Agenda"})
    notice = fields.String()
    arithmetic = fields.String(metadata={"label": "How the days are counted"})
    consents = fields.String(metadata={"label": "Shorter notice"})
    waived = fields.List(fields.String(), metadata={"label": "Notice waived by"})
    terms = fields.String(metadata={"label": "Terms in force", "link": "terms_href"})
    general = fields.Boolean(metadata={"hidden": True})
    chairs = fields.List(fields.String(), metadata={"label": "In the chair"})
    chair = fields.String(metadata={"hidden": True})
    next_meeting = fields.Date(metadata={"hidden": True})
    quorum = fields.String()
    agenda = fields.List(fields.Nested(ItemRow), metadata={"hidden": True})
    attendance = fields.List(fields.Nested(AttendanceRow), metadata={"hidden": True})
    state = fields.String(metadata={"hidden": True})
    sentence = fields.String(metadata={"hidden": True})
    stages = fields.List(fields.Dict(), metadata={"hidden": True})
    next_step = fields.Function(
        lambda line: line["next_step"] and url_for(line["next_step"], word=line["ref"]), metadata={"hidden": True}
    )
    unpublished = fields.List(fields.String(), metadata={"hidden": True})
    moved = fields.List(fields.String(), metadata={"hidden": True})
    cancelled = fields.Date(metadata={"hidden": True})
    cancelled_why = fields.String(metadata={"hidden": True})
    adjourned = fields.List(fields.Nested(AdjournedRow), metadata={"hidden": True})
    notice_given = fields.Date(metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    body_href = fields.Function(
        lambda line: url_for("structure.body", word=line["body_ref"]), metadata={"hidden": True}
    )
    terms_href = fields.Function(
        lambda line: line["terms_ref"] and url_for("terms.version", word=line["terms_ref"]), metadata={"hidden": True}
    )
