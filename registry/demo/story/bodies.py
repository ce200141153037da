"""The bodies of the company, and how its practices were grouped over the years."""

from datetime import date

from registry.demo.facts import groupings, networks
from registry.demo.facts.practices import MEMBERS
from registry.demo.story.cast import Cast
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
    for number in range(1, groupings.AREAS + 1):
        note = f"One of three areas, {groupings.AREAS_ARE_NAMED}; the practices moved to hubs in 2017-18."
        _found(cast, f"Area {number}", AREA, FOUNDED, until=groupings.HUBS_SINCE, note=note)
    for name in groupings.LOCALITIES:
        note = "From the plan of 30 March 2017. No source lists a locality's practices."
        cast.bodies[name] = _found(cast, name, LOCALITY, groupings.LOCALITIES_PLANNED_ON, note=note)
    for hub in groupings.HUBS:
        _found_hub(cast, hub)


def _found_hub(cast: Cast, hub: groupings.Hub) -> None:
    body = _found(cast, hub.name, HUB, groupings.HUBS_SINCE, parent=cast.bodies[hub.locality])
    cast.bodies[f"{hub.name} hub"] = body
    for place in hub.places:
        if place.code is not None:
            _join(cast, body, place.code, groupings.HUBS_SINCE, note=f"Listed as {place.short_name}.")


def _found_networks(cast: Cast) -> None:
    for code in networks.SEVEN:
        name = networks.WHO[code][0]
        cast.bodies[code] = _found(
            cast, name, PCN, networks.AGREED_FROM, code=code, note="Began by agreement on 1 July 2019."
        )
    for spell in networks.SPELLS:
        if spell.first_day == networks.RECORDED_FROM and spell.practice_code in MEMBERS:
            _join(cast, cast.bodies[spell.network_code], spell.practice_code, networks.AGREED_FROM)


def _join(cast: Cast, body: Body, code: str, since: date, note: str = "") -> None:
    structure.join(body, practice=cast.practices[code], since=since, note=note, by=cast.secretary)
