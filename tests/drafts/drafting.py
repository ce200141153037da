"""Drafts to be written on."""

from registry.drafts import commands
from registry.drafts.models import Draft
from registry.structure.models import Body
from registry.terms.models import TERMS_OF_REFERENCE
from tests.factories import ADA


def a_draft(body: Body, **boxes: str) -> Draft:
    """A draft in which nothing stands but this."""
    draft = commands.begin(body=body, kind=TERMS_OF_REFERENCE, by=ADA)
    was = draft.boxes
    commands.write(draft, was=was, boxes=dict.fromkeys(was, "") | boxes, desk="first", by=ADA)
    return draft
