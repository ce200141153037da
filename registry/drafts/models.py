"""Working papers: nothing here is in the ledger until it is circulated, as a version of the room of terms."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Base, Ref
from registry.ledger import Record, Referred, link
from registry.structure.models import Body
from registry.terms.models import Terms

Boxes = dict[str, str]
"""What stands in the boxes of the page on which terms are written, by the names of the boxes."""


class Draft(Record):
    """Terms that are being written. `rev` counts the times that they were saved, from 1.

    `circulated_ref` is the version that last went out from here, and `after_ref` the one that it was begun from.
    """

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    kind: Mapped[str]
    after_ref: Mapped[str | None] = link("terms")
    after: Mapped[Terms | None] = relationship(foreign_keys="Draft.after_ref")
    circulated_ref: Mapped[str | None] = link("terms")
    circulated: Mapped[Terms | None] = relationship(foreign_keys="Draft.circulated_ref")
    boxes: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_by_ref: Mapped[Ref]
    saved: Mapped[datetime]
    saves: Mapped[list["Save"]] = relationship(cascade="all, delete-orphan", back_populates="draft")
    wordings: Mapped[list["Wording"]] = relationship(
        cascade="all, delete-orphan", back_populates="draft", order_by="Wording.ref"
    )

    @property
    def called(self) -> str:
        title = self.boxes.get("title") or f"{self.kind[:1].upper()}{self.kind[1:]} of {self.body.name}"
        return f"{title}, version {self.boxes['version']}" if self.boxes.get("version") else title


class Save(Base):
    """A draft as it was saved once: what somebody who had seen that much has changed since is told by it."""

    __tablename__ = "draft_save"
    __limits__ = (UniqueConstraint("draft_ref", "rev"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_ref: Mapped[str] = link("draft")
    draft: Mapped[Draft] = relationship(back_populates="saves")
    rev: Mapped[int]
    boxes: Mapped[dict[str, Any]] = mapped_column(JSON)
    account_ref: Mapped[Ref]
    at: Mapped[datetime]


class Wording(Referred):
    """What somebody wrote in a box that somebody else had just written in: kept beside it until one is chosen."""

    __tablename__ = "draft_wording"

    draft_ref: Mapped[str] = link("draft")
    draft: Mapped[Draft] = relationship(back_populates="wordings")
    box: Mapped[str]
    text: Mapped[str]
    account_ref: Mapped[Ref]
    at: Mapped[datetime]
