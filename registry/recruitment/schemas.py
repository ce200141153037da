"""What this room asks, and what it tells."""

from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import Length, OneOf, Range

from registry.files import KeptPaper
from registry.forms import Form, Lines, Of, Row
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.recruitment.models import OUTCOMES, STAGES, STANDINGS

HIDDEN = {"hidden": True}
MOST = 20


class BeginForm(Form):
    opened = fields.Date(required=True, metadata={"label": "Begun on"})
    why = fields.String(required=True, metadata={"label": "Why", "hint": "Such as: the term ends on 31 March 2027."})
    closes = fields.Date(load_default=None, metadata={"label": "Expressions of interest by"})


class PanelForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Who"})
    conflict = fields.String(
        load_default="", metadata={"hint": "Of what kind, naming no candidate: it stands on record. Blank if none."}
    )
    handled = fields.String(load_default="", metadata={"label": "What was done about it"})


class NamePanelForm(Form):
    panel = Lines(
        PanelForm,
        required=True,
        validate=Length(max=MOST, error="Write at most {max} members."),
        metadata={"hint": "Whoever chooses, and of what kind is any conflict that each has."},
    )


class ReachForm(Form):
    what = fields.String(
        required=True,
        validate=OneOf(STAGES, [stage.capitalize() for stage in STAGES]),
        metadata={"label": "Stage reached"},
    )
    on = fields.Date(required=True)
    candidates = fields.Integer(
        load_default=None,
        validate=Range(min=0, max=1_000, error="Write a number from {min} to {max}."),
        metadata={"label": "How many candidates", "hint": "A number: nobody is named here."},
    )
    note = fields.String(load_default="", metadata={"kind": "long"})


class AddPaperForm(Form):
    title = fields.String(required=True, metadata={"hint": "Such as the advertisement. Nothing about a candidate."})
    file = KeptPaper(required=True, metadata={"label": "The paper", "hint": "A PDF, of 20 MB at most."})


class ConcludeForm(Form):
    outcome = fields.String(required=True, validate=OneOf(OUTCOMES, [each.capitalize() for each in OUTCOMES]))
    closed = fields.Date(required=True, metadata={"label": "Over on"})
    appointed = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Who was appointed", "hint": "Log the decision that appoints to the seat first."},
    )


class AddCandidateForm(Form):
    name = fields.String(required=True)
    contact = fields.String(load_default="")
    statement = fields.String(load_default="", metadata={"kind": "long", "label": "Expression of interest"})


class MarkForm(Form):
    standing = fields.String(required=True, validate=OneOf(STANDINGS, [each.capitalize() for each in STANDINGS]))
    notes = fields.String(load_default="", metadata={"kind": "long"})


class RemoveCandidatesForm(Form):
    """Asks nothing more."""


def page_of(line: dict[str, Any]) -> str:
    return url_for("recruitment.recruitment", word=line["ref"])


class RecruitmentRow(Row):
    seat = fields.String(metadata={"link": "href"})
    opened = fields.Date(metadata={"label": "Begun"})
    stage = fields.String()
    closed = fields.Date(metadata={"label": "Over"})
    appointed = fields.String(metadata={"label": "Who was appointed", "link": "appointed_href"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)
    appointed_href = fields.Function(
        lambda line: line["appointed_ref"] and url_for("people.person", word=line["appointed_ref"]), metadata=HIDDEN
    )


class StageRow(Row):
    what = fields.String(metadata={"label": "Stage"})
    on = fields.Date()
    candidates = fields.Integer()
    note = fields.String()


class PanelRow(Row):
    name = fields.String(metadata={"label": "Who chooses", "link": "href"})
    conflict = fields.String()
    handled = fields.String(metadata={"label": "What was done about it"})
    href = fields.Function(lambda line: url_for("people.person", word=line["person_ref"]), metadata=HIDDEN)


class PaperRow(Row):
    title = fields.String(metadata={"label": "Paper", "link": "href"})
    href = fields.Function(
        lambda line: url_for("recruitment.paper", word=line["ref"], place=line["place"]), metadata=HIDDEN
    )


class RecruitmentPage(RecruitmentRow):
    title = fields.String(metadata=HIDDEN)
    seat = fields.String(metadata={"link": "seat_href"})
    why = fields.String()
    closes = fields.Date(metadata={"label": "Expressions of interest by"})
    stages = fields.Nested(StageRow, many=True, metadata=HIDDEN)
    panel = fields.Nested(PanelRow, many=True, metadata=HIDDEN)
    papers = fields.Nested(PaperRow, many=True, metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    seat_href = fields.Function(lambda line: url_for("seats.seat", word=line["seat_ref"]), metadata=HIDDEN)

    def tables(self) -> list[tuple[str, str, Row]]:
        """What stands in it line by line, for a page to draw."""
        return [("Stages", "stages", StageRow()), ("Panel", "panel", PanelRow()), ("Papers", "papers", PaperRow())]


class CandidateRow(Row):
    name = fields.String(metadata={"link": "href"})
    standing = fields.String()
    contact = fields.String()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("recruitment.candidate", word=line["ref"]), metadata=HIDDEN)


class CandidatePage(CandidateRow):
    title = fields.String(metadata=HIDDEN)
    recruitment = fields.String(metadata={"label": "For", "link": "recruitment_href"})
    statement = fields.String(metadata={"label": "Expression of interest"})
    notes = fields.String()
    rev = fields.Integer(metadata=HIDDEN)
    recruitment_href = fields.Function(
        lambda line: url_for("recruitment.candidates", word=line["recruitment_ref"]), metadata=HIDDEN
    )
