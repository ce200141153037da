"""Whoever comes by the link in a letter, on a telephone: three taps at most, with and without script."""

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.interests.models import FINANCIAL
from registry.interests.sentences import KINDS_EXPLAINED
from registry.links import commands as links
from registry.links.models import Link
from registry.people.models import Person, PersonName
from registry.rounds.commands import ANSWER
from registry.rounds.models import Round
from tests.browser.federation import THAT_DAY
from tests.browser.reading import Reader
from tests.browser.test_pages import AXE, FAULTS, TAGS, WIDER_BY

pytestmark = pytest.mark.pure

TELEPHONE = {"width": 360, "height": 640}
MOST_TAPS = 3
CONFIRM = {
    "Marchbanks": "I have nothing to declare – confirm",
    "Hebblethwaite": "Nothing has changed – confirm",
}


def link_of(federation, surname):
    """The address in the letter of somebody who has not answered the round of November."""
    with federation.app.app_context(), clock.telling(THAT_DAY, seed=360):
        named = select(Person).where(Person.names.any(PersonName.surname == surname))
        round = db.session.scalars(select(Round).where(Round.closed.is_(None))).one()
        until = db.session.scalars(select(Link.until).where(Link.about_ref == round.ref)).first()
        secret = links.issue(db.session.scalars(named).one(), purpose=ANSWER, about_ref=round.ref, until=until)
        db.session.remove()
    return f"/rounds/answer/{secret}"


def faults(page: Page) -> list[str]:
    page.evaluate(AXE)
    assert page.evaluate(WIDER_BY) == 0
    found: list[str] = page.evaluate(FAULTS, TAGS)
    return found


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def reads(request, opens, office):
    """Somebody who has signed in nowhere taps the link in her letter."""

    def open_letter(surname: str) -> Reader:
        reader = opens(office, None, TELEPHONE, java_script_enabled=request.param, has_touch=True)
        reader.page.goto(link_of(office, surname))
        return reader

    return open_letter


class TestByLink:
    @pytest.mark.parametrize("surname", CONFIRM)
    def test_confirms_in_three_taps_at_most(self, reads, surname):
        taps = 1  # on the link, in her letter
        reader = reads(surname)

        with reader.page.expect_navigation():
            reader.main.get_by_role("button", name=CONFIRM[surname]).tap()
        taps += 1

        assert "Thank you. You confirmed" in reader.says
        assert "on 22 November 2026; that stands. You are asked again by 22 May 2027." in reader.says
        assert taps <= MOST_TAPS

    def test_adds_an_interest_and_comes_back(self, reads):
        reader = reads("Marchbanks")

        reader.goes("Add an interest")
        reader.ticks(KINDS_EXPLAINED[FINANCIAL], "Yes, on the public register")
        reader.writes(With_whom="Vale Pharmacy Ltd", What_it_is="Shareholder, one share in ten")
        for part, written in (("Day", "1"), ("Month", "11"), ("Year", "2026")):
            reader.question(part).fill(written)
        reader.press("Add an interest")

        assert "You told us on 22 November 2026 of an interest." in reader.says
        assert "Vale Pharmacy Ltd" in reader.says
        assert reader.main.get_by_role("button", name="Nothing has changed – confirm").count() == 1

    def test_is_offered_nothing_else(self, reads):
        reader = reads("Marchbanks")

        assert reader.main.get_by_role("button").count() == 1
        assert [link.inner_text() for link in reader.main.get_by_role("link").all()] == ["Add an interest"]


def test_its_page_is_clear_to_all_before_and_after(opens, office):
    page = opens(office, None, TELEPHONE, bypass_csp=True, reduced_motion="reduce").page
    page.goto(link := link_of(office, "Hebblethwaite"))
    assert faults(page) == []

    with page.expect_navigation():
        page.get_by_role("button", name="Nothing has changed – confirm").click()
    assert faults(page) == []

    page.goto(f"{link}/add")
    assert faults(page) == []
