"""How the minutes put what the registers say. Pure: no books are asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from registry.meetings.models import ABSENT, APOLOGIES, FROM_ELSEWHERE, LEFT, LISTENING, PRESENT, RETURNED, TAKING_PART
from registry.wording import counted
from registry.wording import day as in_words


@dataclass(frozen=True)
class Mark:
    """How somebody attended an item, by its number, where that differed from the meeting as a whole."""

    number: int
    mark: str
    at: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Attended:
    """Somebody at a meeting: the seats or the right that she came by, and how she attended it, whole and in part.

    `mark` is None where nobody marked her.
    """

    name: str
    roles: Sequence[str]
    mark: str | None
    how: str = ""
    items: Sequence[Mark] = field(default_factory=list)

    @property
    def came(self) -> bool:
        return self.mark in TAKING_PART or any(each.mark in TAKING_PART for each in self.items)


def joined(parts: Iterable[str]) -> str:
    """A, B and C; those with commas of their own are set apart by semicolons."""
    said = list(parts)
    if any(", " in each for each in said):
        return "; ".join(said)
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def people_said(people: Sequence[Attended]) -> list[str]:
    """Who was there and in what place, who attended for what, and who was not there."""
    seated = [each for each in people if each.roles]
    present = [_present(each) for each in seated if each.came]
    attending = [_attending(each) for each in people if not each.roles and each.came]
    away = [each for each in people if not each.came]
    said = [f"Present: {joined(present) or 'nobody is marked'}."]
    if attending:
        said.append(f"In attendance: {joined(attending)}.")
    said.append(f"Apologies: {joined(each.name for each in away if each.mark == APOLOGIES) or 'none'}.")
    if absent := joined(each.name for each in away if each.mark == ABSENT):
        said.append(f"Absent: {absent}.")
    if unmarked := joined(each.name for each in seated if not each.came and each.mark is None):
        said.append(f"No attendance is on record of {unmarked}.")
    return said


def _present(person: Attended) -> str:
    return f"{person.name} ({', '.join(person.roles)}){_how(person)}{_only_for(person)}"


def _attending(person: Attended) -> str:
    return f"{person.name}{_how(person)}{_only_for(person)}"


def _how(person: Attended) -> str:
    return {FROM_ELSEWHERE: " from elsewhere", LISTENING: " listening only"}.get(person.how, "")


def _only_for(person: Attended) -> str:
    """For which items alone somebody came."""
    if person.mark in TAKING_PART:
        return ""
    numbers = [str(each.number) for each in person.items if each.mark in TAKING_PART]
    return f" for {'item' if len(numbers) == 1 else 'items'} {joined(numbers)}"


def movements_said(people: Sequence[Attended]) -> dict[int, list[str]]:
    """By an item's number, who left, was still away, came back, or attended it otherwise than the rest.

    Those of whom the same is to be said are named in one sentence.
    """
    moved: dict[int, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for person in people:
        was = Mark(0, "")
        for mark in person.items:
            is_still_out = was.mark == mark.mark == LEFT and mark.number == was.number + 1
            moved[mark.number][_moved(mark, is_still_out)].append(person.name)
            was = mark
    return {number: [_together(names, *how) for how, names in found.items()] for number, found in moved.items()}


def _together(names: Sequence[str], one: str, several: str) -> str:
    return f"{joined(names)} {one if len(names) == 1 else several}."


def _moved(mark: Mark, is_still_out: bool) -> tuple[str, str]:
    """What is said of one, and of several."""
    at, why = f" at {mark.at}" if mark.at else "", f" ({mark.reason})" if mark.reason else ""
    if is_still_out:
        return f"was still out of the meeting{why}", f"were still out of the meeting{why}"
    one, several = {
        PRESENT: ("attended for this item", "attended for this item"),
        APOLOGIES: ("had sent apologies for this item", "had sent apologies for this item"),
        ABSENT: ("was absent for this item", "were absent for this item"),
        LEFT: ("left the meeting", "left the meeting"),
        RETURNED: ("returned to the meeting", "returned to the meeting"),
    }[mark.mark]
    return f"{one}{at}{why}", f"{several}{at}{why}"


def quorum_said(sentence: str, quorate: bool | None) -> str:
    """There was a quorum: 3 of 4 with a vote counted; 3 needed (Terms of reference v2.0, clause 6)."""
    if quorate is None:
        return f"{sentence}."
    _, _, counted_how = sentence.partition(": ")
    return f"{'There was a quorum' if quorate else 'There was no quorum'}: {counted_how}."


def paper_said(letter: str, title: str, pages: int, *, is_late: bool) -> str:
    late = "; it came after the agenda was published" if is_late else ""
    return f"Paper {letter} was before the meeting: {title} ({counted(pages, 'page')}){late}."


def declared_said(name: str, nature: str, extent: str, notice: str | None) -> str:
    """What a director declared, as section 177 or 182 asks: that there is an interest, its nature and its extent."""
    by_notice = f", of which a notice had told: {notice}" if notice else ""
    what = "; ".join(filter(None, (nature, extent)))
    return f"{name} declared an interest{f': {what}' if what else ''}{by_notice}."


def put_to_the_vote_said(question: str) -> str:
    return f"Put to the vote: “{question.rstrip('.')}”."


def approval_said(minutes: str, version: int, corrections: Sequence[str], decision: str | None) -> str:
    corrected = f" with {counted(len(corrections), 'correction')}" if corrections else ""
    by = f" (decision {decision})" if decision else ""
    return f"The {minutes[:1].lower()}{minutes[1:]}, version {version}, were approved as a true record{corrected}{by}."


def correction_said(minutes: str, item: str, was: str, words: str) -> str:
    """How the later meeting's minutes put a correction of earlier ones."""
    return f"The {minutes[:1].lower()}{minutes[1:]} were corrected, {item}: “{was}” is to read “{words}”."


def meeting_said(
    *, body: str, is_general: bool, on: object, begins: str, place: str, joining: str, company: str, number: str
) -> list[str]:
    what = "general meeting" if is_general else f"meeting of {body}"
    registered = f" (company number {number})" if number else ""
    held = f"Minutes of a {what} of {company}{registered}, held on {in_words(on)} at {begins}, {place}."  # type: ignore[arg-type]
    return [held, *([f"Others took part from elsewhere: {joining}."] if joining else [])]
