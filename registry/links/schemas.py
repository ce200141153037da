"""What this room asks, and what it tells."""

from flask import current_app, url_for
from marshmallow import fields

from registry.doors.door import door_of
from registry.forms import Form, Row

HIDDEN = {"hidden": True}


class WithdrawForm(Form):
    """Asks nothing more."""


def what_for(purpose: str) -> str:
    """The title of the door that a link opens; of one that is no longer there, its name."""
    door = door_of(purpose) if purpose in current_app.view_functions else None
    return door.title if door else purpose


class LinkRow(Row):
    person = fields.String(metadata={"label": "Given to", "link": "href"})
    purpose = fields.Function(lambda line: what_for(line["purpose"]), metadata={"label": "What for"})
    issued = fields.Date(metadata={"label": "Given"})
    last_day = fields.Date(metadata={"label": "Last day"})
    state = fields.String(metadata={"tag": True})
    uses = fields.Integer(metadata={"label": "Times used"})
    used = fields.DateTime(metadata={"label": "Last used"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("links.link", word=line["ref"]), metadata=HIDDEN)


class LinkPage(LinkRow):
    title = fields.String(metadata=HIDDEN)
    person = fields.String(metadata={"label": "Given to", "link": "person_href"})
    withdrawn = fields.DateTime()
    rev = fields.Integer(metadata=HIDDEN)
    person_href = fields.Function(lambda line: url_for("people.person", word=line["person_ref"]), metadata=HIDDEN)
