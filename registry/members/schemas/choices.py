"""What the forms of this room, and of those after it, let one choose from: people, members, classes of shares."""

from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import Length, Range
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.forms import Form, Lines, Of
from registry.members.models import Holder, Member, ShareClass
from registry.people.models import Person
from registry.wording import pounds

MOST_HOLDERS = 4
MOST_SHARES = 1_000_000_000

SOME_SHARES = Range(min=1, max=MOST_SHARES, error="Write a number of shares, from 1 to {max}.")
ONE_TO_FOUR = Length(min=1, max=MOST_HOLDERS, error="Name one holder, or up to {max} who hold jointly.")


def names_today(thing: Any) -> str:
    return str(thing.name_on(clock.today()))


def account_name(member: Member) -> str:
    return member.called


def class_name(share_class: ShareClass) -> str:
    return f"{share_class.name}, of {pounds(share_class.nominal)}"


def people() -> Any:
    return select(Person).options(selectinload(Person.names))


def members_now() -> Any:
    names = selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names)
    return select(Member).where(Member.ceased.is_(None)).options(names)


def leading_to(endpoint: str, attribute: str = "ref") -> fields.Function:
    """Where a line leads; nowhere, if it names nothing there."""
    return fields.Function(
        lambda line: line[attribute] and url_for(endpoint, word=line[attribute]), metadata={"hidden": True}
    )


class HolderForm(Form):
    person = Of(Person, required=True, shows=names_today, among=people)


class Holders(Lines):
    """Persons in their order: a line for each on a page, or a list of their refs."""

    def __init__(self, **more: Any) -> None:
        more["metadata"] = {"kind": "lines"} | more.get("metadata", {})
        super().__init__(HolderForm, **({"required": True, "validate": ONE_TO_FOUR} | more))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> list[Any]:
        if isinstance(value, list):
            value = [each if isinstance(each, dict) else {"person": each} for each in value]
        lines: list[Any] = super()._deserialize(value, attr, data, **more)
        return [line["person"] for line in lines]
