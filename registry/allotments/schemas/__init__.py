"""What is asked of whoever authorises, allots or sets the formula, and what the room tells."""

from registry.allotments.schemas.asked import (
    FIRST_OFFER,
    AllotForm,
    AskedOfEntitlement,
    AuthoriseForm,
    CorrectAuthorityForm,
    CorrectFormulaForm,
    RevokeForm,
    SetFormulaForm,
    SubscribeForm,
)
from registry.allotments.schemas.told import (
    AllotmentPage,
    AllotmentRow,
    AllottedRow,
    AuthorityPage,
    AuthorityRow,
    EntitlementRow,
    FormulaPage,
    FormulaRow,
)

__all__ = [
    "FIRST_OFFER",
    "AllotForm",
    "AllotmentPage",
    "AllotmentRow",
    "AllottedRow",
    "AskedOfEntitlement",
    "AuthoriseForm",
    "AuthorityPage",
    "AuthorityRow",
    "CorrectAuthorityForm",
    "CorrectFormulaForm",
    "EntitlementRow",
    "FormulaPage",
    "FormulaRow",
    "RevokeForm",
    "SetFormulaForm",
    "SubscribeForm",
]
