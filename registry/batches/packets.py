"""A packet: the papers that go to one reader in one envelope."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from registry.members.models import Member
from registry.people.models import Person

ACCOUNT, CERTIFIED, AGREED = PARTS = "account", "certificates", "agreement"
"""What a member may be sent: her account in the register, her certificates, the shareholders' agreement in force."""
CURRENT, ISSUED = WHICH = "current", "issued"
"""Certificates live today, or all that were issued between two days."""
ALL, ON_PAPER = WHOSE = "all", "on paper"
"""The copies of all who receive a pack, or of those alone who have no e-mail address to have it sent to."""
ZIP, ONE_FILE = DELIVERIES = "zip", "one file"


@dataclass(frozen=True)
class Paper:
    """A paper that a door prints, as room.page, of the document that `word` names."""

    title: str
    door: str
    word: str
    asked: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Packet:
    """Papers for one account in the register, as it is addressed on the day they are printed; or for one reader.

    A reader has no folio, and her packet no address: it is handed to her.
    """

    folio: int | None
    name: str
    address: str
    papers: Sequence[Paper]

    @property
    def whose(self) -> str:
        return f"{self.name}, folio {self.folio}" if self.folio else self.name


def packet_for(member: Member, papers: Iterable[Paper], on: date) -> Packet:
    return Packet(member.folio, member.names_on(on), member.address_on(on), list(papers))


def packet_of(person: Person, papers: Iterable[Paper]) -> Packet:
    return Packet(None, person.called, "", list(papers))
