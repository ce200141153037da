"""How a person's ties are matched with what an item is about. Pure: whoever asks brings the facts of both."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from registry.wording import day as in_words

CERTAIN, LIKELY, LOOK = GRADES = "certain", "likely", "look"
"""How sure a match is, the surest first: the same organisation; one step from it; only words or a topic in common."""

EMPTY_WORDS = frozenset((
    "a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with", "by", "ltd", "limited", "plc", "llp",
    "cic", "company", "group", "practice", "practices", "surgery", "medical", "centre", "center", "health",
    "healthcare", "care", "primary", "network", "pcn", "hub", "locality", "dr", "partners", "services", "service",
    "nhs", "trust",
))  # fmt: skip
"""Words that a great many organisations of the field have in their names."""


class Link(StrEnum):
    """How a tie binds a person to an organisation."""

    IS = "is the person"
    OWN = "own"
    CLOSE = "through someone close"
    SITS = "sits on it"


@dataclass(frozen=True)
class Tie:
    """What binds a person to an organisation on a day: an interest that is declared, or what the registers know.

    `ref` is the organisation's in the registers, as it stands that day; None where they do not know it. `words` says
    what the tie is, and `openly` what may be said of it to everyone: an interest kept private is not told of.
    `ended` is the first day without it, of a tie that is over.
    """

    person_ref: str
    ref: str | None
    name: str
    link: Link
    words: str
    openly: str
    source: str
    source_ref: str | None = None
    topics: tuple[str, ...] = ()
    ended: date | None = None


A_PARTY = "a party to the item"

INTEREST, NOTICE, DISCLOSURE, REGISTERS = "interest", "general notice", "disclosure", "registers"


@dataclass(frozen=True)
class Party:
    """An organisation or a person that an item is about, as the registers know it on the day of the meeting.

    `around` are the bodies that a practice belongs to, `within` the practices of a body; both by ref, with names.
    """

    ref: str | None
    name: str
    around: dict[str, str] = field(default_factory=dict)
    within: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Matter:
    """What an item is about: its parties, its topic, and the words of its title and of what it proposes."""

    parties: tuple[Party, ...]
    topic: str
    words: str


@dataclass(frozen=True)
class Match:
    """Why an item touches a person's interest, and how sure that is."""

    grade: str
    reason: str
    openly: str
    tie: Tie


def matches(tie: Tie, matter: Matter) -> list[Match]:
    """Each way in which a tie meets a matter: the surest alone, of each party that it meets."""
    found = [best for party in matter.parties if (best := _surest(_with_party(tie, party), tie)) is not None]
    if found:
        return found
    best = _surest(_with_words(tie, matter), tie)
    return [best] if best else []


def _surest(found: Iterable[tuple[str, str]], tie: Tie) -> Match | None:
    """A tie that is over is only to be looked at, however near it was.

    Of an interest kept private it is not even told openly how it meets the item: that would say with whom it is.
    """
    told = sorted(found, key=lambda each: GRADES.index(each[0]))
    if not told:
        return None
    grade, why = told[0]
    ending = ""
    if tie.ended is not None:
        grade, ending = LOOK, f"; it ended before {in_words(tie.ended)}"
    reason = f"{tie.words}: {why}{ending}"
    return Match(grade, reason, reason if tie.openly == tie.words else tie.openly, tie)


def _with_party(tie: Tie, party: Party) -> Iterator[tuple[str, str]]:
    if tie.ref is not None and tie.ref == party.ref:
        yield CERTAIN if tie.link in (Link.IS, Link.OWN) else LIKELY, A_PARTY
    elif tie.ref in party.within:
        yield LIKELY, f"belongs to {party.name}, {A_PARTY}"
    elif tie.ref in party.around:
        yield LOOK, f"{party.name}, {A_PARTY}, belongs to it"
    elif tie.ref is None or party.ref is None:
        yield from _by_name(tie.name, party.name)


def _by_name(name: str, other: str) -> Iterator[tuple[str, str]]:
    """Names are words, and may deceive: the same name is likely the same organisation, and one in part to be seen."""
    if plain(name) == plain(other):
        yield LIKELY, A_PARTY if name == other else f"{other} is {A_PARTY}"
    elif common := telling(name) & telling(other):
        yield LOOK, f"the name of {other}, {A_PARTY}, also has “{' '.join(sorted(common))}” in it"


def _with_words(tie: Tie, matter: Matter) -> Iterator[tuple[str, str]]:
    if len(telling(tie.name)) and f" {plain(tie.name)} " in f" {plain(matter.words)} ":
        yield LIKELY, f"the item’s own words name {tie.name}"
    if matter.topic and matter.topic in tie.topics:
        yield LOOK, f"the item is about {matter.topic}, which the declaration says it may touch"


def plain(name: str) -> str:
    """A name without what two writings of it may differ in: Ltd and Limited, capitals, stops, The."""
    words = re.findall(r"\w+", re.sub(r"\(.*?\)", " ", name.casefold().replace("’", "").replace("'", "")))
    return " ".join(word for word in words if word not in ("the", "ltd", "limited", "plc", "llp", "cic", "and"))


def telling(name: str) -> set[str]:
    """The words of a name by which it is told from the others."""
    return {word for word in plain(name).split() if word not in EMPTY_WORDS and len(word) > 2}
