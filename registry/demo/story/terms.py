"""Terms of reference of a hub, three times adopted, and of a network; what is out for comment and what is drafted."""

from datetime import date
from typing import Any

from registry.comments import commands as comments
from registry.comments.models import TAKEN_UP
from registry.decisions.models import ADOPTED
from registry.demo.facts import groupings, networks
from registry.demo.facts.people import CHAIR, COMPANY_SECRETARY, NOMINEES
from registry.demo.story import rules, wording
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.drafts import commands as drafts
from registry.structure.models import Body
from registry.terms import commands as terms
from registry.terms.models import TERMS_OF_REFERENCE, Terms
from registry.terms.queries import in_force

HUB = "Rutland"
NETWORK = "U67590"
OWNER = "Company secretary"


def tell(cast: Cast) -> None:
    cast.it_is(2020, 3, 20)
    _adopt_as_amended(cast)
    partners = [
        spell.practice_code
        for spell in networks.SPELLS
        if spell.network_code == NETWORK and spell.last_day is None and spell.practice_code in cast.members
    ]
    name = networks.WHO[NETWORK][0].title().replace("Pcn", "PCN")
    told = _told(cast, cast.bodies[NETWORK], partners, wording.network(name), rules.NETWORK)
    first = terms.circulate(version="1.0", circulated=date(2019, 6, 3), **told)
    _adopt(cast, NETWORK, first, date(2019, 7, 1))


def _adopt_as_amended(cast: Cast) -> None:
    """What was circulated had a quorum of four practices; the meeting made it three."""
    out = terms.circulate(
        version="0.9",
        circulated=date(2018, 4, 9),
        circulated_to="The practices of the hub, by e-mail",
        comments_by=date(2018, 4, 23),
        **_hub(cast, wording.hub(HUB, wording.HUB_AS_CIRCULATED), rules.hub(4)),
    )
    amended = {name: told for name, told in _hub(cast, wording.hub(HUB), rules.hub(3)).items() if name not in OF_BODY}
    words = "In clause 6.2, for “four practices” read “three practices”."
    first = terms.amend(
        out,
        version="1.0",
        amended=date(2018, 5, 1),
        amendments=words,
        mover=cast.person(NOMINEES[_hub_codes()[0]]),
        **amended,
    )
    _adopt(cast, f"{HUB} hub", first, date(2018, 5, 1))


def in_2024(cast: Cast) -> None:
    cast.it_is(2024, 6, 20)
    words = wording.hub(HUB, wording.HUB_IN_2024)
    second = terms.circulate(version="2.0", circulated=date(2024, 6, 3), **_hub(cast, words, rules.HUB_IN_2024))
    _adopt(cast, f"{HUB} hub", second, date(2024, 6, 20), since=date(2024, 7, 1))


def in_november_2026(cast: Cast) -> None:
    """The hub's third terms are adopted to take effect later; the board's next are out, and a network's drafted."""
    cast.it_is(2026, 11, 19)
    words = wording.hub(HUB, wording.HUB_IN_2024, wording.HUB_IN_2026)
    third = terms.circulate(version="3.0", circulated=date(2026, 11, 2), **_hub(cast, words, rules.HUB_IN_2026))
    _adopt(cast, f"{HUB} hub", third, date(2026, 11, 19), since=date(2027, 1, 1))
    _comment(cast, _put_out_the_boards(cast))
    _begin_the_networks(cast)


def _put_out_the_boards(cast: Cast) -> Terms:
    return terms.circulate(
        body=cast.bodies["board"],
        kind=TERMS_OF_REFERENCE,
        title="Terms of reference of the Board of Directors",
        version="2.1",
        circulated=date(2026, 11, 16),
        circulated_to="The directors, with the notice of the meeting in December",
        comments_by=date(2026, 12, 4),
        sections=wording.board("Five", networks=True),
        provisions=rules.board(5),
        owner=OWNER,
        by=cast.secretary,
    )


def _comment(cast: Cast, out: Terms) -> None:
    taken = comments.make(
        out, clause="6", text="Five of ten is half of us: is that too many in August?",
        person=cast.person(CHAIR), by=cast.secretary,
    )  # fmt: skip
    comments.answer(taken, outcome=TAKEN_UP, answer="No meeting is called in August from now on.", by=cast.secretary)
    comments.make(
        out, clause="8", text="Say what happens where the votes are equal.",
        person=cast.person(COMPANY_SECRETARY), by=cast.secretary,
    )  # fmt: skip


def _begin_the_networks(cast: Cast) -> None:
    body = cast.bodies[NETWORK]
    before = in_force(body, date(2026, 11, 19))
    assert before is not None
    draft = drafts.begin(body=body, kind=TERMS_OF_REFERENCE, terms=before, by=cast.secretary)
    words = "The network meets every second month, and by video between. A majority of its core practices is a quorum."
    boxes = {"version": "1.1", "sections-5-text": words}
    drafts.write(draft, was=draft.boxes, boxes=boxes, desk="", by=cast.secretary)


OF_BODY = ("body", "kind")


def _hub_codes() -> list[str]:
    hub = next(hub for hub in groupings.HUBS if hub.name == HUB)
    return [place.code for place in hub.places if place.code]


def _hub(cast: Cast, sections: list[dict[str, str]], provisions: list[rules.Told]) -> dict[str, Any]:
    return _told(cast, cast.bodies[f"{HUB} hub"], _hub_codes(), sections, provisions)


def _told(
    cast: Cast, body: Body, codes: list[str], sections: list[dict[str, str]], provisions: list[rules.Told]
) -> dict[str, Any]:
    table = [
        {"practice": cast.practices[code], "person": cast.person(NOMINEES[code]), "responsibility": "Representative"}
        for code in codes
    ]
    return {
        "body": body,
        "kind": TERMS_OF_REFERENCE,
        "title": f"Terms of reference of {body.name}",
        "sections": sections,
        "table": table,
        "provisions": provisions,
        "owner": OWNER,
        "by": cast.secretary,
    }


def _adopt(cast: Cast, key: str, version: Terms, on: date, *, since: date | None = None) -> None:
    later = f" from {since:%-d %B %Y}" if since else ""
    text = f"RESOLVED that version {version.version} of the terms of reference be adopted{later}."
    resolve(cast, key, ADOPTED, text, on, since=since or on, terms=version)
