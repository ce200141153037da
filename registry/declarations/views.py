from typing import Any

from flask import abort, g, url_for
from werkzeug.exceptions import PreconditionFailed

from registry import clock
from registry.accounts.caller import note_access
from registry.declarations import commands, pages, queries
from registry.declarations.models import Boxes, Declaration
from registry.declarations.schemas import (
    BeganForm,
    ConfirmForm,
    DatesForm,
    DiscardForm,
    DonePage,
    KindForm,
    PartyForm,
    ReviseForm,
    TouchesForm,
)
from registry.doors import Room
from registry.forms import Form
from registry.interests import rules
from registry.interests.lines import lines_of
from registry.interests.models import NOT_SURE, Interest
from registry.interests.queries import own_declarations
from registry.interests.schemas import as_boxes
from registry.interests.whereto import page_of
from registry.people.models import Person
from registry.wording import instant

room = Room(__name__, under="interests")

WHAT_KIND = "What kind of thing is it?"
WHEN = "When did it begin?"


def already_begun(person: Person) -> dict[str, Any]:
    begun = [
        {"href": onward(each), "with": each.boxes.get("organisation", ""), "at": instant(each.at)}
        for each in queries.unfinished(person, g.account.ref)
    ]
    return {"back": page_of(person.ref), "unfinished": begun}


@room.form(
    "/people/<word>/begin",
    needs="declarations.begin",
    asks=KindForm,
    title=WHAT_KIND,
    of=Person,
    beside=already_begun,
)
def begin(person, answer):
    return onward(commands.begin(person, boxes=as_boxes(answer), by=g.account))


def where_it_is_told(interest: Interest) -> dict[str, Any]:
    return {"back": page_of(interest.person_ref), "organisation": interest.organisation}


@room.form(
    "/interests/<word>/revise",
    needs="declarations.revise",
    asks=ReviseForm,
    title="What has changed?",
    of=Interest,
    beside=where_it_is_told,
)
def revise(interest, answer):
    """It begins with the last answers; what has changed since is said page by page."""
    if not interest.is_open:
        note_access("read private interests", interest.person_ref, account_ref=g.account.ref)
    return onward(commands.revise(interest, **answer, by=g.account))


def own(declaration: Declaration) -> Declaration:
    """To everybody but whoever is writing it, 403: what is not confirmed has been told to nobody yet."""
    if declaration.written_by_ref != g.account.ref:
        abort(403)
    return declaration


def page(name: str, form: type[Form], title: str) -> Any:
    """One page of questions: it begins with what was answered on it, and is left for the first not yet answered."""
    return room.form(
        f"/<word>/{name}",
        needs="declarations.answer",
        asks=form,
        title=title,
        of=Declaration,
        offers=lambda declaration: pages.boxes_for(form, declaration.boxes),
        beside=lambda declaration: {"back": back_from(own(declaration), name)},
    )


@page(pages.KIND, KindForm, WHAT_KIND)
def kind(declaration, answer):
    return keep(declaration, KindForm, answer)


@page(pages.PARTY, PartyForm, "With whom, and who has it?")
def party(declaration, answer):
    rules.indirect_interest_is_of_someone_close(own(declaration).boxes.get("kind", ""), answer["whose"])
    return keep(declaration, PartyForm, answer)


@page(pages.DATES, DatesForm, WHEN)
def dates(declaration, answer):
    rules.interest_ends_after_it_arose(answer["since"], answer["until"])
    return keep(declaration, DatesForm, answer)


@page(pages.BEGAN, BeganForm, WHEN)
def began(declaration, answer):
    return keep(declaration, BeganForm, answer)


@page(pages.TOUCHES, TouchesForm, "Could it touch our work?")
def touches(declaration, answer):
    rules.private_interest_has_a_reason(answer["public"], answer["private_reason"])
    return keep(declaration, TouchesForm, answer)


def keep(declaration: Declaration, form: type[Form], answer: Boxes) -> str:
    asked = pages.boxes_for(form, own(declaration).boxes)
    commands.answer(declaration, asked=asked, boxes=as_boxes(answer), by=g.account)
    return onward(declaration)


def onward(declaration: Declaration) -> str:
    """The first page that is still to be answered; once all are, the one on which they are checked."""
    return url_for(f"declarations.{pages.first_unanswered(declaration) or 'confirm'}", word=declaration.ref)


def back_from(declaration: Declaration, name: str | None = None) -> str:
    """The page before, while an interest is declared; whoever changes one goes to each page from where it is told."""
    earlier = pages.page_before(declaration, name)
    if earlier and declaration.interest_ref is None:
        return url_for(f".{earlier}", word=declaration.ref)
    return page_of(declaration.person_ref)


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
