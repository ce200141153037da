"""With whom something is: asked as people know organisations, and told by the names that the registers have."""

from typing import Any

from marshmallow import ValidationError, fields

from registry import clock
from registry.answers import MISSING, Answers
from registry.db import db
from registry.forms import Of, named
from registry.interests.organisations import name_of, offered, ref_of
from registry.practices.models import Practice
from registry.structure.models import Body


class OfOrganisation(Of):
    """The ref of a practice or a body, written as the ref or the code."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **_: Any) -> str | None:
        return value

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        if (found := named(Practice, value) or named(Body, value)) is None:
            raise ValidationError(f"There is no practice or body “{value}”.")
        return str(found.ref)

    def options(self) -> list[dict[str, str]]:
        return []


class OrganisationName(fields.String):
    """The name of an organisation, written out or picked from those that the registers know.

    A page has to be given it; a program may send the organisation's ref instead.
    """

    def __init__(self, *, label: str, hint: str) -> None:
        metadata = {"label": label, "hint": hint, "kind": "search", "needed": True}
        super().__init__(load_default="", metadata=metadata)

    def options(self) -> list[dict[str, str]]:
        return [{"value": each.words, "text": each.words} for each in offered() if each.now]


def with_its_name(answers: Answers, label: str) -> Answers:
    """Answers with the name that the registers have for the organisation they know; otherwise as it was written."""
    if ref := answers.get("organisation_ref") or ref_of(answers["organisation"]):
        found = db.session.get(Practice, ref) or db.session.get(Body, ref)
        assert found is not None
        return answers | {"organisation": name_of(found, clock.today()), "organisation_ref": ref}
    if not answers["organisation"]:
        raise ValidationError({"organisation": [MISSING.format(label=label)]})
    return answers
