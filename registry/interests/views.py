from flask import abort, g, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.db import db
from registry.doors import About, Duty, Found, Room
from registry.doors.hung import has_all
from registry.interests import commands, queries, rules, sentences, standing
from registry.interests.models import Interest
from registry.interests.queries import Line
from registry.interests.schemas import (
    ChangeForm,
    ConfirmForm,
    DeclarationsPage,
    DeclareForm,
    DueRow,
    EndForm,
    InterestPage,
    InterestRow,
    OwnInterestRow,
    PrivateInterestRow,
)
from registry.ledger import Document
from registry.people.models import Person
from registry.wording import counted

room = Room(__name__)

NOBODY = "The registers do not say which person you are, so there is nobody whose declarations these would be."


@room.page("/register", needs="interests.read", tells=InterestRow, title="Register of interests")
def register(on):
    return queries.interests_on(on)


@room.page("/private", needs="interests.read_private", tells=PrivateInterestRow, title="Private register of interests")
def private(on):
    return noted(queries.interests_on(on, private=True))


@room.page("/due", needs="interests.read_private", tells=DueRow, title="Confirmations due")
def due(on):
    return standing.due_on(on)


@room.page("/mine", needs="interests.read", tells=DeclarationsPage, title="Your declarations", many=False)
def mine(on):
    ref = queries.person_of(g.account.ref, g.account.scopes) or abort(403, NOBODY)
    person = db.session.get(Person, ref) or abort(404)
    page = queries.own_declarations(person, on, private=reads_private(person))
    own = page | {"interests": noted(page["interests"]), "places": standing.places_of(person, on)}
    return About(person, own, panels=["questions_to"])


@room.page(
    "/person/<word>",
    needs="interests.read",
    tells=DeclarationsPage,
    title="Declarations",
    of=Person,
    acts=("interests.declare", "interests.confirm"),
)
def person(person, on):
    page = queries.declarations_of(person, on, private=reads_private(person))
    return page | {"interests": noted(page["interests"])}


@room.page(
    "/<word>",
    needs="interests.read",
    tells=InterestPage,
    title="Interest",
    of=Interest,
    acts=("interests.change", "interests.end", "reviews.review", "reviews.ask", "reviews.note"),
)
def interest(interest, on):
    line = queries.interest_on(interest, on, private=reads_private(interest))
    return noted([line])[0] if line else abort(404)


@room.form("/person/<word>/declare", needs="interests.declare", asks=DeclareForm, title="Add an interest", of=Person)
def declare(person, answer):
    rules.own_word_is_given_today(answer["declared_on"], clock.today(), office=g.account.may("interests.declare"))
    commands.declare(person, **answer, by=g.account)
    return page_of(person.ref)


def as_declared(interest):
    """What the form to change an interest begins with; if it is private, the access log says who opened it."""
    noted([{"public": interest.public, "person_ref": interest.person_ref}])
    return {
        "kind": interest.kind,
        "organisation_ref": interest.organisation_ref,
        "organisation": None if interest.organisation_ref else interest.organisation,
        "description": interest.description,
        "since": interest.since,
        "public": interest.public,
        "private_reason": interest.private_reason,
    }


@room.form(
    "/<word>/change",
    needs="interests.change",
    asks=ChangeForm,
    title="Change this interest",
    of=Interest,
    edits=True,
    offers=as_declared,
)
def change(interest, answer):
    commands.change(interest, **answer, by=g.account)
    return page_of(interest.person_ref)


@room.form(
    "/<word>/end",
    needs="interests.end",
    asks=EndForm,
    title="This interest has ended",
    of=Interest,
    edits=True,
    offers=lambda interest: {"organisation": interest.organisation, "description": interest.description},
)
def end(interest, answer):
    commands.end(interest, **answer, by=g.account)
    return page_of(interest.person_ref)


@room.form(
    "/person/<word>/confirm", needs="interests.confirm", asks=ConfirmForm, title="Confirm declarations", of=Person
)
def confirm(person, answer):
    rules.own_word_is_given_today(answer["on"], clock.today(), office=g.account.may("interests.confirm"))
    commands.confirm(person, **answer, by=g.account)
    return page_of(person.ref)


@room.panel(
    on=Person,
    needs="interests.read",
    tells=OwnInterestRow,
    title="Interests declared",
    empty="No interest is on the register.",
)
def interests_declared(person, on):
    return noted(queries.interests_of(person, on, private=reads_private(person))) or queries.nothing_of(person, on)


@room.following(on=Person, needs="interests.read")
def interests_left(person, on):
    if count := len(queries.interests_of(person, on, private=False)):
        text = f"{counted(count, 'published interest')} would be ended, and shown for some months after"
        yield Found("Interests", text, url_for("interests.person", word=person.ref))


@room.duties(needs="interests.confirm")
def confirmations_due(on):
    """Told together, since they fall due together: those who never confirmed, and those who did so long ago."""
    lines = standing.due_on(on)
    for words, never in (("Interests never confirmed", True), ("Interests not confirmed for a year", False)):
        if told := [line for line in lines if line["never"] is never]:
            names = sentences.some_of([line["person"] for line in told])
            yield Duty(f"{words}: {names}.", told[0]["due"], rules.GUIDANCE, url_for("interests.due"))


@room.searched(needs="interests.read")
def search(words, on):
    for line in queries.interests_on(on):
        text = f"{line['person']}: {line['description']}"
        if has_all(f"{text} {line['organisation']}", words):
            yield Found("Interest", text, url_for("interests.person", word=line["person_ref"]))


def reads_private(whose: Document) -> bool:
    return g.account.may("interests.read_private", scope=whose.scope)


def noted(lines: list[Line]) -> list[Line]:
    """What is about to be told; if some of it is private, the access log says who read it."""
    if any(not line["public"] for line in lines):
        about = ", ".join(sorted({line["person_ref"] for line in lines}))
        note_access("read private interests", about, account_ref=g.account.ref)
    return lines


def page_of(person_ref: str) -> str:
    """Where whoever acted for a person goes next: to their own page, if it was for themselves."""
    if queries.person_of(g.account.ref, g.account.scopes) == person_ref:
        return url_for(".mine")
    return url_for(".person", word=person_ref)
