from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.structure.models import Body

(
    WELCOME, FOR_APOLOGIES, QUORACY, NOTIFIED, DECLARATIONS, CONFLICTS, QUESTIONS, LAST_MINUTES, ACTIONS, OPENING_ITEM,
) = OPENING = (
    "welcome", "apologies", "quoracy", "other business notified", "declarations", "conflicts", "public questions",
    "last minutes", "actions", "opening item",
)  # fmt: skip
OTHER_BUSINESS, NEXT_MEETING, CLOSING_ITEM = CLOSING = "other business", "next meeting", "closing item"
STANDING = *OPENING, *CLOSING
"""Which of the standing items an item is: those before the business of the day, and those after it."""


class OrderOfBusiness(Document):
    """How the agendas of a body are laid out: the items that each has, and the letters of its references.

    With the `prefix` B, the items of a year are B/26/1, B/26/2 and so on, from meeting to meeting.
    """

    body_ref: Mapped[str] = link("body", unique=True)
    body: Mapped[Body] = relationship()
    prefix: Mapped[str] = mapped_column(default="")
    items: Mapped[list["StandingItem"]] = parts(back_populates="order", order_by="StandingItem.place")

    @property
    def called(self) -> str:
        return f"Order of business of {self.body.name}"


class StandingItem(Part):
    """An item that every agenda of the body has; `standing` says which, and so whether it opens or closes it."""

    order_ref: Mapped[str] = part_of("order_of_business")
    order: Mapped[OrderOfBusiness] = relationship(back_populates="items")
    place: Mapped[int]
    title: Mapped[str]
    purpose: Mapped[str]
    standing: Mapped[str]
