"""What is declared, changed, ended and confirmed."""

from typing import Any

from flask import g

from registry import clock
from registry.interests import commands, rules
from registry.interests.models import Interest
from registry.interests.schemas import ChangeForm, ConfirmForm, DeclareForm, EndForm, as_boxes
from registry.interests.views.doors import noted, room
from registry.interests.whereto import page_of
from registry.people.models import Person


@room.form("/person/<word>/declare", needs="interests.declare", asks=DeclareForm, title="Add an interest", of=Person)
def declare(person, answer):
    rules.own_word_is_given_today(answer["declared_on"], clock.today(), office=g.account.may("interests.declare"))
    commands.declare(person, **answer, by=g.account)
    return page_of(person.ref)


def as_declared(interest: Interest) -> dict[str, Any]:
    """What the form to change an interest begins with; if it is private, the access log says who opened it."""
    noted([{"public": interest.is_open, "person_ref": interest.person_ref}])
    return as_boxes(commands.as_it_is_told(interest))


@room.form(
    "/<word>/change",
    needs="interests.change",
    asks=ChangeForm,
    title="Change this interest",
    of=Interest,
    edits=True,
    offers=as_declared,
)
def change(interest, answer):
    commands.change(interest, **answer, by=g.account)
    return page_of(interest.person_ref)


@room.form(
    "/<word>/end",
    needs="interests.end",
    asks=EndForm,
    title="This interest has ended",
    of=Interest,
    edits=True,
    beside=lambda interest: {"organisation": interest.organisation, "description": interest.description},
)
def end(interest, answer):
    commands.end(interest, **answer, by=g.account)
    return page_of(interest.person_ref)


@room.form(
    "/person/<word>/confirm", needs="interests.confirm", asks=ConfirmForm, title="Confirm declarations", of=Person
)
def confirm(person, answer):
    rules.own_word_is_given_today(answer["on"], clock.today(), office=g.account.may("interests.confirm"))
    commands.confirm(person, **answer, by=g.account)
    return page_of(person.ref)
