"""Resolutions without a meeting: one passed at the tipping share, one lapsed, one of the directors, one still open."""

from collections.abc import Iterator
from datetime import date

from registry import clock
from registry.db import db
from registry.decisions.effects import ASKED
from registry.decisions.models import APPROVED, OTHER
from registry.demo.story.cast import Cast
from registry.ledger import together
from registry.links import commands as links
from registry.links.models import Link
from registry.outbox import commands as outbox
from registry.outbox.models import WAITING, Letter
from registry.people.models import Person
from registry.resolutions import commands as resolutions
from registry.resolutions.counting import needed
from registry.resolutions.models import (
    AGREED,
    BY_POST,
    ON_PAPER,
    ORDINARY,
    REFUSED,
    SPECIAL,
    UNANIMOUSLY,
    Eligible,
    Resolution,
)

WHO_RENAMES = 15
"""How many members agreed to the change of name in time."""


def in_may_2021(cast: Cast) -> None:
    """Papers came until more than half had agreed, and two more after that."""
    cast.it_is(2021, 5, 6)
    text = "RESOLVED that the contract for extended hours with the seven networks be approved by the members."
    resolution = _circulate(cast, "members", ORDINARY, "Contract for extended hours", text, kind=APPROVED)
    before, tipping, after = _around_the_tipping_share(resolution)
    for place, each in enumerate(before):
        cast.it_is(2021, 5, 10 + place % 15, 11)
        _on_paper(cast, resolution, each, AGREED)
    cast.it_is(2021, 5, 28, 9, 40)
    _on_paper(cast, resolution, tipping, AGREED)
    cast.it_is(2021, 6, 1)
    for each in after[:2]:
        _on_paper(cast, resolution, each, AGREED)
    _on_paper(cast, resolution, after[2], REFUSED)


def _around_the_tipping_share(resolution: Resolution) -> tuple[list[Eligible], Eligible, list[Eligible]]:
    """Those with fewer votes than are needed, in the order of their folios; who makes them up; and the others."""
    agreed, needs = 0, needed(resolution.passes_as, resolution.total)
    for place, each in enumerate(resolution.voting):
        agreed += each.votes
        if agreed >= needs:
            return resolution.voting[:place], each, resolution.voting[place + 1 :]
    raise AssertionError("all of them together have the votes needed")


def in_july_2021(cast: Cast) -> None:
    """One paper came on the day after the last, and is kept as void."""
    cast.it_is(2021, 6, 26)
    text = "RESOLVED as a special resolution that the company’s name be changed to East Leicestershire GPs Limited."
    resolution = _circulate(cast, "members", SPECIAL, "Change of name", text, kind=OTHER)
    for place, each in enumerate(resolution.voting[:WHO_RENAMES]):
        cast.it_is(2021, 7, 2 + place, 12)
        _on_paper(cast, resolution, each, AGREED)
    cast.it_is(2021, 7, 24, 9)
    _on_paper(cast, resolution, resolution.voting[WHO_RENAMES], AGREED)
    cast.it_is(2021, 7, 26)
    resolutions.lapse(resolution, by=cast.secretary)


def in_october_2026(cast: Cast) -> None:
    """The directors, each by the link in the letter, on three days."""
    cast.it_is(2026, 10, 13, 9)
    text = "RESOLVED that payments above £10,000 be signed by the chair and one other director."
    resolution = _circulate(cast, "board", UNANIMOUSLY, "Who signs for payments", text, kind=APPROVED, by_email=True)
    for place, person in enumerate(_people(resolution)):
        cast.it_is(2026, 10, 13 + place // 4, 18, place)
        _by_link(resolution, person)


def in_november_2026(cast: Cast) -> None:
    """Still open when the story ends."""
    cast.it_is(2026, 11, 20, 17)
    text = "RESOLVED that the federation’s training hub be run together with the neighbouring federation."
    resolution = _circulate(cast, "members", ORDINARY, "A shared training hub", text, kind=APPROVED, by_email=True)
    people = [person for person in _people(resolution) if person.email]
    for place, person in enumerate(people[:6]):
        cast.it_is(2026, 11, 20, 19, place)
        _by_link(resolution, person)


def _circulate(
    cast: Cast, body: str, passes_as: str, title: str, text: str, *, kind: str, by_email: bool = False
) -> Resolution:
    """The demonstration sends nothing: its letters went by post."""
    told = {"body": cast.bodies[body], "passes_as": passes_as, "title": title, "text": text, "kind": kind}
    blank = dict.fromkeys(ASKED) | {"takes_effect": None, "answer_by": None, "proposers": [], "not_counted": []}
    draft = resolutions.draft({"title": title}, by=cast.secretary)
    resolution = resolutions.circulate(draft, blank | told, by_email=by_email, otherwise=BY_POST, by=cast.secretary)
    for letter in db.session.query(Letter).filter_by(about_ref=resolution.ref, state=WAITING):
        outbox.note_sent(letter)
    return resolution


def _people(resolution: Resolution) -> Iterator[Person]:
    yield from {each.person_ref: each.person for each in resolution.voting}.values()


def _on_paper(cast: Cast, resolution: Resolution, each: Eligible, says: str) -> None:
    """It came that day, a little before it is entered."""
    now = clock.now().astimezone(clock.LONDON)
    came: tuple[date, str] = now.date(), f"{now:%H:%M}"
    resolutions.record_answer(
        resolution, person=each.person, says=says, how=ON_PAPER, came_on=came[0], came_at=came[1], by=cast.secretary
    )


def _by_link(resolution: Resolution, person: Person) -> None:
    """By the link in the last letter; on paper there is none, and the link of this demonstration is as good."""
    link = db.session.query(Link).filter_by(person_ref=person.ref, about_ref=resolution.ref).first()
    if link is None:
        return
    with together():
        resolutions.agree(resolution, person=person, by=links.use(link))
