"""What changed from one version to another: its clauses, and in plain words its rules and its members."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.terms.models import Terms, TermsMember
from registry.terms.provisions import key_of, sentence_of
from registry.terms.redline import Compared, clauses_in, compare
from registry.terms.version import version_on
from registry.wording import day as in_words

Line = dict[str, Any]

NONE = "none"


def before(terms: Terms) -> Terms | None:
    """The version that a version is compared with: the one it supersedes or, if not adopted, the last one that was."""
    if terms.supersedes_ref is not None:
        return db.session.get(Terms, terms.supersedes_ref)
    others = select(Terms).where(
        Terms.body_ref == terms.body_ref, Terms.kind == terms.kind, Terms.ref != terms.ref, Terms.since.is_not(None)
    )
    if terms.since is not None:
        others = others.where(Terms.since < terms.since)
    return db.session.scalar(others.order_by(Terms.since.desc()).limit(1))


def redline_on(terms: Terms, old: Terms, day: date) -> Line:
    """A version against another, whole: every clause, and what became of it."""
    was, now = version_on(old, day), version_on(terms, day)
    compared = compare(clauses_in(was["sections"]), clauses_in(now["sections"]))
    return {
        "ref": terms.ref,
        "title": now["title"],
        "body": now["body"],
        "body_ref": now["body_ref"],
        "kind": now["kind"],
        "version": now["version"],
        "old_version": was["version"],
        "old_ref": old.ref,
        "rules": [*rules_changed(old, terms), *members_changed(old, terms, day)],
        "clauses": [clause_line(each) for each in compared],
        "changed": sum(each.is_change for each in compared),
    }


def clause_line(compared: Compared) -> Line:
    clause = compared.now or compared.was
    assert clause is not None
    return {
        "number": compared.now and compared.now.number,
        "was": compared.was and compared.was.number,
        "heading": clause.is_heading,
        "what": compared.what,
        "moved": compared.moved,
        "pieces": [piece._asdict() for piece in compared.pieces],
    }


def rules_changed(old: Terms, new: Terms) -> Iterator[str]:
    """The rules that are others now, in words: The quorum is 5 voting members → The quorum is 4 voting members."""
    was, now = ({(key_of(each), each.over): sentence_of(each) for each in terms.provisions} for terms in (old, new))
    for about in [*was, *(each for each in now if each not in was)]:
        match was.get(about), now.get(about):
            case None, str(sentence):
                yield f"New rule: {sentence}"
            case str(sentence), None:
                yield f"No longer a rule: {sentence}"
            case before, after if before != after:
                yield f"{before} → {after}"
    if old.review_due != new.review_due:
        yield f"Review due: {_day(old.review_due)} → {_day(new.review_due)}"


def _day(day: date | None) -> str:
    return NONE if day is None else in_words(day)


def members_changed(old: Terms, new: Terms, day: date) -> Iterator[str]:
    """Who is in the membership table of one version and not of the other."""
    was, now = _lines(old, day), _lines(new, day)
    yield from (f"No longer in the membership table: {line}" for line in was if line not in now)
    yield from (f"New in the membership table: {line}" for line in now if line not in was)


def _lines(terms: Terms, day: date) -> list[str]:
    return [_line(line, day) for line in terms.table]


def _line(line: TermsMember, day: date) -> str:
    practice = "" if line.practice is None else line.practice.name_on(day)
    person = "" if line.person is None else line.person.name_on(day)
    return ", ".join(filter(None, (practice, person, line.responsibility)))
