from registry.actions.schemas.asked import (
    AgreeForm,
    AskAfterForm,
    CloseForm,
    HandOverForm,
    MoveDueForm,
    NoteProgressForm,
    ReopenForm,
    TellForm,
)
from registry.actions.schemas.told import ActionLogRow, ActionPage, ActionRow, OwnPage, ShortRow

__all__ = [
    "ActionLogRow",
    "ActionPage",
    "ActionRow",
    "AgreeForm",
    "AskAfterForm",
    "CloseForm",
    "HandOverForm",
    "MoveDueForm",
    "NoteProgressForm",
    "OwnPage",
    "ReopenForm",
    "ShortRow",
    "TellForm",
]
