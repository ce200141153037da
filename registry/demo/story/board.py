"""The board: its seats, its articles and terms, and the seven seats of the networks' clinical directors."""

from datetime import date

from registry.decisions import commands as decisions
from registry.decisions.models import ADOPTED, APPOINTED, APPROVED, POLL, WRITTEN, Decision
from registry.demo.facts import people as facts
from registry.demo.facts.networks import SEVEN
from registry.demo.story import constitution, directors, general_meeting, minuting, rules, wording
from registry.demo.story.bodies import FOUNDED
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.meetings import commands as meetings
from registry.meetings.models import APOLOGIES, DECIDE, LAST_MINUTES, NOTE, ORDINARY, PRESENT, SPECIAL
from registry.seats import commands as seats
from registry.seats.models import ACD, CHAIR, DIRECTOR, LAY, OFFICER, Seat
from registry.terms import commands as terms
from registry.terms.models import TERMS_OF_REFERENCE, Terms

EXECUTIVE = facts.NOMINEES["C82038"]
PROPOSED, RESOLVED, FILLED = date(2020, 1, 14), date(2020, 2, 25), date(2020, 4, 1)
BOARD_ROOM = "Board room, Leicester"


def tell(cast: Cast) -> None:
    cast.it_is(2019, 12, 6)
    constitution.adopt_the_first(cast)
    _fill_first_seats(cast)
    directors.before_the_books(cast)
    first = {"circulated": FOUNDED, "on": FOUNDED, "since": FOUNDED}
    _adopt_terms(cast, "1.0", quorum=2, words="Two", networks=False, **first)
    _propose_seats(cast)
    minuting.in_january_2020(cast)
    _call_the_members(cast)
    general_meeting.tell(cast)
    _resolve_seats(cast)
    _fill_network_seats(cast)
    minuting.in_march_2020(cast)


def _fill_first_seats(cast: Cast) -> None:
    for key, title, kind, votes, told in (
        ("chair", "Chair", CHAIR, 1, facts.CHAIR),
        ("lay", "Lay director", LAY, 1, facts.LAY_DIRECTOR),
        ("executive", "Executive director", DIRECTOR, 1, EXECUTIVE),
        ("secretary", "Company secretary", OFFICER, 0, facts.COMPANY_SECRETARY),
    ):
        seat = cast.seats[key] = seats.establish(
            body=cast.bodies["board"],
            title=title,
            kind=kind,
            votes=votes,
            director=votes > 0,
            since=FOUNDED,
            by=cast.secretary,
        )
        text = f"RESOLVED that {told.name} be appointed {title.lower()}."
        resolve(cast, "members", APPOINTED, text, FOUNDED, route=WRITTEN, seat=seat, person=cast.person(told))


def _adopt_terms(
    cast: Cast,
    version: str,
    *,
    circulated: date,
    quorum: int,
    words: str,
    networks: bool,
    on: date,
    since: date,
    **more: object,
) -> Terms:
    drafted = terms.circulate(
        body=cast.bodies["board"],
        kind=TERMS_OF_REFERENCE,
        title="Terms of reference of the Board of Directors",
        version=version,
        circulated=circulated,
        owner="Company secretary",
        sections=wording.board(words, networks=networks),
        provisions=rules.board(quorum),
        review_due=since.replace(year=since.year + 2),
        by=cast.secretary,
    )
    text = f"RESOLVED that version {version} of the board's terms of reference be adopted from {since:%-d %B %Y}."
    resolve(cast, "board", ADOPTED, text, on, since=since, terms=drafted, **more)
    return drafted


def attended(cast: Cast, meeting: str, marks: dict[str, str]) -> None:
    """The company secretary was at every meeting of the board."""
    of_all = marks | {facts.COMPANY_SECRETARY.name: PRESENT}
    lines = [{"person": cast.people[name], "item": None, "mark": mark} for name, mark in of_all.items()]
    meetings.record_attendance(cast.meetings[meeting], lines=lines, by=cast.secretary)


def _propose_seats(cast: Cast) -> None:
    cast.it_is(2020, 1, 3)
    cast.meetings["proposal"] = meeting = meetings.convene(
        body=cast.bodies["board"],
        on=PROPOSED,
        begins="13:00",
        place=BOARD_ROOM,
        notice_given=date(2020, 1, 3),
        items=[
            {"title": "Declarations of interest", "purpose": NOTE},
            {"title": "Seats for the networks", "purpose": DECIDE, "proposed": "A seat for each network."},
        ],
        by=cast.secretary,
    )
    cast.it_is(2020, 1, 14, 16)
    present = {facts.CHAIR.name: PRESENT, EXECUTIVE.name: PRESENT, facts.LAY_DIRECTOR.name: APOLOGIES}
    attended(cast, "proposal", present)
    text = "RESOLVED that the members be asked to create a seat for the clinical director of each network."
    mover = cast.person(facts.CHAIR)
    resolve(cast, "board", APPROVED, text, PROPOSED, meeting=meeting, item=2, mover=mover, votes_for=2)


def _call_the_members(cast: Cast) -> None:
    cast.it_is(2020, 2, 26)
    cast.meetings["general"] = meetings.convene(
        body=cast.bodies["members"],
        on=RESOLVED,
        begins="19:00",
        place="Wigston",
        notice_given=date(2020, 2, 3),
        items=[
            {
                "title": "Seats for the clinical directors",
                "purpose": DECIDE,
                "resolution": ORDINARY,
                "proposed": "That seven seats be created, one for each network’s clinical director.",
            },
            {
                "title": "Articles of association: special resolution",
                "purpose": DECIDE,
                "resolution": SPECIAL,
                "proposed": "That version 2.0 of the articles of association be adopted.",
            },
        ],
        by=cast.secretary,
    )


def _resolve_seats(cast: Cast) -> None:
    """On a poll, for which the hands had been too few."""
    meeting = cast.meetings["general"]
    text = "RESOLVED as an ordinary resolution that seven seats be created, one for each network's clinical director."
    decision = resolve(
        cast,
        "members",
        APPROVED,
        text,
        RESOLVED,
        route=POLL,
        meeting=meeting,
        item=1,
        votes_for=219,
        votes_against=90,
        abstained=22,
        since=FILLED,
    )
    for code in SEVEN:
        cast.seats[code] = _network_seat(cast, code, decision)
    constitution.amend_the_articles(cast, meeting, item=2)


def _network_seat(cast: Cast, code: str, decision: Decision) -> Seat:
    network = cast.bodies[code]
    return decisions.establish_seat(
        decision,
        body=cast.bodies["board"],
        title=f"Clinical director, {network.name.title().replace('Pcn', 'PCN').replace(' And ', ' and ')}",
        kind=ACD,
        votes=1,
        director=True,
        constituency=network,
        appointed_by=cast.bodies["board"],
        requirements="The Accountable Clinical Director of the network",
        since=FILLED,
        by=cast.secretary,
    )


def _fill_network_seats(cast: Cast) -> None:
    cast.it_is(2020, 3, 18)
    cast.meetings["filling"] = meeting = meetings.convene(
        body=cast.bodies["board"],
        on=date(2020, 3, 17),
        begins="13:00",
        place=BOARD_ROOM,
        notice_given=date(2020, 3, 6),
        items=[
            {"title": "Terms of reference", "purpose": DECIDE},
            {"title": "Clinical directors", "purpose": DECIDE},
            {"title": "Minutes of 14 January 2020", "purpose": DECIDE, "standing": LAST_MINUTES},
        ],
        by=cast.secretary,
    )
    attended(cast, "filling", dict.fromkeys((facts.CHAIR.name, facts.LAY_DIRECTOR.name, EXECUTIVE.name), PRESENT))
    held = {"meeting": meeting, "votes_for": 3}
    more = {"item": 1, **held}
    _adopt_terms(
        cast, "2.0", circulated=date(2020, 3, 6), quorum=4, words="Four", networks=True, on=meeting.on, since=FILLED,
        **more,
    )  # fmt: skip
    for code in SEVEN:
        told = facts.CLINICAL_DIRECTORS[code]
        text = f"RESOLVED that {told.name} be appointed to the seat of {cast.bodies[code].name} from 1 April 2020."
        filled = {"seat": cast.seats[code], "person": cast.person(told), "since": FILLED, "item": 2}
        resolve(cast, "board", APPOINTED, text, meeting.on, **filled, **held)
