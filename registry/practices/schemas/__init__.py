"""What this room asks, and what it tells."""

from registry.practices.schemas.asked import (
    CloseBranchForm,
    Code,
    CountForm,
    EnterForm,
    OpenBranchForm,
    StrikeForm,
)
from registry.practices.schemas.loaded import ConfirmForm, LoadedRow, LoadForm, PreviewPage
from registry.practices.schemas.told import PracticePage, PracticeRow

__all__ = [
    "CloseBranchForm",
    "Code",
    "ConfirmForm",
    "CountForm",
    "EnterForm",
    "LoadForm",
    "LoadedRow",
    "OpenBranchForm",
    "PracticePage",
    "PracticeRow",
    "PreviewPage",
    "StrikeForm",
]
