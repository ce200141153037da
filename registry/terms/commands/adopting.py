from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.deadlines import months_from
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms import rules
from registry.terms.models import Provision, Terms
from registry.terms.provisions import QUORUM, QUORUM_INCLUDES, REVIEW
from registry.terms.standing import versions_of


@command
def adopt(terms: Terms, *, since: date, on: date | None = None, by: Actor) -> None:
    """Put a version in force from the start of a day; the one in force until then is superseded by it.

    It is adopted `on` a day, that one if left out. Where it does not say when it is to be reviewed, its own rule of
    review does, from the day that it takes effect.
    """
    rules.is_not_yet_adopted(terms.since)
    rules.was_not_withdrawn(terms.withdrawn)
    rules.was_circulated(terms.circulated is not None or terms.amends_ref is not None)
    adopted_on = on or since
    rules.is_adopted_once_circulated(terms.amended or terms.circulated, on=adopted_on)
    rules.text_is_finished(rules.unfinished(terms))
    rules.body_exists(terms.body, since=since)
    rules.review_comes_after(since, review_due=terms.review_due)
    _uphold_the_quorum(terms, since)
    before = [each for each in versions_of(terms) if each.since is not None and each.ref != terms.ref]
    rules.one_version_is_in_force(before, since=since)
    if before:
        _supersede(before[-1], terms, since)
    terms.since, terms.adopted = since, adopted_on
    terms.review_due = terms.review_due or _review_after(terms, since)


@command
def revoke(terms: Terms, *, until: date, by: Actor) -> None:
    """End a version in force without another in its place: `until` is the first day no longer."""
    rules.is_adopted(terms.since)
    rules.is_in_force_until_then(terms.since, terms.until, until)
    terms.until = terms.withdrawn = until


def _review_after(terms: Terms, since: date) -> date | None:
    months = next((each.number for each in terms.provisions if each.what == REVIEW), None)
    return None if months is None else months_from(since, months).due


def _uphold_the_quorum(terms: Terms, since: date) -> None:
    """A quorum is one that the seats with a vote could make, of each body that has seats and that the rule governs."""
    for rule in terms.provisions:
        if rule.what in (QUORUM, QUORUM_INCLUDES) and not rule.of:
            for body in _governed(terms, rule, since):
                if seats := _voting_seats(body, since):
                    those = [seat for seat in seats if rule.what == QUORUM or seat.kind == rule.who]
                    rules.quorum_can_be_met(rule.number, len(those))


def _governed(terms: Terms, rule: Provision, since: date) -> list[Body]:
    if rule.over in ("", terms.body.kind):
        return [terms.body]
    return list(db.session.scalars(select(Body).where(Body.kind == rule.over, Body.holding(since))))


def _voting_seats(body: Body, since: date) -> Sequence[Seat]:
    return db.session.scalars(select(Seat).where(Seat.body_ref == body.ref, Seat.holding(since), Seat.votes > 0)).all()


def _supersede(old: Terms, new: Terms, since: date) -> None:
    if old.until is None or old.until > since:
        old.until = since
    new.supersedes_ref = old.ref
