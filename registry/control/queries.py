from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.control.holdings import holdings_on
from registry.control.models import Statement
from registry.db import db
from registry.doors import Listing
from registry.members.standing import altered_to_on

Line = dict[str, Any]


def test_on(day: date) -> Listing:
    """The test as at a day, with what the last statement by then had found."""
    tested = holdings_on(day)
    lines = [
        {
            "name": each.name,
            "code": each.code,
            "folios": ", ".join(map(str, each.folios)),
            "count": each.count,
            "shares": per_cent(each.shares),
            "votes": per_cent(each.votes),
            "standing": "over 25%" if each.is_significant else "",
        }
        for each in tested
    ]
    last = last_statement(day)
    return Listing(
        lines,
        significant=sum(each.is_significant for each in tested),
        statement=last and last.ref,
        stated=last and last.made.isoformat(),
        who=last.who if last else "",
    )


def per_cent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def statements_on(day: date) -> list[Line]:
    """Every statement made by a day, the latest first."""
    return [told(statement) for statement in reversed(_statements(day))]


def last_statement(day: date) -> Statement | None:
    return next(reversed(_statements(day)), None)


def _statements(day: date) -> Sequence[Statement]:
    found = select(Statement).where(Statement.made <= day).options(selectinload(Statement.answers))
    return db.session.scalars(found.order_by(Statement.made, Statement.ref)).all()


def told(statement: Statement) -> Line:
    return {
        "ref": statement.ref,
        "made": statement.made,
        "on": statement.on,
        "who": statement.who,
        "finding": finding(statement),
        "largest": statement.largest,
        "largest_shares": per_cent(statement.largest_shares),
        "largest_votes": per_cent(statement.largest_votes),
        "answers": [
            {"condition": each.condition, "met": each.met, "grounds": each.grounds} for each in statement.answers
        ],
    }


def finding(statement: Statement) -> str:
    """What was found, in words; never blank."""
    if statement.is_registrable:
        return f"Registrable: {statement.who}"
    return "The company knows of no registrable person, and has no cause to believe that there is one"


def changes_of_finding(day: date) -> Iterable[Statement]:
    """Each statement by a day that found other than the one before it: the registrar is told of those."""
    before: str | None = None
    for statement in _statements(day):
        if statement.who != before:
            yield statement
        before = statement.who


def altered_since_last_statement(day: date) -> date | None:
    """When the register was last altered, if that was after the day whose holdings were last looked at."""
    last, altered = last_statement(day), altered_to_on(day)
    return altered if altered and (last is None or altered > last.on) else None
