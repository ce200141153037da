"""It changed: what is entered on the register."""

from flask import g, url_for

from registry import clock
from registry.members import commands
from registry.members.models import Member
from registry.members.rules.accounts import removable_from
from registry.members.schemas import (
    AdmitForm,
    CreateClassForm,
    ReaddressForm,
    RemoveForm,
    ReorderForm,
    StrikeForm,
)
from registry.members.views.doors import at, room


def is_open(member):
    return member.ceased is None


def is_joint(member):
    return is_open(member) and len(member.holders_on(clock.today())) > 1


def is_removable(member):
    return member.removed is None and member.ceased is not None and removable_from(member.ceased) <= clock.today()


@room.form("/create-class", needs="members.create_class", asks=CreateClassForm, title="Create a class of shares")
def create_class(answer):
    commands.create_class(**answer, by=g.account)
    return url_for(".classes")


@room.form(
    "/admit",
    needs="members.admit",
    asks=AdmitForm,
    title="Admit a member",
    offers=lambda: {"entered": clock.today()},
)
def admit(answer):
    return at(commands.admit(**answer, by=g.account))


@room.form(
    "/<word>/readdress",
    needs="members.readdress",
    asks=ReaddressForm,
    title="Address changed",
    of=Member,
    edits=True,
    when=is_open,
)
def readdress(member, answer):
    commands.readdress(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/reorder",
    needs="members.reorder",
    asks=ReorderForm,
    title="Order of holders changed",
    of=Member,
    edits=True,
    when=is_joint,
)
def reorder(member, answer):
    commands.reorder(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/strike",
    needs="members.strike",
    asks=StrikeForm,
    title="Joint holder died",
    of=Member,
    edits=True,
    when=is_joint,
)
def strike(member, answer):
    commands.strike(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/remove",
    needs="members.remove",
    asks=RemoveForm,
    title="Remove the entry",
    of=Member,
    edits=True,
    when=is_removable,
)
def remove(member, answer):
    commands.remove(member, **answer, by=g.account)
    return url_for(".removable")
