from datetime import date

from sqlalchemy.orm import Mapped, relationship

from registry.ledger import Document, Part, part_of, parts
from registry.periods import Lasting

NAME, OFFICE, REGISTER_PLACE, RECORDS_PLACE, YEAR_END = PARTICULARS = (
    "name",
    "registered office",
    "place of the register of members",
    "place of other records",
    "accounting reference date",
)


class Company(Document):
    """The company whose books these are. `number` is the registrar's; it and `incorporated` never change."""

    __word__ = "number"

    number: Mapped[str]
    incorporated: Mapped[date]
    particulars: Mapped[list["CompanyParticular"]] = parts(
        back_populates="company", order_by="CompanyParticular.since, CompanyParticular.ref"
    )

    @property
    def called(self) -> str:
        return f"Company number {self.number}"

    def spells(self, what: str) -> list["CompanyParticular"]:
        return [spell for spell in self.particulars if spell.what == what]

    def told(self, what: str, on: date) -> str:
        """A particular as it was on a day; before the first on record, the first; "" if there is none."""
        spells = self.spells(what)
        return next((spell.value for spell in reversed(spells) if spell.since <= on), spells[0].value if spells else "")


class CompanyParticular(Lasting, Part):
    """One thing true of the company for a time. `entered` is the day on which it was written into the books."""

    company_ref: Mapped[str] = part_of("company")
    company: Mapped[Company] = relationship(back_populates="particulars")
    what: Mapped[str]
    value: Mapped[str]
    entered: Mapped[date]
