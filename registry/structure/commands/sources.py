"""What the sources say of the whole, and where they contradict one another: kept as they say it."""

from datetime import date

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.structure import rules
from registry.structure.models import Discrepancy, Population


@command
def report(
    *, patients: int, about: bool = False, on: date, dates: str = "", source: str, note: str = "", by: Actor
) -> Population:
    """Enter a total of patients as a source tells it; `about`, if it says no more than about how many."""
    rules.patients_have_been_told_by(on, clock.today())
    population = Population(patients=patients, about=about, on=on, dates=dates, source=source, note=note)
    db.session.add(population)
    return population


@command
def flag(*, text: str, source: str, noted: date, by: Actor) -> Discrepancy:
    """Note that the sources contradict one another, or are silent; nothing in the registers is changed by it."""
    rules.is_noted_by_today(noted, clock.today())
    discrepancy = Discrepancy(text=text, source=source, noted=noted)
    db.session.add(discrepancy)
    return discrepancy


@command
def settle(discrepancy: Discrepancy, *, settled: date, how: str, by: Actor) -> None:
    """Say how a contradiction was settled, and from which day; the note of it stays."""
    rules.is_not_settled_yet(discrepancy.settled)
    rules.settled_once_noted(discrepancy.noted, settled)
    discrepancy.settled, discrepancy.how = settled, how
