"""What the forms of this room begin with: the day, and what follows from there being but one class."""

from typing import Any

from flask import request

from registry import clock
from registry.allotments.models import A_POUND, CASH, NEAREST, Authority, Formula
from registry.allotments.standing import authority_in_force
from registry.forms import named
from registry.members.models import Member
from registry.members.standing import only_class
from registry.wording import pounds


def allotment() -> dict[str, Any]:
    """Today, at par and by the authority in force; to the member that the address names, if it names one."""
    today = clock.today()
    to = named(Member, request.args.get("member"))
    answers = at_par() | {"on": today, "entered": today, "consideration": CASH}
    answers |= {"lots-0-member": to} if to else {}
    if share_class := only_class():
        answers |= {"authority": authority_in_force(share_class, today)}
    return answers


def at_par() -> dict[str, Any]:
    """The class and its price, where the company has but one class."""
    share_class = only_class()
    return {"share_class": share_class, "paid": in_a_box(share_class.nominal)} if share_class else {}


def authority() -> dict[str, Any]:
    return {"share_class": only_class(), "granted": clock.today()}


def as_authorised(authority: Authority) -> dict[str, Any]:
    asked = ("share_class", "maximum", "granted", "expires", "resolution")
    return {name: getattr(authority, name) for name in asked}


def formula() -> dict[str, Any]:
    usual = {"per_thousand": in_a_box(A_POUND), "rounding": NEAREST, "reserve": 0}
    return usual | {"share_class": only_class(), "since": clock.today()}


def as_set(formula: Formula) -> dict[str, Any]:
    asked = ("share_class", "rounding", "reserve", "since")
    return {name: getattr(formula, name) for name in asked} | {"per_thousand": in_a_box(formula.per_thousand)}


def in_a_box(pence: int) -> str:
    return pounds(pence).removeprefix("£").replace(",", "")
