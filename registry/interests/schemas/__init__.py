"""What the doors of the register ask and tell."""

from registry.interests.schemas.asked import ChangeForm, ConfirmForm, DeclareForm, EndForm
from registry.interests.schemas.compared import DifferenceRow, issues_asked
from registry.interests.schemas.interest import InterestForm, as_boxes
from registry.interests.schemas.told import (
    DeclarationsPage,
    DueRow,
    InterestPage,
    InterestRow,
    OwnDeclarationsPage,
    OwnInterestRow,
    PrivateInterestRow,
    StoodRow,
)

__all__ = [
    "ChangeForm",
    "ConfirmForm",
    "DeclarationsPage",
    "DeclareForm",
    "DifferenceRow",
    "DueRow",
    "EndForm",
    "InterestForm",
    "InterestPage",
    "InterestRow",
    "OwnDeclarationsPage",
    "OwnInterestRow",
    "PrivateInterestRow",
    "StoodRow",
    "as_boxes",
    "issues_asked",
]
