"""What the audit asks of the ledger: always of the live side, since no past holds the ledger itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import aliased

from registry import clock, ledger
from registry.audit.differences import Difference, differences
from registry.audit.entries import COLUMNS, Line, cut, entered, refs_of, text_of, with_cause
from registry.audit.naming import Names
from registry.audit.privacy import May
from registry.audit.telling import in_words, refs_in
from registry.db import db
from registry.ledger.models import Entry


def reach(day: date, known: datetime | None) -> int:
    """How many entries had been recorded by the end of a day, and by an instant if one is given."""
    with ledger.live():
        size = ledger.head().size
        if known is not None:
            size = ledger.size_at(known)
        if day != clock.today():
            ends = datetime.combine(day + timedelta(days=1), time(), clock.LONDON) - timedelta(microseconds=1)
            size = min(size, ledger.size_at(ends))
        return size


@dataclass(frozen=True)
class Entries(Sequence[Line]):
    """Entries with what each changed: of one act in its order, or of one record's life, the latest first."""

    of: Any
    order: Any
    size: int
    may: May

    def __len__(self) -> int:
        with ledger.live():
            return db.session.scalar(select(func.count()).select_from(Entry).where(self.of, Entry.seq < self.size)) or 0

    def __getitem__(self, part: Any) -> Any:
        with ledger.live():
            entries = db.session.execute(cut(self._with_what_stood_before(), part, self.size)).all()
            changes = [self._changed(entry) for entry in entries]
            refs = refs_of(entries).union(*map(refs_in, changes))
            names = Names(refs, size=self.size, may=self.may)
            return [self._line(entry, names, change) for entry, change in zip(entries, changes, strict=True)]

    def _with_what_stood_before(self) -> Select[Any]:
        before = aliased(Entry)
        found = with_cause(*COLUMNS, Entry.body, before.body.label("before"), before.schema.label("schema_before"))
        found = found.outerjoin(before, and_(before.ref == Entry.ref, before.rev == Entry.rev - 1))
        return found.where(self.of, Entry.seq < self.size).order_by(self.order)

    def _changed(self, entry: Any) -> list[Difference]:
        texts = (entry.schema_before, entry.before), (entry.schema, entry.body)
        before, after = (text_of(entry.kind, *text, self.may)["document"] for text in texts)
        return differences(before, after) if entry.body else []

    def _line(self, entry: Any, names: Names, changes: list[Difference]) -> Line:
        own = _called_within(entry, self.may)
        return entered(entry, names) | {
            "seq": entry.seq,
            "first": entry.first,
            "rev": entry.rev,
            "kind": entry.kind,
            "ref": entry.ref,
            "document": names.with_kind(entry.kind, entry.ref),
            "reason": text_of(entry.kind, entry.schema, entry.body, self.may)["reason"],
            "erased": entry.body is None,
            "differences": [in_words(change, lambda ref: own.get(ref) or names(ref)) for change in changes],
        }


def _called_within(entry: Any, may: May) -> dict[str, str]:
    """The document's own parts by the titles they have, for those of its parts that point to them."""
    document = text_of(entry.kind, entry.schema, entry.body, may)["document"]
    lists = [each for each in document.values() if isinstance(each, list)]
    return {part["ref"]: part["title"] for parts in lists for part in parts if "title" in part}


def entries_of_act(first: int, size: int, may: May) -> Entries:
    return Entries(Entry.first == first, Entry.seq, size, may)


def life_of(ref: str, size: int, may: May) -> Entries:
    return Entries(Entry.ref == ref, Entry.seq.desc(), size, may)


def check() -> Line:
    """Whether the books are as the ledger left them: of now, whatever day is looked at."""
    with ledger.live():
        findings, sealed = ledger.verify(), ledger.head()
    found = [{"fault": each.fault.name.lower(), "where": each.where, "sentence": each.sentence} for each in findings]
    return {
        "whole": not found,
        "size": sealed.size,
        "root": sealed.root,
        "last": sealed.at if sealed.size else None,
        "findings": found,
    }


def lacking(kinds: Sequence[str]) -> list[str]:
    """Which of these kinds no document has ever been entered of."""
    with ledger.live():
        there = select(*(select(Entry.seq).where(Entry.kind == kind).limit(1).scalar_subquery() for kind in kinds))
        return [kind for kind, seq in zip(kinds, db.session.execute(there).one(), strict=True) if seq is None]
