from datetime import date

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.structure.models import Body
from registry.terms import rules
from registry.terms.commands.layout import TEN_SECTIONS, Told, lay_out, uphold_that_version_is_new
from registry.terms.models import CONSTITUTION, Terms


@command
def circulate(
    *,
    body: Body,
    kind: str,
    title: str,
    version: str,
    circulated: date,
    circulated_to: str = "",
    comments_by: date | None = None,
    sections: Told = TEN_SECTIONS,
    table: Told = (),
    provisions: Told = (),
    review_due: date | None = None,
    owner: str = "",
    by: Actor,
) -> Terms:
    """Enter a version of a body's terms as it went out to those who are to adopt it; it is not yet in force."""
    rules.constitution_is_the_companys(kind in CONSTITUTION, body.kind)
    rules.has_been_circulated(circulated, clock.today())
    rules.comments_are_asked_for_after_it(circulated, comments_by)
    terms = Terms(
        body=body, kind=kind, title=title, version=version, review_due=review_due, owner=owner,
        circulated=circulated, circulated_to=circulated_to, comments_by=comments_by,
    )  # fmt: skip
    with db.session.no_autoflush:
        uphold_that_version_is_new(terms)
        lay_out(terms, sections=sections, table=table, provisions=provisions)
    db.session.add(terms)
    return terms


@command
def amend(
    circulated: Terms,
    *,
    title: str,
    version: str,
    amended: date,
    amendments: str,
    mover: Person | None = None,
    sections: Told = TEN_SECTIONS,
    table: Told = (),
    provisions: Told = (),
    review_due: date | None = None,
    owner: str = "",
    by: Actor,
) -> Terms:
    """Enter the text as a meeting amended what had been circulated, under a version of its own, to be adopted.

    It was `amended` on a day, by what `amendments` tells in the words moved. What was circulated stays as it was.
    """
    rules.is_not_yet_adopted(circulated.since)
    rules.was_circulated(circulated.circulated is not None)
    rules.was_not_withdrawn(circulated.withdrawn)
    assert circulated.circulated is not None
    rules.is_amended_once_circulated(circulated.circulated, amended, clock.today())
    terms = Terms(
        body=circulated.body, kind=circulated.kind, title=title, version=version, review_due=review_due,
        owner=owner or circulated.owner, amends_ref=circulated.ref, amended=amended, amendments=amendments, mover=mover,
    )  # fmt: skip
    with db.session.no_autoflush:
        uphold_that_version_is_new(terms)
        lay_out(terms, sections=sections, table=table, provisions=provisions)
    db.session.add(terms)
    return terms


@command
def withdraw(terms: Terms, *, on: date, reason: str, by: Actor) -> None:
    """Take back a version that was circulated or amended, before it is adopted."""
    rules.is_not_yet_adopted(terms.since)
    rules.was_not_withdrawn(terms.withdrawn)
    rules.is_withdrawn_after_it_went_out(terms.known_from, on, clock.today())
    terms.withdrawn = on
