"""What this room tells."""

from flask import url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def leads(door: str, ref: str) -> fields.Function:
    """Where a cell leads: to the page of what the line has under `ref`, if it has anything."""
    return fields.Function(lambda line: line[ref] and url_for(door, word=line[ref]), metadata=HIDDEN)


EARLIER = fields.Function(
    lambda line: line["earlier"] and url_for(line["earlier_door"], word=line["earlier_ref"]), metadata=HIDDEN
)


class OwnNoticeRow(Row):
    """A notice, where it is plain whose it is."""

    organisation = fields.String(metadata={"label": "Of whom", "link": "href"})
    kind = fields.Function(lambda line: line["kind"].capitalize(), metadata={"label": "What"})
    nature = fields.String()
    extent = fields.String()
    since = fields.Date(metadata={"label": "Given"})
    state = fields.String(metadata={"label": "How it stands"})
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    ref = fields.String(metadata=HIDDEN)
    href = leads("disclosures.notice", "ref")


class NoticeRow(OwnNoticeRow):
    class Meta(OwnNoticeRow.Meta):
        fields: tuple[str, ...] = (
            "person", "organisation", "kind", "nature", "extent", "since", "state", "marks",
            "ref", "href", "person_href",
        )  # fmt: skip

    person = fields.String(metadata={"label": "Director", "link": "person_href"})
    person_href = leads("people.person", "person_ref")


class AtMeetingRow(NoticeRow):
    """A notice that a meeting has before it."""

    class Meta(NoticeRow.Meta):
        fields = ("person", "organisation", "kind", "state", "ref", "href", "person_href")


class NoticePage(NoticeRow):
    class Meta(NoticeRow.Meta):
        fields = (
            "title", "person", "kind", "organisation", "nature", "extent", "transaction", "entered", "arose", "since",
            "state", "meeting", "item", "until", "earlier", "marks", "ref", "rev",
            "person_href", "meeting_href", "earlier_href", "awaits", "is_general",
        )  # fmt: skip

    title = fields.String(metadata=HIDDEN)
    organisation = fields.String(metadata={"label": "Of whom"})
    transaction = fields.String(metadata={"label": "Transaction"})
    entered = fields.Date(metadata={"label": "Entered into on"})
    arose = fields.Date(metadata={"label": "The interest began on"})
    meeting = fields.String(metadata={"label": "Brought up at", "link": "meeting_href"})
    item = fields.Integer(metadata={"label": "Under item"})
    until = fields.Date(metadata={"label": "First day no longer"})
    earlier = fields.String(metadata={"label": "It corrects or completes", "link": "earlier_href"})
    awaits = fields.Date(metadata=HIDDEN)
    is_general = fields.Boolean(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = leads("meetings.meeting", "meeting_ref")
    earlier_href = EARLIER


class OwnDisclosureRow(Row):
    """What was declared at a meeting, where it is plain by whom."""

    item = fields.String(metadata={"label": "Item", "link": "href"})
    meeting = fields.String(metadata={"link": "meeting_href"})
    nature = fields.String()
    extent = fields.String()
    notice = fields.String(metadata={"label": "Under general notice", "link": "notice_href"})
    duty = fields.String(metadata={"label": "Under"})
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    ref = fields.String(metadata=HIDDEN)
    href = leads("disclosures.disclosure", "ref")
    meeting_href = leads("meetings.meeting", "meeting_ref")
    notice_href = leads("disclosures.notice", "notice_ref")


class DisclosureRow(OwnDisclosureRow):
    class Meta(OwnDisclosureRow.Meta):
        fields: tuple[str, ...] = (
            "person", "item", "meeting", "nature", "extent", "notice", "duty", "marks",
            "ref", "href", "person_href", "meeting_href", "notice_href",
        )  # fmt: skip

    person = fields.String(metadata={"label": "Director", "link": "person_href"})
    person_href = leads("people.person", "person_ref")


class DisclosurePage(DisclosureRow):
    class Meta(DisclosureRow.Meta):
        fields = (
            "title", "person", "meeting", "item", "nature", "extent", "notice", "duty", "arose", "earlier", "marks",
            "ref", "rev", "person_href", "meeting_href", "notice_href", "earlier_href",
        )  # fmt: skip

    title = fields.String(metadata=HIDDEN)
    item = fields.String()
    arose = fields.Date(metadata={"label": "The interest began on"})
    earlier = fields.String(metadata={"label": "It corrects or completes", "link": "earlier_href"})
    rev = fields.Integer(metadata=HIDDEN)
    earlier_href = EARLIER
