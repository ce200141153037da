"""Working papers: nothing here is in the ledger until it is confirmed, as an interest of the room of interests."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.interests.models import Interest
from registry.ledger import Record, link
from registry.people.models import Person

Boxes = dict[str, Any]
"""What stands in the boxes of the pages, by their names: a text or, of several ticks, each of them."""


class Declaration(Record):
    """An interest that a person is declaring, or an `interest` of hers that is being changed; gone once confirmed.

    `seen` is the rev of the interest when its change was begun. `at` is when something was last answered.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    interest_ref: Mapped[str | None] = link("interest")
    interest: Mapped[Interest | None] = relationship()
    seen: Mapped[int | None]
    boxes: Mapped[dict[str, Any]] = mapped_column(JSON)
    written_by_ref: Mapped[Ref]
    at: Mapped[datetime]

    @property
    def scope(self) -> str:
        """Whose it will be: a grant over a person is over what that person is declaring."""
        return self.person_ref
