from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.outbox.queries import states_of
from registry.people.models import Person
from registry.rounds.answers import CONFIRMED, DECLARED, NOTHING, Answer, answers_of
from registry.rounds.models import Asked, Reminder, Round
from registry.rounds.states import NOT_YET, State, state_on
from registry.wording import counted
from registry.wording import day as worded

Line = dict[str, Any]
NO_ADDRESS, ANSWERED = "No e-mail address", "Answered"
HOW_ANSWERED = ("nothing", "confirmed", "declared")


def rounds_on(day: date) -> list[Line]:
    """Every round opened by a day, the latest first, with how many had answered."""
    rounds = db.session.scalars(_whole().where(Round.opens <= day).order_by(Round.opens.desc(), Round.ref)).all()
    answers = _answers_to(rounds, day)
    return [line_of(round, day) | counts_of(_states(round, day, answers).values()) for round in rounds]


def round_on(round: Round, day: date, *, office: bool) -> Line:
    """One round as it stood on a day, with everyone whom it asks."""
    people = people_on(round, day, office=office)
    counts = counts_of(line["standing"] for line in people)
    told = counts if office else counts | dict.fromkeys(HOW_ANSWERED)
    return line_of(round, day) | {"people": people} | told


def people_on(round: Round, day: date, *, office: bool) -> list[Line]:
    """Everyone asked, and how they stood on a day: those first who had not answered.

    Only the `office` is told who has no e-mail address, what has become of the letters, and what each answered: to
    others it would tell that something private was declared, where the register shows nothing.
    """
    [round] = db.session.scalars(_whole().where(Round.ref == round.ref))
    states = _states(round, day, _answers_to([round], day))
    sent = states_of([each.letter_ref for each in round.reminders if each.letter_ref]) if office else {}
    lines = [_person_line(round, each, states[each.person_ref], day, sent, office=office) for each in round.asked]
    return sorted(lines, key=lambda line: (line["answered"] is not None, line["surname"], line["person_ref"]))


def rounds_asking(person: Person, day: date, *, office: bool) -> list[Line]:
    """Every round that had asked somebody by a day, the latest first, and how she stood in it."""
    asking = _whole().where(Round.asked.any(Asked.person_ref == person.ref), Round.opens <= day)
    rounds = db.session.scalars(asking.order_by(Round.opens.desc(), Round.ref)).all()
    answers = answers_of([person.ref], day).get(person.ref, [])
    return [line_of(round, day) | _told(_state(round, answers, day), office=office) for round in rounds]


def line_of(round: Round, day: date) -> Line:
    return {
        "ref": round.ref,
        "rev": round.rev,
        "title": round.title,
        "kind": round.kind.capitalize(),
        "opens": round.opens,
        "due": round.due,
        "closed": round.closed if round.closed and round.closed <= day else None,
        "state": "open" if round.is_open(day) else "closed",
        "asked": len(round.asked),
    }


def counts_of(states: Iterable[State]) -> Line:
    """How many stand how; `outstanding` are those who have not answered."""
    found = Counter(state.words if state.answer else NOT_YET for state in states)
    return {
        "nothing": found[NOTHING],
        "confirmed": found[CONFIRMED],
        "declared": found[DECLARED],
        "outstanding": found[NOT_YET],
        "answered": found.total() - found[NOT_YET],
    }


def open_on(day: date) -> list[Round]:
    """The rounds, of which there is one at most, that are open on a day."""
    return [each for each in db.session.scalars(_whole().where(Round.opens <= day)) if each.is_open(day)]


def last_opened(day: date) -> Round | None:
    return db.session.scalar(select(Round).where(Round.opens <= day).order_by(Round.opens.desc()).limit(1))


def state_of(round: Round, person_ref: str, day: date) -> State:
    """How one person stood in a round on a day, whether or not she is among those asked."""
    answers = answers_of([person_ref], round.counts_until(day)).get(person_ref, [])
    return _state(round, answers, day)


def _whole() -> Select[Round]:
    names = selectinload(Round.asked).joinedload(Asked.person).selectinload(Person.names)
    return select(Round).options(names, selectinload(Round.reminders))


def _answers_to(rounds: Sequence[Round], day: date) -> dict[str, list[Answer]]:
    return answers_of({each.person_ref for round in rounds for each in round.asked}, day)


def _states(round: Round, day: date, answers: dict[str, list[Answer]]) -> dict[str, State]:
    return {each.person_ref: _state(round, answers.get(each.person_ref, []), day) for each in round.asked}


def _state(round: Round, answers: Sequence[Answer], day: date) -> State:
    is_over = not round.is_open(day)
    return state_on(round.counts_until(day), answers, opens=round.opens, due=round.due, is_over=is_over)


def _person_line(round: Round, asked: Asked, state: State, day: date, sent: dict[str, str], *, office: bool) -> Line:
    name, last = asked.person.borne_on(day), round.last_written_to(asked.person_ref, day)
    return {
        "person_ref": asked.person_ref,
        "person": name.in_full,
        "surname": name.surname.casefold(),
        "why": asked.why,
        "standing": state,
        "reminded": _last_letter(last, sent, has_address=not office or bool(asked.person.email)),
    } | _told(state, office=office)


def _told(state: State, *, office: bool) -> Line:
    return {
        "state": state.words if office or state.answer is None else ANSWERED,
        "answered": state.answer and state.answer.on,
        "late": f"{counted(state.days_late, 'day')} late" if state.days_late else None,
        "how": state.answer and state.answer.how,
    }


def _last_letter(last: Reminder | None, sent: dict[str, str], *, has_address: bool) -> str | None:
    """When somebody was last written to, and what became of that letter if it has not been sent."""
    if last is None:
        return None if has_address else NO_ADDRESS
    state = sent.get(last.letter_ref or "", "sent")
    return worded(last.on) if state == "sent" else f"{worded(last.on)}: {state}"


def outstanding(round: Round, day: date) -> list[Line]:
    return [line for line in people_on(round, day, office=True) if line["answered"] is None]
