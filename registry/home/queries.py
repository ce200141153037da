from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from registry.accounts.caller import Caller
from registry.audit.feed import Feed
from registry.audit.privacy import May
from registry.audit.queries import lacking, reach
from registry.db import db
from registry.doors import Duty, Found
from registry.interests.queries import own_declarations
from registry.people.models import Person
from registry.people.queries import person_of

RECENT = 8
SOON = timedelta(days=30)
MOST_OF_A_KIND = 50
"""How many of one kind a search tells; a longer answer wants better words."""

FIRST_STEPS = {
    "practice": ("practices.load", "Load the practices from the file that the NHS publishes"),
    "body": ("structure.found", "Found the company, its board and its other bodies"),
    "person": ("people.enter", "Enter the people whom the registers name"),
    "share_class": ("members.create_class", "Create a class of shares"),
    "member": ("members.admit", "Admit the first member"),
    "seat": ("seats.establish", "Establish the seats of the board"),
    "terms": ("drafts.begin", "Draft terms of reference"),
    "meeting": ("meetings.convene", "Convene a meeting"),
    "decision": ("decisions.log", "Log a decision"),
}
"""What an empty registry wants first: by the kind of document, the door that makes one, and what is done there."""

Line = dict[str, Any]


def first_steps() -> list[Line]:
    """The steps not yet taken, in the order in which they are best taken."""
    return [{"door": FIRST_STEPS[kind][0], "text": FIRST_STEPS[kind][1]} for kind in lacking(list(FIRST_STEPS))]


def recently_recorded(day: date, known: datetime | None, may: May) -> list[Line]:
    """The last few acts, for those who may read the ledger."""
    recent: list[Line] = Feed(reach(day, known), may)[:RECENT] if may("audit.read") else []
    return recent


def dated(duties: Iterable[Duty], day: date) -> list[Line]:
    """Duties with how they stand on a day."""
    return [vars(duty) | {"standing": standing(duty.due, day)} for duty in duties]


def standing(due: date | None, day: date) -> str | None:
    if due is None or due > day + SOON:
        return None
    if due >= day:
        return "soon"
    days = (day - due).days
    return f"{days:,} {'day' if days == 1 else 'days'} late"


def declarations_of_reader(account: Caller, day: date) -> Line | None:
    """What the reader last said of her own interests, and when she is next to say it; None if she is nobody here."""
    ref = person_of(account)
    person = db.session.get(Person, ref) if ref else None
    return own_declarations(person, day, private=True) if person else None


def grouped(found: Iterable[Found]) -> list[Line]:
    """What a search found, by kind, in the order of the rooms."""
    groups: dict[str, list[Found]] = {}
    for each in found:
        groups.setdefault(each.kind, []).append(each)
    return [
        {"kind": kind, "count": len(each), "found": [vars(one) for one in each[:MOST_OF_A_KIND]]}
        for kind, each in groups.items()
    ]
