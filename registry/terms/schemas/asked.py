"""What the commands of this room ask."""

from marshmallow import fields
from marshmallow.validate import Length, OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.forms import Form, Lines, Of
from registry.people.models import Person
from registry.practices.models import Practice
from registry.structure.models import Body
from registry.terms.models import KINDS, TEN_HEADINGS

MOST_SECTIONS, MOST_MEMBERS = 60, 120
MARKDOWN = "Plain words, or Markdown: a line that begins with “- ” or “1. ” is a list."


def practices() -> Select[Practice]:
    return select(Practice).options(selectinload(Practice.particulars))


def people() -> Select[Person]:
    return select(Person).options(selectinload(Person.names))


class SectionForm(Form):
    heading = fields.String(required=True, metadata={"width": 20})
    text = fields.String(load_default="", metadata={"kind": "long"})


class MemberForm(Form):
    practice = Of(
        Practice,
        load_default=None,
        shows=lambda practice: f"{practice.name_on(clock.today())} ({practice.code})",
        among=practices,
    )
    person = Of(
        Person,
        load_default=None,
        shows=lambda person: person.name_on(clock.today()),
        among=people,
        metadata={"label": "Name"},
    )
    responsibility = fields.String(load_default="", metadata={"width": 20})


class ReviseForm(Form):
    """What a version says, whoever's it is."""

    title = fields.String(required=True, metadata={"hint": "Such as Terms of reference of the Rutland hub."})
    version = fields.String(
        required=True,
        validate=Length(max=20, error="Write at most {max} letters here."),
        metadata={"hint": "Such as 0.3 while it is circulated, 1.0 when it is to be adopted.", "width": 10},
    )
    sections = Lines(
        SectionForm,
        load_default=lambda: [{"heading": heading, "text": ""} for heading in TEN_HEADINGS],
        validate=Length(max=MOST_SECTIONS, error="Write at most {max} sections."),
        metadata={"hint": f"In their order; a line left blank is left out. {MARKDOWN}"},
    )
    table = Lines(
        MemberForm,
        load_default=list,
        validate=Length(max=MOST_MEMBERS, error="Write at most {max} members."),
        metadata={"label": "Membership table", "hint": "It is printed under the heading Membership."},
    )
    quorum = fields.Integer(
        load_default=None,
        validate=Range(min=1, max=MOST_MEMBERS, error="Write a number of members from {min} to {max}."),
        metadata={"hint": "How many voting members must be present.", "width": 3},
    )
    notice_days = fields.Integer(
        load_default=None,
        validate=Range(min=0, max=365, error="Write a number of days from {min} to {max}."),
        metadata={"label": "Notice of meetings", "hint": "In clear days.", "width": 3},
    )
    review_due = fields.Date(load_default=None)


class DraftForm(ReviseForm):
    class Meta(ReviseForm.Meta):
        fields = ("body", "kind", "title", "version", "sections", "table", "quorum", "notice_days", "review_due")

    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})")
    kind = fields.String(required=True, validate=OneOf(KINDS, [kind.capitalize() for kind in KINDS]))
