"""What each reorganisation asks: first what is its own, then what is asked of all."""

from typing import Any

from marshmallow import ValidationError, fields
from marshmallow.validate import Length, OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock
from registry.decisions.models import Decision
from registry.forms import Form, Lines, Of, named
from registry.practices.models import Practice
from registry.practices.schemas import Code
from registry.structure.models import GROUPINGS, Body
from registry.structure.schemas import in_words

MOST_PRACTICES = 12
MOST_PLACES = 400
CODE_OF_A_BRANCH = {"label": "Code of its branch", "hint": "If it goes on as one, such as C82001002.", "width": 10}
SOME = Range(min=1, error="Write a number of patients.")
EACH_KIND = OneOf(GROUPINGS, [in_words(kind) for kind in GROUPINGS])


def practices() -> Select[Practice]:
    return select(Practice).options(selectinload(Practice.particulars))


def practice_name(practice: Practice) -> str:
    return f"{practice.name_on(clock.today())}, {practice.code}"


def groupings() -> Select[Body]:
    return select(Body).where(Body.kind.in_(GROUPINGS), ~Body.struck)


def body_name(body: Body) -> str:
    ended = f", to {body.last_day:%Y}" if body.last_day else ""
    return f"{body.name} ({in_words(body.kind).lower()}{ended})"


def decisions() -> Select[Decision]:
    return select(Decision).options(joinedload(Decision.body)).order_by(Decision.on.desc(), Decision.number.desc())


def decision_name(decision: Decision) -> str:
    return f"{decision.number}: {decision.text[:80]}"


class ReorganisingForm(Form):
    """What is asked of every reorganisation."""

    on = fields.Date(required=True, metadata={"label": "First day that it is so"})
    agreed = fields.Date(load_default=None, metadata={"label": "Agreed on", "hint": "If it is known."})
    dates = fields.String(
        load_default="",
        metadata={
            "label": "When, in the source’s own words",
            "hint": "Where it names no day, such as “in the course of 2017–18”.",
        },
    )
    source = fields.String(required=True, metadata={"hint": "Which paper says so."})
    inferred = fields.Boolean(load_default=False, metadata={"label": "It is inferred: no source says it outright"})
    note = fields.String(load_default="", metadata={"kind": "long"})
    decision = Of(
        Decision,
        load_default=None,
        shows=decision_name,
        among=decisions,
        in_order=True,
        metadata={"label": "By the authority of", "hint": "The decision, if it is in the log."},
    )


COMMON = ("on", "agreed", "dates", "source", "inferred", "note", "decision")


class TakenInForm(Form):
    practice = Of(Practice, required=True, shows=practice_name, among=practices)
    branch = Code(load_default=None, metadata=CODE_OF_A_BRANCH)


class MergeForm(ReorganisingForm):
    class Meta(ReorganisingForm.Meta):
        fields = ("practices", *COMMON)

    practices = Lines(
        TakenInForm,
        required=True,
        validate=Length(max=MOST_PRACTICES, error="Write at most {max} practices."),
        metadata={
            "label": "Practices that merge into it",
            "hint": "They leave all that they belong to, and their patients are added to those of this one.",
        },
    )


class SettingUpForm(Form):
    code = Code(required=True, metadata={"label": "ODS code", "width": 10})
    name = fields.String(required=True)
    address = fields.String(load_default="", metadata={"kind": "long"})
    patients = fields.Integer(
        load_default=None, validate=SOME, metadata={"label": "Patients who go to it", "width": 10}
    )
    branch = Code(
        load_default=None, metadata={"label": "Code of the branch it was", "hint": "If it was one.", "width": 10}
    )


class SplitForm(ReorganisingForm):
    class Meta(ReorganisingForm.Meta):
        fields = ("into", *COMMON)

    into = Lines(
        SettingUpForm,
        required=True,
        validate=Length(max=MOST_PRACTICES, error="Write at most {max} practices."),
        metadata={
            "label": "Practices set up out of it",
            "hint": "Each joins all that this one is in. This one goes on, with the patients who stay.",
        },
    )


class MoveForm(ReorganisingForm):
    class Meta(ReorganisingForm.Meta):
        fields = ("to", "on", "ods_on", *COMMON[1:])

    to = Of(Body, required=True, shows=body_name, among=groupings, metadata={"label": "Moves to"})
    ods_on = fields.Date(
        load_default=None,
        metadata={"label": "First day there by ODS", "hint": "If the Organisation Data Service records one."},
    )


class DepartForm(ReorganisingForm):
    class Meta(ReorganisingForm.Meta):
        fields = ("on", "network", *COMMON[1:])

    network = fields.Boolean(
        load_default=False,
        metadata={
            "label": "It leaves its primary care network too",
            "hint": "A network is the NHS’s: a practice that leaves the federation may stay in it.",
        },
    )


class Places(fields.Field[list[dict[str, Any]]]):
    """A line for each practice: its code, the body it comes into and, if that has one, the body’s code."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> list[dict[str, Any]]:
        lines = value if isinstance(value, list) else str(value).splitlines()
        if len(lines) > MOST_PLACES:
            raise ValidationError(f"Write at most {MOST_PLACES} lines.")
        read = [(number, self._place(line)) for number, line in enumerate(lines, start=1) if str(line).strip()]
        if mistakes := [f"Line {number}: {place}" for number, place in read if isinstance(place, str)]:
            raise ValidationError(mistakes)
        return [place for _, place in read if not isinstance(place, str)]

    @staticmethod
    def _place(line: Any) -> dict[str, Any] | str:
        """What a line says, or what is wrong with it."""
        code, _, body = (cell.strip() for cell in str(line).replace("\t", ",").partition(","))
        name, _, body_code = (cell.strip() for cell in body.partition(","))
        if not name:
            return f"“{str(line).strip()}” names no body; write a practice’s code, a comma, and the body."
        if (practice := named(Practice, code.upper())) is None and code != "-":
            return Practice.missing(code)
        return {"practice": practice, "body": name, "code": body_code.upper() or None}


class RegroupForm(ReorganisingForm):
    class Meta(ReorganisingForm.Meta):
        fields = ("name", "kind", "replaces", "places", "least", "most", *COMMON)

    name = fields.String(required=True, metadata={"label": "The new grouping", "hint": "Such as Seven networks."})
    kind = fields.String(required=True, validate=EACH_KIND, metadata={"label": "Groups them into"})
    replaces = fields.String(
        load_default=None,
        validate=EACH_KIND,
        metadata={"label": "In place of", "hint": "That kind of body ends with it. Leave empty if none ends."},
    )
    places = Places(
        required=True,
        metadata={
            "kind": "long",
            "label": "Which practice comes where",
            "hint": "A line for each: the practice’s code, a comma, the body; after another comma the body’s code, if "
            "it has one. C82001, Harborough. A hyphen in place of a practice’s code founds the body alone.",
        },
    )
    least = fields.Integer(
        load_default=None, validate=SOME, metadata={"label": "Fewest patients of a body", "width": 10}
    )
    most = fields.Integer(load_default=None, validate=SOME, metadata={"label": "Most patients of a body", "width": 10})


class UndoForm(Form):
    reason = fields.String(
        required=True, metadata={"kind": "long", "label": "Why it is undone", "hint": "It stays on record as undone."}
    )
