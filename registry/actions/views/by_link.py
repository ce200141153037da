"""The doors of those who come by the link in a letter that asks after an action. To look changes nothing."""

from flask import abort, request, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.actions import commands, queries
from registry.actions.letters import REPORT
from registry.actions.models import Action
from registry.actions.reading import what_everybody_reads
from registry.actions.schemas import OwnPage, TellForm
from registry.actions.views.doors import room
from registry.db import db
from registry.doors import PUBLIC
from registry.links import commands as links
from registry.links.models import Link
from registry.links.opening import opened
from registry.links.queries import NO_LONGER
from registry.periods import ONE_DAY

NOT_HERE = "Sign in to say how far it has come: it is not told by a link."
NOT_YOURS_NOW = "Somebody else has this action now."


@room.page("/report/<secret>", needs=PUBLIC, tells=OwnPage, title="How far has it come?", many=False)
def report(on):
    """Of today, whatever day is asked for: a link opens nothing of any other."""
    link, action = by_link()
    told = queries.action_on(action, clock.today())
    return told | {"person": link.person.name_on(clock.today()), "last_day": link.until - ONE_DAY}


@room.form(
    "/report/<secret>/tell", needs=PUBLIC, asks=TellForm, title="Say how far it has come", offers=lambda: offered()
)
def tell(answer):
    link, action = by_link()
    note_access("used a signed link", link.person_ref)
    commands.note_progress(action, words=answer["words"], person=link.person, by=links.use(link))
    return url_for(".report", **(request.view_args or {}))


def by_link() -> tuple[Link, Action]:
    """The link of this address, and the action that it is about; 404 or 410 where it opens nothing."""
    link = opened((request.view_args or {})["secret"], REPORT)
    action = db.session.get_one(Action, link.about_ref)
    if not what_everybody_reads()(action):
        abort(NO_LONGER, NOT_HERE)
    if action.scope != link.person_ref:
        abort(NO_LONGER, NOT_YOURS_NOW)
    return link, action


def offered() -> dict[str, str]:
    """Nothing, to whoever may come in."""
    by_link()
    return {}
