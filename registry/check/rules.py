from datetime import datetime

from registry.law import rule

AGAINST_FALSIFICATION = "Companies Act 2006, s.1138"


@rule(AGAINST_FALSIFICATION, field="why")
def is_withdrawn_once(withdrawn: datetime | None) -> bool:
    """This paper was withdrawn on {withdrawn}."""
    return withdrawn is None
