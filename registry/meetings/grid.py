"""Who came, as a grid: people down, and the items of the meeting across."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from registry.doors import Listing
from registry.meetings import keys, proceedings, queries
from registry.meetings.bars import bars_at
from registry.meetings.counting import Counting
from registry.meetings.keys import Key
from registry.meetings.models import LEFT, PRESENT, Item, Meeting
from registry.meetings.quorum import Quorum, Standing
from registry.meetings.restricted import RESTRICTED
from registry.meetings.voices import is_of_members, titles_of

Line = dict[str, Any]

AWAY = "–"
CONFLICT = "Conflict of interest"


def attendance_of(meeting: Meeting, hidden: Collection[str] = ()) -> Listing:
    """Everybody who was expected or is marked, and how each attended each item; of the items, the quorum of each.

    Of the `hidden` items, by their refs, it does not say what they are, nor who has a conflict.
    """
    seated = queries.seats_that_day(meeting)
    counting = Counting(meeting, seated)
    quorums = counting.quorums(hidden) if meeting.attendance_is_recorded else {}
    titles = titles_of(seated)
    expected = [person for voice in counting.voices for person in voice.holders]
    people = dict.fromkeys([*titles, *expected, *(mark.person for mark in counting.marks)])
    lines = [
        {"person": person, "name": counting.names[person], "seats": titles.get(person, [])}
        | _attended(meeting, person, quorums)
        for person in people
    ]
    return Listing(lines, **_summary(counting, quorums, hidden))


def keyed_in(meeting: Meeting, person: str) -> str:
    """How somebody attended, as it would be keyed in; nothing where no mark is on record."""
    numbers = sorted(item.place for item in meeting.items)
    return keys.written(_keys(meeting, person), numbers)


def as_ruled(meeting: Meeting) -> dict[str, Line]:
    """Of those who are to leave for some items, by their refs: how they are keyed in if all goes as it was ruled."""
    numbers = {item.ref: item.place for item in meeting.items}
    leaving: dict[str, dict[int | None, Key]] = {}
    for bar in bars_at(meeting):
        if not bar.stays and (number := numbers.get(bar.item_ref)):
            told = leaving.setdefault(bar.person_ref, {None: Key(PRESENT)})
            told[number] = Key(LEFT, number)
    order = sorted(numbers.values())
    return {ref: {"attended": keys.written(told, order), "reason": CONFLICT} for ref, told in leaving.items()}


def _keys(meeting: Meeting, person: str) -> dict[int | None, Key]:
    numbers: dict[str | None, int | None] = {None: None, **{item.ref: item.place for item in meeting.items}}
    mine = [each for each in meeting.attendances if each.person_ref == person and each.item_ref in numbers]
    return {(number := numbers[each.item_ref]): Key(each.mark, number, each.at) for each in mine}


def _attended(meeting: Meeting, person: str, quorums: Mapping[str | None, Quorum]) -> Line:
    mine = [each for each in meeting.attendances if each.person_ref == person]
    standing = {ref: _standing(person, quorum) for ref, quorum in quorums.items()}
    return {
        "attended": keyed_in(meeting, person),
        "how": next((each.how for each in mine if each.how), ""),
        "comes_as": "; ".join(_comes_as(meeting, person, standing)),
        "reason": next((each.reason for each in mine if each.reason), ""),
        "cells": list(_cells(meeting, _keys(meeting, person), standing)),
    }


def _comes_as(meeting: Meeting, person: str, standing: Mapping[str | None, Standing | None]) -> Iterable[str]:
    """For whom somebody came: members in general meeting, or the holder in whose place she was counted."""
    mine = [each for each in meeting.representations if each.person_ref == person]
    deputy = (each.comes_as for each in standing.values() if each and each.comes_as)
    return [f"{each.right} for {each.member.names_on(meeting.on)}" for each in mine] or [*deputy][:1]


def _standing(person: str, quorum: Quorum) -> Standing | None:
    return next((each for each in quorum.people if each.person == person), None)


def _cells(
    meeting: Meeting, marks: Mapping[int | None, Key], standing: Mapping[str | None, Standing | None]
) -> Iterator[Line]:
    before = ""
    for item in meeting.items:
        key, told = marks.get(item.place) or marks.get(None), standing.get(item.ref)
        counted = {"counted": bool(told and told.counted), "why": told.why if told else ""}
        yield _cell(item.place, key, before) | counted
        before = key.mark if key else ""


def _cell(number: int, key: Key | None, before: str) -> Line:
    """One item for one person: the key, once for as long as she was away, and what it stands for."""
    if key is None:
        return {"item": number, "key": "", "word": "not marked"}
    at = f" at {key.at}" if key.at and key.item else ""
    is_still_away = key.mark == LEFT and before == LEFT
    shown = AWAY if is_still_away else keys.LETTERS[key.mark]
    return {"item": number, "key": shown, "word": "away" if is_still_away else f"{key.mark}{at}"}


def _summary(counting: Counting, quorums: Mapping[str | None, Quorum], hidden: Collection[str]) -> Line:
    meeting = counting.meeting
    return {
        "meeting": meeting.called,
        "meeting_ref": meeting.ref,
        "body_ref": meeting.body_ref,
        "general": is_of_members(meeting),
        "chairs": proceedings.chairs_in_words(meeting),
        "quorum": quorums[None].sentence if quorums else "",
        "agenda": [_of_item(counting, item, quorums.get(item.ref), item.ref in hidden) for item in meeting.items],
    }


def _of_item(counting: Counting, item: Item, quorum: Quorum | None, is_hidden: bool) -> Line:
    title = RESTRICTED if is_hidden else item.title
    told: Line = {"number": item.place, "title": title, "heading": {"text": str(item.place)}}
    if quorum is None:
        return told | {"counted": None, "quorate": None, "sentence": "", "remedies": []}
    left = [remedy._asdict() for remedy in counting.remedies(quorum)]
    counted = {"counted": quorum.counted, "quorate": quorum.quorate, "sentence": quorum.sentence}
    return told | counted | {"remedies": left}
