from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Pence
from registry.ledger import Document, link
from registry.members.models import ShareClass

BUY_BACK, FORFEITURE = ENDINGS = "buy-back", "forfeiture"
SUBDIVISION, CONSOLIDATION, REDESIGNATION = CONVERSIONS = "subdivision", "consolidation", "redesignation"


class Alteration(Document):
    """Something done to the company's capital other than an issue of shares, entered in the register on a day.

    `resolution` is what authorised it, and `article` the one that allows it, where only the articles can.
    `shares` of the class became `becoming` of the other; or, where there is no other, they are no more.
    `consideration` is what was paid for them all, in pence. The movements it made bear its `number`.
    """

    __word__ = "number"

    number: Mapped[str] = mapped_column(unique=True)
    what: Mapped[str]
    on: Mapped[date]
    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship(foreign_keys=[share_class_ref])
    shares: Mapped[int]
    into_ref: Mapped[str | None] = link("share_class")
    into: Mapped[ShareClass | None] = relationship(foreign_keys=[into_ref])
    becoming: Mapped[int | None]
    consideration: Mapped[Pence | None]
    resolution: Mapped[str]
    article: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return f"{self.number}, {self.what}"
