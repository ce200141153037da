"""What the doors of the rounds ask and tell."""

from registry.rounds.schemas.asked import AddForm, CloseForm, ConfirmForm, OpenForm, RemindForm
from registry.rounds.schemas.told import (
    AnsweredRow,
    AnswerRow,
    LeftOutRow,
    LetterRow,
    OutstandingRow,
    OwnInterestRow,
    OwnPage,
    RoundOfPersonRow,
    RoundPage,
    RoundRow,
    ToWriteRow,
)

__all__ = [
    "AddForm",
    "AnswerRow",
    "AnsweredRow",
    "CloseForm",
    "ConfirmForm",
    "LeftOutRow",
    "LetterRow",
    "OpenForm",
    "OutstandingRow",
    "OwnInterestRow",
    "OwnPage",
    "RemindForm",
    "RoundOfPersonRow",
    "RoundPage",
    "RoundRow",
    "ToWriteRow",
]
