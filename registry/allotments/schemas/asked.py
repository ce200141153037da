from collections.abc import Mapping
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields
from marshmallow.validate import Length, OneOf, Range
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.allotments.models import (
    A_POUND,
    CASH,
    CONSIDERATIONS,
    DOWN,
    EXCLUDED,
    NEAREST,
    NOT_CASH,
    OFFERED,
    OTHER,
    ROUNDINGS,
    UP,
    Authority,
)
from registry.answers import FIRST_DAY, LAST_DAY, NO_SUCH_DAY
from registry.doors.asked import NOT_A_DAY
from registry.forms import Form, Lines, Of, Pence
from registry.members.models import Member, ShareClass
from registry.members.schemas import SOME_SHARES, account_name, class_name, members_now
from registry.wording import day as in_words

MOST_LOTS = 500
SOMEBODY = Length(min=1, max=MOST_LOTS, error="Say to which member, and how many; to {max} members at most.")
NONE_OR_MORE = Range(min=0, max=1_000_000_000, error="Write a number of shares, from 0 to {max}.")
IN_WORDS = {CASH: "Cash", OTHER: "Something else, or both"}
FIRST_OFFER = {
    OFFERED: "The shares were offered to them",
    EXCLUDED: "The articles exclude that right",
    NOT_CASH: "There is none: the shares are not for cash",
}
ROUNDED = {DOWN: "Down", NEAREST: "To the nearest", UP: "Up"}

WHAT_GAVE_IT = {"label": "Given by", "hint": "For example, Ordinary resolution of 3 May 2026, or Articles, art. 12."}
LAST_DAY_OF_IT = {"label": "Expires on", "hint": "The last day on which shares may be allotted under it."}
RESERVE = {"label": "Shares held back", "hint": "Those allotted after that day come out of them."}
WHY = {"kind": "long", "label": "What was wrong, and how you know"}


class Lots(Lines):
    """Members and how many shares each: lines on a page; in a cell, the member's ref and the number, ; between."""

    def __init__(self, **more: Any) -> None:
        super().__init__(LotForm, required=True, validate=SOMEBODY, **more)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> list[Any]:
        lines = [_in_a_cell(each) if isinstance(each, str) else each for each in value] if _is_list(value) else value
        return super()._deserialize(lines, attr, data, **more)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _in_a_cell(words: str) -> Mapping[str, str]:
    member, _, shares = words.rpartition(" ")
    if not member:
        raise ValidationError("Write the member’s ref and the number of shares, a space between them.")
    return {"member": member.strip(), "shares": shares}


class LotForm(Form):
    member = Of(Member, required=True, shows=account_name, among=members_now)
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})


def authority_name(authority: Authority) -> str:
    """Ordinary resolution of 3 May 2026: up to 300 Ordinary, until 3 May 2031."""
    most = f"up to {authority.maximum:,} {authority.share_class.name}"
    return f"{authority.resolution}: {most}, until {in_words(authority.last_day)}"


def authorities() -> Any:
    latest_first = select(Authority).order_by(Authority.granted.desc(), Authority.ref)
    return latest_first.options(joinedload(Authority.share_class))


def the_class() -> Of:
    return Of(ShareClass, required=True, shows=class_name, metadata={"label": "Class of shares"})


def price() -> Pence:
    return Pence(required=True, metadata={"label": "Amount paid on each share"})


class AllotForm(Form):
    share_class = the_class()
    lots = Lots(metadata={"label": "To whom"})
    on = fields.Date(required=True, metadata={"label": "Date of allotment"})
    entered = fields.Date(
        required=True,
        metadata={"label": "Date entered in the register", "hint": "From this day they hold the shares."},
    )
    paid = price()
    consideration = fields.String(
        load_default=CASH,
        validate=OneOf(CONSIDERATIONS, list(IN_WORDS.values())),
        metadata={"label": "What is given for them"},
    )
    given = fields.String(load_default="", metadata={"label": "If it is not cash, what"})
    preemption = fields.String(
        required=True,
        validate=OneOf(list(FIRST_OFFER), list(FIRST_OFFER.values())),
        metadata={"label": "Existing holders’ right of first offer"},
    )
    offered = fields.Date(load_default=None, metadata={"label": "Offered to them on"})
    closes = fields.Date(
        load_default=None,
        metadata={"label": "Offer closed on", "hint": "The first day on which it could no longer be accepted."},
    )
    answered = fields.Date(
        load_default=None,
        metadata={"label": "All had answered by", "hint": "Only if that was before it closed."},
    )
    authority = Of(
        Authority,
        load_default=None,
        shows=authority_name,
        among=authorities,
        in_order=True,
        metadata={
            "label": "Authority it is allotted under",
            "hint": "None is needed where there is one class and no limit was ever set.",
        },
    )


class SubscribeForm(Form):
    share_class = the_class()
    lots = Lots(metadata={"label": "Subscribers"})
    paid = price()


class AuthoriseForm(Form):
    share_class = the_class()
    maximum = fields.Integer(
        required=True, validate=SOME_SHARES, metadata={"label": "Most shares that may be allotted"}
    )
    granted = fields.Date(required=True, metadata={"label": "Given on"})
    expires = fields.Date(required=True, metadata=LAST_DAY_OF_IT)
    resolution = fields.String(required=True, metadata=WHAT_GAVE_IT)


class CorrectAuthorityForm(AuthoriseForm):
    reason = fields.String(required=True, metadata=WHY)


class RevokeForm(Form):
    revoked = fields.Date(required=True, metadata={"label": "First day no longer in force"})


class SetFormulaForm(Form):
    share_class = the_class()
    per_thousand = Pence(load_default=A_POUND, metadata={"label": "Nominal value of shares for each 1,000 patients"})
    rounding = fields.String(
        load_default=NEAREST,
        validate=OneOf(ROUNDINGS, list(ROUNDED.values())),
        metadata={"label": "Rounded to whole shares"},
    )
    reserve = fields.Integer(load_default=0, validate=NONE_OR_MORE, metadata=RESERVE)
    since = fields.Date(required=True, metadata={"label": "Since"})


class CorrectFormulaForm(SetFormulaForm):
    reason = fields.String(required=True, metadata=WHY)


class AskedOfEntitlement(Schema):
    """Which day's list sizes are meant; none, if they are those of the day looked at."""

    class Meta:
        unknown = EXCLUDE

    sizes = fields.Date(
        load_default=None,
        error_messages={"invalid": NOT_A_DAY},
        validate=Range(FIRST_DAY, LAST_DAY, error=NO_SUCH_DAY),
    )
