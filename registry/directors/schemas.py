"""What this room asks, and what it tells."""

from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf

from registry.directors.models import PARTICULARS
from registry.files import KeptPaper
from registry.forms import Form, Of, Row, in_the_sources_words
from registry.people.models import Person
from registry.people.offering import name_today, people

ENDINGS = ("resigned", "term ended", "died", "disqualified", "removed")
HIDDEN = {"hidden": True}


class ParticularsForm(Form):
    service_address = fields.String(load_default="", metadata={"kind": "long"})
    home_address = fields.String(
        load_default="",
        metadata={"kind": "long", "hint": "Protected: only the office reads it, and nothing prints it."},
    )
    country = fields.String(load_default="", metadata={"label": "Country of residence", "width": 20})
    nationality = fields.String(load_default="", metadata={"width": 20})
    occupation = fields.String(load_default="", metadata={"width": 20})
    former_names = fields.String(load_default="", metadata={"hint": "Names used in business in the last twenty years."})


class AppointForm(ParticularsForm):
    class Meta(ParticularsForm.Meta):
        fields = ("person", "since", "consented", "consent", "declared", "verified", *PARTICULARS)

    person = Of(Person, required=True, shows=name_today, among=people)
    since = fields.Date(required=True, metadata={"label": "Director from"})
    consented = fields.Date(required=True, metadata={"label": "Consented to act on"})
    consent = KeptPaper(load_default=None, metadata={"label": "The signed consent", "hint": "A PDF."})
    declared = fields.Date(required=True, metadata={"label": "Stated on, that he or she is not disqualified"})
    verified = fields.Date(
        load_default=None,
        metadata={"label": "Identity verified on", "hint": "Never the registrar’s code, which is not kept here."},
    )


class BringInForm(ParticularsForm):
    class Meta(ParticularsForm.Meta):
        fields = ("person", "since", "until", "ended", *PARTICULARS)

    person = Of(Person, required=True, shows=name_today, among=people)
    since = fields.Date(required=True, metadata={"label": "Director from"})
    until = fields.Date(
        load_default=None, metadata={"label": "First day no longer a director", "hint": "If that too was before then."}
    )
    ended = fields.String(
        load_default="",
        validate=OneOf(ENDINGS, [ending.capitalize() for ending in ENDINGS]),
        metadata={"label": "How it ended"},
    )


class ChangeParticularsForm(ParticularsForm):
    class Meta(ParticularsForm.Meta):
        fields = ("since", *PARTICULARS)

    since = fields.Date(required=True, metadata={"label": "So from"})


class CeaseForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day no longer a director"})
    ended = fields.String(
        required=True,
        validate=OneOf(ENDINGS, [ending.capitalize() for ending in ENDINGS]),
        metadata={"label": "How it ended"},
    )


class VerifyForm(Form):
    verified = fields.Date(required=True, metadata={"label": "Identity verified on"})


class CorrectForm(Form):
    since = fields.Date(required=True, metadata={"label": "Director from"})
    until = fields.Date(load_default=None, metadata={"label": "First day no longer a director"})
    consented = fields.Date(load_default=None, metadata={"label": "Consented to act on"})
    declared = fields.Date(load_default=None, metadata={"label": "Stated on, that he or she is not disqualified"})
    verified = fields.Date(load_default=None, metadata={"label": "Identity verified on"})
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


def page_of(line: dict[str, Any]) -> str:
    return url_for("directors.directorship", word=line["ref"])


class DirectorRow(Row):
    name = fields.String(metadata={"link": "href"})
    since = fields.Date(metadata={"label": "Director from"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    occupation = fields.String()
    nationality = fields.String()
    country = fields.String(metadata={"label": "Country of residence"})
    service_address = fields.String()
    verified = fields.Date(metadata={"label": "Identity verified"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)


class DirectorshipRow(Row):
    """A time as a director, on the person's page."""

    since = fields.Date(metadata={"label": "Director from", "link": "href"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    ended = fields.String(metadata={"label": "How it ended"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)


class DirectorshipPage(Row):
    """One directorship; `born` and `home_address` are told to the office alone."""

    title = fields.String(metadata=HIDDEN)
    name = fields.String(metadata={"link": "person_href"})
    since = fields.Date(metadata={"label": "Director from"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    ended = fields.String(metadata={"label": "How it ended"})
    consented = fields.Date(metadata={"label": "Consented to act"})
    declared = fields.Date(metadata={"label": "Stated not to be disqualified"})
    verified = fields.Date(metadata={"label": "Identity verified"})
    occupation = fields.String()
    nationality = fields.String()
    country = fields.String(metadata={"label": "Country of residence"})
    service_address = fields.String()
    former_names = fields.String()
    ref = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    person = fields.String(metadata=HIDDEN)
    person_href = fields.Function(lambda line: url_for("people.person", word=line["person"]), metadata=HIDDEN)


class PrivatePage(DirectorshipPage):
    born = fields.Date(metadata={"label": "Date of birth"})
    home_address = fields.String()
    consent = fields.String(metadata={"label": "Signed consent", "link": "consent_href"})
    consent_href = fields.Function(
        lambda line: line["consent"] and url_for("directors.signed_consent", word=line["ref"]), metadata=HIDDEN
    )


class ConsentPage(Row):
    """What a director signs before being appointed."""

    title = fields.String(metadata=HIDDEN)
    name = fields.String()
    person = fields.String(metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
