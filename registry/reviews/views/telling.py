"""What waits for a reviewer, what was made of it, and what was asked."""

from registry.interests.models import Interest
from registry.reviews import queries, waiting
from registry.reviews.models import ReviewQuestion
from registry.reviews.schemas import QuestionPage, ReviewRow, UnderReviewPage, WaitingRow
from registry.reviews.views.doors import noted, room


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
