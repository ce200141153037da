"""Working papers: nothing here is in the ledger until it is circulated, as a version of the room of terms."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Record, Referred, link
from registry.structure.models import Body
from registry.terms.models import Terms

TAKE, LEAVE, APART = CHOICES = "take", "leave", "apart"
"""What is done with a wording that stands beside another."""

Boxes = dict[str, str]
"""What stands in the boxes of the page on which terms are written, by the names of the boxes."""


class Draft(Record):
    """Terms that are being written. `rev` counts the times that they were saved, from 1.

    `desks` tells at which desk each box was last written in: a page, from its opening to its closing. `circulated` is
    the version that last went out from here.
    """

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    kind: Mapped[str]
    circulated_ref: Mapped[str | None] = link("terms")
    circulated: Mapped[Terms | None] = relationship()
    boxes: Mapped[dict[str, Any]] = mapped_column(JSON)
    desks: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_by_ref: Mapped[Ref]
    saved: Mapped[datetime]
    wordings: Mapped[list["Wording"]] = relationship(
        cascade="all, delete-orphan", back_populates="draft", order_by="Wording.ref"
    )

    @property
    def called(self) -> str:
        title = self.boxes.get("title") or f"{self.kind[:1].upper()}{self.kind[1:]} of {self.body.name}"
        return f"{title}, version {self.boxes['version']}" if self.boxes.get("version") else title


class Wording(Referred):
    """What was written at a desk in a box in which somebody else had just written: kept until one is chosen."""

    __tablename__ = "draft_wording"

    draft_ref: Mapped[str] = link("draft")
    draft: Mapped[Draft] = relationship(back_populates="wordings")
    box: Mapped[str]
    text: Mapped[str]
    desk: Mapped[str]
    account_ref: Mapped[Ref]
    at: Mapped[datetime]
