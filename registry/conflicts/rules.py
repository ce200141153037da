from datetime import date

from registry.conflicts.treatment import NOTED, STOOD_DOWN
from registry.law import rule

GUIDANCE = "NHS England guidance, Managing Conflicts of Interest in the NHS"


@rule(GUIDANCE, field="word")
def dismissal_says_why(word: str) -> bool:
    """A match that was found is dismissed only with a word that says why; both are kept."""
    return bool(word)


@rule(GUIDANCE, field="item")
def item_has_not_been_decided(on: date, today: date) -> bool:
    """People are asked before the meeting: this one is over."""
    return today <= on


@rule("Model Articles, art. 14(6)", field="ruling")
def ruling_says_why(treatment: str, ruling: str) -> bool:
    """A ruling that somebody has no real conflict, and is counted and votes, says why."""
    return treatment != NOTED or bool(ruling)


@rule("Model Articles, art. 12", field="treatment")
def only_the_chair_stands_down(is_chair: bool, treatment: str) -> bool:
    """Only whoever holds the seat of chair can stand down as chair."""
    return is_chair or treatment != STOOD_DOWN


@rule("Model Articles, art. 14(6)", field="treatment")
def conflict_is_confirmed(confirmed: bool) -> bool:
    """A treatment is chosen for a conflict that has been confirmed: confirm this one first."""
    return confirmed


@rule(GUIDANCE, field="person")
def is_declared_at_the_meeting(on: date, today: date) -> bool:
    """What somebody declared at a meeting is entered on the day of the meeting or after it."""
    return on <= today


@rule("Companies Act 2006, s.177", field="person")
def directors_disclose(is_of_directors: bool) -> bool:
    """What a director declares at a meeting of the directors is entered as a disclosure, with its nature and extent."""
    return not is_of_directors


@rule(GUIDANCE, field="person")
def was_at_the_meeting(present: bool) -> bool:
    """Only somebody who was at the meeting declares an interest there: the attendance does not have this person."""
    return present


@rule(GUIDANCE, field="person")
def takes_part_in_the_body(seated: bool) -> bool:
    """A conflict is that of somebody with a seat on the body on the day of the meeting: this person has none."""
    return seated


@rule(GUIDANCE, field="person")
def something_is_known(grounds: int) -> bool:
    """Nothing is found of this person’s interests in the item: enter what was told of them instead."""
    return grounds > 0
