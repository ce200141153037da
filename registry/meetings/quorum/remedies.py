"""What can still be done about an item for which there is no quorum."""

from typing import NamedTuple

from registry.meetings.quorum.counting import Quorum
from registry.structure.models import BOARD, COMMITTEE, GENERAL_MEETING
from registry.wording import counted


class Remedy(NamedTuple):
    """Something that remains possible, and what says so."""

    sentence: str
    authority: str


CALL_ANOTHER = Remedy("Nothing may be voted on but the calling of another meeting", "Model Articles, art. 11(1)")
DEFER = Remedy(
    "The item may be deferred to a meeting with a quorum, which any director may call", "Model Articles, art. 9"
)
DISAPPLY = Remedy(
    "The members may by ordinary resolution let those who have a conflict be counted", "Model Articles, art. 14(3)(a)"
)
REFER_TO_MEMBERS = Remedy(
    "It may be referred to the members, who may by special resolution say what is to be done", "Model Articles, art. 4"
)
REFER_TO_DIRECTORS = Remedy("It may be referred to the directors, who delegated it", "Model Articles, art. 5")
CHOOSE_A_CHAIR = Remedy("Nothing may be done but to choose a chair of the meeting", "Model Articles, art. 38")
ADJOURN = Remedy(
    "The meeting is adjourned if no quorum comes within half an hour, or once it is lost", "Model Articles, art. 41(1)"
)
PANEL = Remedy(
    "A panel of people without a conflict may be convened to consider it, where the terms of reference allow that",
    "Good practice in the NHS",
)


def remedies(quorum: Quorum, kind: str, directors: int) -> list[Remedy]:
    """What remains possible for an item of a body of that `kind`, of a company with so many directors in all.

    Nothing needs to be said where there is a quorum, or where nothing says how many make one.
    """
    if quorum.quorate is not False:
        return []
    if kind == GENERAL_MEETING:
        return [CHOOSE_A_CHAIR, ADJOURN]
    if kind == BOARD and directors < (quorum.needed.count or 0):
        return [CALL_ANOTHER, _appoint(directors)]
    conflicted = any(each.conflicted and not each.counted for each in quorum.people)
    told = [CALL_ANOTHER, DEFER] if kind in (BOARD, COMMITTEE) else []
    told += [DISAPPLY] if conflicted and kind in (BOARD, COMMITTEE) else []
    told += [REFER_TO_MEMBERS if kind == BOARD else REFER_TO_DIRECTORS]
    return told + ([PANEL] if conflicted else [])


def _appoint(directors: int) -> Remedy:
    too_few = f"There are {counted(directors, 'director')}, too few to make a quorum"
    return Remedy(
        f"{too_few}: they may only appoint more, or call a general meeting so that the members can",
        "Model Articles, art. 11(3)",
    )
