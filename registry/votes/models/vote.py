from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, link, parts
from registry.meetings.models import PROXY, REPRESENTATIVE, Item, Meeting
from registry.people.models import Person
from registry.votes.models.parts import Amendment, Ballot, Demander, Entitlement, Objection
from registry.wording import day as in_words

VOICES, HANDS, NAMED, POLL = METHODS = "by voices", "show of hands", "named votes", "poll"
FOR, AGAINST, WITHHELD = WAYS = "for", "against", "withheld"
CARRIED, LOST = OUTCOMES = "carried", "lost"
IN_PERSON, DEPUTY = "in person", "deputy"
CAPACITIES = IN_PERSON, PROXY, REPRESENTATIVE, DEPUTY
THE_CHAIR, THE_DIRECTORS, TWO_VOTERS, A_TENTH = RIGHTS = (
    "the chair", "the directors", "two or more who may vote", "a tenth of the votes",
)  # fmt: skip
"""In what right a poll may be demanded (Model Articles, art. 44(2))."""


class Vote(Document):
    """One putting of a question to the vote at a meeting, under an item of its agenda.

    `place` counts the votes of the meeting from 1, as they were put; `put_at` is the time, as HH:MM in London, where
    it was noted. `resolution` is the kind that members pass, and `matter` one for which the terms in force ask a
    majority of its own; `number` to `needed_by` are the majority that it needed, as the rules stood (see Majority). A
    poll `follows` the show of hands that it replaces, which stays as it was. `opened` is the record time: who might
    vote, and with how many votes, was frozen then. Of hands the three counts stand here, and how many there were to
    raise (`entitled`; where a part of all is needed, with those who were away); of polls and named votes the ballots
    tell. `declared` is what the chair said where nobody counted. `withdrawn` is the day on which the question or the
    demand of a poll was taken back, or the entry struck out.
    """

    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    item_ref: Mapped[str] = mapped_column(index=True)
    place: Mapped[int]
    question: Mapped[str]
    resolution: Mapped[str] = mapped_column(default="")
    matter: Mapped[str] = mapped_column(default="")
    method: Mapped[str]
    procedural: Mapped[bool] = mapped_column(default=False)
    put_at: Mapped[str] = mapped_column(default="")
    mover_ref: Mapped[str | None] = link("person")
    mover: Mapped[Person | None] = relationship(foreign_keys="Vote.mover_ref")
    seconder_ref: Mapped[str | None] = link("person")
    seconder: Mapped[Person | None] = relationship(foreign_keys="Vote.seconder_ref")
    number: Mapped[int]
    of: Mapped[int]
    at_least: Mapped[bool]
    of_all: Mapped[bool]
    counts_abstentions: Mapped[bool]
    needed_for: Mapped[str]
    needed_by: Mapped[str]
    follows_ref: Mapped[str | None] = link("vote")
    demanded_in: Mapped[str] = mapped_column(default="")
    opened: Mapped[datetime | None]
    closed: Mapped[bool] = mapped_column(default=False)
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    withheld: Mapped[int | None]
    entitled: Mapped[int | None]
    declared: Mapped[str] = mapped_column(default="")
    casting: Mapped[str] = mapped_column(default="")
    casting_by_ref: Mapped[str | None] = link("person")
    casting_by: Mapped[Person | None] = relationship(foreign_keys="Vote.casting_by_ref")
    withdrawn: Mapped[date | None]
    withdrawn_why: Mapped[str] = mapped_column(default="")
    demanders: Mapped[list[Demander]] = parts(back_populates="vote", order_by="Demander.ref")
    entitlements: Mapped[list[Entitlement]] = parts(back_populates="vote", order_by="Entitlement.place")
    ballots: Mapped[list[Ballot]] = parts(back_populates="vote", order_by="Ballot.ref")
    amendments: Mapped[list[Amendment]] = parts(back_populates="vote", order_by="Amendment.place")
    objections: Mapped[list[Objection]] = parts(back_populates="vote", order_by="Objection.ref")

    @property
    def called(self) -> str:
        return f"Vote {self.place}, {self.meeting.body.name}, {in_words(self.meeting.on)}"

    @property
    def item(self) -> Item | None:
        """The item, unless it has since been struck from the agenda."""
        return next((item for item in self.meeting.items if item.ref == self.item_ref), None)

    @property
    def question_as_put(self) -> str:
        """The words on which it was voted: as amended, if they were."""
        return next((each.question for each in reversed(self.amendments) if each.carried), self.question)

    @property
    def by_ballot(self) -> bool:
        """Whether each vote is told of whoever cast it."""
        return self.method in (POLL, NAMED)
