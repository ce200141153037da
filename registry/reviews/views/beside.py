"""What this room brings to the pages of others: an interest's, a person's, the front page."""

from flask import g, url_for

from registry.db import db
from registry.doors import Duty
from registry.interests.models import Interest
from registry.interests.rules import GUIDANCE
from registry.people.models import Person
from registry.people.queries import person_of
from registry.reviews import queries, waiting
from registry.reviews.schemas import HandledRow, MitigationRow, NoteRow, QuestionOfOneRow, QuestionRow, ReviewOfOneRow
from registry.reviews.views.doors import noted, room
from registry.wording import counted


@room.panel(on=Interest, needs="interests.read", tells=MitigationRow, title="How it is handled", empty="")
def mitigation(interest, on):
    return [line for line in queries.reviews_of(interest, on)[:1] if line["mitigation"]]


@room.panel(
    on=Interest, needs="reviews.read", tells=ReviewOfOneRow, title="Reviews", empty="It has not been reviewed yet."
)
def reviews(interest, on):
    return queries.reviews_of(interest, on)


@room.panel(on=Interest, needs="reviews.read", tells=QuestionOfOneRow, title="Questions asked", empty="")
def questions(interest, on):
    return queries.questions_on(interest, on)


@room.panel(on=Interest, needs="reviews.read_private", tells=NoteRow, title="Notes of the office", empty="")
def notes(interest, on):
    return queries.notes_on(interest, on)


@room.panel(on=Person, needs="reviews.read", tells=QuestionRow, title="Questions about declared interests", empty="")
def questions_to(person, on):
    return noted(queries.questions_to(person, on))


@room.panel(on=Person, needs="reviews.read", tells=HandledRow, title="How declared interests are handled", empty="")
def handled(person, on):
    return noted(queries.last_reviews_of(person, on))


@room.duties(needs="reviews.review")
def reviews_due(on):
    if lines := waiting.awaiting(on):
        await_ = "awaits" if len(lines) == 1 else "await"
        yield Duty(f"{counted(len(lines), 'interest')} {await_} review.", lines[0]["meeting_on"], GUIDANCE, at_queue())


@room.duties(needs="interests.read")
def answers_due(on):
    """What the reader was asked about interests of her own."""
    ref = person_of(g.account)
    if ref and (person := db.session.get(Person, ref)):
        for line in queries.questions_to(person, on):
            if line["answered"] is None:
                sentence = f"You were asked about your interest with {line['interest']}."
                yield Duty(sentence, None, GUIDANCE, url_for("reviews.question", word=line["ref"]))


def at_queue() -> str:
    return url_for("reviews.register")
