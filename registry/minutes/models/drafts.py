"""Working papers: nothing here is in the ledger until it is circulated."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Record, Referred, link
from registry.meetings.models import Meeting
from registry.minutes.models.circulated import Minutes

Boxes = dict[str, str]
"""What is written between the generated sentences, by the box that it stands in: one for each item, and two more."""


class MinutesDraft(Record):
    """What is being written of one meeting. `rev` counts the times that it was saved, from 1.

    `desks` tells at which desk each box was last written in. `circulated` is the version that last went out from here.
    """

    meeting_ref: Mapped[str] = link("meeting", unique=True)
    meeting: Mapped[Meeting] = relationship()
    circulated_ref: Mapped[str | None] = link("minutes")
    circulated: Mapped[Minutes | None] = relationship()
    boxes: Mapped[dict[str, Any]] = mapped_column(JSON)
    desks: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_by_ref: Mapped[Ref]
    saved: Mapped[datetime]
    wordings: Mapped[list["MinutesWording"]] = relationship(
        cascade="all, delete-orphan", back_populates="draft", order_by="MinutesWording.ref"
    )

    @property
    def called(self) -> str:
        return f"Minutes of {self.meeting.called}"


class MinutesWording(Referred):
    """What was written at a desk in a box in which somebody else had just written: kept until one is chosen."""

    draft_ref: Mapped[str] = link("minutes_draft")
    draft: Mapped[MinutesDraft] = relationship(back_populates="wordings")
    box: Mapped[str]
    text: Mapped[str]
    desk: Mapped[str]
    account_ref: Mapped[Ref]
    at: Mapped[datetime]
