"""What later decisions made of those in which something was found."""

from collections.abc import Iterable
from datetime import date

from registry.decisions.bearings import later_about
from registry.decisions.models import Decision


def remedied(decisions: Iterable[Decision], day: date) -> dict[str, list[str]]:
    """In words, by the ref of the earlier decision: as far as those after it had been carried by a day."""
    numbers = {decision.ref: decision.number for decision in decisions}
    later = later_about(numbers, day)
    return {ref: [f"{numbers[ref]}: {each['text']}" for each in found] for ref, found in later.items()}
