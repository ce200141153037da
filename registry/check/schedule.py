"""The schedule of retention: how long the bytes of a paper are kept, by the room that printed it, on one page.

What a reader has of her own is none of the company's records, whatever room it comes from.
"""

from dataclasses import dataclass
from datetime import date

from registry.deadlines import months_from

A_YEAR = 12


@dataclass(frozen=True)
class Keeping:
    """How many months from the day that a paper was printed, and by what authority; without end, if none."""

    months: int | None
    authority: str

    def until(self, printed: date) -> date | None:
        """The first day on which it may go."""
        return None if self.months is None else months_from(printed, self.months).due


BOOKS = Keeping(None, "Companies Act 2006, s.113(1): the registers, and what proves their entries")
RECORDS = Keeping(10 * A_YEAR, "Companies Act 2006, ss.248(2) and 355(2): ten years at least")
INTERESTS = Keeping(6 * A_YEAR, "NHS England guidance, Managing Conflicts of Interest in the NHS: six years at least")

KEPT: dict[str, Keeping | None] = {
    "accounts": None,
    "errands": None,
    "people": None,
    "outbox": None,
    "links": None,
    "practices": None,
    "profiles": None,
    "structure": BOOKS,
    "company": BOOKS,
    "filings": BOOKS,
    "members": BOOKS,
    "nominees": BOOKS,
    "adherence": BOOKS,
    "allotments": BOOKS,
    "transfers": BOOKS,
    "capital": BOOKS,
    "certificates": BOOKS,
    "inspections": BOOKS,
    "control": BOOKS,
    "seats": BOOKS,
    "directors": BOOKS,
    "recruitment": None,
    "terms": BOOKS,
    "drafts": None,
    "comments": None,
    "deputies": RECORDS,
    "meetings": RECORDS,
    "proxies": RECORDS,
    "interests": INTERESTS,
    "declarations": INTERESTS,
    "rounds": INTERESTS,
    "reviews": INTERESTS,
    "gifts": INTERESTS,
    "disclosures": RECORDS,
    "authorisations": RECORDS,
    "conflicts": RECORDS,
    "votes": RECORDS,
    "decisions": RECORDS,
    "resolutions": RECORDS,
    "actions": RECORDS,
    "minutes": RECORDS,
    "compliance": RECORDS,
    "reorganisations": BOOKS,
    "openings": BOOKS,
    "audit": None,
    "check": None,
    "packs": RECORDS,
    "editions": RECORDS,
    "batches": None,
    "readings": None,
    "minute_books": RECORDS,
    "home": None,
}
"""The rooms in their order; of None, as long as the setting says for what passes."""

PASSING = {
    "actions.mine",
    "conflicts.mine",
    "gifts.mine",
    "interests.mine",
    "meetings.coming",
    "minutes.draft",
    "resolutions.drafted",
    "resolutions.drafts",
}
"""Papers that pass, though their room's are kept: drafts, and a reader's own."""


def keeping_of(door: str, passing: int) -> Keeping:
    """How long what a door prints is kept; of a room that there is no longer, for good."""
    kept = None if door in PASSING else KEPT.get(door.partition(".")[0], BOOKS)
    return kept or Keeping(passing, "No law asks for it: the registry’s own setting")
