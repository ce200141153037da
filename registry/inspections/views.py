from flask import g, url_for

from registry import clock
from registry.doors import Duty, Found, Room
from registry.doors.hung import has_all
from registry.inspections import commands, queries
from registry.inspections.models import Request
from registry.inspections.particulars import lacking
from registry.inspections.schemas import (
    ApplyToCourtForm,
    CompleteForm,
    ComplyForm,
    LogForm,
    RequestPage,
    RequestRow,
    SayWhatLacksForm,
)
from registry.members.models import Member
from registry.wording import day as in_words

room = Room(__name__, under="members")

ANSWER, CONTENTS = "Companies Act 2006, s.117(1)", "Companies Act 2006, s.116(4)"


@room.page("/register", needs="inspections.read", tells=RequestRow, title="Inspections", acts=("inspections.log",))
def register(on):
    return queries.log_on(on)


@room.page(
    "/<word>",
    needs="inspections.read",
    tells=RequestPage,
    title="Request",
    of=Request,
    acts=("inspections.comply", "inspections.apply_to_court", "inspections.complete", "inspections.say_what_lacks"),
)
def inspection(request, on):
    return queries.told(request, on)


@room.page("/<word>/reply", needs="inspections.read", tells=RequestPage, title="Reply", of=Request)
def reply(request, on):
    return queries.told(request, on)


@room.form(
    "/log", needs="inspections.log", asks=LogForm, title="Log a request", offers=lambda: {"received": clock.today()}
)
def log(answer):
    return at(commands.log(**answer, by=g.account))


def is_incomplete(request):
    return request.answered is None and lacking(request) != []


def is_open(request):
    return request.answered is None and lacking(request) == []


def today(_):
    return {"on": clock.today()}


@room.form(
    "/<word>/complete",
    needs="inspections.complete",
    asks=CompleteForm,
    title="Enter what it lacked",
    of=Request,
    edits=True,
    offers=today,
    when=is_incomplete,
)
def complete(request, answer):
    commands.complete(request, **answer, by=g.account)
    return at(request)


@room.form(
    "/<word>/say-what-lacks",
    needs="inspections.say_what_lacks",
    asks=SayWhatLacksForm,
    title="Requester was told what lacks",
    of=Request,
    edits=True,
    offers=today,
    when=is_incomplete,
)
def say_what_lacks(request, answer):
    commands.say_what_lacks(request, **answer, by=g.account)
    return at(request)


@room.form(
    "/<word>/comply",
    needs="inspections.comply",
    asks=ComplyForm,
    title="Complied",
    of=Request,
    edits=True,
    offers=today,
    when=is_open,
)
def comply(request, answer):
    commands.comply(request, **answer, by=g.account)
    return at(request)


@room.form(
    "/<word>/apply-to-court",
    needs="inspections.apply_to_court",
    asks=ApplyToCourtForm,
    title="Applied to the court",
    of=Request,
    edits=True,
    offers=today,
    when=is_open,
)
def apply_to_court(request, answer):
    commands.apply_to_court(request, **answer, by=g.account)
    return at(request)


def at(request: Request) -> str:
    return url_for("inspections.inspection", word=request.ref)


@room.duties(needs="inspections.comply")
def to_be_answered(on):
    """Within five working days of a valid request the company complies, or applies to the court."""
    for line, deadline in queries.to_be_answered_on(on):
        sentence = f"Comply with request {line['number']} of {line['name']}, or apply to the court"
        href = url_for("inspections.inspection", word=line["ref"])
        yield Duty(sentence, deadline.due, ANSWER, href, deadline.reckoned)


@room.duties(needs="inspections.say_what_lacks")
def to_be_told(on):
    """A request that lacks a particular starts no clock, and its sender is best told so."""
    for line in queries.lacking_on(on):
        sentence = f"Tell {line['name']} what request {line['number']} lacks"
        yield Duty(sentence, None, CONTENTS, url_for("inspections.inspection", word=line["ref"]))


@room.resting(on=Member)
def shown_since(member, since):
    for line in queries.complied_since(since):
        text = f"{line['number']}, {line['name']}, on {in_words(line['answered'])}: {line['how']}"
        yield Found("Register shown or copied", text, url_for("inspections.inspection", word=line["ref"]))


@room.searched(needs="inspections.read")
def search(words, on):
    for line in queries.log_on(on):
        text = f"{line['number']}, {line['name']}"
        if has_all(text, words):
            yield Found("Request to inspect", text, url_for("inspections.inspection", word=line["ref"]))
