"""The return that arises from the constitution: a copy of the articles, each time that they are amended."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.deadlines import days_from
from registry.filings.returns import Arising, Return, hang
from registry.terms.models import ARTICLES, Terms

FORM, WITHIN_DAYS = "Articles", 15
AUTHORITY = "Companies Act 2006, s.26(1)"


def amended_articles(on: date) -> Iterator[Arising]:
    """Each version but the first, which went with the application to be incorporated: within 15 days of its effect.

    What came in with the old books was adopted before them, and filed or not then.
    """
    follows = Terms.supersedes_ref.is_not(None) & Terms.adopted.is_not(None)
    amended = select(Terms).where(Terms.kind == ARTICLES, follows, Terms.since <= on)
    for terms in db.session.scalars(amended.order_by(Terms.since)):
        assert terms.since is not None
        sentence = f"Send a copy of the articles as amended: {terms.called}"
        deadline = days_from(terms.since, WITHIN_DAYS)
        yield Arising(terms.ref, sentence, terms.since, deadline, "terms.version", terms.ref)


def hang_all() -> None:
    hang(Return(FORM, "Articles as amended", AUTHORITY, amended_articles))
