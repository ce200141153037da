from flask import g

from registry.structure import commands
from registry.structure.models import Belonging, Body
from registry.structure.schemas import DissolveForm, FoundForm, JoinForm, LeaveForm, ResumeForm, StrikeForm
from registry.structure.views.doors import at, room


def is_under_way(thing):
    return thing.until is None and not thing.struck


@room.form("/found", needs="structure.found", asks=FoundForm, title="Found a body")
def found(answer):
    return at(commands.found(**answer, by=g.account))


@room.form(
    "/<word>/dissolve",
    needs="structure.dissolve",
    asks=DissolveForm,
    title="Dissolve this body",
    of=Body,
    edits=True,
    when=is_under_way,
)
def dissolve(body, answer):
    commands.dissolve(body, **answer, by=g.account)
    return at(body)


@room.form("/<word>/join", needs="structure.join", asks=JoinForm, title="Bring in a practice", of=Body)
def join(body, answer):
    commands.join(body, **answer, by=g.account)
    return at(body)


@room.form(
    "/belongings/<word>/leave",
    needs="structure.leave",
    asks=LeaveForm,
    title="Take the practice out",
    of=Belonging,
    edits=True,
    when=is_under_way,
)
def leave(belonging, answer):
    commands.leave(belonging, **answer, by=g.account)
    return at(belonging)


@room.form(
    "/belongings/<word>/resume",
    needs="structure.resume",
    asks=ResumeForm,
    title="It did not end then",
    of=Belonging,
    edits=True,
    when=lambda belonging: belonging.until is not None and not belonging.struck,
)
def resume(belonging, answer):
    commands.resume(belonging, **answer, by=g.account)
    return at(belonging)


@room.form(
    "/belongings/<word>/strike",
    needs="structure.strike",
    asks=StrikeForm,
    title="It was never in that body",
    of=Belonging,
    edits=True,
    when=lambda belonging: not belonging.struck,
)
def strike(belonging, answer):
    commands.strike(belonging, **answer, by=g.account)
    return at(belonging)


@room.form(
    "/<word>/strike",
    needs="structure.strike_body",
    asks=StrikeForm,
    title="There was no such body",
    of=Body,
    edits=True,
    when=lambda body: not body.struck,
)
def strike_body(body, answer):
    commands.strike_body(body, **answer, by=g.account)
    return at(body)
