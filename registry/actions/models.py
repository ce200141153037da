from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.decisions.models import Decision
from registry.ledger import Document, Part, link, part_of, parts
from registry.meetings.models import Item, Meeting
from registry.people.models import Person
from registry.structure.models import Body

DONE, DROPPED = ENDINGS = "done", "dropped"
NOTED, ASKED, MOVED, HANDED_OVER, REOPENED = "noted", "asked after", "moved", "handed over", "reopened"


class Action(Document):
    """Something that a body agreed, on a day, is to be done: at an item of a meeting, or by a decision.

    `place` counts the body's actions of `year` from 1 without gaps, and `number` is how people cite it. `what` is in
    the words that follow “to”. `owner` and `due` are as they were agreed, and no day of its own means by the next
    meeting: the steps tell what has become of them since. `closed` is the day on which it was closed, while it is.
    """

    __word__ = "number"
    __limits__ = (UniqueConstraint("body_ref", "year", "place"),)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    year: Mapped[int]
    place: Mapped[int]
    number: Mapped[str] = mapped_column(unique=True)
    meeting_ref: Mapped[str | None] = link("meeting")
    meeting: Mapped[Meeting | None] = relationship()
    item_ref: Mapped[str | None]
    decision_ref: Mapped[str | None] = link("decision")
    decision: Mapped[Decision | None] = relationship()
    agreed: Mapped[date]
    what: Mapped[str]
    owner_ref: Mapped[str] = link("person")
    owner: Mapped[Person] = relationship()
    due: Mapped[date | None]
    closed: Mapped[date | None]
    others: Mapped[list["Involved"]] = parts(back_populates="action", order_by="Involved.ref")
    steps: Mapped[list["ActionStep"]] = parts(back_populates="action", order_by="ActionStep.on, ActionStep.ref")

    @property
    def called(self) -> str:
        return self.number

    @property
    def scope(self) -> str:
        """Whose it is now: a grant over a person is over what that person has to do."""
        return next((str(step.person_ref) for step in self.steps[::-1] if step.what == HANDED_OVER), self.owner_ref)

    @property
    def item(self) -> Item | None:
        """The item of the meeting at which it was agreed, where that is on record."""
        items = self.meeting.items if self.meeting else ()
        return next((item for item in items if item.ref == self.item_ref), None)


class Involved(Part):
    """Somebody besides the owner who has a part in an action."""

    __tablename__ = "action_involved"

    action_ref: Mapped[str] = part_of("action")
    action: Mapped[Action] = relationship(back_populates="others")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()


class ActionStep(Part):
    """Something that became of an action on a day: a note of progress, or that it was moved, handed over or closed.

    `words` are what was said of it, and why. The `person` of a note is who told it; of a letter that asked after it,
    who was written to; of a handing over, who has the action since. `due` is where it was moved to; None is to the
    next meeting.
    """

    __tablename__ = "action_step"

    action_ref: Mapped[str] = part_of("action")
    action: Mapped[Action] = relationship(back_populates="steps")
    on: Mapped[date]
    what: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    person_ref: Mapped[str | None] = link("person")
    person: Mapped[Person | None] = relationship()
    due: Mapped[date | None]
