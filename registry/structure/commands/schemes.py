from datetime import date

from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.structure import rules, standing
from registry.structure.models import Scheme


@command
def introduce(
    *,
    name: str,
    kind: str,
    since: date,
    until: date | None = None,
    dates: str = "",
    least: int | None = None,
    most: int | None = None,
    source: str,
    note: str = "",
    by: Actor,
) -> Scheme:
    """Enter a scheme by which the practices are grouped; `dates` are its sources' own words for when."""
    rules.body_takes_practices(kind)
    rules.ends_after_it_starts(since, until)
    rules.least_is_no_more_than_most(least, most)
    others = standing.schemes_of(kind)
    rules.one_scheme_of_a_kind(others, since=since, until=until)
    band = {"least": least, "most": most}
    scheme = Scheme(name=name, kind=kind, since=since, until=until, dates=dates, source=source, note=note, **band)
    db.session.add(scheme)
    return scheme


@command
def retire(scheme: Scheme, *, until: date, by: Actor) -> None:
    """End a scheme; `until` is the first day that the practices are no longer grouped by it."""
    rules.has_not_ended(scheme)
    rules.ends_after_it_starts(scheme.since, until)
    scheme.until = until


@correction
def amend(
    scheme: Scheme,
    *,
    name: str,
    since: date,
    until: date | None = None,
    dates: str = "",
    least: int | None = None,
    most: int | None = None,
    source: str,
    note: str = "",
    reason: str,
    by: Actor,
) -> None:
    """It was wrong: put right what is told of a scheme."""
    rules.ends_after_it_starts(since, until)
    rules.least_is_no_more_than_most(least, most)
    others = [other for other in standing.schemes_of(scheme.kind) if other is not scheme]
    rules.one_scheme_of_a_kind(others, since=since, until=until)
    scheme.name, scheme.since, scheme.until, scheme.dates = name, since, until, dates
    scheme.least, scheme.most, scheme.source, scheme.note = least, most, source, note


@correction
def strike_scheme(scheme: Scheme, *, reason: str, by: Actor) -> None:
    """It was wrong: there was no such scheme."""
    rules.was_not_struck(scheme.struck)
    scheme.struck = True


@correction
def restore(scheme: Scheme, *, reason: str, by: Actor) -> None:
    """It was wrong: the scheme did not end."""
    rules.was_not_struck(scheme.struck)
    rules.has_ended(scheme)
    others = [other for other in standing.schemes_of(scheme.kind) if other is not scheme]
    rules.one_scheme_of_a_kind(others, since=scheme.since, until=None)
    scheme.until = None
