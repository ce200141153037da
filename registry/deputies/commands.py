from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.deputies import rules
from registry.deputies.models import Deputy
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.seats.models import Seat
from registry.terms.in_force import rules_in_force
from registry.terms.provisions import DEPUTIES


@command
def name(seat: Seat, *, person: Person, since: date, until: date | None = None, by: Actor) -> Deputy:
    """Name a deputy for whoever holds a seat, as far as the terms of its body in force that day let them."""
    rules.ends_once_after_it_begins(since, until)
    allowed = rules_in_force(seat.body, since).of(DEPUTIES)
    rules.terms_allow_deputies(allowed and allowed.number)
    assert allowed is not None
    assert allowed.number is not None
    rules.is_not_the_holder(any(each.person_ref == person.ref for each in seat.sitting(since)))
    others = db.session.scalars(select(Deputy).where(Deputy.seat_ref == seat.ref)).all()
    rules.no_more_than_they_allow(others, allowed.number, since=since, until=until)
    deputy = Deputy(seat=seat, person=person, since=since, until=until, authority=allowed.authority)
    db.session.add(deputy)
    return deputy


@command
def end(deputy: Deputy, *, until: date, by: Actor) -> None:
    """Say from which day somebody is a deputy no longer."""
    rules.ends_once_after_it_begins(deputy.since, until, deputy.until)
    deputy.until = until
