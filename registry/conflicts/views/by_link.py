"""The doors of those who come by the link in a letter that asks them. To look changes nothing."""

from flask import abort, request, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.conflicts import commands, queries
from registry.conflicts.letters import ASKED
from registry.conflicts.schemas import AddForm, OwnPage, ReplyForm
from registry.conflicts.views.doors import room
from registry.db import db
from registry.doors import PUBLIC
from registry.links import commands as links
from registry.links.models import Link
from registry.links.opening import opened
from registry.meetings.models import Meeting


@room.page("/asked/<secret>", needs=PUBLIC, tells=OwnPage, title="Does this touch your interests?", many=False)
def asked(on):
    """Of today, whatever day is asked for: a link opens nothing of any other."""
    link, meeting = by_link()
    return queries.own_page(link.person, meeting, clock.today())


@room.form(
    "/asked/<secret>/reply", needs=PUBLIC, asks=ReplyForm, title="Say what we should know", offers=lambda: offered()
)
def reply(answer):
    link, meeting = used()
    conflict = queries.asked_about(meeting, answer.pop("item"), link.person) or abort(404)
    commands.answer(conflict, **answer, by=links.use(link))
    return back()


@room.form(
    "/asked/<secret>/add",
    needs=PUBLIC,
    asks=AddForm,
    title="Another item touches my interests",
    offers=lambda: offered(),
    beside=lambda: {"agenda": queries.agenda_for_all(by_link()[1])},
)
def add(answer):
    link, meeting = used()
    commands.tell(meeting, person=link.person, **answer, by=links.use(link))
    return back()


def by_link() -> tuple[Link, Meeting]:
    """The link of this address, and the meeting that it is about; 404 or 410 where it opens nothing."""
    link = opened((request.view_args or {})["secret"], ASKED)
    return link, db.session.get_one(Meeting, link.about_ref)


def used() -> tuple[Link, Meeting]:
    """The same, with a line in the access log that says from where it was used."""
    link, meeting = by_link()
    note_access("used a signed link", link.person_ref)
    return link, meeting


def offered() -> dict[str, str]:
    """Nothing, to whoever may come in."""
    by_link()
    return {}


def back() -> str:
    return url_for(".asked", **(request.view_args or {}))
