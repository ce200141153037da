"""What the doors of the register ask and tell."""

from registry.gifts.schemas.asked import AdoptPolicyForm, ApproveForm, ChangeForm, CorrectPolicyForm, DeclareForm
from registry.gifts.schemas.told import (
    ForetoldRow,
    GiftPage,
    GiftRow,
    OwnGiftRow,
    PolicyPage,
    PolicyRow,
    PrivateGiftRow,
)

__all__ = [
    "AdoptPolicyForm",
    "ApproveForm",
    "ChangeForm",
    "CorrectPolicyForm",
    "DeclareForm",
    "ForetoldRow",
    "GiftPage",
    "GiftRow",
    "OwnGiftRow",
    "PolicyPage",
    "PolicyRow",
    "PrivateGiftRow",
]
