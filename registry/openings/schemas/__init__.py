"""What this room asks, and what it tells."""

from registry.openings.schemas.asked import ConfirmForm, LoadForm, SignForm
from registry.openings.schemas.told import (
    AboutRow,
    BookRow,
    CitingRow,
    OpeningPage,
    OpeningRow,
    PreviewPage,
    SheetPage,
)

__all__ = [
    "AboutRow",
    "BookRow",
    "CitingRow",
    "ConfirmForm",
    "LoadForm",
    "OpeningPage",
    "OpeningRow",
    "PreviewPage",
    "SheetPage",
    "SignForm",
]
