"""What the prose of the demo's terms says that meetings are held to, as data, each rule by its clause."""

from typing import Any

from registry.decisions.constitution import OF_THE_AGREEMENT
from registry.structure.models import BOARD, GENERAL_MEETING
from registry.terms.provisions import (
    AT_LEAST,
    CASTING_VOTE,
    DEPUTIES,
    FREQUENCY,
    IN_BOTH,
    IN_THE_QUORUM,
    MORE,
    MORE_THAN,
    NOBODY,
    NOTICE,
    OUT_OF_BOTH,
    QUORUM,
    RECUSAL,
    RESERVED,
    RESERVED_TO,
    REVIEW,
    VOTING,
)

Told = dict[str, Any]

TO_THE_MEMBERS = RESERVED_TO[0]


def hub(quorum: int) -> list[Told]:
    return [
        {"what": QUORUM, "number": quorum, "clause": "6.2"},
        {"what": FREQUENCY, "number": 6, "clause": "6.1"},
        {"what": RECUSAL, "who": IN_BOTH, "clause": "7"},
        {"what": REVIEW, "number": 12, "clause": "10"},
    ]


HUB_IN_2024: list[Told] = [
    {"what": QUORUM, "number": 4, "clause": "6.2"},
    {"what": FREQUENCY, "number": 12, "clause": "6.1"},
    {"what": NOTICE, "number": 5, "clause": "6.3"},
    {"what": RECUSAL, "who": IN_BOTH, "clause": "7"},
    {"what": AT_LEAST, "number": 3, "of": 4, "who": VOTING, "matter": "spending", "clause": "8.2"},
    {"what": REVIEW, "number": 12, "clause": "10"},
]

HUB_IN_2026: list[Told] = [
    {"what": QUORUM, "number": 1, "of": 2, "who": MORE, "clause": "6.2"},
    {"what": FREQUENCY, "number": 12, "clause": "6.1"},
    {"what": NOTICE, "number": 5, "clause": "6.3"},
    {"what": DEPUTIES, "number": 1, "clause": "4.1"},
    {"what": RECUSAL, "who": IN_THE_QUORUM, "clause": "7"},
    {"what": AT_LEAST, "number": 3, "of": 4, "who": VOTING, "matter": "spending", "clause": "8.2"},
    {"what": REVIEW, "number": 24, "clause": "10"},
]

NETWORK: list[Told] = [
    {"what": QUORUM, "number": 1, "of": 2, "who": MORE, "clause": "6"},
    {"what": FREQUENCY, "number": 12, "clause": "6"},
    {"what": RECUSAL, "who": IN_THE_QUORUM, "clause": "7"},
    {"what": AT_LEAST, "number": 3, "of": 4, "who": VOTING, "matter": "the budget", "clause": "8"},
    {"what": AT_LEAST, "number": 3, "of": 4, "who": VOTING, "matter": "a practice’s leaving", "clause": "8"},
    {"what": REVIEW, "number": 24, "clause": "10"},
]


def board(quorum: int) -> list[Told]:
    return [
        {"what": QUORUM, "number": quorum, "clause": "6"},
        {"what": FREQUENCY, "number": 4, "clause": "6"},
        {"what": NOTICE, "number": 7, "clause": "6"},
        {"what": RECUSAL, "who": OUT_OF_BOTH, "clause": "7"},
        {"what": MORE_THAN, "number": 1, "of": 2, "who": VOTING, "clause": "8"},
        {"what": CASTING_VOTE, "who": NOBODY, "clause": "8"},
        {"what": REVIEW, "number": 24, "clause": "10"},
    ]


ARTICLES_OF_2020: list[Told] = [
    {"what": RESERVED, "who": TO_THE_MEMBERS, "matter": "the sale of the business", "over": BOARD, "clause": "5.1"},
    {"what": RESERVED, "who": TO_THE_MEMBERS, "matter": "winding up", "over": BOARD, "clause": "5.1"},
    {"what": MORE_THAN, "number": 1, "of": 2, "who": VOTING, "over": BOARD, "clause": "6.1"},
]

AGREEMENT: list[Told] = [
    {
        "what": AT_LEAST, "number": 3, "of": 4, "who": VOTING, "matter": OF_THE_AGREEMENT, "over": GENERAL_MEETING,
        "clause": "4",
    },
]  # fmt: skip
