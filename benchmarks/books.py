"""Books to measure on: a plain table beside the ledger's own documents, in a new SQLite file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from registry import create_app
from registry.accounts.caller import HOUSE
from registry.cli.books import migrate
from registry.db import Base, db
from registry.ledger import command
from registry.members.models import ShareClass


class PlainClass(Base):
    """The same columns as a share class, a document without parts, with nobody watching."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    nominal: Mapped[int]
    votes_per_share: Mapped[int]
    rights: Mapped[str]
    numbered: Mapped[bool] = mapped_column(default=False)


def facts(number: int) -> dict[str, Any]:
    return {"name": f"Class {number}", "nominal": 100, "votes_per_share": 1, "rights": "One vote a share."}


@command
def enter(count: int, *, by: object) -> None:
    db.session.add_all([ShareClass(**facts(n)) for n in range(count)])


@command
def reword(share_class: ShareClass, *, rights: str, by: object) -> None:
    share_class.rights = rights


@contextmanager
def books(documents: int) -> Iterator[None]:
    """New books with so many documents, and as many plain rows."""
    with TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'books.db'}"
        with create_app(SECRET_KEY="measured", SQLALCHEMY_DATABASE_URI=address).app_context():
            migrate()
            PlainClass.__table__.create(db.engine)  # type: ignore[attr-defined]
            enter(documents, by=HOUSE)
            db.session.add_all([PlainClass(**facts(n)) for n in range(documents)])
            db.session.commit()
            yield
            db.session.remove()
            db.engine.dispose()
