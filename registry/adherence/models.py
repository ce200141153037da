from datetime import date

from sqlalchemy.orm import Mapped, relationship

from registry.ledger import Document, link
from registry.members.models import Member


class Deed(Document):
    """A member's deed of adherence to the shareholders' agreement, signed on a day. Who returns signs anew.

    `evidence` is the hash of the signed paper, if it is on file, and `evidence_name` its name.
    """

    member_ref: Mapped[str] = link("member", unique=True)
    member: Mapped[Member] = relationship()
    signed: Mapped[date]
    evidence: Mapped[str | None]
    evidence_name: Mapped[str | None]

    @property
    def called(self) -> str:
        return self.member.called
