from collections.abc import Sequence
from datetime import date

from registry.authorisations import rules
from registry.authorisations.models import Authorisation, NotCounted
from registry.db import db
from registry.interests.models import Interest
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.people.models import Person


@command
def authorise(
    person: Person,
    *,
    situation: str,
    covers: str,
    conditions: str = "",
    interest: Interest | None = None,
    since: date,
    review_due: date | None = None,
    lapses: date | None = None,
    also_interested: Sequence[Person] = (),
    by: Actor,
) -> Authorisation:
    """Enter that the directors have authorised a conflict from `since`; it is authorised no longer on `lapses`.

    `also_interested` are the other directors who were not counted when it was decided.
    """
    rules.lapses_after_it_begins(since, lapses)
    rules.reviewed_while_it_holds(since, review_due, lapses)
    rules.interest_is_the_directors_own(person.ref, interest and interest.person_ref)
    authorisation = Authorisation(
        person=person, interest=interest, situation=situation, covers=covers, conditions=conditions, since=since,
        until=lapses, review_due=review_due,
    )  # fmt: skip
    authorisation.not_counted.extend(NotCounted(person=each) for each in also_interested)
    db.session.add(authorisation)
    return authorisation


@command
def end(authorisation: Authorisation, *, until: date, ended: str, by: Actor) -> None:
    """Enter that the directors have withdrawn or varied an authorisation; `until` is the first day without it."""
    rules.is_in_force(authorisation.since, authorisation.until, until)
    authorisation.until, authorisation.ended = until, ended
