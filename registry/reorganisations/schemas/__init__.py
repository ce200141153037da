"""What this room asks, and what it tells."""

from registry.reorganisations.schemas.asked import DepartForm, MergeForm, MoveForm, RegroupForm, SplitForm, UndoForm
from registry.reorganisations.schemas.told import BesideRow, ChangeRow, ReorganisationPage, ReorganisationRow

__all__ = [
    "BesideRow",
    "ChangeRow",
    "DepartForm",
    "MergeForm",
    "MoveForm",
    "RegroupForm",
    "ReorganisationPage",
    "ReorganisationRow",
    "SplitForm",
    "UndoForm",
]
