from datetime import date

import pytest

from registry import clock
from registry.actions import commands
from registry.db import db
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE, Item
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AMeeting, AnAction, AnAppointment, APerson, ASeat
from tests.meetings.test_restricted import seated_browser
from tests.papers import text_of
from tests.statements import statements

MAY_15, MAY_31, JUNE_1 = date(2026, 5, 15), date(2026, 5, 31), date(2026, 6, 1)
SECRET = "sell the freehold to Bushby Estates"


@pytest.fixture
def asha():
    return APerson(surname="Patel")


@pytest.fixture
def own(app, asha):
    """The browser of Asha Patel, a member."""
    return browser_of(app, "member", asha.ref)


def a_restricted_item():
    items = [
        Item(place=1, title="Open", purpose=DECIDE),
        Item(place=2, title="Freehold", purpose=DECIDE, restricted="commercial"),
    ]
    return AMeeting(items=items)


class TestRegister:
    def test_of_nothing_says_so_on_screen_and_on_paper(self, client):
        for answer in (client.get("/actions/register").text, text_of(client.get("/actions/register.pdf").data)):
            assert "Nothing is in the log of actions." in answer

    def test_comes_as_a_page_json_csv_and_paper(self, client, asha):
        AnAction(owner=asha, due=MAY_31)

        assert "write to the landlord" in client.get("/actions/register?on=2026-06-01").text
        [line] = client.get("/actions/register.json?on=2026-06-01").json["items"]
        assert (line["owner"], line["due"], line["state"]) == ("Asha Patel", "2026-05-31", "late")
        assert "write to the landlord" in client.get("/actions/register.csv?on=2026-06-01").text
        paper = text_of(client.get("/actions/register.pdf?on=2026-06-01").data)
        assert "Action log" in paper
        assert "31 May 2026" in paper

    def test_is_sifted_by_body_person_and_state(self, client, asha):
        action, other = AnAction(owner=asha, due=MAY_31), AnAction()

        def found(query):
            lines = client.get(f"/actions/register.json?on=2026-06-01&{query}").json["items"]
            return [line["ref"] for line in lines]

        assert found(f"person={asha.ref}") == [action.ref]
        assert found(f"body={other.body_ref}") == [other.ref]
        assert found("state=late") == [action.ref]
        assert found("state=closed") == []
        assert client.get("/actions/register?body=nobody").status_code == 404

    def test_takes_as_few_statements_however_long(self, client):
        counts = []
        for more in (1, 5):
            for _ in range(more):
                commands.note_progress(AnAction(others=[APerson()]), words="Begun", on=MAY_15, by=ADA)
            db.session.expunge_all()
            with statements() as asked:
                client.get("/actions/register.json?on=2026-06-01")
            counts.append(len(asked))

        assert counts[0] == counts[1] <= 14

    def test_is_not_for_members(self, own):
        assert own.get("/actions/register").status_code == 403


class TestRestricted:
    def test_is_absent_for_whoever_may_not_read_the_item(self, app, client):
        meeting = a_restricted_item()
        action = AnAction(meeting, item=2, what=SECRET)
        director = browser_of(app, "director")

        for kind in ("", ".json", ".csv"):
            assert "freehold" not in director.get(f"/actions/register{kind}?on=2026-06-01").text.lower()
            assert "freehold" in client.get(f"/actions/register{kind}?on=2026-06-01").text.lower()
        assert "freehold" not in text_of(director.get("/actions/register.pdf?on=2026-06-01").data).lower()
        assert director.get(f"/actions/{action.ref}").status_code == 404
        assert "freehold" not in director.get(f"/meetings/{meeting.ref}?on=2026-06-01").text.lower()
        assert SECRET not in director.get("/home/search?q=freehold&on=2026-06-01").text
        assert SECRET in client.get("/home/search?q=freehold&on=2026-06-01").text

    def test_stays_so_in_the_past_before_it_was_restricted(self, app):
        meeting = AMeeting(titles=["Freehold"])
        AnAction(meeting, item=1, what=SECRET)
        then = clock.now()
        meetings.change_item(meeting, item=1, title="Freehold", purpose=DECIDE, restricted="commercial", by=ADA)

        address = f"/actions/register.json?on=2026-06-01&known={then:%Y-%m-%dT%H:%M:%S.%fZ}"

        assert browser_of(app, "director").get(address).json["items"] == []

    def test_is_read_by_those_who_sit_on_the_body(self, app):
        meeting = a_restricted_item()
        AnAction(meeting, item=2, what=SECRET)
        browser, person = seated_browser(app)
        AnAppointment(seat=ASeat(body=meeting.body), person=person)

        assert SECRET in browser.get("/actions/register?on=2026-06-01").text

    def test_is_read_by_its_owner_without_the_item(self, own, asha):
        AnAction(a_restricted_item(), item=2, what=SECRET, owner=asha)

        page = own.get("/actions/mine?on=2026-06-01").text

        assert SECRET in page
        assert "Freehold" not in page

    def test_is_read_by_whoever_has_a_part_in_it(self, own, asha):
        AnAction(a_restricted_item(), item=2, what=SECRET, others=[asha])

        assert SECRET in own.get("/actions/mine?on=2026-06-01").text


class TestMine:
    def test_is_of_all_bodies_and_of_nobody_else(self, own, asha):
        for what in ("write to the landlord", "tell the members"):
            AnAction(AMeeting(body=ABody()), owner=asha, what=what)
        AnAction(what="be left alone")

        page = own.get("/actions/mine?on=2026-06-01").text

        assert "write to the landlord" in page
        assert "tell the members" in page
        assert "be left alone" not in page

    def test_of_nobody_is_told_so(self, client, own):
        assert "do not say which person you are" in client.get("/actions/mine").text
        assert "There is nothing you have to do." in own.get("/actions/mine").text


class TestOf:
    def test_tells_what_one_person_has_to_do(self, client, asha):
        assert "nothing that Asha Patel has to do" in client.get(f"/actions/of/{asha.ref}").text
        AnAction(owner=asha)

        assert "write to the landlord" in client.get(f"/actions/of/{asha.ref}?on=2026-06-01").text
        assert "Actions: Asha Patel" in text_of(client.get(f"/actions/of/{asha.ref}.pdf?on=2026-06-01").data)


class TestAgree:
    def test_begins_where_one_comes_from_and_goes_back_there(self, client, asha):
        meeting = AMeeting()
        page = client.get(f"/meetings/{meeting.ref}").text
        assert f"/actions/agree?meeting={meeting.ref}&amp;item=1" in page
        assert 'name="item" type="text" value="1"' in client.get(f"/actions/agree?meeting={meeting.ref}&item=1").text

        done = client.post(
            "/actions/agree", data={"meeting": meeting.ref, "item": "1", "owner": asha.ref, "what": "ask twice"}
        )

        assert (done.status_code, done.location) == (303, f"/meetings/{meeting.ref}")
        page = client.get(done.location).text
        assert "Actions agreed here" in page
        assert "ask twice" in page

    def test_of_many_lines_is_one_act(self, api, asha):
        meeting = AMeeting()
        lines = f"owner,what,meeting\n{asha.ref},ask once,{meeting.ref}\n{asha.ref},ask twice,{meeting.ref}\n"

        answer = api.post("/actions/agree", data=lines, content_type="text/csv")

        assert answer.status_code == 201
        assert len(api.get("/actions/register.json?on=2026-06-01").json["items"]) == 2

    def test_is_not_offered_of_a_meeting_to_come(self, client):
        meeting = AMeeting(on=date(2199, 1, 1))

        assert "/actions/agree" not in client.get(f"/meetings/{meeting.ref}").text

    def test_without_an_owner_says_so_beside_the_question(self, client):
        answer = client.post("/actions/agree", data={"meeting": AMeeting().ref, "what": "ask"})

        assert (answer.status_code, 'href="#owner"' in answer.text) == (422, True)


class TestActing:
    def test_is_offered_as_far_as_it_can_be_done(self, client):
        action = AnAction()
        page = client.get(f"/actions/{action.number}").text
        assert "Close it" in page
        assert "Reopen it" not in page

        done = client.post(f"/actions/{action.ref}/close", data={"rev": "1", "how": "done"})

        assert done.status_code == 303
        page = client.get(done.location).text
        assert "Reopen it" in page
        assert "Close it" not in page

    def test_follows_an_action_through(self, client, asha):
        action = AnAction(due=MAY_31)
        steps = [
            ("note-progress", {"words": "Half of it"}),
            ("move-due", {"due-day": "1", "due-month": "6", "due-year": "2199", "why": "The other half"}),
            ("hand-over", {"owner": asha.ref}),
            ("close", {"how": "dropped", "why": "The lease was sold"}),
            ("reopen", {"why": "It was not"}),
        ]
        for rev, (door, answers) in enumerate(steps, start=1):
            assert client.post(f"/actions/{action.ref}/{door}", data=answers | {"rev": rev}).status_code == 303, door

        page = client.get(f"/actions/{action.ref}").text
        for words in ("Half of it", "moved to 1 June 2199", "handed over to Asha Patel", "dropped: The lease was sold"):
            assert words in page

    def test_is_refused_where_the_law_stands_in_the_way(self, client):
        action = AnAction()

        answer = client.post(f"/actions/{action.ref}/close", data={"rev": "1", "how": "dropped"})

        assert (answer.status_code, 'href="#why"' in answer.text) == (409, True)


class TestNoteProgress:
    def test_is_for_its_owner_too_and_for_nobody_else(self, own, asha):
        mine, another = AnAction(owner=asha), AnAction()

        done = own.post(f"/actions/{mine.ref}/note-progress", data={"rev": "1", "words": "Written"})

        assert (done.status_code, done.location) == (303, "/actions/mine")
        assert "Written" in own.get("/actions/mine").text
        assert own.get(f"/actions/{another.ref}/note-progress").status_code == 403
        assert own.get(f"/actions/{mine.ref}/close").status_code == 403


class TestMattersArising:
    def test_stand_on_the_page_and_in_the_pack_of_the_next_meeting(self, client, asha):
        board = ABody()
        AnAction(AMeeting(body=board), owner=asha, due=MAY_31)
        following = AMeeting(body=board, on=JUNE_1)

        page = client.get(f"/meetings/{following.ref}?on=2026-06-01").text
        assert "Matters arising: actions from earlier meetings" in page
        assert "write to the landlord" in page
        pack = text_of(client.get(f"/packs/{following.ref}.pdf?on=2026-06-01").data)
        assert "Matters arising" in pack
        assert "Late is what is to be done before the day of the meeting" in " ".join(pack.split())
        assert "write to the landlord" in pack

    def test_of_restricted_business_are_in_no_pack_but_of_those_who_read_it(self, app, client):
        meeting = a_restricted_item()
        AnAction(meeting, item=2, what=SECRET)
        following = AMeeting(body=meeting.body, on=JUNE_1)
        address = f"/packs/{following.ref}.json?on=2026-06-01"

        assert SECRET in client.get(address).text
        assert SECRET not in browser_of(app, "director").get(address).text


class TestDuties:
    def test_are_ones_own_and_late_ones_for_the_office(self, client, own, asha):
        AnAction(owner=asha, due=MAY_31)

        assert "You are to write to the landlord" in own.get("/home/duties?on=2026-05-15").text
        assert "Asha Patel was to write to the landlord." not in client.get("/home/duties?on=2026-05-31").text
        assert "Asha Patel was to write to the landlord." in client.get("/home/duties?on=2026-06-01").text


class TestLeftToDo:
    def test_is_told_of_somebody_who_might_leave(self, client, asha):
        AnAction(owner=asha)

        assert (
            "to write to the landlord, would be for somebody else"
            in client.get(f"/people/{asha.ref}/leaving?on=2026-06-01").text
        )
