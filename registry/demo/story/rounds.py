"""Two rounds of declarations: one that is over, in which three never answered, and one that is under way."""

from datetime import date

from registry.db import db
from registry.demo.facts import people as facts
from registry.demo.story.cast import Cast
from registry.interests import commands as interests
from registry.interests.models import Interest
from registry.ledger import together
from registry.links import commands as links
from registry.links.models import Link
from registry.outbox import commands as outbox
from registry.outbox.models import WAITING, Letter
from registry.people import commands as people
from registry.people.models import Person
from registry.rounds import commands as rounds
from registry.rounds.models import ANNUAL, SIX_MONTHLY, Round

WITHOUT_ADDRESS = facts.NOMINEES["C82044"].name
LATE = facts.LAY_DIRECTOR.name
ANSWERED_IN_NOVEMBER = {
    10: ("C82001", "C82002", "C82009", "C82016"),
    11: ("C82021", "C82022", "C82038", "C82042", "C82048"),
    16: ("C82055", "C82066", "C82067", "C82079"),
}
"""By the day of November, the members whose nominees answered by their links."""


def in_may_2026(cast: Cast) -> None:
    cast.it_is(2026, 5, 1)
    round = rounds.open(
        title="Annual declarations 2026",
        kind=ANNUAL,
        opens=date(2026, 5, 1),
        due=date(2026, 5, 31),
        everyone=True,
        by=cast.secretary,
    )
    _give_addresses(cast, round)
    _write(cast, round)
    interests.confirm(cast.person(facts.COMPANY_SECRETARY), nothing=True, by=cast.secretary)


def remind(cast: Cast) -> None:
    cast.it_is(2026, 6, 2)
    _write(cast, db.session.query(Round).filter_by(kind=ANNUAL).one())


def in_june_2026(cast: Cast) -> None:
    """One answers late, by her own word; three never do, and it is closed."""
    cast.it_is(2026, 6, 24, 19)
    _answer(cast.people[LATE])
    cast.it_is(2026, 6, 30)
    round = db.session.query(Round).filter_by(kind=ANNUAL).one()
    rounds.close(round, closed=date(2026, 6, 30), by=cast.secretary)


def in_november_2026(cast: Cast) -> None:
    cast.it_is(2026, 11, 9)
    round = rounds.open(
        title="Six-monthly declarations, November 2026",
        kind=SIX_MONTHLY,
        opens=date(2026, 11, 9),
        due=date(2026, 11, 30),
        everyone=True,
        by=cast.secretary,
    )
    _write(cast, round)
    for day, codes in ANSWERED_IN_NOVEMBER.items():
        cast.it_is(2026, 11, day, 18)
        for code in codes:
            _answer(cast.person(facts.NOMINEES[code]))
    cast.it_is(2026, 11, 16, 19)
    on_paper = cast.person(facts.NOMINEES["C82098"])
    interests.confirm(on_paper, nothing=True, on=date(2026, 11, 13), by=cast.secretary)


def _give_addresses(cast: Cast, round: Round) -> None:
    """At a domain that is nobody's; one of them has none."""
    with together():
        for person in (each.person for each in round.asked):
            name = person.names[-1]
            if person.called != WITHOUT_ADDRESS:
                address = f"{name.forenames}.{name.surname}@example.com".lower().replace(" ", ".")
                people.give_address(person, email=address, by=cast.secretary)


def _write(cast: Cast, round: Round) -> None:
    """The demonstration sends nothing: its letters went by post."""
    rounds.remind(round, by=cast.secretary)
    for letter in db.session.query(Letter).filter_by(about_ref=round.ref, state=WAITING):
        outbox.note_sent(letter)


def _answer(person: Person) -> None:
    """By the link in the last letter."""
    link = db.session.query(Link).filter_by(person_ref=person.ref).order_by(Link.issued.desc()).first()
    assert link is not None
    declared = db.session.query(Interest).filter_by(person_ref=person.ref, until=None).count()
    with together():
        interests.confirm(person, nothing=not declared, by=links.use(link))
