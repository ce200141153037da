"""What is asked of an interest, new or changed."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import fields, post_load, pre_load
from marshmallow.validate import OneOf

from registry.answers import Answers
from registry.forms import Form, as_typed
from registry.interests.models import CLOSE, DIRECT, INDIRECT, KINDS, OWN, WHOSE
from registry.interests.organisations import words_of
from registry.interests.schemas.organisation import OfOrganisation, OrganisationName, with_its_name
from registry.interests.sentences import KINDS_EXPLAINED, KINDS_IN_WORDS, WHOSE_EXPLAINED
from registry.meetings.topics import TOPICS
from registry.practices.models import Practice

WITH_WHOM = "With whom"
PUBLISHED = ["Yes, on the public register", "No, keep it private"]
MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)|(?P<m>\d{1,2}) (?P<y>\d{4})")
"""A month without its day: as programs write it, or as two of a page's three boxes are read."""


class InterestForm(Form):
    """What is asked of an interest, new or changed."""

    kind = fields.String(
        required=True,
        validate=OneOf(KINDS, KINDS_EXPLAINED.values(), error="Choose one of: {choices}."),
        metadata={"label": "Kind of interest"},
    )
    organisation_ref = OfOrganisation(Practice, load_default=None, metadata={"off_page": True})
    organisation = OrganisationName(
        label=WITH_WHOM, hint="Begin to write, and practices and networks are offered. You may write any other name."
    )
    description = fields.String(
        required=True, metadata={"label": "What it is", "kind": "long", "hint": "Such as: partner in the practice."}
    )
    whose = fields.String(
        load_default="",
        validate=OneOf(WHOSE, WHOSE_EXPLAINED.values()),
        metadata={"label": "Who has it", "hint": "It is taken to be yours if you leave this."},
    )
    relation = fields.String(
        load_default="",
        metadata={"label": "If someone close, what they are to you", "hint": "Such as husband or sister. No name."},
    )
    nature = fields.String(
        load_default="",
        validate=OneOf(DIRECT, [KINDS_IN_WORDS[kind] for kind in DIRECT]),
        metadata={"label": "If someone close, what kind of interest they have"},
    )
    since = fields.Date(
        required=True,
        metadata={"label": "When it began", "hint": "If you know only the month, leave the day empty."},
    )
    dates = fields.String(load_default="", metadata={"off_page": True})
    touches = fields.String(
        load_default="",
        metadata={"label": "How it could touch our work", "kind": "long", "hint": "Leave this empty if it could not."},
    )
    topics = fields.List(
        fields.String(validate=OneOf(TOPICS, [topic.capitalize() for topic in TOPICS])),
        load_default=list,
        metadata={"label": "Which of our work it could touch"},
    )
    public = fields.Boolean(
        required=True,
        validate=OneOf([True, False], PUBLISHED),
        metadata={"label": "Publish it", "kind": "choice"},
    )
    private_reason = fields.String(
        load_default="",
        metadata={
            "label": "If it is to be private, why",
            "kind": "long",
            "hint": "It is kept off the public register at once. The company secretary looks at your reason.",
        },
    )

    @pre_load
    def read(self, answers: Mapping[str, Any], **more: Any) -> Answers:
        """Of a month alone, the day on record is the last on which the interest can have begun."""
        told = super().read(answers, **more)
        month = isinstance(told, dict) and MONTH.fullmatch(str(told.get("since", "")))
        return told | _in_the_month(month) if month else told

    @post_load
    def settle(self, answers: Answers, **_: Any) -> Answers:
        """What someone close has is indirect, and the kind that was chosen is the one that it is for them."""
        if "kind" not in answers or "whose" not in answers:
            return answers
        kind, whose = answers["kind"], answers["whose"] or (CLOSE if answers["kind"] == INDIRECT else OWN)
        if whose == CLOSE and kind in DIRECT:
            return answers | {"whose": whose, "kind": INDIRECT, "nature": kind}
        return answers | {"whose": whose, "nature": answers["nature"] if whose == CLOSE else ""}

    @post_load
    def name_the_organisation(self, answers: Answers, **_: Any) -> Answers:
        return with_its_name(answers, WITH_WHOM) if "organisation" in answers else answers


def _in_the_month(found: re.Match[str]) -> Answers:
    year, month = int(found["year"] or found["y"]), int(found["month"] or found["m"])
    if not (1 <= month <= 12 and year >= 1):
        return {}
    last = date(year, month, monthrange(year, month)[1])
    return {"since": last.isoformat(), "dates": f"{last:%B %Y}"}


def as_boxes(told: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as the boxes of a page hold them: a month without its day, an organisation as it is found again."""
    boxes = as_typed(told)
    if (ref := boxes.pop("organisation_ref", None)) and (words := words_of(ref)):
        boxes["organisation"] = words
    if (since := told.get("since")) and told.get("dates") == f"{since:%B %Y}":
        boxes |= {"since-day": "", "dates": ""}
    return boxes
