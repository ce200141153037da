"""What a version says, laid out: its sections, its membership table and its rules."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.terms import rules
from registry.terms.models import TEN_HEADINGS, Provision, Section, Terms, TermsMember

Told = Sequence[dict[str, Any]]

BLANK_MEMBER = {"practice": None, "person": None, "responsibility": ""}
BLANK_PROVISION = {"number": None, "of": None, "who": "", "matter": "", "over": "", "clause": ""}
TEN_SECTIONS: Told = [{"heading": heading} for heading in TEN_HEADINGS]


def lay_out(terms: Terms, *, sections: Told, table: Told, provisions: Told) -> None:
    terms.sections = [Section(place=place, **{"text": "", **told}) for place, told in enumerate(sections, start=1)]
    terms.table = [TermsMember(place=place, **BLANK_MEMBER | dict(told)) for place, told in enumerate(table, start=1)]
    terms.provisions = [
        Provision(place=place, **BLANK_PROVISION | dict(told)) for place, told in enumerate(provisions, start=1)
    ]
    rules.uphold_provisions(terms)


def uphold_that_version_is_new(terms: Terms) -> None:
    same = select(Terms.ref).where(
        Terms.body_ref == terms.body.ref, Terms.kind == terms.kind, Terms.version == terms.version
    )
    rules.version_is_new(db.session.scalar(same) is not None)
