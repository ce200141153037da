"""What is asked of those who declare."""

from datetime import date
from typing import Any

from flask import g
from marshmallow import ValidationError, fields, post_load
from marshmallow.validate import OneOf
from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.answers import MISSING
from registry.db import db
from registry.forms import Form, Of, named
from registry.interests.models import KINDS
from registry.interests.sentences import KINDS_EXPLAINED
from registry.practices.models import Practice
from registry.structure.models import Body

PUBLISHED = ["Yes, on the public register", "No, keep it private"]
CONFIRMED = ["There is nothing to declare", "The interests on the register are complete and right"]


class OfOrganisation(Of):
    """The ref of a practice or a body, written as the ref or the code."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **_: Any) -> str | None:
        return value

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        if (found := named(Practice, value) or named(Body, value)) is None:
            raise ValidationError(f"There is no practice or body “{value}”.")
        return str(found.ref)

    def options(self) -> list[dict[str, str]]:
        today = clock.today()
        practices = select(Practice).options(selectinload(Practice.particulars))
        open_now = practices.where(or_(Practice.closed.is_(None), Practice.closed > today))
        known = [*db.session.scalars(open_now), *db.session.scalars(select(Body).where(Body.holding(today)))]
        options = [{"value": each.ref, "text": name_of(each, today)} for each in known]
        return sorted(options, key=lambda option: option["text"].lower())


def name_of(organisation: Practice | Body, day: date) -> str:
    return organisation.name_on(day) if isinstance(organisation, Practice) else organisation.name


def with_its_name(answers: dict[str, Any], label: str) -> dict[str, Any]:
    """Answers with the name that the registers have for the organisation they know; otherwise as it was written."""
    if ref := answers["organisation_ref"]:
        found = db.session.get(Practice, ref) or db.session.get(Body, ref)
        return answers | {"organisation": name_of(found, clock.today())}  # type: ignore[arg-type]
    if not answers["organisation"]:
        raise ValidationError({"organisation": [MISSING.format(label=label)]})
    return answers


class InterestForm(Form):
    """What is asked of an interest, new or changed."""

    kind = fields.String(
        required=True,
        validate=OneOf(KINDS, KINDS_EXPLAINED.values(), error="Choose one of: {choices}."),
        metadata={"label": "Kind of interest"},
    )
    organisation_ref = OfOrganisation(
        Practice,
        load_default=None,
        metadata={
            "label": "With whom",
            "kind": "pick",
            "hint": "Choose a practice or body, or write another's name in the next box.",
        },
    )
    organisation = fields.String(
        load_default="", metadata={"label": "Or with whom else", "hint": "The name of any other organisation."}
    )
    description = fields.String(
        required=True,
        metadata={
            "label": "What it is",
            "kind": "long",
            "hint": "Such as: partner in the practice. If it is of someone close to you, say who, but no name.",
        },
    )
    since = fields.Date(
        required=True,
        metadata={"label": "When it began", "hint": "If you know only the month, its first day will do."},
    )
    public = fields.Boolean(
        required=True,
        validate=OneOf([True, False], PUBLISHED),
        metadata={"label": "Publish it", "kind": "choice"},
    )
    private_reason = fields.String(load_default="", metadata={"label": "If it is to be private, why", "kind": "long"})

    @post_load
    def name_the_organisation(self, answers: dict[str, Any], **_: Any) -> dict[str, Any]:
        return with_its_name(answers, "With whom")


class DeclareForm(InterestForm):
    until = fields.Date(
        load_default=None, metadata={"label": "First day without it", "hint": "Leave this empty if it goes on."}
    )
    declared_on = fields.Date(
        load_default=None, metadata={"label": "Declared on", "hint": "Leave this empty for today."}
    )

    def questions(self) -> list[dict[str, Any]]:
        return asked_here(super().questions(), "declared_on")


class ChangeForm(InterestForm):
    reason = fields.String(
        load_default="", metadata={"label": "What has changed", "hint": "Or what was wrong, if it was put wrongly."}
    )


class EndForm(Form):
    until = fields.Date(
        required=True, metadata={"label": "First day without it", "hint": "The day after the last on which you had it."}
    )


class ConfirmForm(Form):
    nothing = fields.Boolean(
        required=True,
        validate=OneOf([True, False], CONFIRMED),
        metadata={"label": "What is confirmed", "kind": "choice"},
    )
    on = fields.Date(load_default=None, metadata={"label": "Confirmed on", "hint": "Leave this empty for today."})

    def questions(self) -> list[dict[str, Any]]:
        return asked_here(super().questions(), "on")


def asked_here(
    questions: list[dict[str, Any]], office_only: str, act: str = "interests.declare"
) -> list[dict[str, Any]]:
    """Only the office, which enters what was said on paper, is asked for the day it was said."""
    office = g.account.may(act)
    return [question for question in questions if office or question["name"] != office_only]
