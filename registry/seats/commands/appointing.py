from collections.abc import Sequence
from datetime import date

from registry.deadlines import last_of_months
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.seats import rules
from registry.seats.models import SUBSTANTIVE, Appointment, Seat, Voter

TERM_ENDED = "term ended"


@command
def appoint(
    seat: Seat,
    *,
    person: Person,
    since: date,
    until: date | None = None,
    how: str = "",
    capacity: str = SUBSTANTIVE,
    by: Actor,
) -> Appointment:
    """Put a person in a vacant seat from the start of a day; `until` is the first day after the term.

    Left out, it follows from the seat's own term, but for whoever sits there only meanwhile. Whoever has stayed on
    after a term makes room.
    """
    rules.is_not_ex_officio(seat.ex_officio and seat.ex_officio.title)
    rules.ends_after_it_begins(since, until=until)
    term_until = _uphold_the_term(seat, person, since, until, capacity)
    leaves = None if seat.carries_over and capacity == SUBSTANTIVE else term_until
    rules.is_alive(person.died, since)
    rules.seat_exists(seat, since=since, until=leaves)
    left = _make_room(seat, since)
    rules.sits_there_once(person.ref, seat.appointments, since=since, until=leaves)
    uphold_the_room(seat, since, leaves)
    if seat.director:
        rules.birth_is_on_record(person.age(since))
        rules.director_is_sixteen(person.age(since))
    appointment = Appointment(
        person=person, since=since, until=leaves, term_until=term_until, how=how, capacity=capacity
    )
    seat.appointments.append(appointment)
    for each in left:
        _vote_while_seated(seat, each.person)
    return appointment


@command
def retire(seat: Seat, *, until: date, person: Person | None = None, ended: str = "", by: Actor) -> Appointment:
    """End the appointment of whoever sits in a seat, or of a `person` of those who share it.

    `until` is the first day no longer in it, `ended` why.
    """
    sitting = [each for each in seat.appointments if each.holds(until - ONE_DAY)]
    leaving = [each for each in sitting if person is None or each.person_ref == person.ref]
    rules.somebody_sits(bool(leaving))
    rules.is_told_who_leaves(len(leaving))
    [appointment] = leaving
    rules.leaves_before_it_ends(appointment.ended, appointment.until, until=until)
    appointment.until, appointment.ended = until, ended or appointment.ended
    _vote_while_seated(seat, appointment.person)
    return appointment


@correction
def correct(
    seat: Seat, *, turn: str, since: date, until: date | None = None, ended: str = "", reason: str, by: Actor
) -> None:
    """Put right when somebody sat in a seat, of the appointment with the ref `turn`."""
    appointment = _of(seat, turn)
    others = [each for each in seat.appointments if each is not appointment]
    rules.ends_after_it_begins(since, until=until)
    rules.seat_exists(seat, since=since, until=until)
    rules.sits_there_once(appointment.person_ref, others, since=since, until=until)
    uphold_the_room(seat, since, until, others)
    appointment.dates = appointment.dates if since == appointment.since else ""
    appointment.since, appointment.until, appointment.ended = since, until, ended if until else ""
    _vote_while_seated(seat, appointment.person)


@correction
def strike(seat: Seat, *, turn: str, reason: str, by: Actor) -> None:
    """Take out an appointment that never was, or that was called off before its day."""
    appointment = _of(seat, turn)
    seat.appointments.remove(appointment)
    _vote_while_seated(seat, appointment.person)


def _of(seat: Seat, turn: str) -> Appointment:
    found = next((each for each in seat.appointments if each.ref == turn), None)
    rules.appointment_is_there(found is not None)
    assert found is not None
    return found


@command
def choose_voter(seat: Seat, *, person: Person, since: date, by: Actor) -> None:
    """Say which of those who share a seat casts its votes, from the start of a day."""
    rules.votes_for_the_seat_it_sits_in(any(each.person_ref == person.ref for each in seat.sitting(since)))
    rules.is_chosen_in_turn(seat.voters, since=since)
    for voter in seat.voters:
        if voter.holds(since):
            voter.until = since
    seat.voters.append(Voter(person=person, since=since))


def _vote_while_seated(seat: Seat, person: Person) -> None:
    """Nobody casts a seat's votes before coming to it, nor after leaving it; from one turn into the next, one may."""
    turns = sorted((each for each in seat.appointments if each.person is person), key=lambda each: each.since)
    for voter in [each for each in seat.voters if each.person is person]:
        within = [each for each in turns if each.overlaps(voter.since, voter.until)]
        if not within:
            seat.voters.remove(voter)
            continue
        left = within[0].until
        for turn in within[1:]:
            left = turn.until if turn.since == left else left
        voter.since = max(voter.since, within[0].since)
        voter.until = min(filter(None, (voter.until, left)), default=None)


def _uphold_the_term(seat: Seat, person: Person, since: date, until: date | None, capacity: str) -> date | None:
    """The first day after the term that somebody begins, which is no longer than the seat's, nor one too many."""
    if capacity != SUBSTANTIVE:
        return until
    full = seat.term_months and last_of_months(since, seat.term_months) + ONE_DAY
    rules.term_is_no_longer_than_the_seats(until, full or None)
    served = sum(1 for each in seat.appointments if each.person_ref == person.ref and each.capacity == SUBSTANTIVE)
    rules.terms_are_within_the_limit(served, seat.most_terms)
    return until or full or None


def uphold_the_room(seat: Seat, since: date, until: date | None, others: Sequence[Appointment] | None = None) -> None:
    """There is a place for one more in a seat, beside those of whom others sit in it."""
    beside = seat.appointments if others is None else others
    if seat.holders == 1:
        rules.seat_is_vacant(beside, since=since, until=until)
    else:
        rules.seat_has_a_place_free(beside, seat.holders, since=since, until=until)


def _make_room(seat: Seat, since: date) -> list[Appointment]:
    """Whoever has stayed on after a term leaves as somebody comes, if there is no room otherwise."""
    staying = [each for each in seat.appointments if each.holds(since)]
    over = [each for each in staying if each.term_until is not None and each.term_until <= since and not each.until]
    first = sorted(over, key=lambda each: each.since)[: len(staying) - seat.holders + 1]
    leaving = [each for each in first if each.since < since]
    for appointment in leaving:
        appointment.until, appointment.ended = since, TERM_ENDED
    return leaving
