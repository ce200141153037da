from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.deadlines import months_from
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.seats.models import Seat
from registry.terms import rules
from registry.terms.models import Terms
from registry.terms.provisions import QUORUM, REVIEW


@command
def adopt(terms: Terms, *, since: date, by: Actor) -> None:
    """Put a version in force from the start of a day; the one in force until then is superseded by it.

    Where it does not say when it is to be reviewed, its own rule of review does, from that day.
    """
    rules.is_not_yet_adopted(terms.since)
    rules.was_not_withdrawn(terms.withdrawn)
    rules.was_circulated(terms.circulated is not None or terms.amends_ref is not None)
    rules.takes_effect_once_circulated(terms.circulated, since=since)
    rules.text_is_finished(rules.unfinished(terms))
    rules.body_exists(terms.body, since=since)
    rules.review_comes_after(since, review_due=terms.review_due)
    _uphold_the_quorum(terms, since)
    adopted = _adopted_versions(terms)
    rules.one_version_is_in_force(adopted, since=since)
    if adopted:
        _supersede(adopted[-1], terms, since)
    terms.since = since
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
    """A quorum that is a number is no more than the seats with a vote, where the body has seats."""
    quorum = next((each.number for each in terms.provisions if each.what == QUORUM and not each.of), None)
    found = select(Seat).where(Seat.body_ref == terms.body_ref, Seat.holding(since), Seat.votes > 0)
    rules.quorum_can_be_met(quorum, len(db.session.scalars(found).all()))


def _supersede(old: Terms, new: Terms, since: date) -> None:
    if old.until is None or old.until > since:
        old.until = since
    new.supersedes_ref = old.ref


def _adopted_versions(terms: Terms) -> list[Terms]:
    """The other versions of the same terms that were ever adopted, in turn."""
    others = select(Terms).where(Terms.body_ref == terms.body_ref, Terms.kind == terms.kind, Terms.ref != terms.ref)
    return list(db.session.scalars(others.where(Terms.since.is_not(None)).order_by(Terms.since)))
