"""The bodies of the company, and how its practices were grouped over the years."""

from datetime import date
from typing import Any

from registry.demo.facts import groupings, networks
from registry.demo.facts.practices import MEMBERS
from registry.demo.story.cast import Cast
from registry.ledger import together
from registry.reorganisations import commands as reorganisations
from registry.structure import commands as structure
from registry.structure.models import AREA, BOARD, COMPANY, GENERAL_MEETING, HUB, LOCALITY, MEMBER_FORUM, PCN, Body

FOUNDED = date(2015, 4, 1)
FICTION = "The day is invented for this demonstration."


def tell(cast: Cast) -> None:
    cast.it_is(2019, 12, 3)
    _found_company(cast)
    _found_groupings(cast)
    cast.it_is(2019, 12, 4)
    _found_networks(cast)
    _note_what_the_sources_leave_open(cast)


def _found(cast: Cast, name: str, kind: str, since: date, **more: object) -> Body:
    return structure.found(name=name, kind=kind, since=since, by=cast.secretary, **more)  # type: ignore[arg-type]


def _found_company(cast: Cast) -> None:
    company = _found(cast, "The Federation", COMPANY, FOUNDED, code="FED", note=FICTION)
    cast.bodies["company"] = company
    for key, name, kind, code in (
        ("members", "General Meeting", GENERAL_MEETING, "GM"),
        ("board", "Board of Directors", BOARD, "BOARD"),
        ("forum", "Member Forum", MEMBER_FORUM, "FORUM"),
    ):
        cast.bodies[key] = _found(cast, name, kind, FOUNDED, parent=company, code=code, note=FICTION)


def _found_groupings(cast: Cast) -> None:
    _introduce(cast, "Three areas", AREA, FOUNDED, source=groupings.HUBS_PAGE, dates="before 2017–18; no day is given")
    for number in range(1, groupings.AREAS + 1):
        note = f"One of three areas, {groupings.AREAS_ARE_NAMED}."
        _found(cast, f"Area {number}", AREA, FOUNDED, note=note)
    planned = groupings.LOCALITIES_PLANNED_ON
    _introduce(cast, "Four localities", LOCALITY, planned, source=groupings.PLAN, dates="as planned that day")
    for name in groupings.LOCALITIES:
        note = "From the plan of 30 March 2017. No source lists a locality's practices."
        cast.bodies[name] = _found(cast, name, LOCALITY, planned, note=note)
    with together():
        _regroup_into_hubs(cast)


def _regroup_into_hubs(cast: Cast) -> None:
    """The six hubs take the place of the three areas: each answers to the locality that its towns lie in."""
    for hub in groupings.HUBS:
        parent = cast.bodies[hub.locality]
        cast.bodies[f"{hub.name} hub"] = _found(cast, hub.name, HUB, groupings.HUBS_SINCE, parent=parent)
    reorganisations.regroup(
        name="Six locality hubs",
        kind=HUB,
        replaces=AREA,
        places=[
            {"practice": cast.practices[place.code], "body": hub.name, "code": None}
            for hub in groupings.HUBS
            for place in hub.places
            if place.code is not None
        ],
        least=35_000,
        most=60_000,
        on=groupings.HUBS_SINCE,
        dates="in the course of 2017–18; no day is given, so the hubs stand from its end",
        source=groupings.HUBS_PAGE,
        by=cast.secretary,
    )


def _introduce(cast: Cast, name: str, kind: str, since: date, **told: Any) -> None:
    structure.introduce(name=name, kind=kind, since=since, **told, by=cast.secretary)


def _note_what_the_sources_leave_open(cast: Cast) -> None:
    for total in groupings.POPULATIONS:
        structure.report(**vars(total), by=cast.secretary)
    for text, source in groupings.NOTES:
        structure.flag(text=text, source=source, noted=date(2019, 12, 4), by=cast.secretary)


def _found_networks(cast: Cast) -> None:
    agreed = {"source": groupings.NETWORKS_PAGE, "least": 30_000, "most": 50_000}
    _introduce(cast, "Seven primary care networks", PCN, networks.AGREED_FROM, **agreed)
    for code in networks.SEVEN:
        name = networks.WHO[code][0]
        cast.bodies[code] = _found(
            cast, name, PCN, networks.AGREED_FROM, code=code, note="Began by agreement on 1 July 2019."
        )
    for spell in networks.SPELLS:
        if spell.first_day == networks.RECORDED_FROM and spell.practice_code in MEMBERS:
            _join(cast, cast.bodies[spell.network_code], spell.practice_code, networks.AGREED_FROM)


def _join(cast: Cast, body: Body, code: str, since: date) -> None:
    structure.join(body, practice=cast.practices[code], since=since, by=cast.secretary)
