"""Who had which copy of which edition, and what has changed since the one that she opened."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import insert, select

from registry import clock
from registry.accounts.queries import names_of
from registry.clock import new_ref
from registry.db import db
from registry.editions.copies import READER, Copy
from registry.editions.models import Edition, Opened
from registry.editions.rules import Step, steps
from registry.editions.sheets import sheets_of
from registry.ledger import live
from registry.packs.readers import PackReader
from registry.people.models import Person

Line = dict[str, Any]

OWN = "own"


def note_opened(edition_ref: str, copy: Copy, *, account_ref: str | None) -> None:
    """Enter that a copy was opened, or handed out, whatever else becomes of the request."""
    line = {"ref": new_ref(), "edition_ref": edition_ref, "copy": copy.kind, "at": clock.now()}
    line |= {"person_ref": copy.person_ref, "account_ref": account_ref}
    with db.engine.begin() as connection:
        connection.execute(insert(Opened.__table__), line)  # type: ignore[arg-type]


def had(edition: Edition) -> list[Line]:
    """Who had a copy of an edition, the latest first; of one that was handed to somebody, by whom."""
    with live():
        found = list(
            db.session.scalars(select(Opened).where(Opened.edition_ref == edition.ref).order_by(Opened.at.desc()))
        )
        accounts = names_of([each.account_ref for each in found if each.account_ref])
        people = {each.ref: each for each in db.session.scalars(_people(found))}
        return [_line(each, accounts, people) for each in found]


def _people(found: Collection[Opened]) -> Any:
    return select(Person).where(Person.ref.in_({each.person_ref for each in found if each.person_ref}))


def _line(opened: Opened, accounts: dict[str, str], people: dict[str, Person]) -> Line:
    by = accounts.get(opened.account_ref or "", "")
    reader = people[opened.person_ref].called if opened.person_ref else by
    return {"who": reader, "copy": OWN if opened.copy == READER else opened.copy, "by": by, "at": opened.at}


def last_opened(edition: Edition, own: Copy) -> Edition | None:
    """The edition of the same pack of which a reader last had her own copy."""
    of_pack = select(Opened).join(Edition).where(Edition.meeting_ref == edition.meeting_ref, Opened.copy == READER)
    by_account = Opened.person_ref.is_(None) & (Opened.account_ref == (own.account.ref if own.account else None))
    hers = of_pack.where(Opened.person_ref == own.person_ref if own.person_ref else by_account)
    with live():
        opened = db.session.scalar(hers.order_by(Opened.at.desc(), Opened.ref.desc()).limit(1))
        return opened.edition if opened else None


def changes(old: Edition, new: Edition, reader: PackReader) -> list[Step]:
    """What is to be done to the pages of one edition to have another, as a reader has them."""
    return steps(sheets_of(old.sections, reader), sheets_of(new.sections, reader))
