from datetime import datetime

from sqlalchemy.orm import Mapped, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.meetings.models import Meeting
from registry.members.models import Member
from registry.people.models import Person

FOR, AGAINST, DISCRETION = INSTRUCTED = "for", "against", "as the proxy thinks fit"
THE_CHAIR = "The chair of the meeting"


class Proxy(Document):
    """A member's appointment of somebody to attend, speak and vote for her at a general meeting.

    Whoever `person` is: None is the chair of the meeting. It is signed by one of the holders, and was `lodged` at an
    instant; `revoked` is when notice arrived that it is at an end. Of `shares` None, it is for all that are held.
    It is valid for an adjournment of the meeting too (Model Articles, art. 45(4)).
    """

    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    person_ref: Mapped[str | None] = link("person")
    person: Mapped[Person | None] = relationship(foreign_keys=[person_ref])
    signed_by_ref: Mapped[str] = link("person")
    signed_by: Mapped[Person] = relationship(foreign_keys=[signed_by_ref])
    lodged: Mapped[datetime]
    shares: Mapped[int | None]
    revoked: Mapped[datetime | None]
    instructions: Mapped[list["Instruction"]] = parts(back_populates="proxy", order_by="Instruction.ref")

    @property
    def called(self) -> str:
        return f"Proxy of {self.member.names_on(self.meeting.on)} for {self.meeting.called}"


class Instruction(Part):
    """How a member tells the proxy to vote on an item; on others the proxy votes as he or she thinks fit."""

    proxy_ref: Mapped[str] = part_of("proxy")
    proxy: Mapped[Proxy] = relationship(back_populates="instructions")
    item_ref: Mapped[str]
    how: Mapped[str]
