from datetime import timedelta

from flask import g, url_for

from registry.deadlines import Deadline, days_from, months_from
from registry.doors import Duty
from registry.interests.sentences import some_of
from registry.people.queries import person_of
from registry.rounds import queries, rules
from registry.rounds.models import MONTHS
from registry.rounds.reminding import to_write_on
from registry.rounds.views.doors import at, room
from registry.wording import counted

FIRST_LETTER_DAYS, NEXT_LETTER_DAYS = 1, 14
SOON = timedelta(days=30)


@room.duties(needs="rounds.remind")
def answers_due(on):
    """Whoever has not answered the round that is open, all together; and the letters that are to be written to them."""
    for round in queries.open_on(on):
        if lines := queries.outstanding(round, on):
            names = some_of([line["person"] for line in lines])
            yield Duty(f"{round.title}: no answer yet from {names}.", round.due, rules.GUIDANCE, at(round))
        if people := to_write_on(round, on).people:
            due = letters_due(round)
            sentence = f"{round.title}: {to_be_written_to(len(people))}."
            yield Duty(sentence, due.due, rules.GUIDANCE, at(round), due.reckoned)


def to_be_written_to(count: int) -> str:
    return f"{counted(count, 'person has', 'people have')} still to be written to"


def letters_due(round) -> Deadline:
    """The first letters the day after the round opens, and the next a fortnight after the last."""
    written = max((each.on for each in round.reminders), default=None)
    return days_from(written, NEXT_LETTER_DAYS) if written else days_from(round.opens, FIRST_LETTER_DAYS)


@room.duties(needs="home.read")
def own_answer_due(on):
    """What is asked of the reader herself, who may have no e-mail address and yet an account."""
    person_ref = person_of(g.account)
    for round in queries.open_on(on):
        is_asked = any(each.person_ref == person_ref for each in round.asked)
        if is_asked and queries.state_of(round, person_ref, on).answer is None:
            sentence, own = f"{round.title}: confirm what you have declared.", url_for("interests.mine")
            yield Duty(sentence, round.due, rules.GUIDANCE, own)


@room.duties(needs="rounds.open")
def next_round_due(on):
    last = queries.last_opened(on)
    if last is None or last.is_open(on):
        return
    due = months_from(last.opens, MONTHS[last.kind])
    if due.due <= on + SOON:
        sentence = f"Open the next round of declarations, after “{last.title}”."
        yield Duty(sentence, due.due, rules.GUIDANCE, url_for("rounds.register"), due.reckoned)
