"""Terms of reference of a hub, superseded once, and of a network, with their membership tables."""

from datetime import date

from registry.decisions.models import ADOPTED
from registry.demo.facts import groupings, networks
from registry.demo.facts.people import NOMINEES
from registry.demo.story import rules, wording
from registry.demo.story.board import resolve
from registry.demo.story.cast import Cast
from registry.structure.models import Body
from registry.terms import commands as terms
from registry.terms.models import TERMS_OF_REFERENCE

HUB = "Rutland"
NETWORK = "U67590"


def tell(cast: Cast) -> None:
    cast.it_is(2020, 3, 20)
    hub = next(hub for hub in groupings.HUBS if hub.name == HUB)
    codes = [place.code for place in hub.places if place.code]
    body = cast.bodies[f"{HUB} hub"]
    _adopt(cast, f"{HUB} hub", body, "1.0", codes, wording.hub(HUB), date(2018, 5, 1), provisions=rules.HUB)
    partners = [
        spell.practice_code
        for spell in networks.SPELLS
        if spell.network_code == NETWORK and spell.last_day is None and spell.practice_code in cast.members
    ]
    name = networks.WHO[NETWORK][0].title().replace("Pcn", "PCN")
    words, since = wording.network(name), date(2019, 7, 1)
    _adopt(cast, NETWORK, cast.bodies[NETWORK], "1.0", partners, words, since, provisions=rules.NETWORK)


def _adopt(
    cast: Cast,
    key: str,
    body: Body,
    version: str,
    codes: list[str],
    sections: list[dict[str, str]],
    since: date,
    *,
    provisions: list[rules.Told],
) -> None:
    table = [
        {"practice": cast.practices[code], "person": cast.person(NOMINEES[code]), "responsibility": "Representative"}
        for code in codes
    ]
    drafted = terms.draft(
        body=body,
        kind=TERMS_OF_REFERENCE,
        title=f"Terms of reference of {body.name}",
        version=version,
        sections=sections,
        table=table,
        provisions=provisions,
        review_due=date(2027, 1, 15),
        by=cast.secretary,
    )
    text = f"RESOLVED that version {version} of the terms of reference be adopted."
    resolve(cast, key, ADOPTED, text, since, terms=drafted)
