from datetime import date

import pytest
from marshmallow import ValidationError

from registry.meetings import commands
from registry.meetings.models import CLOSING, OPENING
from registry.meetings.order import standing_items
from tests.factories import ADA, ABody, AMeeting, APerson, APractice
from tests.meetings.test_commands import mark, with_paper
from tests.meetings.test_views import sent

BEFORE_IT = date(2999, 1, 1)
CHANGED = {"title": "Contract for extended hours", "purpose": "decide"}


def titles(meeting):
    return [(item.place, item.title) for item in sorted(meeting.items, key=lambda item: item.place)]


def planned(**facts):
    """A meeting of which nobody has been told yet."""
    return AMeeting(**{"on": BEFORE_IT, "notice_given": None} | facts)


def set_order(body, *items, prefix=""):
    told = [{"title": title, "purpose": "note", "standing": standing} for title, standing in items]
    return commands.set_order(body, items=told, prefix=prefix, by=ADA)


class TestChangeItem:
    def test_says_anew_what_it_is_and_whom_it_is_about(self):
        meeting, asha = planned(titles=["Welcome", "Contract"]), APerson()
        about = {"parties": [{"party": asha}, {"name": "Acme Lettings"}], "time_wanted": 15, "topic": "workforce"}

        commands.change_item(meeting, item=2, **CHANGED, **about, by=ADA)
        commands.change_item(meeting, item=2, **CHANGED, parties=[{"party": asha}], by=ADA)

        assert titles(meeting) == [(1, "Welcome"), (2, "Contract for extended hours")]
        assert [(party.name, party.party_ref) for party in meeting.parties] == [("Asha Patel", asha.ref)]

    def test_offers_what_stands_there(self, client):
        meeting = planned(titles=["Welcome", "Contract"])

        page = client.get(f"/meetings/{meeting.ref}/change-item?item=2")

        assert 'value="Contract"' in page.text
        assert client.get(f"/meetings/{meeting.ref}/change-item?item=3").status_code == 404
        assert client.get(f"/meetings/{meeting.ref}/change-item").status_code == 404

    def test_is_recorded(self, client):
        meeting = planned(titles=["Welcome", "Contract"])
        answer = client.post(
            f"/meetings/{meeting.ref}/change-item",
            data=sent(meeting, item="2", **CHANGED, time_wanted="15", **{"parties-0-name": "Acme Lettings"}),
        )

        assert answer.location.endswith(f"{meeting.ref}#item-2")
        page = client.get(answer.location).text
        assert "2. Contract for extended hours" in page
        assert "15 minutes" in page
        assert "Acme Lettings" in page

    def test_goes_on_offering_a_party_that_has_closed(self, client):
        meeting, practice = planned(), APractice(name="THE SPRINGS", closed=date(2020, 7, 1))
        ended = ABody(name="Oadby hub", until=date(2020, 7, 1))
        commands.change_item(meeting, item=1, **CHANGED, parties=[{"party": practice}, {"party": ended}], by=ADA)

        page = client.get(f"/meetings/{meeting.ref}/change-item?item=1").text

        assert f'<option value="{practice.ref}" selected>THE SPRINGS (closed)</option>' in page
        assert f'<option value="{ended.ref}" selected>Oadby hub (ended)</option>' in page

    def test_asks_no_resolution_of_a_board(self, client):
        meeting = planned()

        page = client.post(
            f"/meetings/{meeting.ref}/change-item", data=sent(meeting, item="1", **CHANGED, resolution="special")
        )

        assert page.status_code == 409
        assert "only a general meeting is asked for one" in page.text


class TestReorder:
    @pytest.mark.parametrize(("item", "way", "after"), [(1, "down", "BAC"), (2, "up", "BAC"), (3, "up", "ACB")])
    def test_lets_neighbours_change_places(self, item, way, after):
        meeting = planned(titles="ABC")

        commands.reorder(meeting, item=item, way=way, by=ADA)

        assert "".join(title for _, title in titles(meeting)) == after

    @pytest.mark.parametrize(("item", "way", "sentence"), [(1, "up", "the first"), (3, "down", "the last")])
    def test_has_ends(self, item, way, sentence):
        meeting = planned(titles="ABC")

        with pytest.raises(ValidationError, match=sentence):
            commands.reorder(meeting, item=item, way=way, by=ADA)

    def test_is_a_button_beside_the_item(self, client):
        meeting = planned(titles="AB")

        answer = client.post(f"/meetings/{meeting.ref}/reorder", data=sent(meeting, item="1", way="down"))

        assert answer.status_code == 303
        told = client.get(f"/meetings/{meeting.ref}.json").json["agenda"]
        assert [item["title"] for item in told] == ["B", "A"]

    def test_leaves_what_was_marked_and_lettered_with_the_item(self):
        meeting, asha = AMeeting(titles="AB"), APerson()
        paper = with_paper(meeting, 2)
        commands.record_attendance(meeting, lines=[mark(asha), mark(asha, "left", 2)], by=ADA)

        commands.reorder(meeting, item=2, way="up", by=ADA)

        first = meeting.numbered(1)
        assert (paper.item_ref, paper.letter) == (first.ref, "A")
        assert {each.item_ref for each in meeting.attendances} == {None, first.ref}


class TestStrikeItem:
    def test_takes_it_off_with_its_papers_while_nobody_has_the_agenda(self):
        meeting = planned(titles="ABC")
        with_paper(meeting, 2)
        commands.change_item(meeting, item=2, **CHANGED, parties=[{"name": "Acme Lettings"}], by=ADA)

        commands.strike_item(meeting, item=2, reason="Not ready", by=ADA)

        assert titles(meeting) == [(1, "A"), (2, "C")]
        assert (meeting.papers, meeting.parties) == ([], [])

    def test_leaves_no_letter_out_while_nobody_has_the_agenda(self):
        meeting = planned(titles="AB")
        with_paper(meeting, 1)
        kept = with_paper(meeting, 2)

        commands.strike_item(meeting, item=1, reason="Not ready", by=ADA)

        assert [(paper.ref, paper.letter) for paper in meeting.papers] == [(kept.ref, "A")]

    def test_marks_it_as_withdrawn_once_notice_has_gone_out(self, client):
        meeting = planned(titles="ABC", notice_given=date(2998, 12, 1))

        client.post(f"/meetings/{meeting.ref}/strike-item", data=sent(meeting, item="2", reason="Not ready"))

        assert titles(meeting) == [(1, "A"), (2, "B"), (3, "C")]
        assert ">Withdrawn</strong> on" in client.get(f"/meetings/{meeting.ref}").text

    def test_is_once_for_all(self, client):
        meeting = planned(titles="ABC", notice_given=date(2998, 12, 1))
        commands.strike_item(meeting, item=2, reason="Not ready", by=ADA)

        again = client.post(f"/meetings/{meeting.ref}/strike-item", data=sent(meeting, item="2", reason="Again"))

        assert again.status_code == 409
        assert "the business comes back as a new item" in again.text

    def test_wants_a_reason(self, client):
        meeting = planned()

        page = client.post(f"/meetings/{meeting.ref}/strike-item", data=sent(meeting, item="1"))

        assert page.status_code == 422
        assert "Why: an answer is needed." in page.text


class TestSetOrder:
    def test_is_the_houses_until_the_body_has_its_own(self):
        board, members = ABody(), ABody(kind="general meeting")

        assert [item.standing for item in standing_items(board)][:4] == [*OPENING[:4]]
        assert standing_items(board)[-1].standing in CLOSING
        assert [item.title for item in standing_items(members)] == [
            "Welcome",
            "Apologies for absence",
            "Notice of the meeting and quorum",
        ]

    def test_is_what_every_agenda_then_begins_and_ends_with(self):
        board = ABody()
        set_order(board, ("Hello", "welcome"), ("Goodbye", "closing item"))
        when = {"on": BEFORE_IT, "begins": "18:30", "place": "Wigston"}

        meeting = commands.convene(
            body=board, **when, standing=True, items=[{"title": "Budget", "purpose": "decide"}], by=ADA
        )
        commands.add_item(meeting, title="Lease", purpose="decide", by=ADA)

        assert [title for _, title in titles(meeting)] == ["Hello", "Budget", "Lease", "Goodbye"]
        assert [item.standing for item in meeting.items if item.title == "Goodbye"] == ["closing item"]

    def test_begins_with_what_stands_and_is_shown_with_the_body(self, client):
        board = ABody(name="Board")
        page = client.get(f"/meetings/bodies/{board.ref}/set-order").text
        assert 'value="Confirmation of quoracy"' in page

        told = {"prefix": "b", "items-0-title": "Hello", "items-0-purpose": "note", "items-0-standing": "welcome"}
        answer = client.post(f"/meetings/bodies/{board.ref}/set-order", data=told)

        assert answer.status_code == 303
        assert "Hello" in client.get(answer.location).text

    def test_settled_again_stands_in_place_of_what_was(self):
        board = ABody()
        set_order(board, ("Hello", "welcome"), prefix="B")

        set_order(board, ("Good day", "welcome"), prefix="BD")

        assert [item.title for item in standing_items(board)] == ["Good day"]

    def test_lets_no_two_bodies_have_the_same_letters(self, client):
        set_order(ABody(), ("Hello", "welcome"), prefix="b")
        told = {"prefix": "B", "items-0-title": "Hello", "items-0-purpose": "note", "items-0-standing": "welcome"}

        page = client.post(f"/meetings/bodies/{ABody().ref}/set-order", data=told)

        assert page.status_code == 409
        assert "no two bodies have the same" in page.text

    @pytest.mark.parametrize("prefix", ["B2", "ABCDEFG", "B/"])
    def test_takes_letters_alone(self, client, prefix):
        page = client.post(f"/meetings/bodies/{ABody().ref}/set-order", data={"prefix": prefix})

        assert page.status_code == 422
        assert "up to six letters" in page.text
