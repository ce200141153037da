from typing import Any

from marshmallow import ValidationError, fields, validates_schema
from marshmallow.validate import OneOf

from registry import clock
from registry.batches.chosen import general_meetings
from registry.batches.packets import ALL, DELIVERIES, ISSUED, PARTS, WHICH, WHOSE, ZIP
from registry.editions.models import Edition
from registry.editions.succession import latest_editions
from registry.errands.schemas import ErrandRow
from registry.forms import Form, Of
from registry.meetings.models import Meeting
from registry.members.models import ShareClass

SIGNED_IN_A_ZIP = "An electronic signature is kept in the zip alone."
OF_ALL = "Leave blank for all."
NEITHER_DAY = "Say from which day, and to which."
BACKWARDS = "The last day is before the first."


class BatchRow(ErrandRow):
    """A batch that was sent for."""


def delivered_as() -> fields.String:
    """Which papers go into one envelope is told by either."""
    shown = ["A zip, with a file for each paper", "One file to print, with a sheet for the window of each envelope"]
    return fields.String(
        load_default=ZIP,
        validate=OneOf(DELIVERIES, shown),
        metadata={"label": "Delivered as", "kind": "choice", "hint": SIGNED_IN_A_ZIP},
    )


class CertificatesForm(Form):
    which = fields.String(
        required=True,
        validate=OneOf(WHICH, ["All that are live today", "All issued between two days"]),
        metadata={"label": "Which certificates", "kind": "choice"},
    )
    since = fields.Date(load_default=None, metadata={"label": "Issued from", "hint": "Only between two days."})
    until = fields.Date(load_default=None, metadata={"label": "Issued up to, that day with it"})
    share_class = Of(
        ShareClass,
        load_default=None,
        shows=lambda each: each.name,
        metadata={"label": "Class of shares", "hint": OF_ALL},
    )
    delivered_as = delivered_as()

    @validates_schema
    def days_are_told_and_in_order(self, answers: dict[str, Any], **_: Any) -> None:
        if answers.get("which") != ISSUED:
            return
        since, until = answers.get("since"), answers.get("until")
        if since is None or until is None:
            raise ValidationError(NEITHER_DAY, "since" if since is None else "until")
        if until < since:
            raise ValidationError(BACKWARDS, "until")


class MembersForm(Form):
    parts = fields.List(
        fields.String(validate=OneOf(PARTS, ["Account in the register", "Certificates", "Shareholders’ agreement"])),
        load_default=list,
        metadata={"label": "What each member is sent"},
    )
    meeting = Of(
        Meeting,
        load_default=None,
        shows=lambda meeting: meeting.called,
        among=lambda: general_meetings(clock.today()),
        in_order=True,
        metadata={"label": "Notice and proxy form for", "hint": "Leave blank for none."},
    )
    delivered_as = delivered_as()


class ReadersForm(Form):
    edition = Of(
        Edition,
        required=True,
        shows=lambda edition: edition.called,
        among=latest_editions,
        in_order=True,
        metadata={"label": "Which pack"},
    )
    whose = fields.String(
        load_default=ALL,
        validate=OneOf(WHOSE, ["Of all who receive it", "Of those who have no e-mail address"]),
        metadata={"label": "Whose copies", "kind": "choice"},
    )
    delivered_as = delivered_as()
