"""What this room asks, and what it tells."""

from registry.seats.schemas.asked import (
    AbolishForm,
    AppointForm,
    ChooseVoterForm,
    CorrectForm,
    EstablishForm,
    RetireForm,
    StrikeForm,
)
from registry.seats.schemas.told import (
    ComparedPage,
    HeldRow,
    LetterPage,
    SeatPage,
    SeatRow,
    ServedPage,
    SuccessionRow,
    TurnRow,
)

__all__ = [
    "AbolishForm",
    "AppointForm",
    "ChooseVoterForm",
    "ComparedPage",
    "CorrectForm",
    "EstablishForm",
    "HeldRow",
    "LetterPage",
    "RetireForm",
    "SeatPage",
    "SeatRow",
    "ServedPage",
    "StrikeForm",
    "SuccessionRow",
    "TurnRow",
]
