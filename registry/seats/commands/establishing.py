from datetime import date

from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.seats import rules
from registry.seats.models import Seat
from registry.structure.models import Body


@command
def establish(
    *,
    body: Body,
    title: str,
    kind: str,
    votes: int = 1,
    director: bool = False,
    constituency: Body | None = None,
    since: date,
    appointed_by: Body | None = None,
    ex_officio: Seat | None = None,
    requirements: str = "",
    term_months: int | None = None,
    most_terms: int | None = None,
    carries_over: bool = False,
    holders: int = 1,
    by: Actor,
) -> Seat:
    """Establish a seat on a body from the start of a day; it is vacant until somebody is appointed.

    One `ex_officio` of another seat is filled by whoever sits in that one, and is never appointed to.
    """
    rules.body_exists(body, since=since)
    rules.acd_speaks_for_a_network(kind, constituency=constituency and constituency.kind)
    rules.limit_is_of_terms(term_months, most_terms, carries_over=carries_over)
    rules.directorship_is_not_shared(director, holders, ex_officio=ex_officio is not None)
    if ex_officio is not None:
        rules.other_seat_exists(ex_officio, since=since)
    seat = Seat(
        body=body, title=title, kind=kind, votes=votes, director=director, constituency=constituency, since=since,
        appointed_by=appointed_by, ex_officio=ex_officio, requirements=requirements, term_months=term_months,
        most_terms=most_terms, carries_over=carries_over, holders=holders,
    )  # fmt: skip
    db.session.add(seat)
    return seat


@command
def abolish(seat: Seat, *, until: date, by: Actor) -> None:
    """Abolish an empty seat; `until` is the first day it is no more."""
    rules.is_abolished_once(seat.until)
    rules.ends_after_it_begins(seat.since, until=until)
    rules.seat_is_left(seat.appointments, until=until)
    seat.until = until
