from registry.actions.schemas.asked import (
    AgreeForm,
    CloseForm,
    HandOverForm,
    MoveDueForm,
    NoteProgressForm,
    ReopenForm,
)
from registry.actions.schemas.told import ActionPage, ActionRow, ShortRow

__all__ = [
    "ActionPage",
    "ActionRow",
    "AgreeForm",
    "CloseForm",
    "HandOverForm",
    "MoveDueForm",
    "NoteProgressForm",
    "ReopenForm",
    "ShortRow",
]
