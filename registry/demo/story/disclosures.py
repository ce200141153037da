"""Gifts and hospitality, weighed by a policy that the board adopted; and what directors gave notice of."""

from datetime import date
from typing import Any

from registry.decisions.models import APPROVED
from registry.demo.facts import people as facts
from registry.demo.facts.networks import SEVEN
from registry.demo.story.board import EXECUTIVE
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.disclosures import commands as disclosures
from registry.disclosures.models import CONNECTED, IN_BODY
from registry.gifts import commands as gifts
from registry.gifts.models import ACCEPTED, DECLINED, GIFT, HOSPITALITY, Gift

NURSE = facts.CLINICAL_DIRECTORS["U67590"]
DIAGNOSTICS = "Vale Diagnostics Ltd (fictional)"


def in_2021(cast: Cast) -> None:
    """A policy on gifts; and from the minutes of April, a notice that was read and what was declared of an item."""
    cast.it_is(2021, 8, 3)
    text = "RESOLVED that the policy on gifts and hospitality be adopted, with the amounts of NHS England’s guidance."
    decision = resolve(cast, "board", APPROVED, text, date(2021, 8, 3))
    gifts.adopt_policy(
        since=date(2021, 8, 3),
        from_supplier=6_00,
        from_others=50_00,
        declared_from=25_00,
        approved_above=75_00,
        resolution=f"board decision {decision.number}",
        by=cast.secretary,
    )
    _declare_at_the_meeting_of_april(cast)


def _declare_at_the_meeting_of_april(cast: Cast) -> None:
    meeting = cast.meetings["contract"]
    notice = disclosures.give(
        person=cast.person(NURSE),
        kind=CONNECTED,
        organisation="Mr Alan Hebblethwaite (fictional)",
        nature=f"Spouse, who is a director of {DIAGNOSTICS}",
        since=date(2021, 4, 9),
        by=cast.secretary,
    )
    disclosures.bring_up(notice, meeting=meeting, item=1, by=cast.secretary)
    for code in SEVEN:
        disclosures.declare(
            meeting,
            person=cast.person(facts.CLINICAL_DIRECTORS[code]),
            item=2,
            nature=f"Clinical director of {cast.bodies[code].name}, one of the networks that would contract",
            extent="The network’s share of the contract",
            by=cast.secretary,
        )


def in_october_2026(cast: Cast) -> None:
    """A hamper worth too much is declined, and a dinner is approved."""
    cast.it_is(2026, 10, 8)
    day, hamper = date(2026, 9, 14), "A hamper of wine and cheese"
    why = "It was worth more than the policy allows; the patient was thanked."
    _declare(cast, facts.CHAIR, GIFT, hamper, 62_50, day, outcome=DECLINED, why=why, declared_on=date(2026, 9, 21))
    dinner = "Dinner and a night’s stay at a conference"
    why = "She spoke on behalf of the federation."
    more = {"organisation": DIAGNOSTICS, "supplier": True, "why": why}
    gift = _declare(cast, EXECUTIVE, HOSPITALITY, dinner, 95_00, date(2026, 10, 5), **more)
    gifts.approve(gift, approver=cast.person(facts.CHAIR), approved_on=date(2026, 10, 7), by=cast.secretary)


def in_november_2026(cast: Cast) -> None:
    """A gift is declared late; and a director gives notice, to be read at the meeting that has just been called."""
    cast.it_is(2026, 11, 20, 16)
    why = "Given by the family after a bereavement; it would have hurt them to refuse."
    _declare(cast, NURSE, GIFT, "A fountain pen", 30_00, date(2026, 8, 3), estimated=True, why=why)
    disclosures.give(
        person=cast.person(facts.CLINICAL_DIRECTORS["U71931"]),
        kind=IN_BODY,
        organisation="Soar Valley Locums Ltd (fictional)",
        nature="Director and shareholder",
        extent="Half of the shares",
        since=date(2026, 11, 20),
        by=cast.secretary,
    )


def _declare(cast: Cast, told: facts.Person, kind: str, words: str, value: int, offered_on: date, **more: Any) -> Gift:
    facts_of: dict[str, Any] = {"organisation": "A patient", "supplier": False, "outcome": ACCEPTED} | more
    return gifts.declare(
        cast.person(told),
        kind=kind,
        description=words,
        value=value,
        offered_on=offered_on,
        by=cast.secretary,
        **facts_of,
    )
