"""What members declare: for someone close, not sure of what kind, long after leaving, and not yet to the end."""

from datetime import date

from sqlalchemy import select

from registry.accounts.permissions import MEMBER
from registry.db import db
from registry.declarations import commands as declarations
from registry.demo.facts import people as facts
from registry.demo.story.cast import Cast
from registry.interests import commands as interests
from registry.interests.models import CLOSE, FINANCIAL, INDIRECT, NOT_SURE, OWN, PRACTICE, Interest

LEFT_IN_2020 = facts.NOMINEES["C82036"]


def in_november_2026(cast: Cast) -> None:
    cast.it_is(2026, 11, 3)
    _declare_for_a_brother(cast)
    _declare_without_knowing_the_kind(cast)
    _declare_after_leaving(cast)
    _become_senior_partner(cast)
    _begin_and_leave_it(cast)


def _declare_for_a_brother(cast: Cast) -> None:
    interests.declare(
        cast.person(facts.NOMINEES["C82013"]),
        kind=INDIRECT,
        whose=CLOSE,
        relation="brother",
        nature=FINANCIAL,
        organisation="Soar Valley Software Ltd (fictional)",
        description="Sales director of a firm that sells appointment systems to practices",
        since=date(2026, 10, 31),
        dates="October 2026",
        topics=("contracts and services", "digital"),
        touches="The firm may bid when the federation next buys an appointment system.",
        by=cast.secretary,
    )


def _declare_without_knowing_the_kind(cast: Cast) -> None:
    interests.declare(
        cast.person(facts.NOMINEES["C82044"]),
        kind=NOT_SURE,
        whose=OWN,
        organisation="Gwash Valley Village Trust (fictional)",
        description="Trustee; the trust owns the car park that the practice uses",
        since=date(2026, 10, 12),
        topics=("premises",),
        by=cast.secretary,
    )


def _declare_after_leaving(cast: Cast) -> None:
    """Late, by somebody who no longer decides, of a practice that has merged since."""
    practice = cast.practices["C82036"]
    interests.declare(
        cast.person(LEFT_IN_2020),
        kind=FINANCIAL,
        whose=PRACTICE,
        organisation=practice.name_on(date(2019, 12, 1)),
        organisation_ref=practice.ref,
        description="Owner of a share in the building, which is let to the practice",
        since=date(2019, 12, 1),
        topics=("premises", "money"),
        by=cast.secretary,
    )


def _become_senior_partner(cast: Cast) -> None:
    theirs = select(Interest).where(Interest.person_ref == cast.person(facts.CHAIR).ref, Interest.kind == FINANCIAL)
    interest = db.session.scalars(theirs).one()
    told = interests.as_it_is_told(interest) | {
        "whose": OWN,
        "description": "Senior partner in the practice, which holds shares in the company",
    }
    interests.change(interest, **told, reason="Senior partner since 1 October 2026", by=cast.secretary)


def _begin_and_leave_it(cast: Cast) -> None:
    """Working papers, one of them the secretary's for somebody who telephoned: nothing of them is recorded."""
    boxes = {
        "kind": FINANCIAL,
        "organisation": "Welland Pharmacy (fictional)",
        "description": "Paid for advice, half a day a month",
        "whose": OWN,
        "since-day": "",
        "since-month": "8",
        "since-year": "2026",
        "public": "True",
    }
    declarations.begin(cast.person(facts.NOMINEES["C82056"]), boxes=boxes, by=cast.secretary)
    declarations.begin(cast.person(facts.NOMINEES["C82013"]), boxes=boxes, by=cast.accounts[MEMBER])
