"""It was wrong: what is put right on the register."""

from flask import g, request

from registry.doors import RestingSince
from registry.forms import named
from registry.members import commands
from registry.members.models import Member, Movement
from registry.members.schemas import (
    CorrectAddressForm,
    CorrectEntryForm,
    CorrectMovementForm,
)
from registry.members.views.doors import at, room
from registry.wording import pounds


@room.form(
    "/<word>/correct-entry",
    needs="members.correct_entry",
    asks=CorrectEntryForm,
    title="Date of entry was wrong",
    of=Member,
    edits=True,
    offers=lambda member: {"entered": member.entered},
    before=RestingSince(lambda member, answer: min(member.entered, answer["entered"])),
)
def correct_entry(member, answer):
    commands.correct_entry(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/correct-address",
    needs="members.correct_address",
    asks=CorrectAddressForm,
    title="Address was wrong",
    of=Member,
    edits=True,
    offers=lambda member: {"address": member.address},
)
def correct_address(member, answer):
    commands.correct_address(member, **answer, by=g.account)
    return at(member)


def as_entered(member):
    """The entry that the address names, as the account has it."""
    movement = named(Movement, request.args.get("movement"))
    if movement is None or movement.member_ref != member.ref:
        return {}
    paid = pounds(movement.paid).removeprefix("£").replace(",", "")
    return {"movement": movement.ref, "on": movement.on, "shares": abs(movement.shares), "paid": paid}


@room.form(
    "/<word>/correct-movement",
    needs="members.correct_movement",
    asks=CorrectMovementForm,
    title="Entry was wrong",
    of=Member,
    edits=True,
    offers=as_entered,
    before=RestingSince(lambda member, answer: min(answer["movement"].on, answer["on"])),
)
def correct_movement(member, answer):
    commands.correct_movement(member, **answer, by=g.account)
    return at(member)
