"""What is asked of whoever calls a meeting and gives notice of it."""

from marshmallow import fields
from marshmallow.validate import Regexp

from registry.forms import Form, Lines, Of
from registry.meetings.schemas.items import ItemForm
from registry.structure.models import Body

CLOCK_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"


class AgendaLineForm(ItemForm):
    """An item of a meeting that is being called; more is said of it on the meeting's page."""

    class Meta(ItemForm.Meta):
        exclude = ("proposed", "resolution", "parties", "awaits_paper", "restricted")


class ConveneForm(Form):
    """What is asked of a meeting that is being called."""

    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})")
    on = fields.Date(required=True, metadata={"label": "Day of the meeting"})
    begins = fields.String(
        required=True,
        validate=Regexp(CLOCK_TIME, error="Write the time as HH:MM, such as 18:30."),
        metadata={"label": "Begins at", "hint": "As HH:MM, such as 18:30.", "width": 5},
    )
    place = fields.String(required=True)
    joining = fields.String(
        load_default="",
        metadata={
            "label": "How to take part from elsewhere",
            "hint": "Such as a link. Blank if nobody can.",
        },
    )
    notice_given = fields.Date(
        load_default=None, metadata={"label": "Notice given on", "hint": "Leave blank if it has not gone out yet."}
    )
    standing = fields.Boolean(load_default=False, metadata={"label": "With the body’s standing items"})
    items = Lines(AgendaLineForm, load_default=list, metadata={"label": "Agenda", "hint": "More can be added later."})


class GiveNoticeForm(Form):
    notice_given = fields.Date(required=True, metadata={"label": "Notice given on"})
