"""The doors of those who come by a link out of a letter. To look changes nothing; to act is to act as oneself."""

from flask import abort, request, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.db import db
from registry.doors import PUBLIC
from registry.interests import commands as interests
from registry.interests.rules import own_word_is_given_today
from registry.links import commands as links
from registry.links.models import Link
from registry.links.opening import opened
from registry.links.queries import NO_LONGER
from registry.rounds.commands import ANSWER
from registry.rounds.models import Round
from registry.rounds.own import own_page
from registry.rounds.schemas import AddForm, ConfirmForm, OwnPage
from registry.rounds.views.doors import room
from registry.wording import day as worded


@room.page("/answer/<secret>", needs=PUBLIC, tells=OwnPage, title="Your declaration of interests", many=False)
def answer(on):
    """Of today, whatever day is asked for: a link opens nothing of any other."""
    return own_page(*by_link(), clock.today())


@room.form(
    "/answer/<secret>/confirm", needs=PUBLIC, asks=ConfirmForm, title="Confirm", offers=lambda: offered_by_link()
)
def confirm(answer):
    link = used()
    interests.confirm(link.person, **answer, by=links.use(link))
    return back()


@room.form(
    "/answer/<secret>/add", needs=PUBLIC, asks=AddForm, title="Add an interest", offers=lambda: offered_by_link()
)
def add(answer):
    link = used()
    own_word_is_given_today(answer["declared_on"], clock.today(), office=False)
    interests.declare(link.person, **answer, by=links.use(link))
    return back()


def by_link() -> tuple[Link, Round]:
    """The link of this address, and the round that it is about; 404 or 410 where it opens nothing."""
    link = opened((request.view_args or {})["secret"], ANSWER)
    round = db.session.get_one(Round, link.about_ref)
    if not round.is_open(clock.today()):
        abort(NO_LONGER, f"“{round.title}” has been over since {worded(round.closed)}, and no answer to it is taken.")
    return link, round


def used() -> Link:
    """The same, with a line in the access log that says from where it was used."""
    link, _ = by_link()
    note_access("used a signed link", link.person_ref)
    return link


def offered_by_link() -> dict[str, str]:
    """Nothing, to whoever may come in."""
    by_link()
    return {}


def back() -> str:
    return url_for(".answer", **(request.view_args or {}))
