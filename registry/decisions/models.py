from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.periods import Approximate
from registry.structure.models import Body

(
    NOTED, APPROVED, APPOINTED, ENDED, REMOVED, FOUNDED, ADOPTED, REVOKED, ALLOTTED, TRANSFERRED, REFUSED, AUTHORISED,
    UNAUTHORISED, OTHER,
) = KINDS = (
    "note", "approve", "appoint", "end an appointment", "remove a director", "found a body", "adopt terms", "end terms",
    "allot shares", "transfer", "refuse transfer", "authorise a conflict", "end an authorisation", "other",
)  # fmt: skip
CARRIED, LOST, LAPSED, DEFERRED = OUTCOMES = "carried", "lost", "lapsed", "deferred"
AT_MEETING, UNANIMOUS, WRITTEN, POLL = ROUTES = "meeting", "unanimous", "written resolution", "poll"
SUPERSEDES, RESCINDS, RATIFIES = BEARINGS = "supersedes", "rescinds", "ratifies"
"""What a decision does to an earlier one."""
NOT_ON_FILE = "not on file"
"""How a decision of the old books was taken, where they do not say."""


NOT_YET_ASKED: dict[str, Any] = {
    "conditions": [],
    "rationale": "",
    "options_considered": "",
    "review_by": None,
    "binds_members": False,
}


def with_bearings(told: dict[str, Any]) -> dict[str, Any]:
    """A decision superseded one other, whole; the part that now says so has the decision's own ref."""
    rest = {name: each for name, each in told.items() if name != "supersedes_ref"}
    part = {"how": SUPERSEDES, "limbs": "", "old_ref": told["supersedes_ref"], "ref": told["ref"]}
    return rest | NOT_YET_ASKED | {"bearings": [part] if told["supersedes_ref"] else []}


class Decision(Approximate, Document):
    """What a body resolved on a day. Its text never changes: a later decision bears on it.

    `place` counts the body's decisions of `year` from 1 without gaps, and `number` is how people
    cite it; one of the old books keeps the number that it had there, and has no place unless that
    tells it. `on` is the day it was passed (or lost, or lapsed); `since`, the day it takes effect. What it is still to
    do is `waiting`: the answers for it, as canonical JSON, until it is done. It is looked at again by `review_by`.
    """

    __word__ = "number"
    __limits__ = (UniqueConstraint("body_ref", "year", "place"),)
    __upcasts__ = (adding(dates=""), adding(waiting=""), with_bearings)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    year: Mapped[int]
    place: Mapped[int | None]
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    route: Mapped[str]
    meeting_ref: Mapped[str | None] = link("meeting")
    meeting: Mapped[Meeting | None] = relationship()
    item_ref: Mapped[str | None]
    text: Mapped[str]
    outcome: Mapped[str]
    on: Mapped[date]
    since: Mapped[date]
    mover_ref: Mapped[str | None] = link("person")
    mover: Mapped[Person | None] = relationship()
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    abstained: Mapped[int | None]
    rationale: Mapped[str] = mapped_column(default="", server_default="")
    options_considered: Mapped[str] = mapped_column(default="", server_default="")
    review_by: Mapped[date | None]
    binds_members: Mapped[bool] = mapped_column(default=False, server_default=false())
    waiting: Mapped[str] = mapped_column(default="", server_default="")
    effects: Mapped[list["Effect"]] = parts(back_populates="decision", order_by="Effect.ref")
    conditions: Mapped[list["Condition"]] = parts(back_populates="decision", order_by="Condition.ref")
    bearings: Mapped[list["Bearing"]] = parts(
        back_populates="decision", order_by="Bearing.ref", foreign_keys="Bearing.decision_ref"
    )

    @property
    def called(self) -> str:
        return f"Decision {self.number}"

    @property
    def takes_effect(self) -> date:
        """The day laid down for it or, if that is later, the day on which the last of its conditions was satisfied."""
        return max([self.since, *(each.satisfied for each in self.conditions if each.satisfied)])


class Effect(Part):
    """Something a decision did, at once or when it was carried out: the command, and the document it changed.

    `part_ref` is the part of the document that it made or ended, such as an appointment to a seat.
    """

    decision_ref: Mapped[str] = part_of("decision")
    decision: Mapped[Decision] = relationship(back_populates="effects")
    act: Mapped[str]
    document_kind: Mapped[str]
    document_ref: Mapped[str]
    part_ref: Mapped[str | None]


class Condition(Part):
    """Something that a decision is subject to: it lapses at the end of the day `due` unless it is `satisfied` by then.

    `how` says what satisfied it.
    """

    __tablename__ = "decision_condition"

    decision_ref: Mapped[str] = part_of("decision")
    decision: Mapped[Decision] = relationship(back_populates="conditions")
    words: Mapped[str]
    due: Mapped[date | None]
    satisfied: Mapped[date | None]
    how: Mapped[str] = mapped_column(default="")

    def was_satisfied(self, on: date) -> bool:
        return self.satisfied is not None and self.satisfied <= on

    def had_lapsed(self, on: date) -> bool:
        return self.satisfied is None and self.due is not None and self.due < on


class Bearing(Part):
    """An earlier decision that one supersedes, rescinds or ratifies: whole, or the `limbs` of it, as in “a c”."""

    __tablename__ = "decision_bearing"

    decision_ref: Mapped[str] = part_of("decision")
    decision: Mapped[Decision] = relationship(back_populates="bearings", foreign_keys=[decision_ref])
    how: Mapped[str]
    old_ref: Mapped[str] = link("decision")
    old: Mapped[Decision] = relationship(foreign_keys=[old_ref])
    limbs: Mapped[str] = mapped_column(default="")
