from datetime import date
from itertools import zip_longest
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.practices.changes import Change
from registry.practices.models import (
    ADDRESS,
    COMMISSIONER,
    NAME,
    PARTICULARS,
    STATUS,
    Branch,
    Loaded,
    Particular,
    Practice,
)
from registry.practices.proposals import Proposal
from registry.wording import day as in_words

ACTIVE, OPEN, CLOSED = "active", "open", "closed"
MOST_LEFT_OUT_NAMED = 20


def practices_on(day: date) -> list[dict[str, Any]]:
    """Every practice opened by a day, in the order of their codes; one that has closed since says so."""
    was_ever = or_(Practice.closed.is_(None), Practice.opened.is_(None), Practice.closed > Practice.opened)
    opened = and_(or_(Practice.opened.is_(None), Practice.opened <= day), was_ever)
    whole = selectinload(Practice.particulars), selectinload(Practice.list_sizes)
    found = db.session.scalars(select(Practice).where(opened).options(*whole).order_by(Practice.code))
    return [line_of(practice, day) for practice in found]


def practice_on(practice: Practice, day: date) -> dict[str, Any]:
    """One practice, with all that was true of it by a day and since when."""
    return line_of(practice, day) | {
        "particulars": [line for what in PARTICULARS for line in spells_of(practice, what, day)],
        "list_sizes": [
            {"on": size.on, "patients": size.patients, "source": size.source}
            for size in practice.list_sizes
            if size.on <= day
        ],
        "branches": [branch_line(branch, day) for branch in practice.branches if branch.since <= day],
        "became": became(practice, day),
    }


def branch_line(branch: Branch, day: date) -> dict[str, Any]:
    was = db.session.get(Practice, branch.was_ref) if branch.was_ref else None
    ended = branch.last_day if branch.until and branch.until <= day else None
    told = {"code": branch.code, "name": branch.name, "since": branch.since, "last_day": ended}
    return told | {"was": was and was.name_on(branch.since), "was_code": was and was.code}


def became(practice: Practice, day: date) -> str:
    """What has become of a practice that is no more one of its own, in words."""
    if practice.never_opened:
        return "There was no such practice: it was entered in error."
    if practice.merged_into is None or practice.merged is None or day < practice.merged:
        return ""
    return (
        f"Merged into {practice.merged_into.code} {practice.merged_into.name_on(day)} on {in_words(practice.merged)}."
    )


def line_of(practice: Practice, day: date) -> dict[str, Any]:
    closed = (practice.opened is None or practice.opened <= day) and not practice.is_open(day)
    return {
        "ref": practice.ref,
        "code": practice.code,
        "name": practice.name_on(day),
        "address": one_line(practice.told(ADDRESS, day)),
        "commissioner": practice.told(COMMISSIONER, day),
        "opened": practice.opened,
        "last_day": practice.last_day if closed else None,
        "patients": practice.patients_on(day),
        "state": CLOSED if closed else state_on(practice, day),
    }


def state_on(practice: Practice, day: date) -> str:
    """A practice that has not closed is open, or whatever else the NHS calls it: dormant, proposed."""
    begun = any(spell.what == STATUS and spell.since <= day for spell in practice.particulars)
    status = practice.told(STATUS, day) if begun else ACTIVE
    return OPEN if status in (ACTIVE, "") else status


def spells_of(practice: Practice, what: str, day: date) -> list[dict[str, Any]]:
    """The spells of one particular that had begun by a day, first to last."""
    spells = sorted((p for p in practice.particulars if p.what == what and p.since <= day), key=lambda p: p.since)
    return [spell_line(spell, after) for spell, after in zip_longest(spells, spells[1:])]


def spell_line(spell: Particular, after: Particular | None) -> dict[str, Any]:
    return {
        "what": spell.what,
        "value": one_line(spell.value),
        "from": since_in_words(spell.since, spell.known_by),
        "to": last_day_in_words(spell, after) if after else None,
        "since": spell.since,
        "last_day": spell.last_day if after else None,
        "known_by": spell.known_by,
    }


def since_in_words(since: date, known_by: date | None) -> str:
    """When something began, as well as it is known: the files date no change of name or address."""
    if known_by is None:
        return in_words(since)
    if since == known_by:
        return f"Known by {in_words(known_by)}"
    return f"{in_words(since)} or later, known by {in_words(known_by)}"


def last_day_in_words(spell: Particular, after: Particular) -> str:
    return f"{in_words(spell.last_day)}{' or earlier' if after.known_by else ''}"


def one_line(value: Any) -> Any:
    return value.replace("\n", ", ") if isinstance(value, str) else value


def practices_named(words: str, day: date) -> list[tuple[str, str]]:
    """The code, and the name on a day, of each practice with that code, its own or a branch's, or ever so named."""
    has_all = (Particular.value.icontains(word, autoescape=True) for word in words.split())
    named = Practice.particulars.any(and_(Particular.what == NAME, *has_all))
    coded = or_(Practice.code == words.upper(), Practice.branches.any(Branch.code == words.upper()))
    found = select(Practice).where(or_(coded, named)).order_by(Practice.code)
    practices = db.session.scalars(found.options(selectinload(Practice.particulars)))
    return [(practice.code, practice.name_on(day)) for practice in practices]


def files_loaded(day: date) -> list[dict[str, Any]]:
    """The published files loaded that tell of days up to one, the latest first."""
    up_to = select(Loaded).where(Loaded.as_at <= day)
    found = db.session.scalars(up_to.order_by(Loaded.as_at.desc(), Loaded.ref.desc()))
    return [
        {"ref": f.ref, "what": f.what, "as_at": f.as_at, "name": f.name, "lines": f.lines, "sha256": f.sha256}
        for f in found
    ]


def preview_of(proposal: Proposal, told: dict[str, str], day: date) -> dict[str, Any]:
    """A proposal in plain values; of what is new, only that it is. `told` are a file's own names."""
    names = told | {code: practice.name_on(day) for code, practice in proposal.register.items()}
    first = {change.subject for change in proposal.changes if change.is_first}
    new = [change for change in proposal.changes if change.is_first]
    changed = [change for change in proposal.changes if change.subject not in first]
    return {
        "counts": str(proposal.counts),
        "news": proposal.news,
        "new": [change_line(change, names) for change in new],
        "changed": [change_line(change, names) for change in changed],
        "missing": [{"code": p.code, "name": names[p.code]} for p in proposal.missing],
        "left_out": proposal.left_out[:MOST_LEFT_OUT_NAMED],
        "left_out_beside": max(0, len(proposal.left_out) - MOST_LEFT_OUT_NAMED),
    }


def change_line(change: Change, names: dict[str, str]) -> dict[str, Any]:
    return {
        "code": change.code,
        "name": names[change.code],
        "what": change.what,
        "before": plain(change.before),
        "after": plain(change.after),
        "since": since_in_words(change.since, change.known_by),
    }


def plain(value: Any) -> str | None:
    match value:
        case None:
            return None
        case date():
            return in_words(value)
        case int():
            return f"{value:,}"
        case _:
            return one_line(value)
