from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from registry.ledger import Document


class Filing(Document):
    """Something sent to the registrar of companies, by which a duty is done.

    `form` is the registrar's name for it, and `about_ref` the document that it is about, if a register
    called for it; `due` is then the last day on which it was in time. `sent` is the day it was sent,
    and `reference` what the registrar gave back. `made_up_to` is the date of a confirmation statement.
    `evidence` is the hash of the paper kept, and `evidence_name` its name.
    """

    __limits__ = (UniqueConstraint("form", "about_ref"),)

    form: Mapped[str]
    about_ref: Mapped[str | None] = mapped_column(index=True)
    sentence: Mapped[str]
    due: Mapped[date | None]
    sent: Mapped[date]
    sent_by: Mapped[str]
    made_up_to: Mapped[date | None]
    reference: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str | None]
    evidence_name: Mapped[str | None]

    @property
    def called(self) -> str:
        return f"{self.form}, {self.sentence}"
