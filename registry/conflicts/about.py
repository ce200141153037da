"""What the items of a meeting are about, as the registers know their parties on the day of the meeting."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from registry.conflicts.matching import Matter, Party
from registry.db import db
from registry.meetings.models import Item, Meeting
from registry.practices.models import Practice
from registry.structure.models import Belonging
from registry.structure.queries import belongings_on


def matters_of(meeting: Meeting) -> dict[str, Matter]:
    """What each item is about, by its ref."""
    named: dict[str, list[tuple[str | None, str]]] = defaultdict(list)
    for party in meeting.parties:
        named[party.item_ref].append((party.party_ref, party.name))
    refs = {ref for told in named.values() for ref, _ in told if ref}
    parties = _parties(refs, meeting.on)
    return {
        item.ref: Matter(
            tuple(parties.get(ref or "") or Party(ref, name) for ref, name in named[item.ref]),
            item.topic,
            _words(item),
        )
        for item in meeting.items
        if item.withdrawn is None
    }


def _words(item: Item) -> str:
    return f"{item.title}. {item.proposed}"


def _parties(refs: Collection[str], day: date) -> dict[str, Party]:
    """The practices and bodies named, by the refs under which they were named."""
    wanted = select(Practice).where(Practice.ref.in_(refs)).options(selectinload(Practice.particulars))
    now = {practice.ref: practice.standing_on(day) for practice in db.session.scalars(wanted)}
    practices = {practice.ref for practice in now.values()}
    around: dict[str, dict[str, str]] = defaultdict(dict)
    within: dict[str, dict[str, str]] = defaultdict(dict)
    bodies: dict[str, str] = {}
    which = or_(Belonging.practice_ref.in_(practices), Belonging.body_ref.in_(refs))
    for each in belongings_on(day, which) if refs else ():
        practice = each.practice.standing_on(day)
        around[practice.ref][each.body_ref] = each.body.name
        within[each.body_ref][practice.ref] = practice.name_on(day)
        bodies[each.body_ref] = each.body.name
    told = {ref: Party(each.ref, each.name_on(day), around=around[each.ref]) for ref, each in now.items()}
    return told | {ref: Party(ref, name, within=within[ref]) for ref, name in bodies.items() if ref in refs}
