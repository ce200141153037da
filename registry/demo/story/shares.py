"""The shares: £1 for every 1,000 patients, held by one nominee for each practice."""

from datetime import date

from registry.demo.facts.list_sizes import PATIENTS
from registry.demo.facts.people import NOMINEES
from registry.demo.facts.practices import MEMBERS
from registry.demo.story.cast import Cast
from registry.members import commands as members
from registry.practices.models import ADDRESS

ENTERED = date(2015, 4, 1)
A_POUND = 100
UNPUBLISHED_PATIENTS = 5_000
"""For Two Shires, of whose list no size is on file; a fiction of this demonstration."""


def tell(cast: Cast) -> None:
    cast.it_is(2019, 12, 5)
    cast.ordinary = members.create_class(
        name="Ordinary",
        nominal=A_POUND,
        votes_per_share=1,
        rights="One vote a share on a poll; equal in dividends and on a winding up.",
        by=cast.secretary,
    )
    for code in MEMBERS:
        _admit(cast, code)


def _admit(cast: Cast, code: str) -> None:
    nominee, entry = cast.person(NOMINEES[code]), cast.practices[code]
    member = members.admit(
        holders=[nominee],
        address=entry.told(ADDRESS, ENTERED).replace("\n", ", "),
        entered=ENTERED,
        practice=entry,
        by=cast.secretary,
    )
    shares = round(PATIENTS.get(code, UNPUBLISHED_PATIENTS) / 1000)
    members.allot(member, share_class=cast.ordinary, shares=shares, on=ENTERED, paid=A_POUND, by=cast.secretary)
    cast.members[code] = member
