"""What is to be done about a notice, in words."""

from typing import Any

from registry.disclosures.effect import Effect
from registry.wording import day as in_words


def to_bring_up(line: dict[str, Any], effect: Effect) -> str:
    """At which meeting a notice is to be read, or to be noted; or that it was not read when it should have been."""
    if line["is_general"] and effect.missed:
        missed = f"At the meeting of {in_words(effect.missed)} the general notice of {line['person']} was not read"
        return f"{missed}: enter that it was, or have it given again."
    day = effect.awaits or effect.missed
    when = f"the meeting of {in_words(day)}" if day else "the next meeting of the board"
    if line["is_general"]:
        return f"Bring up and read at {when} the general notice of {line['person']}."
    return f"Note at {when} the written notice of {line['person']}, which is part of it."
