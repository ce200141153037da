"""A director who is asked before a meeting whether an item touches her interests, and answers by the link."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from registry import clock
from registry.conflicts import commands
from registry.db import db
from registry.meetings.models import Meeting
from registry.outbox.models import Letter
from registry.people import commands as people
from registry.people.models import Person, PersonName
from tests.browser.federation import THAT_DAY
from tests.browser.test_by_link import MOST_TAPS, TELEPHONE, faults
from tests.factories import ADA

pytestmark = pytest.mark.pure

HER, ADDRESS = "Dr Jaspreet Gill", "gill@example.org"
ITEM = "Item 11: Network agreement: schedules for the year"


@pytest.fixture
def board(office):
    """The board of 8 December, and the director whom it touches, who has an e-mail address."""
    with office.app.app_context(), clock.telling(THAT_DAY, seed=361):
        her = db.session.scalars(select(Person).where(Person.names.any(PersonName.surname == "Gill"))).one()
        people.give_address(her, email=ADDRESS, by=ADA)
        yield db.session.scalars(select(Meeting).where(Meeting.on == date(2026, 12, 8))).one(), her
        db.session.remove()


@pytest.fixture
def letter(board):
    """The address in the letter that asks her."""
    meeting, her = board
    commands.ask(meeting, people=[her], by=ADA)
    return link_in_the_letter()


def link_in_the_letter() -> str:
    body = db.session.scalars(select(Letter.body).where(Letter.address == ADDRESS)).one()
    return re.search(r"/conflicts/asked/\S+", body)[0]


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def reads(request, opens, office, letter):
    """She has signed in nowhere, and taps the link in her letter."""
    reader = opens(office, None, TELEPHONE, java_script_enabled=request.param, has_touch=True)
    reader.page.goto(letter)
    return reader


def test_the_secretary_sees_the_letter_before_it_is_written(opens, office, board):
    secretary = opens(office)
    secretary.page.goto(f"/meetings/{board[0].ref}")
    secretary.goes("Conflicts of a meeting", "Ask those concerned")
    secretary.ticks(HER)
    secretary.press("Ask those concerned")
    assert ADDRESS in secretary.says
    assert "It is yours alone and needs no password." in secretary.says

    secretary.press("Ask those concerned")
    assert "Asked on 22 November 2026; no answer yet." in secretary.says
    assert link_in_the_letter()


class TestByLink:
    def test_says_in_three_taps_at_most_that_it_is_right(self, reads):
        taps = 1  # on the link, in her letter
        assert ITEM in reads.says
        assert reads.main.get_by_role("button").count() == 1

        with reads.page.expect_navigation():
            reads.main.get_by_role("button", name="That is right").tap()
        taps += 1

        assert "Thank you. Answered on 22 November 2026, that is right." in reads.says
        assert taps <= MOST_TAPS

    def test_puts_it_right_in_her_own_words(self, reads):
        reads.main.get_by_role("link", name="Correct or explain it").tap()
        reads.ticks("Let me explain")
        reads.writes(**{"What should we know?": "The schedules do not concern my practice."})
        reads.press("Say what we should know")

        assert "let me explain: “The schedules do not concern my practice”" in reads.says

    def test_tells_of_another_item(self, reads):
        reads.goes("Another item touches my interests")
        assert "10. Finance report" in reads.says
        reads.writes(**{"Item": 10, "Your interest, and how far it goes": "My partner audits the accounts"})
        reads.press("Another item touches my interests")

        assert "You told us of item 10, Finance report: “My partner audits the accounts”." in reads.says


def test_its_pages_are_clear_to_all_before_and_after(opens, office, letter):
    page = opens(office, None, TELEPHONE, bypass_csp=True, reduced_motion="reduce").page
    page.goto(letter)
    assert faults(page) == []

    with page.expect_navigation():
        page.get_by_role("button", name="That is right").click()
    assert faults(page) == []

    page.goto(f"{letter}/add")
    assert faults(page) == []

    page.goto(f"{letter}/reply?item=11")
    assert faults(page) == []
