from datetime import date

import pytest
from sqlalchemy import select

from registry import clock
from registry.accounts.models import Access, Account
from registry.audit.privacy import readable
from registry.db import db
from registry.decisions.authority import authority_of
from registry.meetings import commands
from registry.people import commands as people
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAppointment, APerson, ASeat
from tests.finding import found_by
from tests.meetings.test_commands import with_paper

SECRET, WORDS = "Settlement with Acme", "RESOLVED that Acme be paid."


@pytest.fixture
def meeting():
    met = AMeeting(body=ABody(name="Board"), titles=["Welcome", SECRET])
    with_paper(met, 2, "Letter from Acme")
    restrict(met)
    return met


def restrict(meeting, restricted="commercial", **more):
    commands.change_item(
        meeting,
        item=2,
        title=SECRET,
        purpose="decide",
        proposed=WORDS,
        parties=[{"name": "Acme Lettings"}],
        restricted=restricted,
        **more,
        by=ADA,
    )


class TestRestricted:
    @pytest.mark.parametrize("kind", ["", ".json"])
    def test_is_a_number_and_a_reason_to_a_director_of_no_seat(self, app, meeting, kind):
        page = browser_of(app, "director").get(f"/meetings/{meeting.ref}{kind}").text

        assert "Restricted item" in page
        assert "commercial" in page
        assert "Acme" not in page

    @pytest.mark.parametrize("role", ["secretary", "auditor"])
    def test_is_whole_to_the_office(self, app, meeting, role):
        page = browser_of(app, role).get(f"/meetings/{meeting.ref}").text

        assert SECRET in page
        assert WORDS in page
        assert "Letter from Acme" in page

    @pytest.mark.parametrize(
        ("told", "reads"),
        [
            ({}, True),
            ({"until": clock.today()}, False),
            ({"since": date(2999, 1, 1)}, False),
        ],
    )
    def test_is_whole_to_whoever_sits_on_the_body_today(self, app, meeting, told, reads):
        browser, person = seated_browser(app)
        AnAppointment(seat=ASeat(body=meeting.body), person=person, **told)

        assert (SECRET in browser.get(f"/meetings/{meeting.ref}").text) is reads

    def test_is_whole_to_whoever_sits_there_by_virtue_of_another_seat(self, app, meeting):
        browser, person = seated_browser(app)
        other = ASeat()
        AnAppointment(seat=other, person=person)
        ASeat(body=meeting.body, ex_officio=other)

        assert SECRET in browser.get(f"/meetings/{meeting.ref}").text

    def test_is_not_for_whoever_sits_on_another_body(self, app, meeting):
        browser, person = seated_browser(app)
        AnAppointment(seat=ASeat(), person=person)

        assert SECRET not in browser.get(f"/meetings/{meeting.ref}").text

    def test_is_withheld_from_looks_at_the_past_before_it_was_restricted(self, app):
        meeting = AMeeting(titles=["Welcome", SECRET])
        restrict(meeting, restricted="")
        then = clock.now()
        restrict(meeting)

        address = f"/meetings/{meeting.ref}?known={then:%Y-%m-%dT%H:%M:%S.%fZ}"
        assert "Acme" not in browser_of(app, "director").get(address).text
        assert "Acme" in browser_of(app, "secretary").get(address).text

    def test_lifted_is_open_again_though_not_in_the_past(self, app, meeting):
        then = clock.now()
        restrict(meeting, restricted="")

        browser = browser_of(app, "director")
        assert "Acme" in browser.get(f"/meetings/{meeting.ref}").text
        assert "Acme" not in browser.get(f"/meetings/{meeting.ref}?known={then:%Y-%m-%dT%H:%M:%S.%fZ}").text


class TestPaper:
    def test_of_a_restricted_item_is_not_there_and_its_reading_is_logged(self, app, meeting):
        address = f"/meetings/{meeting.ref}/papers/{meeting.papers[0].ref}"

        assert browser_of(app, "director").get(address).status_code == 404
        assert browser_of(app, "secretary").get(address).status_code == 200
        assert db.session.scalars(select(Access.what)).all() == ["read a restricted paper"]


class TestPack:
    @pytest.mark.parametrize("kind", ["", ".json"])
    def test_has_nothing_restricted_for_others(self, app, meeting, kind):
        page = browser_of(app, "director").get(f"/packs/{meeting.ref}{kind}").text

        assert "Acme" not in page

    def test_is_whole_for_the_office_and_its_reading_is_logged(self, app, meeting):
        assert "Letter from Acme" in browser_of(app, "secretary").get(f"/packs/{meeting.ref}").text
        assert "read a pack with restricted items" in db.session.scalars(select(Access.what)).all()


class TestSearch:
    @pytest.mark.parametrize(("role", "found"), [("secretary", 2), ("director", 0)])
    def test_finds_by_restricted_words_only_for_those_who_read_them(self, app, meeting, role, found):
        assert len(found_by(browser_of(app, role), "Acme")) == found

    def test_finds_them_for_whoever_sits_on_the_body(self, app, meeting):
        browser, person = seated_browser(app)
        AnAppointment(seat=ASeat(body=meeting.body), person=person)

        assert len(found_by(browser, "Acme")) == 2


class TestElsewhere:
    def test_the_authority_of_a_decision_does_not_name_it(self, meeting):
        decision = ADecision(
            body=meeting.body, on=meeting.on, route="meeting", meeting=meeting, item=2, votes_for=1, text="RESOLVED."
        )

        assert "item 2: Restricted item" in authority_of(decision)[0]["text"]

    def test_the_ledger_withholds_the_items_of_every_meeting(self):
        text = {"document": {"ref": "1", "on": "2026-05-14", "items": [{"title": SECRET}]}, "reason": SECRET}

        told = readable("meeting", text, lambda permission: permission != "meetings.read_restricted")

        assert told == {"document": {"ref": "1", "on": "2026-05-14"}, "reason": ""}


def seated_browser(app):
    """The browser of a director, and the person whose it is."""
    browser, person = browser_of(app, "director"), APerson()
    account = db.session.scalar(select(Account).order_by(Account.ref.desc()))
    people.give_account(person, account=account, by=ADA)
    return browser, person
