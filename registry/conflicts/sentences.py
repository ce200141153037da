"""What is said of a conflict: what was made of it, what was asked and answered, and how the minutes put it."""

from registry.conflicts.models import CONFIRMED, DISMISSED, Conflict
from registry.conflicts.treatment import HANDLING
from registry.wording import day as in_words

NOT_HANDLED = "Found, not yet confirmed or dismissed"
TO_BE_RULED_ON = "How it is to be handled is not ruled yet"


def state_of(conflict: Conflict | None) -> str:
    """In words: what was made of it, and why."""
    if conflict is None or not conflict.state:
        return NOT_HANDLED
    why = f": {conflict.word}" if conflict.word else ""
    if conflict.state == DISMISSED:
        return f"Dismissed{why}"
    return f"Confirmed{why}"


def answer_of(conflict: Conflict | None) -> str:
    """Whether the person was asked, and what was answered."""
    if conflict is None or not (conflict.asked or conflict.answered):
        return "Not asked"
    if conflict.answered is None:
        return f"Asked on {in_words(conflict.asked)}; no answer yet"
    more = f": “{conflict.explanation.rstrip('.')}”" if conflict.explanation else ""
    return f"Answered on {in_words(conflict.answered)}, {conflict.answer}{more}"


def ruling_of(conflict: Conflict | None) -> str:
    """What was ruled, by whom and why."""
    if conflict is None or conflict.state != CONFIRMED:
        return ""
    if not conflict.treatment:
        return TO_BE_RULED_ON
    why = f": {conflict.ruling}" if conflict.ruling else ""
    return f"{conflict.treatment[:1].upper()}{conflict.treatment[1:]}; ruled by {conflict.ruled_by}{why}"


def minute_of(conflict: Conflict, name: str, item: int, reasons: list[str], *, declared: bool) -> str:
    """How the minutes put it: who, what, which item, what was ruled, and how it was carried out.

    Nothing is minuted of what was not confirmed. Source: NHS England's guidance on managing conflicts of interest.
    """
    if conflict.state != CONFIRMED:
        return ""
    has = "declared" if declared else "has"
    interest = f"{name} {has} an interest in item {item} ({'; '.join(reasons)})"
    if not conflict.treatment:
        return f"{interest}. No ruling on it is on record."
    why = f" ({conflict.ruling})" if conflict.ruling else ""
    return f"{interest}. As ruled by {conflict.ruled_by}{why}, {name} {HANDLING[conflict.treatment].minuted}."
