import re
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.accounts.queries import names_of
from registry.db import db
from registry.drafts.merging import line_of as line_in
from registry.drafts.merging import lines_in
from registry.drafts.models import Draft, Wording
from registry.drafts.places import in_words, joined, shown
from registry.structure.models import Body
from registry.terms.provisions import SHAPES, sentence_of
from registry.terms.rules import lacking_of

Line = dict[str, Any]

FIGURE = re.compile(r"\d{1,10}")


def drafts(body: Body | None = None) -> list[Line]:
    """Everything that is being written, or what is being written of one body: the last saved first."""
    asked = select(Draft).options(joinedload(Draft.body), joinedload(Draft.circulated), selectinload(Draft.wordings))
    if body is not None:
        asked = asked.where(Draft.body_ref == body.ref)
    found = db.session.scalars(asked.order_by(Draft.saved.desc(), Draft.ref)).all()
    names = names_of([draft.saved_by_ref for draft in found])
    return [line_of(draft, names) for draft in found]


def line_of(draft: Draft, names: dict[str, str]) -> Line:
    return {
        "ref": draft.ref,
        "title": draft.called,
        "body": draft.body.name,
        "body_ref": draft.body_ref,
        "kind": draft.kind,
        "saved": draft.saved,
        "saved_by": names.get(draft.saved_by_ref, ""),
        "circulated": draft.circulated and draft.circulated.version,
        "circulated_ref": draft.circulated_ref,
        "to_settle": len(draft.wordings),
    }


def draft_told(draft: Draft) -> Line:
    """One draft whole: its boxes as they stand, and read; and the wordings between which nobody has chosen yet."""
    names = names_of([draft.saved_by_ref, *(each.account_ref for each in draft.wordings)])
    read = joined(draft.boxes)
    return line_of(draft, names) | {
        "rev": draft.rev,
        "boxes": draft.boxes,
        "sections": [{"heading": "", "text": ""} | section for section in read.get("sections", [])],
        "table": [_shown("table", line) for line in lines_in("table", draft.boxes).values()],
        "rules": [_rule(line) for line in lines_in("provisions", draft.boxes).values()],
        "wordings": [_wording(each, draft, names) for each in draft.wordings],
    }


def _shown(name: str, line: dict[str, str]) -> str:
    return ", ".join(shown(f"{name}-0-{inner}", text) for inner, text in line.items())


def _rule(line: dict[str, str]) -> str:
    """A rule in words, or as it stands in the boxes while it is not yet told whole."""
    figures = {name: int(line[name]) if FIGURE.fullmatch(line.get(name, "")) else None for name in ("number", "of")}
    words = {name: line.get(name, "") for name in ("what", "who", "matter")}
    rule = SimpleNamespace(**figures, **words)
    if rule.what not in SHAPES or lacking_of(rule):
        return _shown("provisions", line)
    return f"{sentence_of(rule)}, clause {line['clause']}" if "clause" in line else sentence_of(rule)


def _wording(wording: Wording, draft: Draft, names: dict[str, str]) -> Line:
    return {
        "ref": wording.ref,
        "place": in_words(wording.box),
        "stands": draft.boxes.get(wording.box, ""),
        "here": shown(wording.box, draft.boxes.get(wording.box, "")),
        "in_line": line_in(wording.box) is not None,
        "beside": shown(wording.box, wording.text),
        "by": names.get(wording.account_ref, ""),
        "at": wording.at,
    }
