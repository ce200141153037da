"""The pages on which an interest is declared: which there are, which is next, and what stands in them."""

import re
from datetime import date
from typing import Any

from marshmallow import ValidationError

from registry.declarations.models import Boxes, Declaration
from registry.declarations.schemas import BeganForm, DatesForm, KindForm, PartyForm, TouchesForm
from registry.forms import Form
from registry.interests.models import CLOSE, INDIRECT
from registry.interests.schemas import ChangeForm, DeclareForm
from registry.wording import day as worded

KIND, PARTY, DATES, BEGAN, TOUCHES = "kind", "party", "dates", "began", "touches"
OF_A_NEW_ONE: dict[str, type[Form]] = {KIND: KindForm, PARTY: PartyForm, DATES: DatesForm, TOUCHES: TouchesForm}
OF_A_CHANGE: dict[str, type[Form]] = {KIND: KindForm, PARTY: PartyForm, BEGAN: BeganForm, TOUCHES: TouchesForm}
DATE_BOX = re.compile(r"-(day|month|year)$")


def pages_of(declaration: Declaration) -> dict[str, type[Form]]:
    """In the order in which they are asked."""
    return OF_A_NEW_ONE if declaration.interest_ref is None else OF_A_CHANGE


def first_unanswered(declaration: Declaration) -> str | None:
    """The first page with a question that still needs its answer."""
    pages = pages_of(declaration).items()
    return next((page for page, form in pages if not _is_answered(form, declaration.boxes)), None)


def page_before(declaration: Declaration, page: str | None = None) -> str | None:
    """The page that is asked before another or, if that is the one on which all is checked, the last."""
    pages: list[str | None] = [None, *pages_of(declaration)]
    return pages[(pages.index(page) if page in pages else 0) - 1]


def boxes_for(form: type[Form], boxes: Boxes) -> Boxes:
    """Those of a page, as they stand; where the kind says that there is someone close, it is that person's."""
    asked = form().fields
    own = {name: value for name, value in boxes.items() if DATE_BOX.sub("", name) in asked}
    return {"whose": CLOSE} | own if form is PartyForm and boxes.get("kind") == INDIRECT else own


def told(declaration: Declaration) -> dict[str, Any]:
    """What the boxes say, as a command takes it; raises ValidationError with whatever is still to be answered."""
    form = DeclareForm if declaration.interest_ref is None else ChangeForm
    answers: dict[str, Any] = form().load(declaration.boxes)
    return answers


def shown(declaration: Declaration) -> list[dict[str, Any]]:
    """Question by question what was answered, with the page and the box where it can be put right."""
    lines = [
        {"page": page, "box": asked["name"], "label": asked["label"], "needed": asked["required"]}
        | {"value": _in_words(asked, declaration.boxes)}
        for page, form in pages_of(declaration).items()
        for asked in form().questions()
    ]
    return [line for line in lines if line["value"] or line["needed"]]


def began(declaration: Declaration) -> date | None:
    """When the interest began, as far as that has been answered."""
    try:
        since: date = BeganForm().load(boxes_for(BeganForm, declaration.boxes))["since"]
    except ValidationError:
        return None
    return since


def _is_answered(form: type[Form], boxes: Boxes) -> bool:
    try:
        form().load(boxes_for(form, boxes))
    except ValidationError:
        return False
    return True


def _in_words(asked: dict[str, Any], boxes: Boxes) -> str:
    name = asked["name"]
    if asked["kind"] == "date":
        return _date_in_words(*(boxes.get(f"{name}-{part}", "") for part in ("year", "month", "day")))
    value = boxes.get(name, "")
    if asked["kind"] == "search":
        return str(value)
    texts = {option["value"]: option["text"] for option in asked["options"]}
    return ", ".join(str(texts.get(each, each)) for each in (value if isinstance(value, list) else [value]))


def _date_in_words(year: str, month: str, day: str) -> str:
    if not year:
        return ""
    return worded(date(int(year), int(month), int(day))) if day else f"{date(int(year), int(month), 1):%B %Y}"
