"""Drafts to be written on."""

from registry.drafts import commands
from registry.drafts.models import Draft
from registry.structure.models import Body
from registry.terms.models import ARTICLES
from tests.factories import ADA


def a_draft(body: Body, **boxes: str) -> Draft:
    """A draft in which nothing stands but this, saved for the second time."""
    draft = commands.begin(body=body, kind=ARTICLES, by=ADA)
    draft.kind = "terms of reference"
    commands.write(draft, base=1, boxes=boxes, by=ADA)
    return draft
