from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import time_machine
from werkzeug.datastructures import FileStorage

from registry.accounts.models import Access
from registry.conflicts import commands
from registry.conflicts.models import THE_CHAIR, Conflict
from registry.conflicts.treatment import LEFT, NO_PAPERS
from registry.db import db
from registry.files import keep_paper
from registry.ledger import together
from registry.meetings import commands as meetings
from tests.conflicts.conftest import MET
from tests.conftest import browser_of
from tests.factories import ADA, AnInterest, APerson
from tests.finding import found_by
from tests.papers import a_pdf, text_of

PRIVATE = {"public": False, "private_reason": "Real danger of harm", "description": "A quiet holding"}


@pytest.fixture(autouse=True, name="later")
def _the_week_before():
    with time_machine.travel(date(2026, 5, 7), tick=False) as later:
        yield later


@pytest.fixture
def meeting(board):
    return board.meets({"title": "Extended hours", "parties": [{"party": board.network}]})


@pytest.fixture
def asked(board, meeting):
    [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
    return conflict


def plan(meeting, kind=""):
    return f"/conflicts/meetings/{meeting.ref}/plan{kind}"


class TestPlan:
    def test_tells_item_by_item_whom_it_touches_and_what_can_be_decided(self, client, meeting):
        told = client.get(plan(meeting, ".json")).json

        [item] = told["items"]
        assert item["quorum"].startswith("A quorum can be had: 4 expected, 3 needed")
        assert [(each["name"], each["grade"]) for each in item["conflicts"]] == [
            ("Dr Asha Ashason", "certain"),
            ("Dr Ben Benson", "likely"),
        ]

    def test_is_a_page_and_a_paper(self, client, meeting):
        page = client.get(plan(meeting)).text
        assert "Confirm or dismiss" not in page
        assert f"/conflicts/meetings/{meeting.ref}/confirm?item=1" in page
        assert client.get(plan(meeting, ".pdf")).data.startswith(b"%PDF")

    def test_tells_a_director_nothing_that_is_private(self, app, board, meeting):
        AnInterest(person=board.people["Lou"], organisation=board.network.name, **PRIVATE)
        page = browser_of(app, "director").get(plan(meeting)).text
        assert "An interest that is kept private" in page
        assert "quiet" not in page

    def test_tells_the_office_and_the_access_log_says_so(self, client, board, meeting):
        AnInterest(person=board.people["Lou"], organisation=board.network.name, **PRIVATE)
        assert "A quiet holding" in client.get(plan(meeting)).text
        assert db.session.query(Access).filter_by(what="read private interests").count() == 1

    def test_is_not_for_members(self, app, meeting):
        assert browser_of(app, "member").get(plan(meeting)).status_code == 403

    def test_offers_nothing_to_do_on_another_day(self, client, meeting):
        assert "/confirm?item=1" not in client.get(plan(meeting) + "?on=2026-05-06").text


class TestConfirm:
    def test_begins_with_the_item_and_the_person_of_the_link(self, client, board, meeting):
        ref = board.people["Asha"].ref
        page = client.get(f"/conflicts/meetings/{meeting.ref}/confirm?item=1&person={ref}").text
        assert f'value="{ref}" selected' in page

    def test_is_an_act(self, client, board, meeting):
        facts = {"item": "1", "person": board.people["Asha"].ref}
        answer = client.post(f"/conflicts/meetings/{meeting.ref}/confirm", data=facts)
        assert (answer.status_code, answer.location) == (303, plan(meeting))

    def test_of_an_item_that_is_not_there_is_told_by_the_item(self, client, board, meeting):
        facts = {"item": "7", "person": board.people["Asha"].ref}
        answer = client.post(f"/conflicts/meetings/{meeting.ref}/confirm", data=facts)
        assert answer.status_code == 422
        assert "The agenda of this meeting has no item 7." in answer.text


class TestDismiss:
    def test_without_a_word_is_asked_again(self, client, board, meeting):
        facts = {"item": "1", "person": board.people["Ben"].ref, "word": " "}
        answer = client.post(f"/conflicts/meetings/{meeting.ref}/dismiss", data=facts)
        assert answer.status_code == 422


class TestTell:
    def test_of_what_no_register_knows(self, client, board, meeting):
        facts = {"item": "1", "person": board.people["Clara"].ref, "nature": "My sister bids"}
        assert client.post(f"/conflicts/meetings/{meeting.ref}/tell", data=facts).status_code == 303
        assert "My sister bids" in client.get(plan(meeting)).text


class TestDeclare:
    def test_is_refused_before_the_meeting_with_its_authority(self, client, board, meeting):
        facts = {"item": 1, "person": board.people["Asha"].ref, "nature": "It pays me"}
        answer = client.post(f"/conflicts/meetings/{meeting.ref}/declare", json=facts)
        assert (answer.status_code, answer.json["authority"]) == (409, "Companies Act 2006, s.177")


class TestTreat:
    def test_is_offered_once_a_conflict_is_confirmed(self, client, board, asked):
        page = f"/conflicts/{asked.ref}"
        assert "/treat" not in client.get(page).text
        with together():
            commands.confirm(asked.meeting, item=1, person=board.people["Asha"], by=ADA)
        assert f"{page}/treat" in client.get(page).text

    def test_wants_the_rev_that_was_seen(self, client, asked):
        facts = {"treatment": "leaves for the item", "ruled_by": "the chair"}
        assert client.post(f"/conflicts/{asked.ref}/treat", data=facts).status_code == 428


class TestAnswer:
    def answer(self, browser, conflict):
        facts = {"answer": "that is right", "explanation": "", "rev": str(conflict.rev)}
        return browser.post(f"/conflicts/{conflict.ref}/answer", data=facts)

    def test_is_given_by_the_person_who_is_asked(self, app, board, asked):
        own = browser_of(app, "member", board.people["Asha"].ref)
        assert f"/conflicts/{asked.ref}/answer" in own.get("/conflicts/mine").text
        assert self.answer(own, asked).status_code == 303
        assert db.session.get(Conflict, asked.ref).answer == "that is right"

    def test_is_asked_for_beside_the_item_and_why_it_is_asked(self, app, board, asked):
        page = browser_of(app, "member", board.people["Asha"].ref).get(f"/conflicts/{asked.ref}/answer").text
        assert "Item 1: Extended hours" in page
        assert "Speaks for Melton, Syston and Vale PCN" in page

    def test_is_not_offered_once_the_meeting_is_over(self, app, client, asked):
        page = f"/conflicts/{asked.ref}"
        assert f"{page}/answer" in client.get(page).text
        with time_machine.travel(date(2026, 5, 15), tick=False):
            assert f"{page}/answer" not in browser_of(app, "secretary").get(page).text

    def test_is_nobody_elses(self, app, board, asked):
        other = browser_of(app, "member", board.people["Ben"].ref)
        assert self.answer(other, asked).status_code == 403
        assert asked.ref not in other.get("/conflicts/mine").text

    def test_is_asked_for_on_the_front_page_until_it_is_given(self, app, board, asked):
        own = browser_of(app, "member", board.people["Asha"].ref)
        assert "touches your interests" in own.get("/home/register").text
        self.answer(own, asked)
        assert "touches your interests" not in own.get("/home/register").text


class TestMine:
    def test_is_nobodys_where_the_registers_do_not_say_who_one_is(self, app):
        assert browser_of(app, "member").get("/conflicts/mine").status_code == 403


class TestAsk:
    def test_offers_those_who_sit_and_nobody_else(self, client, meeting):
        APerson(surname="Bystander")
        page = client.get(f"/conflicts/meetings/{meeting.ref}/ask").text
        assert "Ashason" in page
        assert "Bystander" not in page

    def test_asks_everybody_touched_where_nobody_is_named(self, client, meeting):
        api = {"people": []}
        assert client.post(f"/conflicts/meetings/{meeting.ref}/ask", json=api).status_code == 201
        assert db.session.query(Conflict).count() == 2


class TestRegister:
    def test_is_a_paper_that_numbers_its_lines(self, client, asked):
        words = text_of(client.get("/conflicts/register.pdf").data)
        assert "Dr Asha Ashason" in words
        assert "1 entry. No other entries." in words

    def test_has_every_conflict_that_was_handled(self, client, asked):
        assert "Dr Asha Ashason" in client.get("/conflicts/register.csv").text


class TestUndeclared:
    def test_has_what_was_not_declared_at_meetings_held(self, app, board, meeting):
        with time_machine.travel(MET, tick=False):
            board.attended(meeting, "Clara", "Asha", "Lou")
            told = browser_of(app, "secretary").get("/conflicts/undeclared.json").json
        assert [line["name"] for line in told["items"]] == ["Dr Asha Ashason"]


def test_the_meetings_page_tells_of_its_conflicts(client, meeting):
    page = client.get(f"/meetings/{meeting.ref}").text
    assert "Conflicts of interest" in page
    assert plan(meeting) in page


def test_a_persons_page_tells_of_hers(client, board, asked):
    assert "Extended hours" in client.get(f"/people/{board.people['Asha'].ref}").text


def test_what_waits_for_a_word_is_on_the_secretarys_front_page(client, meeting):
    assert "Confirm or dismiss 2 conflicts found for the meeting of The Board on 14 May 2026." in (
        client.get("/home/register").text
    )


class TestTopics:
    def test_tell_whom_they_touch_and_what_quorum_is_left(self, client, board):
        for name in ("Lou", "Ben"):
            AnInterest(person=board.people[name], organisation="Lou’s Lettings", topics="premises")
        told = client.get(f"/conflicts/bodies/{board.body.ref}/topics.json").json["items"]

        premises = next(line for line in told if line["topic"] == "Premises")
        assert premises["people"] == ["Dr Ben Benson", "Dr Lou Louson"]
        assert premises["quorum"] == "2 voters left: a quorum of 3 could not be had (Terms of reference v2.0, clause 6)"
        others = [line for line in told if line["topic"] != "Premises"]
        assert all(line["people"] == [] and "could be had" in line["quorum"] for line in others)

    def test_tell_a_director_nothing_of_what_is_private(self, app, board):
        AnInterest(person=board.people["Lou"], topics="premises", **PRIVATE)
        page = browser_of(app, "director").get(f"/conflicts/bodies/{board.body.ref}/topics").text
        assert "Louson" not in page


class TestQuorumOfARestrictedItem:
    @pytest.mark.parametrize(
        "page",
        [
            *("meetings/{}", "meetings/{}.json", "meetings/{}/attendance", "meetings/{}/attendance.json"),
            "conflicts/meetings/{}/plan.json",
        ],
    )
    def test_does_not_say_who_has_a_conflict_but_to_those_who_may_read_it(self, app, board, page):
        item = {"title": "Extended hours", "parties": [{"party": board.network}], "restricted": "about a person"}
        meeting = board.meets(item, on=date(2026, 5, 6))
        conflict = commands.confirm(meeting, item=1, person=board.people["Asha"], by=ADA)
        commands.treat(conflict, treatment=NO_PAPERS, ruled_by=THE_CHAIR, by=ADA)
        board.attended(meeting, "Asha", "Ben", "Clara", "Lou")
        address = f"/{page.format(meeting.ref)}"

        office = browser_of(app, "secretary").get(address).text
        stranger = browser_of(app, "director").get(address).text

        assert "conflict: leaves, and has no papers" in office
        assert "Quorate: " in stranger
        assert "leaves, and has no papers" not in stranger


class TestPapersKept:
    @pytest.fixture
    def paper(self, board, meeting, later):
        upload = FileStorage(BytesIO(a_pdf()), filename="bids.pdf")
        with together():
            meetings.add_paper(meeting, item=1, title="The bids", file=keep_paper(upload), by=ADA)
        later.move_to(datetime(2026, 5, 7, 12, tzinfo=UTC))
        conflict = commands.confirm(meeting, item=1, person=board.people["Asha"], by=ADA)
        commands.treat(conflict, treatment=NO_PAPERS, ruled_by=THE_CHAIR, by=ADA)
        return f"/meetings/{meeting.ref}/papers/{meeting.papers[0].ref}"

    def director(self, app, person):
        """The browser of a director, whose account is over her own declarations."""
        return browser_of(app, "director", person.ref)

    def test_from_whoever_is_to_have_none(self, app, board, meeting, paper):
        asha = self.director(app, board.people["Asha"])
        page = asha.get(f"/meetings/{meeting.ref}").text
        assert "The bids" not in page
        assert "kept from you, who have a conflict of interest (leaves, and has no papers)" in page
        answer = asha.get(paper)
        assert answer.status_code == 403
        assert "The papers on this item are kept from you" in answer.text

    def test_in_the_pack_too_where_a_placeholder_says_so(self, app, board, meeting, paper):
        told = self.director(app, board.people["Asha"]).get(f"/packs/{meeting.ref}.json")
        assert "The bids" not in told.text
        assert "Item 1: Extended hours" in [line["title"] for line in told.json["contents"]]

    def test_also_as_the_books_stood_before_it_was_known(self, app, board, meeting, paper):
        asha = self.director(app, board.people["Asha"])
        before = {"known": "2026-05-07T00:00:00Z"}
        assert "The bids" not in asha.get(f"/meetings/{meeting.ref}", query_string=before).text
        assert asha.get(paper, query_string=before).status_code == 403
        assert "The bids" not in asha.get(f"/packs/{meeting.ref}.json", query_string=before).text

    def test_from_the_search_too_then_and_now(self, app, board, meeting, paper):
        asha, ben = (self.director(app, board.people[name]) for name in ("Asha", "Ben"))
        for known in ({}, {"known": "2026-05-07T09:00Z"}):
            assert [hit["kind"] for hit in found_by(asha, "bids", **known)] == []
            assert [hit["kind"] for hit in found_by(ben, "bids", **known)] == ["Paper"]
        assert [hit["kind"] for hit in found_by(asha, "extended hours")] == ["Agenda item"]

    def test_from_nobody_else(self, app, board, meeting, paper):
        ben = self.director(app, board.people["Ben"])
        assert "The bids" in ben.get(f"/meetings/{meeting.ref}").text
        assert ben.get(paper).status_code == 200
        assert "The bids" in ben.get(f"/packs/{meeting.ref}.json").text


class TestAttendance:
    def test_is_offered_as_it_was_ruled(self, app, board):
        meeting = board.meets({"title": "One"}, {"title": "Two"}, {"title": "Three"}, {"title": "Four"})
        for item in (2, 3):
            conflict = commands.tell(meeting, item=item, person=board.people["Asha"], nature="Mine", by=ADA)
            commands.treat(conflict, treatment=LEFT, ruled_by=THE_CHAIR, by=ADA)
        with time_machine.travel(MET, tick=False):
            page = browser_of(app, "secretary").get(f"/meetings/{meeting.ref}/record-attendance").text
        assert 'value="P L2 R4"' in page
        assert "Conflict of interest" in page


class TestLawfulness:
    def test_tells_of_each_item_for_which_no_quorum_can_be_had(self, client, board):
        meeting = board.meets({"title": "One"}, {"title": "Two"})
        for name in ("Asha", "Ben"):
            conflict = commands.tell(meeting, item=2, person=board.people[name], nature="Mine", by=ADA)
            commands.treat(conflict, treatment=LEFT, ruled_by=THE_CHAIR, by=ADA)
        told = [line["sentence"] for line in client.get(f"/meetings/{meeting.ref}/check.json").json["items"]]
        assert [each for each in told if "quorum" in each.lower()] == [
            "Item 2: A quorum cannot be had: 2 expected, 3 needed (Terms of reference v2.0, clause 6); "
            "Dr Asha Ashason and Dr Ben Benson not counted (conflict: leaves for the item)."
        ]


def test_the_pack_has_the_plan_of_conflicts_where_there_are_any(client, board, meeting):
    assert "Conflicts of interest" in [
        line["title"] for line in client.get(f"/packs/{meeting.ref}.json").json["contents"]
    ]
    pack = text_of(client.get(f"/packs/{meeting.ref}.pdf").data)
    assert "Speaks for Melton, Syston and Vale PCN" in pack
    nothing = board.meets({"title": "Rent"})
    assert "conflicts" not in [line["name"] for line in client.get(f"/packs/{nothing.ref}.json").json["contents"]]
