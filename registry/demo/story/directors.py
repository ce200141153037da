"""Who directs in law, what was filed of it, and the networks' own clinical directors."""

from datetime import date
from typing import Any

from registry.db import db
from registry.decisions.models import APPOINTED as APPOINTED_TO
from registry.decisions.models import ENDED
from registry.demo.facts import people as facts
from registry.demo.facts.networks import SEVEN
from registry.demo.story.bodies import FOUNDED
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve
from registry.directors import commands as directors
from registry.directors.models import Directorship
from registry.filings import commands as filings
from registry.recruitment import commands as recruitment
from registry.recruitment.models import ADVERTISED, APPOINTED, EXPRESSIONS, INTERVIEW, RECOMMENDED, SHORTLIST
from registry.seats import commands as seats
from registry.seats.models import ACD
from registry.seats.models import INTERIM as INTERIM_CAPACITY

FIRST = (facts.CHAIR, facts.LAY_DIRECTOR, facts.NOMINEES["C82038"])
SERVICE_ADDRESS = "1 Demonstration Way\nLeicester\nLE1 1AA"
OFFICE = "Company secretary"
SINCE, TERM = date(2019, 7, 1), 36
SHARED, INTERIM, LAGGING, RECRUITED = "U71931", "U09521", "U67590", "U12169"
"""The networks whose clinical director’s post is shared; was empty, and then filled meanwhile; has changed hands; was
filled in the open."""
RECRUITS = facts.NOMINEES["C82002"]


def before_the_books(cast: Cast) -> None:
    for told in FIRST:
        directors.bring_in(person=cast.person(told), since=FOUNDED, by=cast.secretary)


def of_the_networks(cast: Cast) -> None:
    """Seven directors more, told to the registrar in time; and the seats in their own networks."""
    cast.it_is(2020, 4, 2)
    for code in SEVEN:
        entered = _enter(cast, facts.CLINICAL_DIRECTORS[code], date(2020, 4, 1))
        filings.record(form="AP01", about=entered.ref, sent=date(2020, 4, 2), sent_by=OFFICE, by=cast.secretary)
    _fill_their_own_seats(cast)


def _enter(cast: Cast, told: facts.Person, since: date, *, verified: date | None = None) -> Directorship:
    return directors.appoint(
        person=cast.person(told),
        since=since,
        consented=since,
        declared=since,
        verified=verified,
        service_address=SERVICE_ADDRESS,
        country="England",
        nationality="British",
        occupation="Clinical director",
        by=cast.secretary,
    )


def _fill_their_own_seats(cast: Cast) -> None:
    for code in SEVEN:
        network = cast.bodies[code]
        seat = cast.seats[f"{code} own"] = seats.establish(
            body=network,
            title="Accountable Clinical Director",
            kind=ACD,
            constituency=network,
            appointed_by=network,
            requirements="A clinician of one of the network’s practices",
            term_months=TERM,
            carries_over=True,
            holders=2 if code == SHARED else 1,
            since=SINCE,
            by=cast.secretary,
        )
        person = cast.person(facts.CLINICAL_DIRECTORS[code])
        seats.appoint(seat, person=person, since=SINCE, how="election", by=cast.secretary)


def in_2022(cast: Cast) -> None:
    """A post is shared from now on; another is vacant for a month, and then filled meanwhile."""
    cast.it_is(2022, 5, 3)
    partner, meanwhile = cast.person(facts.NOMINEES["C82055"]), cast.person(facts.NOMINEES["C82016"])
    since = date(2022, 5, 1)
    seats.appoint(cast.seats[f"{SHARED} own"], person=partner, since=since, how="election", by=cast.secretary)
    seat = cast.seats[f"{INTERIM} own"]
    seats.retire(seat, until=date(2022, 4, 1), ended="resigned", by=cast.secretary)
    until = date(2022, 10, 1)
    seats.appoint(
        seat, person=meanwhile, since=since, until=until, how="co-option", capacity=INTERIM_CAPACITY, by=cast.secretary
    )
    cast.it_is(2022, 10, 3)
    seats.retire(seat, until=until, ended="term ended", by=cast.secretary)
    seats.appoint(
        seat, person=cast.person(facts.CLINICAL_DIRECTORS[INTERIM]), since=until, how="election", by=cast.secretary
    )


def in_2024(cast: Cast, successor: facts.Person) -> None:
    """One director for another, told to the registrar three days late."""
    cast.it_is(2024, 6, 19)
    left = db.session.query(Directorship).filter_by(
        person_ref=cast.person(facts.CLINICAL_DIRECTORS["U50165"]).ref
    ).one()  # fmt: skip
    directors.cease(left, until=date(2024, 6, 1), ended="resigned", by=cast.secretary)
    came = _enter(cast, successor, date(2024, 6, 1))
    for form, about in (("TM01", left.ref), ("AP01", came.ref)):
        filings.record(form=form, about=about, sent=date(2024, 6, 18), sent_by=OFFICE, by=cast.secretary)
    own = cast.seats["U50165 own"]
    seats.retire(own, until=date(2024, 6, 1), ended="resigned", by=cast.secretary)
    person = cast.person(successor)
    seats.appoint(own, person=person, since=date(2024, 6, 1), how="election", by=cast.secretary)


def in_2026(cast: Cast) -> None:
    """Identities are verified, but for one; and a network elects another whom the board’s seat does not yet follow."""
    cast.it_is(2026, 3, 11)
    for directorship in db.session.query(Directorship).filter_by(until=None).order_by(Directorship.ref):
        if directorship.person_ref != cast.person(facts.NOMINEES["C82038"]).ref:
            directors.verify(directorship, verified=date(2026, 3, 10), by=cast.secretary)


def in_october_2026(cast: Cast) -> None:
    cast.it_is(2026, 10, 2)
    own, since = cast.seats[f"{LAGGING} own"], date(2026, 10, 1)
    seats.appoint(own, person=cast.person(facts.NOMINEES["C82077"]), since=since, how="election", by=cast.secretary)


def recruit(cast: Cast) -> None:
    """From vacancy to seat: advertised, four came forward, two were seen, one was elected; one panellist stood down."""
    cast.it_is(2025, 1, 13)
    seat = cast.seats[f"{RECRUITED} own"]
    begun = recruitment.begin(
        seat, opened=date(2025, 1, 13), why="The clinical director leaves on 31 March 2025", closes=date(2025, 2, 7),
        by=cast.secretary,
    )  # fmt: skip
    panel: list[dict[str, Any]] = [{"person": cast.person(told)} for told in (facts.CHAIR, facts.LAY_DIRECTOR)]
    conflict = {"conflict": "Partner of a candidate", "handled": "Stood down, and did not score"}
    panel.append({"person": cast.person(facts.NOMINEES["C82009"])} | conflict)
    recruitment.name_panel(begun, panel=panel, by=cast.secretary)
    for day, what, count, note in (
        (date(2025, 1, 15), ADVERTISED, None, "To the practices of the network, and in the bulletin"),
        (date(2025, 2, 7), EXPRESSIONS, 4, ""),
        (date(2025, 2, 14), SHORTLIST, 2, ""),
        (date(2025, 2, 27), INTERVIEW, 2, "At Enderby"),
        (date(2025, 2, 28), RECOMMENDED, 1, "To the practices, who elect"),
    ):
        cast.it_is(day.year, day.month, day.day, 17)
        recruitment.reach(begun, what=what, on=day, candidates=count, note=note, by=cast.secretary)
    cast.it_is(2025, 3, 12)
    since, chosen = date(2025, 4, 1), cast.person(RECRUITS)
    seats.retire(seat, until=since, ended="resigned", by=cast.secretary)
    seats.appoint(seat, person=chosen, since=since, how="election", by=cast.secretary)
    recruitment.conclude(begun, outcome=APPOINTED, closed=date(2025, 3, 12), appointed=chosen, by=cast.secretary)
    _follow_on_the_board(cast, since)


def _follow_on_the_board(cast: Cast, since: date) -> None:
    """The board's seat follows: one director for another, told to the registrar in time."""
    cast.it_is(2025, 4, 2)
    left = facts.CLINICAL_DIRECTORS[RECRUITED]
    seat, came = cast.seats[RECRUITED], cast.person(RECRUITS)
    text = f"RESOLVED that {left.name} be thanked, and leave the board with 31 March 2025."
    resolve(cast, "board", ENDED, text, date(2025, 3, 31), since=since, seat=seat, until=since)
    text = f"RESOLVED that {RECRUITS.name} be appointed to the seat of {cast.bodies[RECRUITED].name}."
    resolve(cast, "board", APPOINTED_TO, text, date(2025, 3, 31), since=since, seat=seat, person=came)
    over = db.session.query(Directorship).filter_by(person_ref=cast.person(left).ref).one()
    directors.cease(over, until=since, ended="resigned", by=cast.secretary)
    entered = _enter(cast, RECRUITS, since)
    for form, about in (("TM01", over.ref), ("AP01", entered.ref)):
        filings.record(form=form, about=about, sent=date(2025, 4, 2), sent_by=OFFICE, by=cast.secretary)
