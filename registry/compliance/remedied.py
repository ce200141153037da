"""What later decisions made of those in which something was found."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from registry.decisions.bearings import later_about
from registry.decisions.models import Decision


def remedied(decisions: Iterable[Decision], day: date) -> dict[str, list[str]]:
    """In words, by the ref of the earlier decision: as far as those after it had been carried by a day."""
    later = later_about({decision.ref for decision in decisions}, day)
    return {ref: [each["text"] for each in found] for ref, found in later.items()}


def since_then(decisions: Sequence[Decision], made_of: Mapping[str, list[str]]) -> list[str]:
    """The same of those that one finding bears on: under the number of each, if they are several."""
    return [
        text if len(decisions) == 1 else f"{each.number}: {text}"
        for each in decisions
        for text in made_of.get(each.ref, ())
    ]
