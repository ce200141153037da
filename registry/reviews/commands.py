from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.db import db
from registry.interests import commands as interests
from registry.interests.models import Interest
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.reviews import rules
from registry.reviews.models import WITHHELD, Review, ReviewNote, ReviewQuestion


@command
def review(
    interest: Interest,
    *,
    on: date,
    measures: Sequence[str] = (),
    mitigation: str = "",
    publication: str,
    withheld_because: str = "",
    approved_by: Person | None = None,
    by: Actor,
) -> Review:
    """Enter what a reviewer made of an interest on a day: how it is handled, and whether it is published.

    `measures` are those chosen from the ones offered; `mitigation`, what is to be said besides. The public register
    follows at once, whatever the wish of the person whose interest it is.
    """
    handled = in_words(measures, mitigation)
    rules.review_has_been_made(on, clock.today())
    rules.reviewed_once_declared(interest.declared_on, on)
    rules.interest_that_goes_on_is_handled(interest.until is not None and interest.until <= on, handled)
    if publication == WITHHELD:
        rules.withheld_for_a_reason(withheld_because)
        rules.withheld_with_approval(approved_by and approved_by.ref, interest.person_ref)
    _take_effect(interest, publication, withheld_because, by)
    made = Review(
        interest=interest, interest_rev=interest.rev, on=on, mitigation=handled, publication=publication,
        withheld_because=withheld_because, approved_by=approved_by,
    )  # fmt: skip
    db.session.add(made)
    return made


def in_words(measures: Sequence[str], mitigation: str) -> str:
    """How an interest is handled, as one text: Leaves the meeting for the item. A deputy comes instead."""
    return " ".join(f"{each.rstrip('.')}." for each in (*measures, mitigation) if each)


def _take_effect(interest: Interest, publication: str, reason: str, by: Actor) -> None:
    if publication == WITHHELD and interest.public:
        interests.withhold(interest, private_reason=reason, by=by)
    elif publication != WITHHELD and not interest.public:
        interests.publish(interest, by=by)


@command
def ask(interest: Interest, *, text: str, by: Actor) -> ReviewQuestion:
    """Put a question today to whoever declared an interest."""
    question = ReviewQuestion(interest=interest, asked=clock.today(), text=text)
    db.session.add(question)
    return question


@command
def answer(question: ReviewQuestion, *, answer: str, by: Actor) -> None:
    """Answer today what a reviewer asked. The interest stays as it was declared: it is changed where it is declared."""
    rules.question_is_open(question.answered)
    question.answer, question.answered = answer, clock.today()


@command
def note(interest: Interest, *, text: str, by: Actor) -> ReviewNote:
    """Note something about an interest, for the office alone."""
    noted = ReviewNote(interest=interest, on=clock.today(), text=text)
    db.session.add(noted)
    return noted
