"""What this room asks, and what it tells."""

from flask import url_for
from marshmallow import fields

from registry.forms import Form, Of, Row
from registry.people.models import Person
from registry.people.offering import name_today, people

HIDDEN = {"hidden": True}


class NameForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Who may come"})
    since = fields.Date(required=True, metadata={"label": "From"})
    until = fields.Date(load_default=None, metadata={"label": "First day no longer"})


class EndForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day no longer"})


class DeputyRow(Row):
    name = fields.String(metadata={"link": "href"})
    since = fields.Date(metadata={"label": "From"})
    last_day = fields.Date(metadata={"label": "Last day"})
    authority = fields.String(metadata={"label": "By what authority"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("deputies.deputy", word=line["ref"]), metadata=HIDDEN)


class RegisterRow(DeputyRow):
    class Meta(DeputyRow.Meta):
        fields = ("seat", "name", "since", "last_day", "authority", "ref", "href", "seat_href")

    seat = fields.String(metadata={"label": "For the seat", "link": "seat_href"})
    seat_href = fields.Function(lambda line: url_for("seats.seat", word=line["seat_ref"]), metadata=HIDDEN)


class DeputyPage(DeputyRow):
    class Meta(DeputyRow.Meta):
        fields = (
            "seat", "name", "since", "last_day", "authority", "ref", "title", "rev", "seat_href", "person_href",
        )  # fmt: skip

    title = fields.String(metadata=HIDDEN)
    seat = fields.String(metadata={"label": "For the seat", "link": "seat_href"})
    name = fields.String(metadata={"link": "person_href"})
    rev = fields.Integer(metadata=HIDDEN)
    seat_href = fields.Function(lambda line: url_for("seats.seat", word=line["seat_ref"]), metadata=HIDDEN)
    person_href = fields.Function(lambda line: url_for("people.person", word=line["person_ref"]), metadata=HIDDEN)
