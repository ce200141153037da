"""What a director does with a pack on a phone, held in one hand: reads it from the first section to the last."""

import pytest
from sqlalchemy import select

from registry.db import db
from registry.editions.models import Edition
from tests.browser.federation import DIRECTOR
from tests.browser.test_member import HAND, is_clear

pytestmark = pytest.mark.pure

A_PACK_TAKES = 120_000
"""Milliseconds, at most, that it is waited for."""


@pytest.fixture
def edition(office):
    """The pack of the board's next meeting, as it was issued."""
    with office.app.app_context():
        return db.session.scalar(select(Edition.ref).order_by(Edition.issued.desc()))


def from_first_to_last(reader, look):
    """The heading of each section, as `next` leads to it."""
    reader.page.set_default_timeout(A_PACK_TAKES)
    look(reader)
    reader.goes("Read from the beginning")
    headings = [reader.heading]
    look(reader)
    while reader.page.locator("a[rel=next]").count():
        reader.page.locator("a[rel=next]").click()
        headings.append(reader.heading)
        look(reader)
    return headings


class TestDirector:
    def test_reads_a_pack_item_by_item_with_script_and_without_and_keeps_a_note(self, opens, office, edition):
        hand = opens(office, DIRECTOR, HAND, bypass_csp=True)
        hand.page.goto(f"/readings/{edition}")
        told = hand.main.locator(".sections__way").all_inner_texts()

        headings = from_first_to_last(hand, is_clear)

        assert len(headings) == len(told)
        assert [title for title in told if title.startswith(("Item", "Paper"))] == [
            heading for heading in headings if heading.startswith(("Item", "Paper"))
        ]
        plain = opens(office, DIRECTOR, HAND, java_script_enabled=False)
        plain.page.goto(f"/readings/{edition}")
        assert from_first_to_last(plain, lambda _: None) == headings
        keeps_a_note(hand, edition)


def keeps_a_note(hand, edition):
    """At the first section; it is found again among all of hers, and then deleted."""
    hand.page.goto(f"/readings/{edition}")
    hand.goes("Read from the beginning")
    hand.question("A note for yourself").fill("Who takes the minutes?")
    hand.press("Keep this note")
    is_clear(hand)
    assert "Who takes the minutes?" in hand.says
    hand.goes("Contents")
    assert "1 note of yours" in hand.says
    hand.goes("All your notes on this pack")
    is_clear(hand)
    hand.goes("Delete this note, 1 of 1")
    hand.press("Delete your note")
    assert "Who takes the minutes?" not in hand.says
