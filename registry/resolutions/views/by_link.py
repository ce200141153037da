"""The doors of those who come by a link out of a letter. To look changes nothing; to agree is to agree oneself."""

from flask import abort, request, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.db import db
from registry.doors import PUBLIC
from registry.links import commands as links
from registry.links.models import Link
from registry.links.opening import opened
from registry.links.queries import NO_LONGER
from registry.resolutions import commands
from registry.resolutions.models import Resolution
from registry.resolutions.own import own_page
from registry.resolutions.schemas import OwnPage, TickForm
from registry.resolutions.sending import AGREE
from registry.resolutions.views.doors import room
from registry.wording import instant


@room.page("/agree/<secret>", needs=PUBLIC, tells=OwnPage, title="A resolution for you to agree to", many=False)
def agree(on):
    """Of now, whatever day is asked for: a link opens nothing of any other."""
    return own_page(*by_link())


@room.form("/agree/<secret>/tick", needs=PUBLIC, asks=TickForm, title="I agree", offers=lambda: offered_by_link())
def tick(answer):
    link, resolution = by_link()
    note_access("used a signed link", link.person_ref)
    commands.agree(resolution, person=link.person, by=links.use(link))
    return url_for(".agree", **(request.view_args or {}))


def by_link() -> tuple[Link, Resolution]:
    """The link of this address, and the resolution that it is about; 404 or 410 where it opens nothing."""
    link = opened((request.view_args or {})["secret"], AGREE)
    resolution = db.session.get_one(Resolution, link.about_ref)
    if resolution.withdrawn is not None and resolution.withdrawn <= clock.now():
        said = f"“{resolution.title}” was withdrawn on {instant(resolution.withdrawn)}, and nobody is to agree to it."
        abort(NO_LONGER, f"{said} Should you have questions, ask the company secretary.")
    return link, resolution


def offered_by_link() -> dict[str, str]:
    """Nothing, to whoever may come in."""
    by_link()
    return {}
