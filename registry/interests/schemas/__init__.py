"""What the doors of the register ask and tell."""

from registry.interests.schemas.asked import ChangeForm, ConfirmForm, DeclareForm, EndForm
from registry.interests.schemas.told import (
    DeclarationsPage,
    DueRow,
    InterestPage,
    InterestRow,
    OwnInterestRow,
    PrivateInterestRow,
)

__all__ = [
    "ChangeForm",
    "ConfirmForm",
    "DeclarationsPage",
    "DeclareForm",
    "DueRow",
    "EndForm",
    "InterestPage",
    "InterestRow",
    "OwnInterestRow",
    "PrivateInterestRow",
]
