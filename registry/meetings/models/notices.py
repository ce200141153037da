from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Part, link, part_of
from registry.members.models import Member
from registry.people.models import Person

BY_HAND, BY_POST, BY_EMAIL, ON_WEBSITE, BY_WORD, OMITTED = WAYS = (
    "by hand", "by post", "by e-mail", "on a website", "by word of mouth", "left out by accident",
)  # fmt: skip


class Notice(Part):
    """Notice of the meeting to somebody: `sent` on one day, and given on another, by the law's reckoning.

    `told_of` is the day of the meeting that it told, and `agenda` the version of the agenda that went with it. Who was
    left out by accident has neither day, and `why` says how that came about.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="notices")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    capacity: Mapped[str]
    how: Mapped[str]
    sent: Mapped[date | None]
    given: Mapped[date | None]
    told_of: Mapped[date]
    agenda: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")


class ShortNoticeConsent(Part):
    """A member's agreement, on a day, that a general meeting be called by shorter notice (CA 2006, s.307)."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="consents")
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    on: Mapped[date]


class Waiver(Part):
    """A director's word, on a day, that he or she need not have had notice (Model Articles, art. 9(4))."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="waivers")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    on: Mapped[date]
