from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Part, link, part_of
from registry.people.models import Person


class Demander(Part):
    """Somebody who demanded the poll."""

    __tablename__ = "vote_demander"

    vote_ref: Mapped[str] = part_of("vote")
    vote: Mapped[Any] = relationship("Vote", back_populates="demanders")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()


class Entitlement(Part):
    """What might be voted at the record time: by a member, one vote a share; for a seat, its votes.

    `of_ref` is that of the member or the seat, and `called` what it was called on the day.
    """

    __tablename__ = "vote_entitlement"

    vote_ref: Mapped[str] = part_of("vote")
    vote: Mapped[Any] = relationship("Vote", back_populates="entitlements")
    place: Mapped[int]
    of_ref: Mapped[str]
    called: Mapped[str]
    votes: Mapped[int]


class Ballot(Part):
    """Votes cast under an entitlement, by whom and in what capacity; a member may split them (CA 2006, s.322)."""

    __tablename__ = "vote_ballot"

    vote_ref: Mapped[str] = part_of("vote")
    vote: Mapped[Any] = relationship("Vote", back_populates="ballots")
    entitlement_ref: Mapped[str]
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    capacity: Mapped[str]
    votes_for: Mapped[int]
    votes_against: Mapped[int]
    withheld: Mapped[int]


class Amendment(Part):
    """An amendment moved from the floor, the first at place 1: its words, when notice came, and the question after it.

    `alters_scope` is whether the chair found that it materially alters the scope of the resolution; `slip`, whether it
    corrects no more than a grammatical or other non-substantive error.
    """

    __tablename__ = "vote_amendment"

    vote_ref: Mapped[str] = part_of("vote")
    vote: Mapped[Any] = relationship("Vote", back_populates="amendments")
    place: Mapped[int]
    words: Mapped[str]
    question: Mapped[str]
    mover_ref: Mapped[str] = link("person")
    mover: Mapped[Person] = relationship()
    noticed: Mapped[datetime | None]
    late_allowed: Mapped[bool] = mapped_column(default=False)
    alters_scope: Mapped[bool] = mapped_column(default=False)
    slip: Mapped[bool] = mapped_column(default=False)
    carried: Mapped[bool]


class Objection(Part):
    """Objection made at the meeting to somebody's voting; where the chair `upheld` it, the vote is disallowed."""

    __tablename__ = "vote_objection"

    vote_ref: Mapped[str] = part_of("vote")
    vote: Mapped[Any] = relationship("Vote", back_populates="objections")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    ground: Mapped[str]
    upheld: Mapped[bool]
