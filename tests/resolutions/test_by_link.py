"""Whoever comes by the link in a letter: what she is shown, how she agrees, and what the ledger says of it."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from registry.accounts.models import Access
from registry.db import db
from registry.ledger.models import Entry
from registry.links import commands as links
from registry.links.models import Link
from registry.outbox.models import Letter
from registry.people import commands as people
from registry.resolutions import commands
from registry.resolutions.sending import AGREE
from tests.conftest import browser_of
from tests.factories import ADA, AResolution
from tests.mailbox import taking_letters
from tests.papers import text_of
from tests.resolutions.answering import LAST_SECOND, MIDNIGHT, agree, on_paper, person, says, stands

TICKED = {"agrees": "True"}


@pytest.fixture
def asha(holders):
    people.give_address(person(holders["Asha"]), email="asha@example.com", by=ADA)
    return person(holders["Asha"])


@pytest.fixture
def resolution(asha):
    return AResolution(by_email=True, text="RESOLVED that the contract for extended hours be approved.")


@pytest.fixture
def link(resolution):
    """The address in Asha's letter."""
    letter = db.session.query(Letter).one()
    return re.search(r"/resolutions/agree/\S+", letter.body)[0]


def tick(browser, link, **more):
    return browser.post(f"{link}/tick", data=TICKED | more, follow_redirects=True)


def last_entry():
    return db.session.query(Entry).order_by(Entry.seq.desc()).first()


class TestLetter:
    def test_has_the_whole_resolution_how_to_agree_and_by_when(self, resolution, link):
        letter = db.session.query(Letter).one()

        assert letter.subject == "Written resolution: The contract, by 28 June 2026"
        for said in (
            "RESOLVED that the contract for extended hours be approved.",
            "You have 40 of 100 votes. It passes when more than half have agreed, which is 51 votes.",
            "Not to answer is not to agree.",
            "If it has not passed by the end of 28 June 2026, it lapses: 28 days beginning with 1 June 2026",
            "An agreement cannot be withdrawn.",
        ):
            assert said in letter.body

    def test_goes_to_a_real_mail_server_and_its_link_is_then_kept_nowhere(self, app, client, asha):
        with taking_letters(app) as mailbox:
            resolution = AResolution(by_email=True)
            body = {"note": "It closes soon.", "rev": str(resolution.rev), "seen": "x"}
            page = client.post(f"/resolutions/{resolution.ref}/send-again", data=body).text
            seen = re.search(r'name="seen" value="(\w+)"', page)[1]
            client.post(f"/resolutions/{resolution.ref}/send-again", data=body | {"seen": seen})

        [message] = mailbox.messages
        assert mailbox.addresses == ["asha@example.com"]
        assert message["Subject"] == "Reminder: Written resolution: The contract, by 28 June 2026"
        assert "It closes soon." in message.get_content()
        assert "/resolutions/agree/" in message.get_content()
        letter = db.session.query(Letter).filter_by(state="sent").one()
        assert "/resolutions/agree/" not in letter.body
        link = re.search(r"/resolutions/agree/\S+", message.get_content())[0]
        assert "I agree to this resolution" in app.test_client().get(link).text


class TestAgree:
    def test_shows_the_resolution_her_votes_and_the_days_left(self, visitor, link):
        page = visitor.get(link).text

        assert "Asha Patel" in page
        assert "RESOLVED that the contract for extended hours be approved." in page
        assert "<strong>28 days are left</strong>" in page
        assert "You have 40 of 100 votes." in page
        assert page.count("<button") == 1
        assert 'class="rooms"' not in page
        assert "Ben Patel" not in page

    def test_looked_at_by_whatever_scans_letters_changes_nothing(self, visitor, link):
        entries = db.session.query(Entry).count()

        for address in (link, f"{link}/tick", f"{link}.pdf"):
            assert visitor.get(address).status_code == 200
            assert visitor.head(address).status_code == 200

        assert (db.session.query(Entry).count(), db.session.query(Access).count()) == (entries, 0)
        assert db.session.query(Link).one().uses == 0

    def test_is_kept_by_nobody_and_tells_nobody_its_address(self, visitor, link):
        for answer in (visitor.get(link), visitor.get(f"{link}/tick"), visitor.get(f"{link}x")):
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["Cache-Control"] == "no-store"

    def test_prints_a_paper_to_sign_instead_and_a_copy_to_keep(self, visitor, link):
        assert "I agree to this resolution. I know that this cannot be withdrawn." in text_of(
            visitor.get(f"{link}.pdf").data
        )

        tick(visitor, link)

        paper = text_of(visitor.get(f"{link}.pdf").data)
        assert "You agreed on 1 June 2026 at 10:30." in paper
        assert "I know that" not in paper


class TestTick:
    def test_agrees_as_herself_by_a_signed_link(self, client, visitor, asha, resolution, link):
        page = tick(visitor, link).text

        assert "Thank you. You agreed on 1 June 2026 at 10:30." in page
        assert "<button" not in page
        assert stands(resolution) == ("open", 40, 51, 100)
        assert (last_entry().act, last_entry().actor) == ("resolutions.agree", asha.ref)
        assert "Asha Patel, by a signed link" in client.get("/audit/register").text
        assert db.session.query(Link).one().uses == 1
        noted = db.session.query(Access).one()
        assert (noted.what, noted.about) == ("used a signed link", asha.ref)

    def test_passes_it_where_hers_are_the_votes_that_were_short(self, visitor, holders, resolution, link):
        on_paper(resolution, holders["Ben"])

        assert "It passed on 1 June 2026 at 10:30." in tick(visitor, link).text
        assert stands(resolution) == ("passed", 65, 51, 100)

    def test_without_the_tick_asks_for_it(self, visitor, resolution, link):
        answer = visitor.post(f"{link}/tick", data={"agrees": ""})

        assert answer.status_code == 422
        assert "Tick the box if you agree." in answer.text
        assert "Back, without agreeing" in answer.text
        assert stands(resolution)[1] == 0

    def test_a_second_time_is_told_that_it_stands(self, visitor, link):
        tick(visitor, link)

        answer = visitor.post(f"{link}/tick", data=TICKED)

        assert answer.status_code == 409
        assert "An agreement, once given, is not withdrawn" in answer.text

    def test_is_hers_whoever_is_signed_in_at_that_browser(self, app, asha, resolution, link):
        tick(browser_of(app, "secretary"), link)

        assert last_entry().actor == asha.ref

    def test_at_the_last_second_counts_and_at_midnight_is_kept_as_void(self, visitor, time, holders, resolution, link):
        time.at = LAST_SECOND
        assert "<strong>Today is the last day.</strong>" in visitor.get(link).text
        time.at = MIDNIGHT

        page = visitor.get(link).text
        assert "It lapsed on 29 June 2026 at 00:00" in page
        assert "<button" not in page
        page = tick(visitor, link).text

        assert "You agreed on 29 June 2026 at 00:00, when it had lapsed: that is kept, and of no effect." in page
        assert says(resolution)["Asha Patel"] == "Agreed too late: void"

    def test_after_it_has_passed_is_kept_and_told_to_change_nothing(self, visitor, time, holders, resolution, link):
        agree(resolution, *(holders[name] for name in ("Ben", "Cara", "Dov")))
        time.at += timedelta(hours=1)
        assert "You may still agree: it is kept with the others, and changes nothing." in visitor.get(link).text

        tick(visitor, link)

        assert says(resolution)["Asha Patel"] == "Agreed after it had passed"


class TestLinksThatOpenNothing:
    def says(self, browser, address, status, sentence):
        for path in ("", "/tick"):
            answer = browser.get(f"{address}{path}")
            assert answer.status_code == status
            assert sentence in answer.text
        assert browser.post(f"{address}/tick", data=TICKED).status_code == status

    def test_expired_four_weeks_after_the_last_day(self, visitor, time, link):
        time.at = datetime(2026, 7, 25, 22, 59, tzinfo=UTC)
        assert visitor.get(link).status_code == 200
        time.at = datetime(2026, 7, 25, 23, tzinfo=UTC)

        self.says(visitor, link, 410, "This link could be used until 25 July 2026.")

    def test_of_a_resolution_that_was_withdrawn(self, visitor, resolution, link):
        commands.withdraw(resolution, because="It fell through", by=ADA)

        self.says(visitor, link, 410, "“The contract” was withdrawn on 1 June 2026 at 10:30")
        assert db.session.query(Letter).one().state == "stopped"

    def test_given_for_something_else_or_altered(self, visitor, asha, resolution, link):
        secret = links.issue(asha, purpose="rounds.answer", about_ref=resolution.ref, until=date(2026, 7, 1))

        self.says(visitor, f"/resolutions/agree/{secret}", 404, "This is no link of ours")
        self.says(visitor, link[:-2], 404, "This is no link of ours")

    def test_that_open_are_each_the_readers_own(self, resolution):
        assert db.session.query(Link).one().purpose == AGREE
