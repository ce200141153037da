"""Differences, acts and kinds in the words of the people who read them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from flask import current_app, url_for

from registry.audit.differences import Difference
from registry.audit.naming import REF, Name
from registry.doors.door import Door, door_of
from registry.ledger.documents import kinds
from registry.wording import pounds, worded

PENCE = {"paid", "nominal", "consideration", "duty", "per_thousand"}
LABELS = {
    "since": "First day",
    "until": "First day no longer",
    "ceased": "First day no longer",
    "closed": "First day no longer open",
    "opened": "First day open",
    "born": "Date of birth",
    "email": "E-mail address",
    "on": "Day",
    "what": "Kind",
    "sha256": "Hash of the file",
}
OPS = {
    "record": "Recorded",
    "correct": "Corrected: it was wrong",
    "import": "Brought in from other books",
    "withdraw": "Withdrawn",
    "erase": "Erased",
    "migrate": "Carried into a new form of the registers",
}


def in_words(difference: Difference, name: Name) -> dict[str, str]:
    """A difference as a line that can be read: which particular, what it was, what it is now."""
    return {
        "particular": _particular(difference, name),
        "was": _value(difference.field, difference.was, name),
        "now": _value(difference.field, difference.now, name),
    }


def _particular(difference: Difference, name: Name) -> str:
    if not difference.part:
        return _label(difference.field)
    part = _label(difference.part).removesuffix("s")
    if not difference.field:
        return f"{part} added" if difference.was is None else f"{part} taken away"
    beside = ", ".join(_value(field, value, name) for field, value in difference.beside)
    return f"{part} ({beside}): {_label(difference.field).lower()}"


def _label(field: str) -> str:
    return LABELS.get(field) or field.removesuffix("_ref").replace("_", " ").capitalize()


def _value(field: str, value: Any, name: Name) -> str:
    match value:
        case dict():
            said = [(key, each) for key, each in value.items() if key != "ref" and each not in (None, "")]
            return "; ".join(f"{_label(key)}: {_value(key, each, name)}" for key, each in said)
        case int() if field in PENCE:
            return pounds(value)
        case str() if REF.fullmatch(value):
            return name(value)
        case _:
            return worded(value)


def refs_in(found: Iterable[Difference]) -> Iterator[str]:
    """Every document that some differences speak of."""
    for difference in found:
        told = [difference.was, difference.now, dict(difference.beside)]
        values = [each for value in told for each in (value.values() if isinstance(value, dict) else [value])]
        yield from (value for value in values if isinstance(value, str) and REF.fullmatch(value))


def act_in_words(act: str) -> str:
    """What was done: the title of the door through which it is done, or the command's own name."""
    door = door_of(act) if act in current_app.view_functions else None
    return door.title if door else act.rpartition(".")[2].replace("_", " ").capitalize()


def acts_called(words: str) -> list[str]:
    """Every act that goes by words with these among them."""
    return [name for name in current_app.view_functions if words.lower() in act_in_words(name).lower()]


def address_of(kind: str, ref: str) -> str | None:
    """The page of a document, where its room has one."""
    opens = _opens_on(kinds()[kind].cls) if kind in kinds() else lambda door: False
    names = (name for name in current_app.view_functions if (door := door_of(name)) and opens(door))
    return next((url_for(name, word=ref) for name in names), None)


def _opens_on(model: type) -> Callable[[Door], bool]:
    return lambda door: door.of is model and door.tells is not None and not door.many
