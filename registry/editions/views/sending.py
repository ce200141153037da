"""An edition goes out to each who receives the pack, by a letter with a link of her own."""

from flask import g, request, url_for

from registry.accounts.caller import note_access
from registry.db import db
from registry.doors import PUBLIC, WhatItComesTo
from registry.doors.before import Foretold
from registry.doors.telling import Told
from registry.editions import commands
from registry.editions.copies import copy_of
from registry.editions.handing import hand_out
from registry.editions.letters import SENT
from registry.editions.models import Edition
from registry.editions.queries import sent_page
from registry.editions.receiving import receivers_left, sent_to, to_be_sent
from registry.editions.schemas import CirculateForm, RecipientRow, SentPage, ToBeSentRow
from registry.editions.succession import superseded
from registry.editions.views.doors import at, room
from registry.ledger import live
from registry.links.models import Link
from registry.links.opening import opened


def is_to_go_out(edition: Edition) -> bool:
    """Whether it is the latest, and somebody has it yet to receive."""
    return not superseded(edition) and bool(receivers_left(edition))


@room.form(
    "/<word>/circulate",
    needs="editions.circulate",
    asks=CirculateForm,
    title="Send it out",
    of=Edition,
    edits=True,
    before=WhatItComesTo(lambda edition, _: [Foretold("Who receives it", ToBeSentRow, to_be_sent(edition))]),
    when=is_to_go_out,
)
def circulate(edition, answer):
    commands.circulate(edition, by=g.account)
    return at(edition)


@room.panel(
    on=Edition,
    needs="editions.had",
    tells=RecipientRow,
    title="To whom it went out",
    empty="It has not been sent out.",
    is_printed=False,
)
def recipients(edition, on):
    return sent_to(edition)


def print_sent(told: Told) -> bytes:
    with live():
        link, edition = by_link()
        note_access("used a signed link", link.person_ref)
        return hand_out(edition, copy_of(link.person), account_ref=None, style=told.asked.style)


@room.page("/sent/<secret>", needs=PUBLIC, tells=SentPage, title="Your pack", many=False, prints=print_sent)
def sent(on):
    """Of today, whatever day is asked for: a link opens nothing of any other."""
    with live():
        link, edition = by_link()
        return sent_page(edition, link.person) | {"href": url_for(".sent", kind="pdf", secret=secret())}


def by_link() -> tuple[Link, Edition]:
    """The link of this address, and the edition that it is of; 404 or 410 where it opens nothing."""
    link = opened(secret(), SENT)
    return link, db.session.get_one(Edition, link.about_ref)


def secret() -> str:
    given: str = (request.view_args or {})["secret"]
    return given
