"""What this room asks, and what it tells."""

from registry.terms.schemas.asked import DraftForm, ReviseForm
from registry.terms.schemas.compared import RedlinePage
from registry.terms.schemas.told import RuleRow, RuleSheetPage, TermsRow, VersionPage

__all__ = ["DraftForm", "RedlinePage", "ReviseForm", "RuleRow", "RuleSheetPage", "TermsRow", "VersionPage"]
