"""The lines of this room's registers: plain values, as at a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from registry.db import db
from registry.disclosures.effect import ONLY_DIRECTOR, Effect, duty_under, lateness
from registry.disclosures.models import Disclosure, InterestNotice
from registry.disclosures.standing import Directing
from registry.meetings.models import Meeting
from registry.meetings.restricted import title_for_all

Line = dict[str, Any]


def notice_line(notice: InterestNotice, effect: Effect, directing: Directing, day: date) -> Line:
    met = notice.given_at or (notice.read_at if notice.read_at and notice.read_at.on <= day else None)
    return {
        "ref": notice.ref,
        "rev": notice.rev,
        "title": notice.called,
        "person": notice.person.name_on(day),
        "person_ref": notice.person_ref,
        "kind": notice.kind,
        "is_general": notice.is_general,
        "organisation": notice.organisation,
        "organisation_ref": notice.organisation_ref,
        "transaction": notice.transaction,
        "entered": notice.entered,
        "arose": notice.arose,
        "nature": notice.nature,
        "extent": notice.extent,
        "since": notice.since,
        "until": notice.until if notice.until and notice.until <= day else None,
        "meeting": met and met.called,
        "meeting_ref": met and met.ref,
        "item": met and _number(met, notice.read_item_ref),
        "state": effect.words,
        "awaits": effect.awaits,
        "marks": _marks(notice, directing),
    } | _earlier(notice.earlier_ref)


def disclosure_lines(found: Iterable[Disclosure], directing: Directing) -> Iterator[Line]:
    for each in found:
        on, item = each.meeting.on, each.item
        yield {
            "ref": each.ref,
            "rev": each.rev,
            "title": f"Interest declared by {each.person.name_on(on)}",
            "person": each.person.name_on(on),
            "person_ref": each.person_ref,
            "meeting": each.meeting.called,
            "meeting_ref": each.meeting_ref,
            "number": item.place,
            "item": f"{item.place}. {title_for_all(each.meeting, item)}",
            "nature": each.nature or (each.notice.nature if each.notice else ""),
            "extent": each.extent or (each.notice.extent if each.notice else ""),
            "notice": each.notice and each.notice.called,
            "notice_ref": each.notice_ref,
            "duty": duty_under(on, each.entered),
            "arose": each.arose,
            "marks": _marks(each, directing),
        } | _earlier(each.earlier_ref)


def _marks(each: InterestNotice | Disclosure, directing: Directing) -> list[str]:
    """What a reader should notice about a declaration."""
    directed = each.entered is not None and each.person_ref in directing.on(each.entered)
    late = lateness(each.made, each.entered, each.arose, directed=directed)
    alone = ONLY_DIRECTOR if directing.on(each.made) == {each.person_ref} else ""
    return [words for words in (late, alone) if words]


def _number(meeting: Meeting, item_ref: str | None) -> int | None:
    return next((item.place for item in meeting.items if item.ref == item_ref), None)


def _earlier(ref: str | None) -> Line:
    """What a further declaration corrects or completes: its words, and where it is."""
    found = ref and (db.session.get(InterestNotice, ref) or db.session.get(Disclosure, ref))
    door = "notice" if isinstance(found, InterestNotice) else "disclosure"
    return {"earlier": found.called if found else None, "earlier_ref": ref, "earlier_door": f"disclosures.{door}"}
