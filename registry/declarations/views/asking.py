"""The pages on which an interest is declared or changed, one after another."""

from typing import Any

from flask import g

from registry.accounts.caller import note_access
from registry.declarations import commands, pages, queries
from registry.declarations.models import Boxes, Declaration
from registry.declarations.schemas import BeganForm, DatesForm, KindForm, PartyForm, ReviseForm, TouchesForm
from registry.declarations.views.doors import back_from, onward, own, room
from registry.forms import Form
from registry.interests import rules
from registry.interests.models import Interest
from registry.interests.schemas import as_boxes
from registry.interests.whereto import page_of
from registry.people.models import Person
from registry.wording import instant

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
