"""What a reviewer does with an interest, and the answer of whoever declared it."""

from flask import g, url_for

from registry import clock
from registry.interests.models import Interest
from registry.reviews import commands, waiting
from registry.reviews.models import PUBLISHED, WITHHELD, ReviewQuestion
from registry.reviews.schemas import AnswerForm, AskForm, NoteForm, ReviewForm
from registry.reviews.views.doors import noted, room


def begun(interest):
    """What the form begins with: today, and what stands of the last review."""
    noted([{"public": interest.is_open, "person_ref": interest.person_ref}])
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
