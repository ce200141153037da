"""What a member does on a phone: confirms that nothing has changed, and declares an interest, in no time."""

import pytest
from sqlalchemy import func, select

from registry.db import db
from registry.declarations.models import Declaration
from registry.interests.models import FINANCIAL, Confirmation, Interest
from tests.browser.federation import MEMBER
from tests.browser.test_pages import AXE, FAULTS, TAGS, WIDER_BY

pytestmark = pytest.mark.pure

HAND = {"width": 360, "height": 740}
KEYS_A_SECOND, SECONDS_A_PAGE = 5, 2
TWO_MINUTES = 120
WORDS = "Paid adviser, one day a month"


class Hand:
    """A member's hand at a phone, and what it costs her: keys and taps, and pages to be read."""

    def __init__(self, reader):
        self.reader, self.keys, self.taps, self.pages = reader, 0, 0, 1

    @property
    def seconds(self):
        return (self.keys + self.taps) / KEYS_A_SECOND + self.pages * SECONDS_A_PAGE

    def follows(self, link):
        self._turns(self.reader.main.get_by_role("link", name=link).first.click)

    def presses(self, button):
        self._turns(lambda: self.reader.press(button))

    def ticks(self, words):
        self.taps += 1
        self.reader.main.get_by_label(words).first.check()

    def types(self, label, words):
        self.taps, self.keys = self.taps + 1, self.keys + len(words)
        self.reader.question(label).press_sequentially(words)

    def _turns(self, act):
        self.taps, self.pages = self.taps + 1, self.pages + 1
        act()


@pytest.fixture
def hand(opens, office):
    return Hand(opens(office, MEMBER, HAND, bypass_csp=True))


def is_clear(reader):
    """Nothing on the page is in anybody's way, or wider than the phone."""
    reader.page.evaluate(AXE)
    assert reader.page.evaluate(WIDER_BY) == 0
    assert reader.page.evaluate(FAULTS, TAGS) == []


def nothing_to_see(reader):
    """Where no script runs, axe does not either."""


def declares(hand, check):
    """From the front page to what is said once it is recorded; each page on the way is checked."""
    check(hand.reader)
    hand.follows("Your declarations of interest")
    check(hand.reader)
    hand.follows("Add an interest")
    check(hand.reader)
    hand.ticks("Financial: you or your practice")
    hand.presses("Continue")
    check(hand.reader)
    hand.types("With whom", "Fosse Diagnostics Ltd")
    hand.types("What it is", WORDS)
    hand.ticks("Me")
    hand.presses("Continue")
    check(hand.reader)
    began = hand.reader.main.get_by_role("group", name="When it began")
    for part, typed in (("Month", "11"), ("Year", "2026")):
        hand.taps, hand.keys = hand.taps + 1, hand.keys + len(typed)
        began.get_by_label(part, exact=True).press_sequentially(typed)
    hand.presses("Continue")
    check(hand.reader)
    hand.ticks("Contracts and services")
    hand.ticks("Yes, on the public register")
    hand.presses("Continue")
    check(hand.reader)
    hand.ticks("This is right")
    hand.presses("Confirm")
    check(hand.reader)


def recorded(federation):
    with federation.app.app_context():
        return db.session.scalars(select(Interest).where(Interest.description == WORDS)).all()


class TestMember:
    def test_says_that_nothing_has_changed_in_three_taps(self, hand, office):
        is_clear(hand.reader)
        hand.follows("Your declarations of interest")
        is_clear(hand.reader)
        hand.presses("Nothing has changed – confirm")
        is_clear(hand.reader)

        assert hand.taps <= 3
        assert "You last confirmed your declarations on 22 November 2026." in hand.reader.says
        with office.app.app_context():
            assert (
                str(db.session.scalars(select(Confirmation.on).order_by(Confirmation.on.desc())).first())
                == "2026-11-22"
            )

    def test_declares_an_interest_in_less_than_two_minutes(self, hand, office):
        declares(hand, is_clear)

        assert hand.seconds < TWO_MINUTES
        assert hand.reader.heading == "Your declaration is recorded"
        assert "On the public register." in hand.reader.says
        [interest] = recorded(office)
        assert (interest.kind, interest.dates, interest.topics) == (
            FINANCIAL,
            "November 2026",
            "contracts and services",
        )

    def test_declares_it_as_well_without_script(self, opens, office):
        hand = Hand(opens(office, MEMBER, HAND, java_script_enabled=False))

        declares(hand, nothing_to_see)

        assert len(recorded(office)) == 1

    def test_goes_back_and_finds_every_answer(self, hand):
        hand.follows("Your declarations of interest")
        hand.follows("Add an interest")
        hand.follows("Go on with it")
        hand.follows("What it is")
        assert hand.reader.question("What it is").input_value() == "Paid for advice, half a day a month"
        hand.reader.writes(What_it_is="Paid for advice")
        hand.presses("Continue")
        assert "This is late. It began 83 days ago" in hand.reader.says

        hand.reader.page.go_back()

        assert hand.reader.question("What it is").input_value() == "Paid for advice"

    def test_throws_away_what_was_begun(self, hand, office):
        hand.follows("Your declarations of interest")
        hand.follows("Add an interest")
        hand.follows("Go on with it")
        hand.follows("Throw it away instead")
        hand.presses("Throw it away")

        assert hand.reader.heading == "Your declarations"
        with office.app.app_context():
            assert db.session.scalar(select(func.count()).select_from(Declaration)) == 1
