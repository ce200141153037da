"""Whoever comes by the link in a letter: what she is shown, what she may do, and what the ledger says of it."""

from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.accounts.models import Access
from registry.db import db
from registry.interests.models import Confirmation, Interest
from registry.ledger.models import Entry
from registry.links import commands as links
from registry.links.models import Link
from registry.people import commands as people
from registry.rounds import commands
from registry.rounds.commands import ANSWER
from registry.seats import commands as seats
from tests.conftest import browser_of
from tests.factories import ADA, AConfirmation, AnAppointment, AnInterest, APerson, ARound
from tests.papers import text_of

MAY_12 = datetime(2026, 5, 12, 10, tzinfo=UTC)
DECLARED = {
    "kind": "financial",
    "organisation": "Vale Pharmacy Ltd",
    "description": "Shareholder",
    "since-day": "1",
    "since-month": "5",
    "since-year": "2026",
    "public": "True",
}


@pytest.fixture(autouse=True)
def time(app):
    """It is 12 May 2026, in the midst of a round; the tests may move on."""
    with clock.telling(MAY_12) as time:
        yield time


@pytest.fixture
def asha(app):
    return APerson(title="Dr", email="asha@example.com")


@pytest.fixture
def round(asha):
    return ARound(asha)


@pytest.fixture
def link(asha, round):
    """The address of the page to which her letter leads."""
    secret = links.issue(asha, purpose=ANSWER, about_ref=round.ref, until=date(2026, 6, 29))
    return f"/rounds/answer/{secret}"


def count(model):
    return db.session.query(model).count()


def last_entry():
    return db.session.query(Entry).order_by(Entry.seq.desc()).first()


class TestAnswer:
    def test_shows_her_own_declarations_and_places_and_no_others(self, visitor, asha, link):
        AnInterest(person=asha, organisation="Vale Pharmacy Ltd")
        AnInterest(organisation="Somebody Else Ltd")
        AnAppointment(person=asha, since=date(2026, 4, 1))

        page = visitor.get(link).text

        assert "Dr Asha Patel" in page
        assert "You have not confirmed your declarations yet." in page
        assert "Vale Pharmacy Ltd" in page
        assert "since 1 April 2026" in page
        assert "Somebody Else Ltd" not in page
        assert page.count("<button") == 1
        assert 'class="rooms"' not in page

    def test_says_when_she_last_confirmed(self, visitor, asha, link):
        AConfirmation(person=asha, on=date(2025, 5, 3))

        assert "You confirmed on 3 May 2025 that you have nothing to declare." in visitor.get(link).text

    def test_tells_that_there_is_a_private_interest_and_not_what_it_is(self, visitor, asha, link):
        AnInterest(person=asha, organisation="Quiet Ltd", public=False, private_reason="Harm", since=date(2026, 5, 3))

        page = visitor.get(link).text

        assert "An interest that is not published, declared 3 May 2026." in page
        assert "Quiet Ltd" not in page
        assert "Nothing has changed – confirm" in page
        assert "Quiet" not in visitor.get(f"{link}.json").text

    def test_counts_what_awaits_its_kind_among_what_is_not_published(self, visitor, asha, link):
        AnInterest(person=asha, organisation="Quiet Ltd", kind="not sure", since=date(2026, 5, 3))

        page = visitor.get(link).text

        assert "An interest that is not published, declared 3 May 2026." in page
        assert "Quiet Ltd" not in page
        assert "No interest is on the register." not in page
        assert visitor.post(f"{link}/confirm", data={"nothing": "false"}).status_code == 303

    def test_tells_the_month_where_the_day_is_not_known(self, visitor, asha, link):
        AnInterest(person=asha, since=date(2026, 3, 31), dates="March 2026")

        assert "since March 2026" in visitor.get(link).text

    def test_looked_at_by_whatever_scans_letters_changes_nothing(self, visitor, link):
        entries = count(Entry)

        for _ in range(3):
            for address in (link, f"{link}/confirm", f"{link}/add"):
                assert visitor.get(address).status_code == 200
                assert visitor.head(address).status_code == 200

        assert (count(Entry), count(Confirmation), count(Access)) == (entries, 0, 0)
        assert db.session.query(Link).one().uses == 0

    def test_is_kept_by_nobody_and_tells_nobody_its_address(self, visitor, link):
        for answer in (visitor.get(link), visitor.get(f"{link}/add"), visitor.get(f"{link}x")):
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["Cache-Control"] == "no-store"

    def test_comes_on_paper_for_her_to_keep(self, visitor, asha, link):
        AnInterest(person=asha, organisation="Vale Pharmacy Ltd")
        visitor.post(f"{link}/confirm", data={"nothing": "false"})

        assert f"{link}.pdf" in visitor.get(link).text
        paper = text_of(visitor.get(f"{link}.pdf").data)
        assert "Vale Pharmacy Ltd" in paper
        assert "You confirmed what you have declared on 12 May 2026; that stands." in paper

    def test_is_of_today_whatever_day_is_asked_for(self, visitor, asha, link):
        AConfirmation(person=asha, on=date(2026, 5, 12))

        assert "that stands" in visitor.get(f"{link}?on=2020-01-01").text


class TestConfirm:
    def test_in_one_press_that_there_is_nothing_to_declare(self, visitor, asha, link):
        assert "I have nothing to declare – confirm" in visitor.get(link).text

        page = visitor.post(f"{link}/confirm", data={"nothing": "true"}, follow_redirects=True).text

        assert "Thank you. You confirmed that you have nothing to declare on 12 May 2026; that stands." in page
        assert "You are asked again by 12 May 2027." in page
        assert "Not published" in page
        assert count(Confirmation) == 1

    def test_that_what_is_declared_is_right(self, visitor, asha, link):
        AnInterest(person=asha)

        page = visitor.post(f"{link}/confirm", data={"nothing": "false"}, follow_redirects=True).text

        assert "You confirmed what you have declared on 12 May 2026; that stands." in page

    def test_is_entered_as_her_own_act_by_a_signed_link(self, client, visitor, asha, link):
        visitor.post(f"{link}/confirm", data={"nothing": "true"})

        assert (last_entry().act, last_entry().actor) == ("interests.confirm", asha.ref)
        assert "Dr Asha Patel, by a signed link" in client.get("/audit/register").text
        used = db.session.query(Link).one()
        assert (used.uses, used.used) == (1, MAY_12)
        noted = db.session.query(Access).one()
        assert (noted.what, noted.about, noted.address) == ("used a signed link", asha.ref, "127.0.0.1")

    def test_again_stands_until_the_link_expires(self, visitor, time, asha, link):
        visitor.post(f"{link}/confirm", data={"nothing": "true"})
        time.at = datetime(2026, 6, 28, 10, tzinfo=UTC)

        assert "You confirmed that you have nothing to declare on 12 May 2026; that stands." in visitor.get(link).text
        visitor.post(f"{link}/confirm", data={"nothing": "true"})
        assert [word.on for word in db.session.query(Confirmation).order_by(Confirmation.on)] == [
            date(2026, 5, 12),
            date(2026, 6, 28),
        ]

    def test_of_what_another_page_changed_meanwhile_says_so(self, visitor, asha, link):
        AnInterest(person=asha)

        answer = visitor.post(f"{link}/confirm", data={"nothing": "true"})

        assert answer.status_code == 409
        assert "first enter the end of those that have ended" in answer.text
        assert "Back, without confirming" in answer.text

    def test_by_somebody_who_has_left_is_taken(self, visitor, asha, link):
        appointment = AnAppointment(person=asha, since=date(2025, 4, 1))
        seats.retire(appointment.seat, until=date(2026, 5, 5), ended="resigned", by=ADA)

        assert visitor.post(f"{link}/confirm", data={"nothing": "true"}).status_code == 303

    def test_is_hers_whoever_is_signed_in_at_that_browser(self, app, asha, link):
        browser_of(app, "secretary").post(f"{link}/confirm", data={"nothing": "true"})

        assert last_entry().actor == asha.ref


class TestAdd:
    def test_enters_an_interest_as_declared_today(self, visitor, asha, link):
        form = visitor.get(f"{link}/add").text
        assert "declared_on" not in form

        page = visitor.post(f"{link}/add", data=DECLARED, follow_redirects=True).text

        assert "Thank you. You told us on 12 May 2026 of an interest." in page
        assert "Vale Pharmacy Ltd" in page
        interest = db.session.query(Interest).one()
        assert (interest.person_ref, interest.declared_on) == (asha.ref, date(2026, 5, 12))
        assert last_entry().actor == asha.ref

    def test_says_what_is_missing_next_to_it(self, visitor, link):
        answer = visitor.post(f"{link}/add", data=DECLARED | {"description": ""})

        assert answer.status_code == 422
        assert 'href="#description"' in answer.text
        assert "Vale Pharmacy Ltd" in answer.text
        assert count(Interest) == 0

    def test_dated_back_is_refused(self, visitor, link):
        back = {"declared_on-day": "1", "declared_on-month": "4", "declared_on-year": "2026"}

        assert visitor.post(f"{link}/add", data=DECLARED | back).status_code == 409
        assert count(Interest) == 0


class TestLinksThatOpenNothing:
    def says(self, browser, address, status, sentence):
        for path in ("", "/confirm", "/add"):
            answer = browser.get(f"{address}{path}")
            assert answer.status_code == status
            assert sentence in answer.text
            assert "sk the company secretary" in answer.text
        posted = browser.post(f"{address}/confirm", data={"nothing": "true"})
        assert posted.status_code == status
        assert count(Confirmation) == 0

    def test_expired(self, visitor, time, link):
        time.at = datetime(2026, 6, 29, 10, tzinfo=UTC)

        self.says(visitor, link, 410, "This link could be used until 28 June 2026.")

    def test_altered(self, visitor, link):
        self.says(visitor, f"{link[:-2]}", 404, "This is no link of ours: perhaps a part of it is missing.")

    def test_withdrawn(self, visitor, link):
        links.withdraw(db.session.query(Link).one())

        self.says(visitor, link, 410, "This link was withdrawn on 12 May 2026 at 11:00.")

    def test_of_a_round_that_is_over(self, visitor, round, link):
        commands.close(round, closed=date(2026, 5, 12), by=ADA)

        self.says(visitor, link, 410, "“Annual declarations 2026” has been over since 12 May 2026")

    def test_given_for_something_else(self, visitor, asha, round):
        secret = links.issue(asha, purpose="meetings.answer", about_ref=round.ref, until=date(2026, 6, 29))

        self.says(visitor, f"/rounds/answer/{secret}", 404, "This is no link of ours")

    def test_of_somebody_who_has_since_changed_her_address_open_all_the_same(self, visitor, asha, link):
        people.give_address(asha, email=None, by=ADA)

        assert visitor.get(link).status_code == 200

    def test_are_guessed_at_only_so_often(self, visitor, link):
        answers = [visitor.get(f"/rounds/answer/guess{number}").status_code for number in range(11)]

        assert answers == [404] * 10 + [429]
        assert visitor.get(link).status_code == 429

    def test_that_open_may_be_opened_as_often_as_one_likes(self, visitor, link):
        assert {visitor.get(link).status_code for _ in range(15)} == {200}
