from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.accounts.models import Account
from registry.decisions.models import Decision
from registry.ledger import Document, Part, link, part_of, parts
from registry.meetings.models import Meeting
from registry.minutes.said import HEADING
from registry.people.models import Person

AT_APPROVAL, LATER = "made on approval", "made later"
"""A correction that the approving meeting made is in the text; one of a later meeting stands beside it."""

ACCEPTED, DECLINED = OUTCOMES = "accepted", "declined"
OPEN = "not answered yet"


class Minutes(Document):
    """The minutes of a meeting as they were circulated on a day, one `version` after another: the words never change.

    `approved` is the day of the later meeting that approved them, at an item of it and maybe by a decision.
    `authenticated` is the day on which the chair of that or of their own meeting signed them; from then they are
    locked. `chaired` is the meeting that he or she was in the chair of.
    """

    __limits__ = (UniqueConstraint("meeting_ref", "version"),)

    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship(foreign_keys="Minutes.meeting_ref")
    version: Mapped[int]
    circulated: Mapped[date]
    approved: Mapped[date | None]
    approved_at_ref: Mapped[str | None] = link("meeting")
    approved_at: Mapped[Meeting | None] = relationship(foreign_keys="Minutes.approved_at_ref")
    approved_item_ref: Mapped[str | None]
    decision_ref: Mapped[str | None] = link("decision")
    decision: Mapped[Decision | None] = relationship()
    authenticated: Mapped[date | None]
    authenticated_by_ref: Mapped[str | None] = link("person")
    authenticated_by: Mapped[Person | None] = relationship()
    chaired_ref: Mapped[str | None] = link("meeting")
    chaired: Mapped[Meeting | None] = relationship(foreign_keys="Minutes.chaired_ref")
    passages: Mapped[list["Passage"]] = parts(back_populates="minutes", order_by="Passage.place")
    recipients: Mapped[list["MinutesRecipient"]] = parts(back_populates="minutes", order_by="MinutesRecipient.ref")
    corrections: Mapped[list["Correction"]] = parts(back_populates="minutes", order_by="Correction.ref")

    @property
    def called(self) -> str:
        return f"Minutes of {self.meeting.called}, version {self.version}"

    @property
    def settled(self) -> date | None:
        """The day from which their words are not written again: they were approved or, of members, signed."""
        return self.approved or self.authenticated

    def passage(self, place: int) -> "Passage | None":
        """The passage of that number; a heading is none that could be read otherwise."""
        found = (each for each in self.passages if each.source != HEADING)
        return next((each for each in found if each.place == place), None)


class Passage(Part):
    """A sentence that the registers gave, or a paragraph that somebody wrote, frozen as it was circulated.

    `source` says which; `label` is the number that stands before it, if one does. `box` is the box of the draft that a
    written one stood in. `door` and `fact_ref` lead to where the fact was kept.
    """

    __tablename__ = "minutes_passage"

    minutes_ref: Mapped[str] = part_of("minutes")
    minutes: Mapped[Minutes] = relationship(back_populates="passages")
    place: Mapped[int]
    item_ref: Mapped[str | None]
    source: Mapped[str]
    box: Mapped[str] = mapped_column(default="")
    label: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    door: Mapped[str] = mapped_column(default="")
    fact_ref: Mapped[str] = mapped_column(default="")


class MinutesRecipient(Part):
    """Somebody to whom the minutes were sent, for the reason `why`; without a letter, if there was no address."""

    __tablename__ = "minutes_recipient"

    minutes_ref: Mapped[str] = part_of("minutes")
    minutes: Mapped[Minutes] = relationship(back_populates="recipients")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    why: Mapped[str]
    letter_ref: Mapped[str | None]


class Correction(Part):
    """What a later meeting corrected in a passage, at an item of its own: `kind` says whether on approving the minutes.

    `words` is how the passage is to read.
    """

    __tablename__ = "minutes_correction"

    minutes_ref: Mapped[str] = part_of("minutes")
    minutes: Mapped[Minutes] = relationship(back_populates="corrections")
    passage_ref: Mapped[str]
    kind: Mapped[str]
    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    item_ref: Mapped[str]
    words: Mapped[str]


class Suggestion(Document):
    """What somebody suggests that a passage of circulated minutes should say, and why; and what was made of it.

    It is the account's own word, or that of a `person` which the office wrote down. `outcome` is empty until it is
    answered.
    """

    __tablename__ = "minutes_suggestion"

    minutes_ref: Mapped[str] = link("minutes")
    minutes: Mapped[Minutes] = relationship()
    passage_ref: Mapped[str]
    account_ref: Mapped[str] = link("account")
    account: Mapped[Account] = relationship()
    person_ref: Mapped[str | None] = link("person")
    person: Mapped[Person | None] = relationship()
    on: Mapped[date]
    proposed: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    answered: Mapped[date | None]

    @property
    def called(self) -> str:
        return f"Suggestion on the {self.minutes.called[:1].lower()}{self.minutes.called[1:]}"

    @property
    def passage(self) -> Passage:
        return next(each for each in self.minutes.passages if each.ref == self.passage_ref)
