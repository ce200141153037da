"""What this room asks, and what it tells."""

from registry.terms.schemas.asked import AmendForm, SignedForm, WithdrawForm, WordsForm
from registry.terms.schemas.compared import RedlinePage
from registry.terms.schemas.told import RuleRow, RuleSheetPage, TermsRow, VersionPage

__all__ = [
    "AmendForm",
    "RedlinePage",
    "RuleRow",
    "RuleSheetPage",
    "SignedForm",
    "TermsRow",
    "VersionPage",
    "WithdrawForm",
    "WordsForm",
]
