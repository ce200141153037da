"""Whoever comes by the link in the letter that asks after an action: what is shown, and what may be said."""

from datetime import UTC, date, datetime

import pytest
from marshmallow import ValidationError

from registry import clock
from registry.actions import commands
from registry.actions.letters import REPORT
from registry.actions.models import DONE
from registry.db import db
from registry.ledger.models import Entry
from registry.links import commands as links
from registry.links.models import Link
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE
from registry.outbox.models import STOPPED, WAITING, Letter
from registry.people import commands as people
from tests.breaches import refused
from tests.factories import ADA, ABody, AMeeting, AnAction, APerson

JUNE_2 = datetime(2026, 6, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def time(app):
    """It is three weeks after the meeting; the tests may move on."""
    with clock.telling(JUNE_2) as time:
        yield time


@pytest.fixture
def asha():
    person = APerson(surname="Patel")
    people.give_address(person, email="asha@example.com", by=ADA)
    return person


@pytest.fixture
def action(asha):
    meeting = AMeeting(body=ABody(name="Executive Board"))
    return AnAction(meeting, item=1, owner=asha, due=date(2026, 5, 31))


@pytest.fixture
def link(asha, action):
    """The address of the page to which her letter leads."""
    secret = links.issue(asha, purpose=REPORT, about_ref=action.ref, until=date(2026, 6, 30))
    return f"/actions/report/{secret}"


class TestAskAfter:
    def test_writes_to_its_owner_with_a_link_of_her_own(self, action):
        commands.ask_after(action, by=ADA)

        [letter] = db.session.query(Letter)
        assert letter.address == "asha@example.com"
        assert letter.subject == "How far has it come? Action A/EB/26/1 of Executive Board"
        assert "you are to write to the landlord, by 31 May 2026 (A/EB/26/1)" in letter.body
        assert "/actions/report/" in letter.body
        assert "It can be used until 29 June 2026." in letter.body
        assert db.session.query(Link).one().until == date(2026, 6, 30)
        assert action.steps[-1].what == "asked after"

    def test_needs_an_address(self):
        action = AnAction()
        with pytest.raises(ValidationError, match="No e-mail address is on record"):
            commands.ask_after(action, by=ADA)

    def test_is_of_what_is_open(self, action):
        commands.close(action, how=DONE, by=ADA)
        with refused(words="closed on 2 June 2026"):
            commands.ask_after(action, by=ADA)

    def test_is_not_of_restricted_business(self, client, action):
        assert "Ask by letter" in client.get(f"/actions/{action.ref}").text
        restrict(action)

        with refused(words="A letter may be read by others"):
            commands.ask_after(action, by=ADA)
        assert "Ask by letter" not in client.get(f"/actions/{action.ref}").text

    def test_stops_the_letter_that_still_waits_once_it_is_closed(self, action):
        commands.ask_after(action, by=ADA)
        assert db.session.query(Letter).one().state == WAITING

        commands.close(action, how=DONE, by=ADA)

        assert db.session.query(Letter).one().state == STOPPED

    def test_is_for_the_office(self, client, action):
        done = client.post(f"/actions/{action.ref}/ask-after", data={"rev": "1"})

        assert done.status_code == 303
        assert "Asha Patel was asked by letter how far it has come" in client.get(done.location).text


class TestReport:
    def test_shows_one_action_and_no_register(self, visitor, action, link):
        AnAction(action.meeting, owner=action.owner, what="be left alone")

        page = visitor.get(link)

        assert page.status_code == 200
        assert "agreed that you are to write to the landlord, by 31 May 2026" in page.text
        assert "be left alone" not in page.text
        assert "/actions/register" not in page.text
        assert page.headers["Referrer-Policy"] == "no-referrer"

    def test_looked_at_changes_nothing(self, visitor, link):
        before = db.session.query(Entry).count()
        visitor.get(link)

        assert db.session.query(Entry).count() == before
        assert db.session.query(Link).one().uses == 0

    def test_opens_nothing_to_a_stranger_or_once_it_is_over(self, visitor, link, time):
        assert visitor.get("/actions/report/nonsense").status_code == 404
        time.at = datetime(2026, 6, 29, 10, tzinfo=UTC)
        assert visitor.get(link).status_code == 200
        time.at = datetime(2026, 6, 30, 10, tzinfo=UTC)
        assert visitor.get(link).status_code == 410

    def test_opens_nothing_once_somebody_else_has_it_or_it_is_restricted(self, visitor, action, link):
        restrict(action)
        answer = visitor.get(link)
        assert (answer.status_code, "Sign in to say how far" in answer.text) == (410, True)
        restrict(action, "")
        assert visitor.get(link).status_code == 200
        commands.hand_over(action, owner=APerson(), by=ADA)
        answer = visitor.get(link)
        assert (answer.status_code, "Somebody else has this action now." in answer.text) == (410, True)


class TestTell:
    def test_is_entered_as_her_own_word(self, visitor, action, asha, link):
        assert visitor.get(f"{link}/tell").status_code == 200

        done = visitor.post(f"{link}/tell", data={"words": "The letter went on Monday."})

        assert (done.status_code, done.location) == (303, link)
        assert "Asha Patel: The letter went on Monday." in visitor.get(link).text
        assert db.session.query(Entry).order_by(Entry.seq.desc()).first().actor == asha.ref
        assert db.session.query(Link).one().uses == 1

    def test_of_nothing_says_so(self, visitor, link):
        assert visitor.post(f"{link}/tell", data={"words": ""}).status_code == 422

    def test_of_what_is_closed_is_refused(self, visitor, action, link):
        commands.close(action, how=DONE, by=ADA)

        assert "It was closed on 2 June 2026." in visitor.get(link).text
        assert visitor.post(f"{link}/tell", data={"words": "More"}).status_code == 409


def restrict(action, why="commercial"):
    meetings.change_item(action.meeting, item=1, title="Rent", purpose=DECIDE, restricted=why, by=ADA)
