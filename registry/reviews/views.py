from flask import g, url_for

from registry import clock
from registry.accounts.caller import note_access
from registry.db import db
from registry.doors import Duty, Room
from registry.interests import handling
from registry.interests.models import Interest
from registry.interests.rules import GUIDANCE
from registry.people.models import Person
from registry.people.queries import person_of
from registry.reviews import commands, queries, waiting
from registry.reviews.models import PUBLISHED, WITHHELD, ReviewQuestion
from registry.reviews.queries import Line
from registry.reviews.schemas import (
    AnswerForm,
    AskForm,
    MitigationRow,
    NoteForm,
    NoteRow,
    QuestionOfOneRow,
    QuestionPage,
    QuestionRow,
    ReviewForm,
    ReviewOfOneRow,
    ReviewRow,
    UnderReviewPage,
    WaitingRow,
)
from registry.wording import counted

room = Room(__name__, under="interests")
handling.hang(queries.mitigations_on)


@room.page("/register", needs="reviews.read", tells=WaitingRow, title="Interests to review")
def register(on):
    return noted(waiting.awaiting(on))


@room.page("/done", needs="reviews.read", tells=ReviewRow, title="Reviews of interests")
def done(on):
    return noted(queries.reviews_on(on))


@room.page(
    "/interests/<word>",
    needs="reviews.read",
    tells=UnderReviewPage,
    title="Review",
    of=Interest,
    acts=("reviews.review", "reviews.ask", "reviews.note"),
)
def interest(interest, on):
    return noted(waiting.lines_of([interest], on))[0]


def begun(interest):
    """What the form begins with: today, and what stands of the last review."""
    noted([{"public": interest.public, "person_ref": interest.person_ref}])
    last = waiting.last_reviews(clock.today()).get(interest.ref)
    return {
        "on": clock.today(),
        "mitigation": last and last.mitigation,
        "publication": PUBLISHED if interest.public else WITHHELD,
        "withheld_because": None if interest.public else interest.private_reason,
        "approved_by": None if interest.public else last and last.approved_by,
    }


@room.form(
    "/interests/<word>/review",
    needs="reviews.review",
    asks=ReviewForm,
    title="Review this interest",
    of=Interest,
    edits=True,
    offers=begun,
)
def review(interest, answer):
    commands.review(interest, **answer, by=g.account)
    return url_for(".register")


@room.form("/interests/<word>/ask", needs="reviews.ask", asks=AskForm, title="Ask about it", of=Interest)
def ask(interest, answer):
    commands.ask(interest, **answer, by=g.account)
    return url_for(".interest", word=interest.ref)


@room.form("/interests/<word>/note", needs="reviews.note", asks=NoteForm, title="Note something", of=Interest)
def note(interest, answer):
    commands.note(interest, **answer, by=g.account)
    return url_for(".interest", word=interest.ref)


@room.page(
    "/questions/<word>",
    needs="reviews.read",
    tells=QuestionPage,
    title="Question about an interest",
    of=ReviewQuestion,
    acts=("reviews.answer",),
)
def question(question, on):
    return noted([queries.question_line(question, on)])[0]


@room.form(
    "/questions/<word>/answer",
    needs="reviews.answer",
    asks=AnswerForm,
    title="Answer this question",
    of=ReviewQuestion,
    edits=True,
    offers=lambda question: {"text": question.text},
    when=lambda question: question.answered is None,
)
def answer(question, answer):
    commands.answer(question, **answer, by=g.account)
    return url_for(".question", word=question.ref)


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


def noted(lines: list[Line]) -> list[Line]:
    """What is about to be told; if some of it is private, the access log says who read it."""
    if any(not line["public"] for line in lines):
        about = ", ".join(sorted({line["person_ref"] for line in lines if not line["public"]}))
        note_access("read private interests", about, account_ref=g.account.ref)
    return lines
