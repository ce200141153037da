"""A sentence of the minutes that a register gives."""

from dataclasses import dataclass

WRITTEN = "written"
"""The source of what somebody wrote between the sentences."""

HEADING, CALLING, ATTENDANCE, QUORUM, PAPERS, INTERESTS, CONFIRMED, VOTE, DECISION, ACTION = (
    "heading", "calling", "attendance", "quorum", "papers", "interests", "confirmed", "vote", "decision", "action",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What it says, which `source` it is of, and where the fact is kept: a door, and the ref of a document.

    `label` is the number that stands before it. `after` says that it comes after what was discussed.
    """

    source: str
    text: str
    door: str
    ref: str = ""
    label: str = ""
    after: bool = False
