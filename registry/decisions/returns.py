"""The return that arises from a special resolution: a copy of it."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import aliased

from registry.db import db
from registry.deadlines import days_from
from registry.decisions.models import Decision, Effect
from registry.filings.returns import Arising, Return, hang
from registry.terms.models import ARTICLES, Terms

FORM, WITHIN_DAYS = "Resolution", 15
AUTHORITY = "Companies Act 2006, s.30(1)"


def special_resolutions(on: date) -> Iterator[Arising]:
    """Each that amended the articles: within 15 days of being passed."""
    amended = aliased(Terms)
    passed = select(Decision).join(Decision.effects).join(amended, amended.ref == Effect.document_ref)
    adopts = (Effect.act == "terms.adopt") & (amended.kind == ARTICLES) & amended.supersedes_ref.is_not(None)
    wanted = passed.where(adopts, amended.adopted.is_not(None), Decision.on <= on)
    for decision in db.session.scalars(wanted.order_by(Decision.on)).unique():
        sentence = f"Send a copy of the special resolution {decision.number}"
        deadline = days_from(decision.on, WITHIN_DAYS)
        yield Arising(decision.ref, sentence, decision.on, deadline, "decisions.decision", decision.ref)


def hang_all() -> None:
    hang(Return(FORM, "Special resolution", AUTHORITY, special_resolutions))
