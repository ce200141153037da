from datetime import datetime

from registry.law import rule


@rule("Companies Act 2006, s.1138", field="why")
def is_withdrawn_once(withdrawn: datetime | None) -> bool:
    """This paper was withdrawn on {withdrawn}."""
    return withdrawn is None
