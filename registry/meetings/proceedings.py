"""What a meeting has before it and who takes part in it, as its page and its paper tell them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from registry.files import Receipt, receipts
from registry.meetings import rules
from registry.meetings.models import AgendaPaper, Item, Meeting
from registry.meetings.quorum import Quorum
from registry.meetings.restricted import RESTRICTED
from registry.meetings.voices import names_of, titles_of

Lines = list[dict[str, Any]]
Quorums = Mapping[str | None, Quorum]

NOTHING: Mapping[str, str] = MappingProxyType({})


def agenda_of(
    meeting: Meeting, quorums: Quorums, hidden: Collection[str] = (), kept: Mapping[str, str] = NOTHING
) -> Lines:
    """The items in their order; of the `hidden` ones, no more than that they are there.

    Of an item whose papers are `kept` from the reader, it has none, but says why.
    """
    wanted = [0 if item.withdrawn else item.time_wanted for item in meeting.items]
    starts = zip(meeting.items, rules.starts(meeting.begins, wanted), strict=True)
    presenters = names_of({item.presenter_ref for item in meeting.items if item.presenter_ref}, meeting.on)
    papers = papers_of(meeting)
    return [
        _item(meeting, item, presenters, is_hidden=item.ref in hidden)
        | {"papers": [] if item.ref in {*hidden, *kept} else papers[item.ref], "kept": kept.get(item.ref, "")}
        | {
            "starts": start,
            "quorum": quorums[item.ref].sentence if quorums else None,
            "quorate": quorums[item.ref].quorate if quorums else None,
        }
        for item, start in starts
    ]


def _item(meeting: Meeting, item: Item, presenters: Mapping[str, str], *, is_hidden: bool) -> dict[str, Any]:
    said = {
        "meeting_ref": meeting.ref,
        "ref": item.ref,
        "number": item.place,
        "reference": item.reference,
        "purpose": item.purpose,
        "time_wanted": item.time_wanted,
        "restricted": item.restricted,
        "withdrawn": item.withdrawn,
        "standing": item.standing,
    }
    if is_hidden:
        nothing = {"presenter": None, "proposed": "", "resolution": "", "topic": "", "awaits_paper": False}
        return said | nothing | {"title": RESTRICTED, "hidden": True, "parties": []}
    return said | {
        "title": item.title,
        "hidden": False,
        "presenter": item.presenter_ref and presenters[item.presenter_ref],
        "proposed": item.proposed,
        "resolution": item.resolution,
        "topic": item.topic,
        "awaits_paper": item.awaits_paper,
        "parties": parties_of(meeting, item),
    }


def parties_of(meeting: Meeting, item: Item) -> Lines:
    about = (each for each in meeting.parties if each.item_ref == item.ref)
    return [{"party_ref": each.party_ref, "name": each.name} for each in sorted(about, key=lambda each: each.name)]


def papers_of(meeting: Meeting) -> Mapping[str, Lines]:
    """The papers of each item in their order; `sent_as` is the document that one was turned into a PDF from."""
    received = receipts(paper.sha256 for paper in meeting.papers)
    authors = names_of({paper.author_ref for paper in meeting.papers if paper.author_ref}, meeting.on)
    papers: dict[str, Lines] = defaultdict(list)
    for paper in sorted(meeting.papers, key=lambda paper: rules.in_order(paper.letter)):
        by = {"author": authors.get(paper.author_ref or "", paper.author_named)}
        papers[paper.item_ref].append(_paper(paper) | by | {"sent_as": _sent_as(received.get(paper.sha256))})
    return papers


def _paper(paper: AgendaPaper) -> dict[str, Any]:
    told = {"letter": paper.letter, "title": paper.title, "pages": paper.pages, "file_name": paper.file_name}
    return told | {"ref": paper.ref, "meeting_ref": paper.meeting_ref, "late": paper.late}


def _sent_as(receipt: Receipt | None) -> str | None:
    return receipt.sent_name if receipt and receipt.sent_sha256 else None


def attendance_of(meeting: Meeting, seated: Lines) -> Lines:
    """Everyone marked, those who hold seats first in the order of the seats; then how they attended some items."""
    titles = titles_of(seated)
    marked = {mark.person_ref for mark in meeting.attendances}
    names = names_of(marked, meeting.on)
    order = [ref for ref in titles if ref in marked] + sorted(marked - titles.keys(), key=names.__getitem__)
    return [
        {"person": ref, "name": names[ref], "seats": titles.get(ref, []), **_attended(meeting, ref)} for ref in order
    ]


def _attended(meeting: Meeting, person: str) -> dict[str, Any]:
    """How a person attended the meeting as a whole, and the items where that differed."""
    numbers = {item.ref: item.place for item in meeting.items}
    marks = [mark for mark in meeting.attendances if mark.person_ref == person]
    whole = next((mark for mark in marks if mark.item_ref is None), None)
    by_item = sorted((numbers[mark.item_ref], mark) for mark in marks if mark.item_ref in numbers)
    return {
        "mark": whole.mark if whole else None,
        "reason": whole.reason if whole else "",
        "items": [f"{mark.mark} for item {number}{_at(mark.at)}{_why(mark.reason)}" for number, mark in by_item],
    }


def _at(time: str) -> str:
    return f" at {time}" if time else ""


def _why(reason: str) -> str:
    return f" ({reason})" if reason else ""


def chairs_in_words(meeting: Meeting) -> list[str]:
    """Who took the chair: of the meeting first, then of single items."""
    numbers = {item.ref: item.place for item in meeting.items}
    told = {numbers.get(each.item_ref or "", 0): each for each in meeting.chairings}
    return [
        f"{each.person.name_on(meeting.on)}{f' for item {number}' if number else ''}"
        f"{f' ({each.reason})' if each.reason else ''}"
        for number, each in sorted(told.items())
    ]
