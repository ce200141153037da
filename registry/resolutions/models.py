from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.db import Ref
from registry.decisions.models import Decision
from registry.ledger import Document, Part, Record, link, part_of, parts
from registry.members.models import Member
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.structure.models import Body

ORDINARY, SPECIAL, UNANIMOUSLY = PASSES_AS = "ordinary resolution", "special resolution", "unanimous decision"
BY_EMAIL, BY_POST, BY_HAND = WAYS = "e-mail", "post", "by hand"
BY_LINK, ON_PAPER, IN_EMAIL = HOW_ANSWERED = "signed link", "on paper", "by e-mail"
AGREED, REFUSED = SAYS = "agreed", "refused"


class Resolution(Document):
    """A resolution that a body takes without a meeting, as it was circulated; its words never change.

    It `passes_as` what its words say that it is: an ordinary or a special resolution of the members, or a unanimous
    decision. `circulated` is the instant at which the first copy was sent, and those who may agree are the ones who
    could have voted then. It lapses with the end of its `last_day`, in London, if it has not passed; None, if it
    never does. `lapses_by` is what says so. `passed_at` is the instant of the agreement that made up the votes needed.
    `kind` and `effect` are those of the decision that its passing logs, which is `decision`, or that it lapsed.
    """

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    passes_as: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    effect: Mapped[str]
    takes_effect: Mapped[date | None]
    circulated: Mapped[datetime]
    last_day: Mapped[date | None]
    lapses_by: Mapped[str]
    passed_at: Mapped[datetime | None]
    withdrawn: Mapped[datetime | None]
    withdrawn_because: Mapped[str] = mapped_column(default="")
    decision_ref: Mapped[str | None] = link("decision")
    decision: Mapped[Decision | None] = relationship()
    proposers: Mapped[list["Proposer"]] = parts(back_populates="resolution", order_by="Proposer.ref")
    eligible: Mapped[list["Eligible"]] = parts(back_populates="resolution", order_by="Eligible.place")
    copies: Mapped[list["Copy"]] = parts(back_populates="resolution", order_by="Copy.sent, Copy.ref")
    answers: Mapped[list["ResolutionAnswer"]] = parts(
        back_populates="resolution", order_by="ResolutionAnswer.at, ResolutionAnswer.ref"
    )

    @property
    def called(self) -> str:
        return self.title

    @property
    def circulated_on(self) -> date:
        return clock.civil_day(self.circulated)

    @property
    def lapses(self) -> datetime | None:
        """The first instant at which nobody can agree to it any longer: midnight in London, whatever the clocks do."""
        return clock.at(self.last_day + ONE_DAY, "00:00") if self.last_day else None

    @property
    def voting(self) -> list["Eligible"]:
        """Those who may agree to it."""
        return [each for each in self.eligible if not each.kept_out]

    @property
    def total(self) -> int:
        """The votes of all who may agree to it."""
        return sum(each.votes for each in self.voting)

    def agreement_of(self, eligible: "Eligible") -> "ResolutionAnswer | None":
        """The agreement that somebody gave, which nothing undoes."""
        of_it = (each for each in self.answers if each.eligible_ref == eligible.ref and each.says == AGREED)
        return next(of_it, None)


class Proposer(Part):
    """A member who required that a resolution be circulated, with the votes held then; the directors need no such."""

    __tablename__ = "resolution_proposer"

    resolution_ref: Mapped[str] = part_of("resolution")
    resolution: Mapped[Resolution] = relationship(back_populates="proposers")
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    votes: Mapped[int]


class Eligible(Part):
    """Who could have voted when the first copy was sent, and with how many votes: frozen from then on.

    `person` is who agrees: of joint holders, the first-named. `member` is whose shares they are or, in a body with
    seats, `seat` is the seat's title. `kept_out` says why somebody on the register or in a seat may not agree after
    all, and is otherwise empty.
    """

    __tablename__ = "resolution_eligible"

    resolution_ref: Mapped[str] = part_of("resolution")
    resolution: Mapped[Resolution] = relationship(back_populates="eligible")
    place: Mapped[int]
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    member_ref: Mapped[str | None] = link("member")
    member: Mapped[Member | None] = relationship()
    seat: Mapped[str]
    votes: Mapped[int]
    kept_out: Mapped[str]

    def named_on(self, day: date) -> str:
        return self.member.names_on(day) if self.member else self.person.name_on(day)


class Copy(Part):
    """A copy that was sent to somebody at an instant, and how; `letter_ref` is its place in the outbox.

    To an auditor, who has one too, it is sent `as_auditor`.
    """

    __tablename__ = "resolution_copy"

    resolution_ref: Mapped[str] = part_of("resolution")
    resolution: Mapped[Resolution] = relationship(back_populates="copies")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    how: Mapped[str]
    sent: Mapped[datetime]
    as_auditor: Mapped[bool]
    letter_ref: Mapped[Ref | None] = mapped_column(default=None)


class ResolutionAnswer(Part):
    """What somebody eligible said `at` an instant: the one at which it came to the company.

    What counts is told by when it came: an agreement is void once the resolution has lapsed, and changes nothing once
    it has passed. To refuse has no effect in law. `signed_by` is whoever signed for the other, and by what right.
    """

    resolution_ref: Mapped[str] = part_of("resolution")
    resolution: Mapped[Resolution] = relationship(back_populates="answers")
    eligible_ref: Mapped[Ref]
    says: Mapped[str]
    at: Mapped[datetime]
    how: Mapped[str]
    signed_by: Mapped[str] = mapped_column(default="")


class ResolutionDraft(Record):
    """A working paper: a resolution that is being written, and is in no register until it is circulated.

    `boxes` are what stands in the boxes of its page.
    """

    boxes: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved: Mapped[datetime]
    saved_by_ref: Mapped[Ref]

    @property
    def called(self) -> str:
        return str(self.boxes["title"])
