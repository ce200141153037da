from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from string import ascii_uppercase

from registry.law import rule
from registry.meetings.models import LEFT, RETURNED

NOTICE_BY_DEFAULT = "Model Articles, art. 9"

Mark = tuple[str, str | None, str]
"""A person's ref, an item's (None for the meeting as a whole), and how the person attended it."""


@rule("Model Articles, art. 5", field="on")
def body_exists(founded: date, ended: date | None, on: date) -> bool:
    """A body meets and decides only while it exists: from the day it was founded, and before the day it ended."""
    return founded <= on and (ended is None or on < ended)


@rule("Model Articles, art. 9", field="notice_given")
def notice_comes_before(notice_given: date | None, on: date) -> bool:
    """Notice says when a meeting is to be, so it is given on the day of the meeting at the latest."""
    return notice_given is None or notice_given <= on


@rule("Companies Act 2006, s.248", field="lines")
def meeting_has_come(on: date, today: date) -> bool:
    """The minutes record what happened: attendance is recorded on the day of the meeting or after it."""
    return on <= today


@rule("Companies Act 2006, s.248", field="meeting")
def apologies_come_before(on: date, today: date, is_recorded: bool) -> bool:
    """Apologies are given on the day of the meeting at the latest, {on}; then attendance is recorded as it was."""
    return today <= on and not is_recorded


@rule("Companies Act 2006, s.248", field="comes_after_all")
def withdrawn_once_given(are_given: bool, comes_after_all: bool) -> bool:
    """Who can come after all had sent apologies before: there are none of this person’s."""
    return are_given or not comes_after_all


@rule("Companies Act 2006, s.248", field="lines")
def marked_once(marks: Sequence[Mark]) -> bool:
    """A person attends in one way: once for the meeting as a whole, and once for an item where that differs."""
    return len({(person, item) for person, item, _ in marks}) == len(marks)


@rule("Model Articles, art. 10(1)", field="lines")
def left_some_item(marks: Iterable[Mark]) -> bool:
    """A person takes part in each part of a meeting or does not: who left is marked so for the items missed."""
    return all(item is not None for _, item, mark in marks if mark in (LEFT, RETURNED))


@rule("Model Articles, art. 10(1)", field="lines")
def returned_after_leaving(marks: Iterable[tuple[str, int]]) -> bool:
    """Who returns to a meeting has left it, and who leaves it was there: L and R take turns, item after item."""
    turns = [mark for mark, item in sorted(marks, key=lambda each: each[1]) if mark in (LEFT, RETURNED)]
    return all(mark == (RETURNED if place % 2 else LEFT) for place, mark in enumerate(turns))


@rule("Companies Act 2006, s.248", field="lines")
def times_run_on(times: Sequence[str]) -> bool:
    """Times run on from when the meeting began, {times}: nobody leaves before that, nor returns before leaving."""
    return list(times) == sorted(times)


@rule("Companies Act 2006, s.318", field="member")
def represents_a_member(is_member: bool) -> bool:
    """Somebody comes for a member who is one on the day of the meeting, by the register of members."""
    return is_member


@rule("Companies Act 2006, s.318", field="member")
def members_meet_in_general_meeting(is_of_members: bool) -> bool:
    """Members have proxies and representatives in general meeting; in other meetings they have none."""
    return is_of_members


@rule("Companies Act 2006, s.324", field="person")
def is_not_that_member(is_holder: bool) -> bool:
    """A member appoints another person to come: who comes as the member, or as one of the holders, needs no right."""
    return not is_holder


@rule("Model Articles, art. 11")
def is_quorate(present_voting: Collection[str], excluded: Collection[str], needed: int) -> bool:
    """Without a quorum, nothing is voted on but the calling of another meeting; it is counted item by item."""
    return len(set(present_voting) - set(excluded)) >= needed


@rule("Model Articles, art. 5")
def has_whom_a_quorum_includes(counted: Mapping[str, int], needed: Mapping[str, int]) -> bool:
    """Where terms say that a quorum includes some of a kind, it is none without them."""
    return all(counted.get(kind, 0) >= least for kind, least in needed.items())


@rule("Model Articles, art. 12(4)", field="person")
def chair_takes_part(is_there: bool) -> bool:
    """The chair of a meeting is one of those who take part in it: this person is not marked as present."""
    return is_there


@rule("Model Articles, art. 12(4)", field="reason")
def stands_in_for_a_reason(is_the_chair: bool, reason: str) -> bool:
    """Somebody else takes the chair when the chair is ten minutes late, away or stands down: say which."""
    return is_the_chair or bool(reason)


@rule("Model Articles, art. 13(2)")
def chair_may_cast(is_to_be_counted: bool) -> bool:
    """The chair has no casting vote on what, having a conflict, he or she is not to be counted for."""
    return is_to_be_counted


@rule("Model Articles, art. 14(7)")
def others_rule_on_the_chair(is_about_the_chair: bool, ruled_by_the_chair: bool) -> bool:
    """Whether the chair may take part is for the other directors to decide, without the chair."""
    return not (is_about_the_chair and ruled_by_the_chair)


def clear_days(notice_given: date, on: date) -> int:
    """Days between the giving of notice and the meeting, neither of the two counted (CA 2006, s.360(2))."""
    return max(0, (on - notice_given).days - 1)


def last_day_for_notice(on: date, notice_days: int) -> date:
    """The last day on which notice gives so many clear days."""
    return on - timedelta(days=notice_days + 1)


def letters(items: Sequence[str]) -> list[str]:
    """How papers are cited, given the item of each in the order they came: A, B1, B2.

    An item has a letter once it has a paper; its papers are numbered once there are several.
    """
    order, several, so_far = list(dict.fromkeys(items)), Counter(items), Counter[str]()
    cited = []
    for item in items:
        so_far[item] += 1
        cited.append(letter(order.index(item)) + (str(so_far[item]) if several[item] > 1 else ""))
    return cited


def letter(place: int) -> str:
    """A to Z, then AA to ZZ."""
    return ascii_uppercase[place % 26] * (place // 26 + 1)


def in_order(cited: str) -> tuple[int, str, int]:
    """By what papers are sorted: B2 before B10, and Z before AA."""
    letters = cited.rstrip("0123456789")
    return len(letters), letters, int(cited[len(letters) :] or 0)
