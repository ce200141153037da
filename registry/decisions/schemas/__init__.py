"""What the log of decisions asks, and what it tells."""

from registry.decisions.schemas.afterwards import AbolishSeatForm, CarryOutForm, SatisfyConditionForm
from registry.decisions.schemas.asked import LogForm
from registry.decisions.schemas.told import AuthorityPage, DecisionLogRow, DecisionPage, DecisionRow, ShortRow

__all__ = [
    "AbolishSeatForm",
    "AuthorityPage",
    "CarryOutForm",
    "DecisionPage",
    "DecisionLogRow",
    "DecisionRow",
    "LogForm",
    "SatisfyConditionForm",
    "ShortRow",
]
