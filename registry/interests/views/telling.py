"""The register, public and private, on a day and between two; and what one person has declared."""

from flask import abort, g

from registry.accounts.caller import note_access
from registry.db import db
from registry.doors import About, Listing
from registry.interests import comparing, queries, standing
from registry.interests.models import Interest
from registry.interests.schemas import (
    DeclarationsPage,
    DifferenceRow,
    DueRow,
    InterestPage,
    InterestRow,
    OwnDeclarationsPage,
    PrivateInterestRow,
    issues_asked,
)
from registry.interests.views.doors import noted, reads_private, room
from registry.people.models import Person
from registry.people.queries import person_of

NOBODY = "The registers do not say which person you are, so there is nobody whose declarations these would be."


@room.page("/register", needs="interests.read", tells=InterestRow, title="Register of interests")
def register(on):
    """Those who decide, and of whom nothing is published, are named at its end."""
    lines, silent = standing.register_on(on)
    return Listing(lines, silent=silent)


@room.page("/private", needs="interests.read_private", tells=PrivateInterestRow, title="Private register of interests")
def private(on):
    lines, silent = standing.register_on(on, private=True)
    return Listing(noted(lines), silent=silent)


@room.page("/compared", needs="interests.read", tells=DifferenceRow, title="Two issues of the register compared")
def compared(on):
    """As published `from` one day and `to` another, each as known when it ended or as the address says."""
    return differences(private=False)


@room.page(
    "/private/compared",
    needs="interests.read_private",
    tells=DifferenceRow,
    title="Two issues of the private register compared",
)
def private_compared(on):
    return differences(private=True)


def differences(*, private: bool) -> Listing:
    before, after = issues_asked()
    if private:
        note_access("read private interests", "the register, compared", account_ref=g.account.ref)
    days = {"from": before.on, "to": after.on, "known_from": before.known, "known_to": after.known}
    told = {name: value.isoformat() for name, value in days.items()}
    return Listing(comparing.compared(before, after, private=private), **told)


@room.page("/due", needs="interests.read_private", tells=DueRow, title="Confirmations due")
def due(on):
    return standing.due_on(on)


@room.page("/mine", needs="interests.read", tells=OwnDeclarationsPage, title="Your declarations", many=False)
def mine(on):
    ref = person_of(g.account) or abort(403, NOBODY)
    person = db.session.get(Person, ref) or abort(404)
    page = queries.own_declarations(person, on, private=reads_private(person))
    own = page | {"interests": noted(page["interests"]), "places": standing.places_of(person, on)}
    return About(person, own, panels=["questions_to", "handled"])


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
