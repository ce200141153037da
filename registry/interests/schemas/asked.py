"""What is asked of those who declare."""

from typing import Any

from flask import g
from marshmallow import fields, post_load
from marshmallow.validate import OneOf

from registry.answers import Answers
from registry.forms import Form
from registry.interests.schemas.interest import InterestForm
from registry.periods import ONE_DAY

CONFIRMED = ["There is nothing to declare", "The interests on the register are complete and right"]


class DeclareForm(InterestForm):
    until = fields.Date(
        load_default=None,
        metadata={"label": "If it has ended, the first day without it", "hint": "Leave this empty if it goes on."},
    )
    declared_on = fields.Date(
        load_default=None, metadata={"label": "Declared on", "hint": "Leave this empty for today."}
    )

    @post_load
    def begin_before_the_end(self, answers: Answers, **_: Any) -> Answers:
        """Of a month alone in which it has ended too, the day on record is the last before it had."""
        since, until = answers["since"], answers.get("until")
        last = until and until - ONE_DAY
        if answers["dates"] and last and last < since and (last.year, last.month) == (since.year, since.month):
            return answers | {"since": last}
        return answers

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
