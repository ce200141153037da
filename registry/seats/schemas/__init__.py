"""What this room asks, and what it tells."""

from registry.seats.schemas.asked import AbolishForm, AppointForm, ChooseVoterForm, EstablishForm, RetireForm
from registry.seats.schemas.told import ComparedPage, HeldRow, LetterPage, SeatPage, SeatRow, ServedPage, TurnRow

__all__ = [
    "AbolishForm",
    "AppointForm",
    "ChooseVoterForm",
    "ComparedPage",
    "EstablishForm",
    "HeldRow",
    "LetterPage",
    "RetireForm",
    "SeatPage",
    "SeatRow",
    "ServedPage",
    "TurnRow",
]
