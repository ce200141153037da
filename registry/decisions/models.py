from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.periods import Approximate
from registry.structure.models import Body

(
    NOTED, APPROVED, APPOINTED, ENDED, REMOVED, ADOPTED, REVOKED, ALLOTTED, TRANSFERRED, REFUSED, AUTHORISED,
    UNAUTHORISED, OTHER,
) = KINDS = (
    "note", "approve", "appoint", "end an appointment", "remove a director", "adopt terms", "end terms",
    "allot shares", "transfer", "refuse transfer", "authorise a conflict", "end an authorisation", "other",
)  # fmt: skip
CARRIED, LOST, LAPSED, DEFERRED = OUTCOMES = "carried", "lost", "lapsed", "deferred"
AT_MEETING, UNANIMOUS, WRITTEN, POLL = ROUTES = "meeting", "unanimous", "written resolution", "poll"
NOT_ON_FILE = "not on file"
"""How a decision of the old books was taken, where they do not say."""


class Decision(Approximate, Document):
    """What a body resolved on a day. Its text never changes: a later decision supersedes it.

    `place` counts the body's decisions of `year` from 1 without gaps, and `number` is how people
    cite it; one of the old books keeps the number that it had there, and has no place unless that
    tells it. `on` is the day it was passed (or lost, or lapsed); `since`, the day it takes effect. What it is still to
    do is `waiting`: the answers for it, as canonical JSON, until it is done.
    """

    __word__ = "number"
    __limits__ = (UniqueConstraint("body_ref", "year", "place"),)
    __upcasts__ = (adding(dates=""), adding(waiting=""))

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
    supersedes_ref: Mapped[str | None] = link("decision")
    waiting: Mapped[str] = mapped_column(default="", server_default="")
    effects: Mapped[list["Effect"]] = parts(back_populates="decision", order_by="Effect.ref")


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
