from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.links import commands as links
from registry.links.addresses import address_of
from registry.outbox import commands as outbox
from registry.people.models import Person
from registry.press import letterhead
from registry.rounds import rules
from registry.rounds.asking import asked_on
from registry.rounds.letters import body_of, subject_of
from registry.rounds.models import Asked, Reminder, Round
from registry.rounds.reminding import first_day_without, last_day_of_links, to_write_on
from registry.structure.models import Body

ANSWER = "rounds.answer"
"""The door that the links of a round open."""


@command
def open(
    *, title: str, kind: str, opens: date, due: date, everyone: bool, bodies: Sequence[Body] = (), by: Actor
) -> Round:
    """Open a round of declarations: ask everyone who decides for the federation that day, or the members of bodies.

    Who is asked is settled then: whoever comes later declares on coming.
    """
    rules.has_begun(opens, clock.today())
    rules.leaves_time_to_answer(opens, due)
    rules.no_other_is_open(db.session.scalar(select(Round.title).where(Round.closed.is_(None)).limit(1)) or "")
    asked = asked_on(opens, everyone=everyone, bodies=bodies)
    rules.somebody_is_asked(len(asked))
    round = Round(title=title, kind=kind, opens=opens, due=due)
    round.asked = [Asked(person=each.person, why="; ".join(each.places)) for each in asked]
    db.session.add(round)
    return round


@command
def remind(round: Round, *, words: str = "", by: Actor) -> None:
    """Write to everyone who has not answered yet and has an e-mail address, with a link of her own to answer by."""
    rules.is_still_open(round.closed)
    people = to_write_on(round, clock.today()).people
    rules.somebody_is_written_to(len(people))
    company = letterhead()["company"]
    for person in people:
        _write(round, person, words, company)


def _write(round: Round, person: Person, words: str, company: str) -> None:
    today, name = clock.today(), person.name_on(clock.today())
    secret = links.issue(person, purpose=ANSWER, about_ref=round.ref, until=first_day_without(round, today))
    address = address_of(ANSWER, secret)
    letter = outbox.write(
        person,
        subject=subject_of(round, is_first=round.last_written_to(person.ref, today) is None),
        body=body_of(
            round, company=company, to=name, link=address, last_day=last_day_of_links(round, today), words=words
        ),
        about_ref=round.ref,
        secret=address,
    )
    round.reminders.append(Reminder(person=person, on=today, letter_ref=letter.ref))


@command
def close(round: Round, *, closed: date, by: Actor) -> None:
    """Close a round: from the day it is `closed` nobody is asked or reminded, and what is said is no answer to it."""
    rules.is_still_open(round.closed)
    rules.closes_while_it_could(round.opens, closed, clock.today())
    round.closed = closed
    outbox.stop(round.ref)
