"""The last page, on which all is checked, and what stands once it is confirmed."""

from typing import Any

from flask import g, url_for
from werkzeug.exceptions import PreconditionFailed

from registry import clock
from registry.accounts.caller import note_access
from registry.declarations import commands, pages
from registry.declarations.models import Declaration
from registry.declarations.schemas import ConfirmForm, DiscardForm, DonePage
from registry.declarations.views.doors import back_from, own, room
from registry.interests import rules
from registry.interests.lines import lines_of
from registry.interests.models import NOT_SURE, Interest
from registry.interests.queries import own_declarations
from registry.interests.whereto import page_of


def to_be_checked(declaration: Declaration) -> dict[str, Any]:
    """Everything that was answered, with what whoever confirms it should know first."""
    since, boxes = pages.began(declaration), own(declaration).boxes
    is_new = declaration.interest_ref is None
    return {
        "lines": [
            line | {"href": url_for(f".{line['page']}", word=declaration.ref, _anchor=line["box"])}
            for line in pages.shown(declaration)
        ],
        "late": rules.days_late(since, clock.today()) if since and is_new else None,
        "private": boxes.get("public") == "False",
        "unsure": boxes.get("kind") == NOT_SURE,
        "back": back_from(declaration),
        "discard": url_for(".discard", word=declaration.ref),
    }


@room.form(
    "/<word>/confirm",
    needs="declarations.confirm",
    asks=ConfirmForm,
    title="Check what you have written",
    of=Declaration,
    beside=to_be_checked,
)
def confirm(declaration, answer):
    changed = own(declaration).interest
    if changed is not None and changed.rev != declaration.seen:
        raise PreconditionFailed("Somebody has changed this interest since you began. Look again, and begin again.")
    interest = commands.confirm(declaration, pages.told(declaration), **answer, by=g.account)
    return url_for(".done", word=interest.ref)


@room.form(
    "/<word>/discard",
    needs="declarations.discard",
    asks=DiscardForm,
    title="Throw away what you have written",
    of=Declaration,
    beside=lambda declaration: {"back": url_for(".confirm", word=own(declaration).ref)},
)
def discard(declaration, answer):
    person_ref = own(declaration).person_ref
    commands.discard(declaration, by=g.account)
    return page_of(person_ref)


@room.page("/done/<word>", needs="declarations.confirm", tells=DonePage, title="Recorded", of=Interest)
def done(interest, on):
    """Who can see it, when the next word is due, and the way to a copy."""
    if not interest.is_open:
        note_access("read private interests", interest.person_ref, account_ref=g.account.ref)
    [line] = lines_of([interest], on)
    due = own_declarations(interest.person, on, private=True)["due"]
    return line | {"title": "Your declaration is recorded", "due": due, "all_href": page_of(interest.person_ref)}
