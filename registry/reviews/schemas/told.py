"""What the room tells."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def page_of(line: dict[str, Any]) -> str:
    return url_for("reviews.interest", word=line["ref"])


class PieceRow(Row):
    what = fields.String()
    text = fields.String()


class ChangeRow(Row):
    label = fields.String()
    pieces = fields.List(fields.Nested(PieceRow))


class WaitingRow(Row):
    """An interest that waits for a reviewer."""

    person = fields.String(metadata={"label": "Name", "link": "href"})
    organisation = fields.String(metadata={"label": "With whom"})
    description = fields.String(metadata={"label": "Interest"})
    kind = fields.String(metadata={"label": "Type"})
    status = fields.String()
    marks = fields.List(fields.String(), metadata={"label": "Notes"})
    changed = fields.Function(lambda line: [each.in_words for each in line["changes"]], metadata={"label": "Changed"})
    waiting_since = fields.Date()
    bodies = fields.List(fields.String(), metadata={"label": "Sits on"})
    meeting = fields.String(metadata={"label": "Next meeting", "link": "meeting_href"})
    ref = fields.String(metadata=HIDDEN)
    changes = fields.List(fields.Nested(ChangeRow), metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)
    meeting_href = fields.Function(
        lambda line: line["meeting_ref"] and url_for("meetings.meeting", word=line["meeting_ref"]), metadata=HIDDEN
    )


class UnderReviewPage(WaitingRow):
    """An interest as a reviewer sees it, whether it waits or not."""

    class Meta(WaitingRow.Meta):
        exclude = ("changed",)

    title = fields.String(metadata=HIDDEN)
    person = fields.String(metadata={"label": "Name", "link": "interest_href"})
    since = fields.Date(metadata={"label": "Arose"})
    declared_on = fields.Date(metadata={"label": "Declared"})
    last_day = fields.Date(metadata={"label": "Last day"})
    public = fields.Boolean(metadata={"label": "Published"})
    private_reason = fields.String(metadata={"label": "Reason given for keeping it private"})
    interest_href = fields.Function(lambda line: url_for("interests.interest", word=line["ref"]), metadata=HIDDEN)


class ReviewRow(Row):
    """A review that was made."""

    on = fields.Date(metadata={"label": "Reviewed"})
    person = fields.String(metadata={"label": "Name", "link": "href"})
    organisation = fields.String(metadata={"label": "With whom"})
    mitigation = fields.String(metadata={"label": "How it is handled"})
    publication = fields.String(metadata={"label": "Public register"})
    withheld_because = fields.String(metadata={"label": "Why withheld"})
    approved_by = fields.String(metadata={"label": "Approved by"})
    href = fields.Function(page_of, metadata=HIDDEN)


class ReviewOfOneRow(ReviewRow):
    """The same, where it is plain of which interest."""

    class Meta(ReviewRow.Meta):
        exclude = ("person", "organisation", "href")


class MitigationRow(Row):
    on = fields.Date(metadata={"label": "Reviewed"})
    mitigation = fields.String(metadata={"label": "How it is handled"})


class HandledRow(Row):
    """What a reviewer last made of an interest, where it is plain whose it is."""

    organisation = fields.String(metadata={"label": "With whom", "link": "href"})
    mitigation = fields.String(metadata={"label": "How it is handled"})
    publication = fields.String(metadata={"label": "Public register"})
    on = fields.Date(metadata={"label": "Reviewed"})
    href = fields.Function(lambda line: url_for("interests.interest", word=line["ref"]), metadata=HIDDEN)


class QuestionRow(Row):
    text = fields.String(metadata={"label": "Question", "link": "href"})
    asked = fields.Date()
    interest = fields.String(metadata={"label": "About", "link": "interest_href"})
    answer = fields.String()
    answered = fields.Date()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("reviews.question", word=line["ref"]), metadata=HIDDEN)
    interest_href = fields.Function(
        lambda line: url_for("interests.interest", word=line["interest_ref"]), metadata=HIDDEN
    )


class QuestionOfOneRow(QuestionRow):
    """A question where it is plain about which interest."""

    class Meta(QuestionRow.Meta):
        exclude = ("interest", "interest_href")


class QuestionPage(QuestionRow):
    class Meta(QuestionRow.Meta):
        exclude = ("href",)

    title = fields.String(metadata=HIDDEN)
    text = fields.String(metadata={"label": "Question"})


class NoteRow(Row):
    on = fields.Date(metadata={"label": "Noted"})
    text = fields.String(metadata={"label": "Note"})
