"""Documents: the rows that the ledger seals, whole, with their parts."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Table, inspect
from sqlalchemy.orm import Mapped, Mapper, configure_mappers, declared_attr, mapped_column, relationship

from registry.clock import new_ref
from registry.db import Base, Ref
from registry.forms import words_of
from registry.ledger.canonical import Codec, codec

Upcast = Callable[[dict[str, Any]], dict[str, Any]]


class Referred(Base):
    """A row that others may name by its `ref`, for ever.

    `__word__` names the column by which people know it, where they have a word for it.
    """

    __abstract__ = True
    __word__ = ""

    ref: Mapped[Ref] = mapped_column(primary_key=True)

    def __init__(self, **facts: Any) -> None:
        super().__init__(**({"ref": new_ref()} | facts))

    @classmethod
    def missing(cls, word: str) -> str:
        """What is said to somebody whose word names none of these."""
        return f"There is no {words_of(cls)} “{word}”."


class Record(Referred):
    """A row with a page of its own: a document or, where it is not in the ledger, a working paper.

    `rev` counts the times that it was changed, from 1.
    """

    __abstract__ = True

    rev: Mapped[int]

    @property
    def scope(self) -> str:
        """What a grant must be over to carry permission over this: itself, or whose it is."""
        return self.ref

    @property
    def called(self) -> str:
        """What people call it today, said on every page that changes it; nothing, if they call it nothing."""
        return ""


class Document(Record):
    """A register's unit of truth: a root row which, with its parts, is recorded as one text.

    `rev` counts the acts that changed it, from 1. The database holds (ref, rev) to an entry of
    the ledger. `__upcasts__` bring the text of an earlier shape to the next, the first of them to the second.
    """

    __abstract__ = True
    __upcasts__: tuple["Upcast", ...] = ()

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        entered = ForeignKeyConstraint(
            ["ref", "rev"],
            ["ledger_entry.ref", "ledger_entry.rev"],
            deferrable=True,
            initially="DEFERRED",
        )
        return (entered, *cls.__limits__)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.rev, "version_id_generator": False}


class Part(Referred):
    """A row that belongs to one document and is recorded with it. A part has no parts."""

    __abstract__ = True


def adding(**facts: Any) -> Upcast:
    """To a text whose document had not yet these facts: what each was, before anybody asked."""
    return lambda told: told | facts


def adding_to(part: str, **facts: Any) -> Upcast:
    """The same of each of a document's parts of one kind."""
    return lambda told: told | {part: [each | facts for each in told[part]]}


def part_of(document: str, **column: Any) -> Any:
    """The column by which a part names the document (by its table's name) that it belongs to."""
    return mapped_column(ForeignKey(f"{document}.ref"), index=True, info={"part_of": document}, **column)


def parts(**more: Any) -> Any:
    """A document's parts: they come and go with it, and a change to one is a change to it."""
    return relationship(cascade="all, delete-orphan", info={"parts": True}, **more)


def link(document: str, **column: Any) -> Any:
    """A column that names another document by its ref."""
    return mapped_column(ForeignKey(f"{document}.ref"), index=True, **column)


@dataclass(frozen=True)
class Kind:
    """What a document, or a part of one, contributes to the text."""

    cls: type[Referred]
    codecs: tuple[tuple[str, Codec], ...]
    parts: tuple[tuple[str, "Kind"], ...]
    owner: str = ""
    upcasts: tuple[Upcast, ...] = ()

    @property
    def schema(self) -> int:
        """Which shape of its text this is, counted from 1."""
        return 1 + len(self.upcasts)

    @property
    def table(self) -> Table:
        table = self.cls.__table__
        assert isinstance(table, Table)
        return table

    @property
    def name(self) -> str:
        return self.table.name

    @classmethod
    def of(cls, model: type[Referred]) -> Self:
        mapper = inspect(model)
        owner = next((c.key for c in mapper.columns if "part_of" in c.info), "")
        columns = [(p.key, p.columns[0]) for p in mapper.column_attrs if p.key not in ("rev", owner)]
        return cls(
            cls=model,
            codecs=tuple(sorted((key, codec(column.type)) for key, column in columns)),
            parts=tuple((r.key, cls.of(r.mapper.class_)) for r in part_relationships(mapper)),
            owner=owner,
            upcasts=getattr(model, "__upcasts__", ()),
        )

    def read(self, told: dict[str, Any], schema: int) -> dict[str, Any]:
        """A text of an earlier shape as this one would have written it."""
        for upcast in self.upcasts[schema - 1 :]:
            told = upcast(told)
        return told

    def snapshot(self, row: Any) -> dict[str, Any]:
        """A document as plain values, its parts in the order of their refs."""
        told = {key: None if (v := getattr(row, key)) is None else write(v) for key, (write, _) in self.codecs}
        for key, part in self.parts:
            told[key] = [part.snapshot(p) for p in sorted(set(getattr(row, key)), key=lambda p: p.ref)]
        return told

    def rows(self, told: dict[str, Any], **links: Any) -> Iterator[tuple[Table, dict[str, Any]]]:
        """`snapshot` undone: each row, with the table that it stands in."""
        plain = {key: None if (v := told[key]) is None else read(v) for key, (_, read) in self.codecs}
        yield self.table, plain | links
        for key, part in self.parts:
            for inner in told[key]:
                yield from part.rows(inner, **{part.owner: told["ref"]})


def part_relationships(mapper: Mapper[Any]) -> list[Any]:
    return [r for r in mapper.relationships if r.info.get("parts")]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of document, by the name of its table, once all rooms have been built."""
    configure_mappers()
    models = [m.class_ for m in Base.registry.mappers if issubclass(m.class_, Document)]
    return {kind.name: kind for kind in sorted(map(Kind.of, models), key=lambda kind: kind.name)}


def read_text(kind: str, schema: int, body: str) -> dict[str, Any]:
    """What an entry says, its document in the shape of today; as it was, if no register keeps its kind any longer."""
    said: dict[str, Any] = json.loads(body)
    if kind in kinds():
        said["document"] = kinds()[kind].read(said["document"], schema)
    return said


def document_of(row: object) -> Document | None:
    """The document that a row is, or is part of; None for a working paper."""
    if isinstance(row, Part):
        row = _owner(row)
    return row if isinstance(row, Document) else None


def _owner(part: Part) -> object:
    """The row a part belongs to, even when it has just been taken out of it."""
    state = inspect(part)
    column = next(c for c in state.mapper.columns if "part_of" in c.info)
    relation = next(r for r in state.mapper.relationships if column in r.local_columns)
    ref = getattr(part, state.mapper.get_property_by_column(column).key)
    owner: object = getattr(part, relation.key)
    return owner or (state.session and state.session.get(relation.mapper.class_, ref))
