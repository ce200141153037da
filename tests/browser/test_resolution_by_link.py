"""Whoever agrees to a written resolution by the link in a letter, on a telephone: with and without script."""

import re

import pytest
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.links import commands as links
from registry.people.models import Person, PersonName
from registry.resolutions.models import Resolution
from registry.resolutions.sending import AGREE, first_day_without
from tests.browser.federation import THAT_DAY
from tests.browser.test_by_link import TELEPHONE, faults

pytestmark = pytest.mark.pure

MOST_TAPS = 3
HUB = "A shared training hub"


def link_of(federation, surname):
    """The address in the letter of somebody who has not answered."""
    with federation.app.app_context(), clock.telling(THAT_DAY, seed=361):
        named = select(Person).where(Person.names.any(PersonName.surname == surname))
        resolution = db.session.scalars(select(Resolution).where(Resolution.title == HUB)).one()
        until = first_day_without(resolution)
        person = db.session.scalars(named).one()
        secret = links.issue(person, purpose=AGREE, about_ref=resolution.ref, until=until)
        db.session.remove()
    return f"/resolutions/agree/{secret}"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def reads(request, opens, office):
    """Somebody who has signed in nowhere taps the link in her letter."""

    def open_letter(surname):
        reader = opens(office, None, TELEPHONE, java_script_enabled=request.param, has_touch=True)
        reader.page.goto(link_of(office, surname))
        return reader

    return open_letter


class TestByLink:
    def test_reads_ticks_and_agrees_in_three_taps(self, reads):
        taps = 1  # on the link, in the letter
        reader = reads("Gill")
        assert "26 days are left, today counted." in reader.says
        assert "RESOLVED that the federation’s training hub" in reader.says

        reader.main.get_by_text("I agree to this resolution").tap()
        with reader.page.expect_navigation():
            reader.main.get_by_role("button", name="I agree").tap()
        taps += 2

        assert "Thank you. You agreed on 22 November 2026 at 10:00." in reader.says
        assert reader.main.get_by_role("button").count() == 0
        assert taps <= MOST_TAPS

    def test_is_offered_nothing_else(self, reads):
        reader = reads("Gill")

        assert reader.main.get_by_role("button").count() == 1
        assert [link.inner_text() for link in reader.main.get_by_role("link").all()] == [
            "On paper, to sign instead (PDF)"
        ]


def test_its_page_is_clear_to_all_before_and_after(opens, office):
    page = opens(office, None, TELEPHONE, bypass_csp=True, reduced_motion="reduce").page
    page.goto(link := link_of(office, "Peverell"))
    assert faults(page) == []

    page.get_by_label("I agree to this resolution").check()
    with page.expect_navigation():
        page.get_by_role("button", name="I agree").click()
    assert re.search("You agreed on 22 November 2026", page.inner_text("main"))
    assert faults(page) == []

    page.goto(f"{link}/tick")
    assert faults(page) == []
