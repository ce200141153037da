"""The shares: £1 for every 1,000 patients, held by one nominee for each practice, with what goes with them."""

from datetime import date

from registry.adherence import commands as adherence
from registry.allotments import commands as allotments
from registry.allotments.models import NEAREST
from registry.certificates import commands as certificates
from registry.control import commands as control
from registry.demo.facts.list_sizes import PATIENTS
from registry.demo.facts.people import NOMINEES
from registry.demo.facts.practices import MEMBERS
from registry.demo.story.bodies import FOUNDED
from registry.demo.story.cast import Cast
from registry.members import commands as members
from registry.nominees import commands as nominees
from registry.practices.models import ADDRESS

A_POUND = 100
HELD_BACK = 40
UNPUBLISHED_PATIENTS = 5_000
"""For Two Shires, of whose list no size is on file; a fiction of this demonstration."""
SIGNED, CERTIFIED, TESTED = date(2015, 4, 20), date(2015, 5, 12), date(2019, 12, 5)
WITHOUT_DEED = ("C82611", "C82649")
NOBODY = "Neither the articles nor the agreement gives anybody such a right, and the board knows of nobody who has it."


def tell(cast: Cast) -> None:
    cast.it_is(2019, 12, 5)
    cast.ordinary = members.create_class(
        name="Ordinary",
        nominal=A_POUND,
        votes_per_share=1,
        rights="One vote a share on a poll; equal in dividends and on a winding up.",
        by=cast.secretary,
    )
    allotments.set_formula(
        share_class=cast.ordinary,
        per_thousand=A_POUND,
        rounding=NEAREST,
        reserve=HELD_BACK,
        since=FOUNDED,
        by=cast.secretary,
    )
    for code in MEMBERS:
        _admit(cast, code)
    lots = [{"member": cast.members[code], "shares": shares_of(code)} for code in MEMBERS]
    allotments.subscribe(share_class=cast.ordinary, lots=lots, paid=A_POUND, by=cast.secretary)
    certificates.issue_all(on=CERTIFIED, by=cast.secretary)
    _state_that_nobody_controls(cast)


def shares_of(code: str) -> int:
    return round(PATIENTS.get(code, UNPUBLISHED_PATIENTS) / 1000)


def _admit(cast: Cast, code: str) -> None:
    nominee, practice = cast.person(NOMINEES[code]), cast.practices[code]
    address = practice.told(ADDRESS, FOUNDED).replace("\n", ", ")
    member = members.admit(holders=[nominee], address=address, entered=FOUNDED, by=cast.secretary)
    nominees.nominate(member, practice=practice, since=FOUNDED, by=cast.secretary)
    if code not in WITHOUT_DEED:
        adherence.record(member, signed=SIGNED, by=cast.secretary)
    cast.members[code] = member


def _state_that_nobody_controls(cast: Cast) -> None:
    answers = {name: False for name in ("board", "influence", "trust")}
    grounds = {f"{name}_grounds": NOBODY for name in answers}
    control.state(made=TESTED, on=TESTED, **answers, **grounds, by=cast.secretary)  # type: ignore[arg-type]
