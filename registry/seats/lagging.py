"""Networks whose clinical director has changed where the board’s seat has not followed."""

from datetime import date

from registry.db import db
from registry.seats.models import ACD, Seat
from registry.seats.queries import place_of, whole_seats
from registry.seats.sentences import holders_of


def lagging_on(day: date) -> list[tuple[Seat, str, str]]:
    """The seats elsewhere that speak for a network and in which its own clinical director does not sit.

    Each with whoever is the network's clinical director, and whoever sits in the seat.
    """
    seats = list(db.session.scalars(whole_seats().where(Seat.kind == ACD, Seat.holding(day))))
    directing = {seat.body_ref: seat for seat in seats if seat.body_ref == seat.constituency_ref}
    lagging = []
    for seat in sorted(seats, key=place_of):
        own = directing.get(seat.constituency_ref or "")
        if own is None or own is seat or not (sitting := own.sitting(day)):
            continue
        if not {each.person_ref for each in sitting} & {each.person_ref for each in seat.sitting(day)}:
            lagging.append((seat, holders_of(sitting, day), holders_of(seat.sitting(day), day)))
    return lagging
