"""What a chair may do about a conflict, and what each way comes to. Pure."""

from dataclasses import dataclass

from registry.meetings.quorum import counts, may_vote

NOTED, NO_VOTE, LEFT, NO_PAPERS, AWAY, STOOD_DOWN = TREATMENTS = (
    "noted",
    "may speak, without a vote",
    "leaves for the item",
    "leaves, and has no papers",
    "does not come to the meeting",
    "stands down as chair, and leaves",
)


@dataclass(frozen=True)
class Handling:
    """What a treatment means: whether one may vote, is in the room, and has the papers; and how minutes put it."""

    votes: bool
    stays: bool
    has_papers: bool
    minuted: str


HANDLING = {
    NOTED: Handling(True, True, True, "stayed, and took part as before"),
    NO_VOTE: Handling(False, True, True, "stayed and might speak, and did not vote"),
    LEFT: Handling(False, False, True, "left for the item, and did not vote"),
    NO_PAPERS: Handling(False, False, False, "had no papers on the item, left for it, and did not vote"),
    AWAY: Handling(False, False, False, "did not come to the meeting, had no papers on the item, and did not vote"),
    STOOD_DOWN: Handling(False, False, True, "stood down as chair for the item, left, and did not vote"),
}
EXPLAINED = {
    NOTED: "Noted: no real conflict; takes part, is counted and votes",
    NO_VOTE: "May stay and speak, without a vote",
    LEFT: "Leaves for the item",
    NO_PAPERS: "Leaves for the item, and has no papers on it",
    AWAY: "Does not come to the meeting",
    STOOD_DOWN: "Stands down as chair for the item, and leaves",
}


def is_counted(treatment: str, recusal: str) -> bool:
    """Whether somebody with a conflict that is confirmed counts towards the quorum of the item.

    `treatment` is "" before the chair has chosen: until then nothing says that the conflict is not real. Whoever is
    not in the room counts under no rule; whoever stays, as the rule in force has it (Model Articles, art. 14).
    """
    if treatment == NOTED:
        return True
    return (not treatment or HANDLING[treatment].stays) and counts(True, recusal)


def has_vote(treatment: str, recusal: str) -> bool:
    """Whether somebody with a conflict that is confirmed has a vote on the item."""
    if treatment == NOTED:
        return True
    return (not treatment or HANDLING[treatment].votes) and may_vote(True, recusal)
