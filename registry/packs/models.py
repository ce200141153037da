from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.decisions.models import Decision
from registry.ledger import Document, Part, link, part_of, parts
from registry.meetings.models import Meeting
from registry.structure.models import Body

(
    AGENDA, INTERESTS, CONFLICTS, MINUTES, ACTIONS, DECISIONS, TO_DECIDE, TO_DISCUSS, TO_NOTE, TERMS, CHANGES, AHEAD,
) = SECTIONS = (
    "agenda", "interests", "conflicts", "minutes", "actions", "decisions",
    "to-decide", "to-discuss", "to-note", "terms", "changes", "ahead",
)  # fmt: skip
"""What a pack may be made of after its cover and its contents, in the order in which it is unless a body settles it."""


class MakeUp(Document):
    """How the packs of a body are made up; or, if it has a meeting instead, how the pack of that one alone is.

    It `starts_on_right` if each section is to begin on a right-hand page, and `names_reader` if each reader's own copy
    bears his or her name. It `tells_who_opened` if the body has agreed that it be seen who opened a pack, as the
    `decision` says, if it took one; that is never the choice of one meeting.
    """

    __limits__ = (CheckConstraint("(body_ref IS NULL) <> (meeting_ref IS NULL)", name="of_one"),)

    body_ref: Mapped[str | None] = link("body", unique=True)
    body: Mapped[Body | None] = relationship()
    meeting_ref: Mapped[str | None] = link("meeting", unique=True)
    meeting: Mapped[Meeting | None] = relationship()
    starts_on_right: Mapped[bool] = mapped_column(default=False)
    names_reader: Mapped[bool] = mapped_column(default=False)
    tells_who_opened: Mapped[bool] = mapped_column(default=False)
    decision_ref: Mapped[str | None] = link("decision")
    decision: Mapped[Decision | None] = relationship()
    sections: Mapped[list["PackSection"]] = parts(back_populates="make_up", order_by="PackSection.place")

    @property
    def called(self) -> str:
        if self.meeting is not None:
            return f"Make-up of the pack of {self.meeting.called}"
        assert self.body is not None
        return f"Make-up of the packs of {self.body.name}"


class PackSection(Part):
    """A section that a pack has, one of SECTIONS, in its place."""

    make_up_ref: Mapped[str] = part_of("make_up")
    make_up: Mapped[MakeUp] = relationship(back_populates="sections")
    place: Mapped[int]
    section: Mapped[str]
