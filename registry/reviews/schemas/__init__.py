"""What this room asks, and what it tells."""

from registry.reviews.schemas.asked import AnswerForm, AskForm, NoteForm, ReviewForm
from registry.reviews.schemas.told import (
    HandledRow,
    MitigationRow,
    NoteRow,
    QuestionOfOneRow,
    QuestionPage,
    QuestionRow,
    ReviewOfOneRow,
    ReviewRow,
    UnderReviewPage,
    WaitingRow,
)

__all__ = [
    "AnswerForm",
    "AskForm",
    "HandledRow",
    "MitigationRow",
    "NoteForm",
    "NoteRow",
    "QuestionOfOneRow",
    "QuestionPage",
    "QuestionRow",
    "ReviewForm",
    "ReviewOfOneRow",
    "ReviewRow",
    "UnderReviewPage",
    "WaitingRow",
]
