"""What this room asks, and what it tells."""

from registry.structure.schemas.forms import ConfirmForm, DissolveForm, FoundForm, JoinForm, LeaveForm, LoadForm
from registry.structure.schemas.rows import (
    BelongedRow,
    BelongingPage,
    BodyPage,
    BodyRow,
    GroupingRow,
    LeftOutRow,
    MemberRow,
    NetworkChangeRow,
    PreviewPage,
    SpellChangeRow,
)
from registry.structure.schemas.words import in_words

__all__ = [
    "BelongedRow",
    "BelongingPage",
    "BodyPage",
    "BodyRow",
    "ConfirmForm",
    "DissolveForm",
    "FoundForm",
    "GroupingRow",
    "JoinForm",
    "LeaveForm",
    "LeftOutRow",
    "LoadForm",
    "MemberRow",
    "NetworkChangeRow",
    "PreviewPage",
    "SpellChangeRow",
    "in_words",
]
