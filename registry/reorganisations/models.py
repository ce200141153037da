from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.decisions.models import Decision
from registry.ledger import Document, Part, link, part_of, parts
from registry.practices.models import Practice
from registry.structure.models import Body
from registry.wording import day

MERGER, SPLIT, MOVE, DEPARTURE, REGROUPING = KINDS = "merger", "split", "move", "departure", "regrouping"
MERGED, TOOK_IN, WAS_SPLIT, SET_UP, MOVED, LEFT = "merged", "took in", "was split", "set up", "moved", "left"


class Reorganisation(Document):
    """A change of who the practices are, or of where they belong, made in several registers by one act.

    From `on`, its first day, things are as changed; `agreed` is the day it was agreed, and `dates` the sources'
    own words for when, where they name no day. `inferred`, where no source says it outright. From `undone`, the
    day of the counter-act, the registers say as they did before it; `undone_why` is its reason.
    """

    kind: Mapped[str]
    on: Mapped[date]
    agreed: Mapped[date | None]
    dates: Mapped[str] = mapped_column(default="")
    source: Mapped[str]
    inferred: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    decision_ref: Mapped[str | None] = link("decision")
    decision: Mapped[Decision | None] = relationship()
    undone: Mapped[date | None]
    undone_why: Mapped[str] = mapped_column(default="")
    subjects: Mapped[list["Subject"]] = parts(back_populates="reorganisation", order_by="Subject.place")
    steps: Mapped[list["Step"]] = parts(back_populates="reorganisation", order_by="Step.place")
    successions: Mapped[list["Succession"]] = parts(back_populates="reorganisation", order_by="Succession.place")

    @property
    def called(self) -> str:
        return f"{self.kind.capitalize()} of {day(self.on)}"


class Subject(Part):
    """A practice that a reorganisation is about, and what became of it."""

    reorganisation_ref: Mapped[str] = part_of("reorganisation")
    reorganisation: Mapped[Reorganisation] = relationship(back_populates="subjects")
    place: Mapped[int]
    practice_ref: Mapped[str] = link("practice")
    practice: Mapped[Practice] = relationship()
    became: Mapped[str]


class Step(Part):
    """One thing that it changed, in its place: of which document, from what, to what.

    `before` and `after` are the facts in question, as canonical text, as they were and as it left them.
    """

    reorganisation_ref: Mapped[str] = part_of("reorganisation")
    reorganisation: Mapped[Reorganisation] = relationship(back_populates="steps")
    place: Mapped[int]
    what: Mapped[str]
    document_kind: Mapped[str]
    document_ref: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


class Succession(Part):
    """What came after what: practices that were in one body are in another; None, where they were in none."""

    reorganisation_ref: Mapped[str] = part_of("reorganisation")
    reorganisation: Mapped[Reorganisation] = relationship(back_populates="successions")
    place: Mapped[int]
    before_ref: Mapped[str | None] = link("body")
    before: Mapped[Body | None] = relationship(foreign_keys=[before_ref])
    after_ref: Mapped[str] = link("body")
    after: Mapped[Body] = relationship(foreign_keys=[after_ref])
    practices: Mapped[int]
