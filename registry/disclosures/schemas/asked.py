"""What is asked of whoever enters a notice, or what was declared at a meeting."""

from typing import Any

from marshmallow import ValidationError, fields, post_load
from marshmallow.validate import OneOf
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry.answers import MISSING
from registry.db import db
from registry.disclosures.models import CONNECTED, IN_BODY, KINDS, WRITTEN, Disclosure, InterestNotice
from registry.disclosures.standing import of_the_directors
from registry.forms import Form, Of, named
from registry.interests.schemas.organisation import OfOrganisation, OrganisationName, with_its_name
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.practices.models import Practice

WHOM = "Of whom"
TRANSACTION = "Which transaction"
KINDS_EXPLAINED = {
    IN_BODY: "General notice, of an interest in a body or firm (s.185)",
    CONNECTED: "General notice, of a connection with a person (s.185)",
    WRITTEN: "Written notice, of an interest in one transaction (s.184)",
}
OF_NO_ONE_TRANSACTION = "Leave this empty: a general notice is of no one transaction."
A_PERSON = "Write the person’s name: this is a practice or body."
EXTENT = {"label": "Extent of it", "hint": "Such as: a third of the shares."}
ENTERED = {
    "label": "Day on which the company entered into it",
    "hint": "Leave this empty if it is still only proposed.",
}
AROSE = {
    "label": "Day on which the interest began",
    "hint": "Leave this empty unless it began after the company entered into it.",
}


def notices() -> Select[InterestNotice]:
    named = joinedload(InterestNotice.person).selectinload(Person.names)
    return select(InterestNotice).options(named).order_by(InterestNotice.since.desc())


def general_notices() -> Select[InterestNotice]:
    return notices().where(InterestNotice.kind != WRITTEN)


def disclosures() -> Select[Disclosure]:
    named, met = joinedload(Disclosure.person).selectinload(Person.names), joinedload(Disclosure.meeting)
    told = select(Disclosure).options(named, met.joinedload(Meeting.body), met.selectinload(Meeting.items))
    return told.join(Disclosure.meeting).order_by(Meeting.on.desc(), Disclosure.ref)


def called(document: Any) -> str:
    return str(document.called)


class OfDeclaration(Of):
    """A notice, or what was declared at a meeting."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> InterestNotice | Disclosure:
        found: InterestNotice | Disclosure | None = named(InterestNotice, value) or named(Disclosure, value)
        if found is None:
            raise ValidationError(f"There is no notice or disclosure “{value}”.")
        return found

    def options(self) -> list[dict[str, str]]:
        known = [*db.session.scalars(notices()), *db.session.scalars(disclosures())]
        return [{"value": each.ref, "text": each.called} for each in known]


def an_earlier_one() -> OfDeclaration:
    return OfDeclaration(InterestNotice, load_default=None, metadata={"label": "It corrects or completes"})


class GiveForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Director"})
    kind = fields.String(required=True, validate=OneOf(KINDS, KINDS_EXPLAINED.values()))
    organisation_ref = OfOrganisation(Practice, load_default=None, metadata={"off_page": True})
    organisation = OrganisationName(label=WHOM, hint="A body or firm, or the person connected.")
    nature = fields.String(
        required=True, metadata={"label": "Nature of it", "kind": "long", "hint": "Such as: director; spouse."}
    )
    extent = fields.String(
        load_default="", metadata={"label": "Extent of it", "hint": "Such as: a third of the shares."}
    )
    transaction = fields.String(load_default="", metadata={"label": TRANSACTION, "hint": "For a written notice only."})
    entered = fields.Date(load_default=None, metadata=ENTERED)
    arose = fields.Date(load_default=None, metadata=AROSE)
    since = fields.Date(required=True, metadata={"label": "Given on"})
    meeting = Of(
        Meeting,
        load_default=None,
        shows=called,
        among=of_the_directors,
        in_order=True,
        metadata={"label": "Given at this meeting", "hint": "Leave this empty if it was given in writing."},
    )
    earlier = an_earlier_one()

    @post_load
    def fit_the_kind(self, answers: dict[str, Any], **_: Any) -> dict[str, Any]:
        """A written notice names its transaction; a general one is of none, and a person is in no register of these."""
        if answers["kind"] == WRITTEN and not answers["transaction"]:
            raise ValidationError({"transaction": [MISSING.format(label=TRANSACTION)]})
        if answers["kind"] != WRITTEN and (
            stray := [name for name in ("transaction", "entered", "arose") if answers[name]]
        ):
            raise ValidationError({name: [OF_NO_ONE_TRANSACTION] for name in stray})
        told = with_its_name(answers, WHOM)
        if told["kind"] == CONNECTED and told["organisation_ref"]:
            raise ValidationError({"organisation": [A_PERSON]})
        return told


class BringUpForm(Form):
    meeting = Of(Meeting, required=True, shows=called, among=of_the_directors, in_order=True)
    item = fields.Integer(
        load_default=None, metadata={"label": "Under item", "hint": "Its number on the agenda, if it was under one."}
    )


class EndForm(Form):
    until = fields.Date(
        required=True,
        metadata={"label": "First day no longer", "hint": "The day of its withdrawal, or after the interest’s last."},
    )


class DeclareForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Director"})
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    entered = fields.Date(load_default=None, metadata=ENTERED)
    arose = fields.Date(load_default=None, metadata=AROSE)
    nature = fields.String(load_default="", metadata={"label": "Nature of the interest", "kind": "long"})
    extent = fields.String(
        load_default="", metadata={"label": "Extent of it", "hint": "Such as: a sixth of the profits."}
    )
    notice = Of(
        InterestNotice,
        load_default=None,
        shows=called,
        among=general_notices,
        in_order=True,
        metadata={"label": "Under a general notice", "hint": "Its nature and extent need not then be told again."},
    )
    earlier = an_earlier_one()
