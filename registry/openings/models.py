from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.decisions.models import Decision
from registry.ledger import Document, Part, link, part_of, parts
from registry.periods import Approximate

PEOPLE, DECISIONS, ACCOUNTS, SHARES, CERTIFICATES, SEATS, APPOINTMENTS, DIRECTORS, TERMS, BALANCES = BOOKS = (
    "people", "decisions", "accounts", "shares", "certificates", "seats", "appointments", "directors", "terms",
    "balances",
)  # fmt: skip
"""The books in the order in which they are brought in: each names what is in those before it."""


class Opening(Document):
    """One of the old books brought in whole, from one file, by one act.

    `source` is the old book or paper in words, and `paper` the hash of its scan, if one is kept. `name` and `sha256`
    are the file's, and `entered` is the day on which it was brought in. Of the balances that an old register closes
    with, `as_at` is their day and `issued` how many shares it says they come to.
    """

    what: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(unique=True)
    entered: Mapped[date]
    source: Mapped[str]
    paper: Mapped[str | None]
    paper_name: Mapped[str | None]
    as_at: Mapped[date | None]
    issued: Mapped[int | None]
    entries: Mapped[list["OpenedEntry"]] = parts(back_populates="opening", order_by="OpenedEntry.place")

    @property
    def called(self) -> str:
        return f"{self.what.capitalize()}, from {self.source}"


class OpenedEntry(Approximate, Part):
    """A line of an old book: what it came to, in words, and what it lacks.

    `place` is its line in the file, and `original` the number or key that the old book knows it by. `authority` is
    what the old book gives for it, empty where that is not on file; `decision_ref`, the decision on record which
    that is. `remarks` are the odd things about it, one a line. A line of balances tells how many `shares` of a class
    the old register shows.
    """

    opening_ref: Mapped[str] = part_of("opening")
    opening: Mapped[Opening] = relationship(back_populates="entries")
    place: Mapped[int]
    words: Mapped[str]
    original: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(default="")
    decision_ref: Mapped[str | None] = link("decision")
    decision: Mapped[Decision | None] = relationship()
    remarks: Mapped[str] = mapped_column(default="")
    document_kind: Mapped[str]
    document_ref: Mapped[str] = mapped_column(index=True)
    part_ref: Mapped[str | None]
    share_class_ref: Mapped[str | None] = link("share_class")
    shares: Mapped[int | None]


class Reconciliation(Document):
    """The old books and these ones compared as at a day, and found to agree or to differ as the sheet says.

    `on` is the day on which the sheet was signed, and `signed_by` by whom, in words; `paper` is the hash of the
    signed sheet. `differences` is what was made of those that there are.
    """

    as_at: Mapped[date]
    on: Mapped[date]
    signed_by: Mapped[str]
    differences: Mapped[str] = mapped_column(default="")
    paper: Mapped[str | None]
    paper_name: Mapped[str | None]

    @property
    def called(self) -> str:
        return f"Reconciliation signed by {self.signed_by}"
