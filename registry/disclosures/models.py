from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, link
from registry.meetings.models import Item, Meeting
from registry.people.models import Person
from registry.periods import Lasting
from registry.wording import day as in_words

IN_BODY, CONNECTED, WRITTEN = KINDS = (
    "general notice of an interest",
    "general notice of a connection",
    "written notice",
)
"""The first two are general notices (CA 2006, s.185), of a body or firm and of a person; the last is of one
transaction (s.184)."""


class InterestNotice(Lasting, Document):
    """Notice that a director gave on `since` of an interest, until it was withdrawn or had ended.

    `organisation` is the body or firm, the person connected, or the other side of the `transaction` that a written
    notice is of; `entered` is the day on which the company entered into that, if it had, and `arose` the day on which
    the interest in it began, if only later. `given_at` is the meeting at which it was given, if at one; `read_at` the
    meeting at which it was brought up and read, or noted. `earlier_ref` is that of the notice or the disclosure that it
    corrects or completes.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    kind: Mapped[str]
    organisation: Mapped[str]
    organisation_ref: Mapped[str | None]
    transaction: Mapped[str] = mapped_column("transaction", default="", quote=True)  # a keyword of SQLite
    entered: Mapped[date | None]
    arose: Mapped[date | None]
    nature: Mapped[str]
    extent: Mapped[str] = mapped_column(default="")
    given_at_ref: Mapped[str | None] = link("meeting")
    given_at: Mapped[Meeting | None] = relationship(foreign_keys="InterestNotice.given_at_ref")
    read_at_ref: Mapped[str | None] = link("meeting")
    read_at: Mapped[Meeting | None] = relationship(foreign_keys="InterestNotice.read_at_ref")
    read_item_ref: Mapped[str | None]
    earlier_ref: Mapped[str | None]

    @property
    def called(self) -> str:
        return f"{self.kind.capitalize()}, {self.person.name_on(self.since)}: {self.organisation}"

    @property
    def made(self) -> date:
        """The day on which it was declared."""
        return self.since

    @property
    def is_general(self) -> bool:
        return self.kind != WRITTEN

    @property
    def is_brought_up(self) -> bool:
        return bool(self.given_at_ref or self.read_at_ref)


class Disclosure(Document):
    """What a director declared at a meeting of an interest in the transaction that an item of it was about.

    `entered` is the day on which the company entered into the transaction; none, if it was still proposed. `arose` is
    the day on which the interest began, if only after that. Where a general `notice` told of it, its nature and extent
    need not be told again. `earlier_ref` is that of the disclosure or the notice that this corrects or completes.
    """

    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    item_ref: Mapped[str]
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    entered: Mapped[date | None]
    arose: Mapped[date | None]
    nature: Mapped[str] = mapped_column(default="")
    extent: Mapped[str] = mapped_column(default="")
    notice_ref: Mapped[str | None] = link("interest_notice")
    notice: Mapped[InterestNotice | None] = relationship()
    earlier_ref: Mapped[str | None]

    @property
    def called(self) -> str:
        return f"{self.person.name_on(self.meeting.on)}, {in_words(self.meeting.on)}, item {self.item.place}"

    @property
    def made(self) -> date:
        """The day on which it was declared."""
        return self.meeting.on

    @property
    def item(self) -> Item:
        return next(item for item in self.meeting.items if item.ref == self.item_ref)
