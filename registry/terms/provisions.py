"""The rules that terms hold as data: a small vocabulary, and what each rule says in words. Pure: no books are asked."""

from dataclasses import dataclass
from typing import Any

from registry.seats.models import KINDS as SEATS
from registry.wording import counted

QUORUM, QUORUM_INCLUDES = "quorum", "quorum includes"
MORE_THAN, AT_LEAST = "majority of more than", "majority of at least"
CASTING_VOTE, DEPUTIES, ABSTENTION, RECUSAL = "casting vote", "deputies", "abstention", "recusal"
NOTICE, FREQUENCY, LIMIT, RESERVED, REVIEW = "notice", "meetings a year", "delegated up to", "reserved", "review"
PROXIES = "hours for proxies"
REQUIRED, LAPSE, WITHOUT_A_MEETING = "votes to require", "days to agree", "without a meeting"
KINDS = (
    QUORUM, QUORUM_INCLUDES, MORE_THAN, AT_LEAST, CASTING_VOTE, DEPUTIES, ABSTENTION, RECUSAL, NOTICE, FREQUENCY,
    LIMIT, RESERVED, REVIEW, PROXIES, REQUIRED, LAPSE, WITHOUT_A_MEETING,
)  # fmt: skip

MORE = "more than"
VOTING, ENTITLED = BASES = "those voting", "those entitled to vote"
CHAIR, NOBODY = CASTERS = "the chair", "nobody"
NOT_COUNTED, AGAINST = ABSTAINING = "not counted", "counted against"
OUT_OF_BOTH, IN_THE_QUORUM, IN_BOTH = RECUSED = (
    "not counted for quorum or vote",
    "counted for the quorum, without a vote",
    "counted for both",
)
IF_ALL_AGREE, NEVER = UNMET = "if all agree", "never"

RESERVED_TO = "the members", "the practices", "the board"

FIGURE, FRACTION, MATTER = "number", "of", "matter"


@dataclass(frozen=True)
class Shape:
    """What a kind of rule is told by: the figures and the matter that it needs, and the words that `who` may be.

    `several` says that terms may have more than one of the kind, each for a matter or a category of its own.
    """

    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    needs_who: bool = False
    several: bool = False


SHAPES: dict[str, Shape] = {
    QUORUM: Shape(needs=(FIGURE,), takes=(FRACTION,), words=("", MORE)),
    QUORUM_INCLUDES: Shape(needs=(FIGURE,), words=SEATS, needs_who=True, several=True),
    MORE_THAN: Shape(needs=(FIGURE, FRACTION), takes=(MATTER,), words=BASES, needs_who=True, several=True),
    AT_LEAST: Shape(needs=(FIGURE, FRACTION), takes=(MATTER,), words=BASES, needs_who=True, several=True),
    CASTING_VOTE: Shape(words=CASTERS, needs_who=True),
    DEPUTIES: Shape(needs=(FIGURE,)),
    ABSTENTION: Shape(words=ABSTAINING, needs_who=True),
    RECUSAL: Shape(words=RECUSED, needs_who=True),
    NOTICE: Shape(needs=(FIGURE,)),
    FREQUENCY: Shape(needs=(FIGURE,)),
    LIMIT: Shape(needs=(FIGURE, MATTER), several=True),
    RESERVED: Shape(needs=(MATTER,), words=RESERVED_TO, needs_who=True, several=True),
    REVIEW: Shape(needs=(FIGURE,)),
    PROXIES: Shape(needs=(FIGURE,)),
    REQUIRED: Shape(needs=(FIGURE, FRACTION)),
    LAPSE: Shape(needs=(FIGURE,)),
    WITHOUT_A_MEETING: Shape(words=UNMET, needs_who=True),
}


Key = tuple[str, str, str]


def key_of(rule: Any) -> Key:
    """What a rule is about: of two that are about the same, one alone holds.

    A majority is one whether told as more than or as at least so many; rules of one kind may stand side by side for a
    matter, or for a category of seat, of their own.
    """
    return same_kind(rule.what), (rule.matter or "").casefold(), rule.who if rule.what == QUORUM_INCLUDES else ""


def same_kind(what: str) -> str:
    return AT_LEAST if what == MORE_THAN else what


def words_of_each() -> dict[str, str]:
    """Each word that says who or how, with the kinds of rule that it is for: those voting (majority of more than)."""
    kinds: dict[str, list[str]] = {}
    for kind, shape in SHAPES.items():
        for word in filter(None, shape.words):
            kinds.setdefault(word, []).append(kind)
    return {word: f"{word} ({', '.join(each)})" for word, each in kinds.items()}


def sentence_of(rule: Any) -> str:
    """What a rule says: The quorum is four voting members. Special matters need at least 3 of every 4 votes."""
    return SENTENCES[rule.what](rule)


def _fraction(rule: Any) -> str:
    return f"{rule.number}/{rule.of}"


def _quorum(rule: Any) -> str:
    if rule.of:
        most = f"{rule.who} " if rule.who else ""
        return f"The quorum is {most}{_fraction(rule)} of the members who may vote"
    return f"The quorum is {counted(rule.number, 'voting member')}"


def _majority(rule: Any) -> str:
    about = f"{rule.matter[0].upper()}{rule.matter[1:]}" if rule.matter else "A decision"
    how = "more than" if rule.what == MORE_THAN else "at least"
    return f"{about} needs the votes of {how} {_fraction(rule)} of {rule.who}"


def _deputies(rule: Any) -> str:
    return f"A member may send {counted(rule.number, 'deputy', 'deputies')}" if rule.number else "No deputy may be sent"


SENTENCES = {
    QUORUM: _quorum,
    QUORUM_INCLUDES: lambda rule: f"A quorum includes {counted(rule.number, f'{rule.who} seat')} at least",
    MORE_THAN: _majority,
    AT_LEAST: _majority,
    CASTING_VOTE: lambda rule: f"Where votes are equal, {rule.who} has a casting vote",
    DEPUTIES: _deputies,
    ABSTENTION: lambda rule: f"Whoever abstains is {rule.who}",
    RECUSAL: lambda rule: f"Whoever has a conflict is {rule.who}",
    NOTICE: lambda rule: f"Notice of a meeting is {counted(rule.number, 'clear day')}",
    FREQUENCY: lambda rule: f"It meets at least {counted(rule.number, 'time')} a year",
    LIMIT: lambda rule: f"It may decide on {rule.matter} up to £{rule.number:,}",
    RESERVED: lambda rule: f"{rule.matter[0].upper()}{rule.matter[1:]} is reserved to {rule.who}",
    REVIEW: lambda rule: f"The terms are reviewed every {counted(rule.number, 'month')}",
    PROXIES: lambda rule: f"Proxies are due {counted(rule.number, 'hour')} of working days before a meeting",
    REQUIRED: lambda rule: f"Members with {_fraction(rule)} of the votes may require a written resolution",
    LAPSE: lambda rule: f"A written resolution lapses after {counted(rule.number, 'day')}, that of its sending one",
    WITHOUT_A_MEETING: lambda rule: f"Without a meeting, decisions are taken {rule.who}",
}
