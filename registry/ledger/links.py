"""What links to a document: read from the columns that name it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from registry.db import Base, db
from registry.ledger.documents import Document, Part, document_of


def linking_to(document: Document) -> Iterator[Document]:
    """Every other document that names one, itself or in a part of it."""
    table = document.__tablename__
    for mapper in Base.registry.mappers:
        if not issubclass(mapper.class_, (Document, Part)):
            continue
        for column in mapper.columns:
            if any(key.column.table.name == table for key in column.foreign_keys) and "part_of" not in column.info:
                yield from _owners(mapper.class_, column, document)


def _owners(model: Any, column: Any, document: Document) -> Iterator[Document]:
    for row in db.session.scalars(select(model).where(column == document.ref)):
        if (owner := document_of(row)) is not None and owner is not document:
            yield owner
