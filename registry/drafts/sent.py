"""What comes from a page on which a paper is written: the boxes, what stood in them, and at which desk."""

import json
from collections.abc import Callable
from typing import Any

from marshmallow import ValidationError

from registry.answers import LONGEST_TEXT, trimmed

WAS, DESK = "was", "desk"
NOT_ASKED = "This form does not ask for that."
TOO_LONG = f"Write at most {LONGEST_TEXT} letters here."
NO_WAS = "Say what stood in each box that you change when you saw it."
MOST_BOXES, LONGEST_DESK = 2_000, 40


def boxes_sent(data: Any, is_asked: Callable[[str], bool]) -> dict[str, Any]:
    """Raises ValidationError for what is no box of the page, or holds more than one may."""
    sent = data if isinstance(data, dict) else {}
    boxes = {str(name): value for name, value in sent.items() if name not in (WAS, DESK)}
    wrong = {name: [said] for name, value in boxes.items() if (said := _wrong(is_asked(name), value))}
    was, desk = _seen(sent.get(WAS)), sent.get(DESK, "")
    if was is None:
        wrong[WAS] = [NO_WAS]
    if not isinstance(desk, str) or len(desk) > LONGEST_DESK:
        wrong[DESK] = [f"Write at most {LONGEST_DESK} letters here."]
    if len(boxes) > MOST_BOXES:
        wrong["_schema"] = [f"Send at most {MOST_BOXES} answers at once."]
    if wrong:
        raise ValidationError(wrong)
    return {WAS: was, DESK: desk, "boxes": {name: trimmed(text) for name, text in boxes.items()}}


def _seen(was: Any) -> dict[str, str] | None:
    """What stood in the boxes, as JSON or in it; None if that is not what was sent."""
    try:
        told = json.loads(was) if isinstance(was, str) else was
    except ValueError:
        return None
    if not isinstance(told, dict) or not all(isinstance(text, str) for text in told.values()):
        return None
    return {name: trimmed(text) for name, text in told.items()}


def _wrong(is_asked: bool, value: Any) -> str:
    if not is_asked or not isinstance(value, str):
        return NOT_ASKED
    return TOO_LONG if len(value) > LONGEST_TEXT else ""
