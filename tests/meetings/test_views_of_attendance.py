from datetime import date

import pytest
import time_machine

from registry.db import db
from registry.meetings import commands
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AMeeting, AMember, AnAppointment, APerson, ASeat
from tests.meetings.test_attending import FIVE, MET, keyed
from tests.papers import text_of
from tests.statements import statements

DAY_OF_NOTICE = "2026-05-01T12:00:00Z"


@pytest.fixture
def board(app):
    return ABody(name="Board")


@pytest.fixture
def asha(board):
    person = APerson(forenames="Asha")
    AnAppointment(seat=ASeat(body=board, title="Chair", kind="chair"), person=person)
    return person


@pytest.fixture
def meeting(board, asha):
    return AMeeting(body=board, titles=FIVE, begins="13:00")


def sent(meeting, **answers):
    return {"rev": str(meeting.rev), **answers}


class TestAttendance:
    def test_shows_each_person_item_by_item_and_the_quorum_of_each(self, client, meeting, asha):
        guest = APerson(forenames="Gus")
        lines = [keyed(asha, "P L2@13:20 R4"), keyed(guest, "P3", how="from elsewhere")]
        commands.record_attendance(meeting, lines=lines, by=ADA)
        commands.take_chair(meeting, person=asha, by=ADA)

        told = client.get(f"/meetings/{meeting.ref}/attendance.json").json
        page = client.get(f"/meetings/{meeting.ref}/attendance").text

        first, second = told["items"]
        assert (first["attended"], second["attended"], second["how"]) == ("P L2@13:20 R4", "P3", "from elsewhere")
        assert [cell["key"] for cell in first["cells"]] == ["P", "L", "–", "R", "P"]
        assert [cell["word"] for cell in first["cells"]][1:3] == ["left at 13:20", "away"]
        assert [cell["counted"] for cell in first["cells"]] == [True, False, False, True, True]
        assert [cell["key"] for cell in second["cells"]] == ["", "", "P", "", ""]
        assert "In the chair: Asha Patel." in page
        assert "Not quorate: 0 of 1 with a vote counted" in page
        assert "Model Articles, art. 11(1)" in page

    def test_lists_whoever_is_expected_before_anybody_is_marked(self, client, board, meeting):
        AnAppointment(seat=ASeat(body=board, votes=0), person=APerson(forenames="Sec"))

        page = client.get(f"/meetings/{meeting.ref}/attendance").text

        assert "Asha Patel" in page
        assert "Sec Patel" in page
        assert "Attendance is not recorded yet." in page

    def test_does_not_say_what_a_restricted_item_is_but_to_those_who_sit_there(self, app, client, board, asha):
        meeting = AMeeting(body=board, titles=["Redundancies"])
        commands.change_item(
            meeting, item=1, title="Redundancies", purpose="decide", restricted="about a person", by=ADA
        )
        commands.record_attendance(meeting, lines=[keyed(asha, "P")], by=ADA)
        address = f"/meetings/{meeting.ref}/attendance"

        assert "Redundancies" in client.get(address).text
        page = browser_of(app, "director").get(address).text
        assert "Redundancies" not in page
        assert "Restricted item" in page

    @pytest.mark.parametrize("page", ["", "/attendance"])
    def test_asks_no_more_of_the_database_for_more_people_and_items(self, client, app, page):
        counts = []
        for size in (2, 8):
            body, people = ABody(), [APerson() for _ in range(size)]
            for person in people:
                AnAppointment(seat=ASeat(body=body), person=person)
            meeting = AMeeting(body=body, titles=[])
            for each in people:
                commands.add_item(meeting, title="Budget", purpose="note", presenter=each, by=ADA)
            commands.record_attendance(meeting, lines=[keyed(each, "P L2") for each in people], by=ADA)
            address = f"/meetings/{meeting.ref}{page}"
            db.session.expunge_all()
            with statements() as asked:
                client.get(address)
            counts.append(len(asked))

        assert counts[0] == counts[1]

    def test_comes_as_csv_and_paper(self, client, meeting, asha):
        commands.record_attendance(meeting, lines=[keyed(asha, "P L2 R4")], by=ADA)

        assert "Asha Patel,Chair,P L2 R4" in client.get(f"/meetings/{meeting.ref}/attendance.csv").text
        assert "Attendance: Board, 14 May 2026" in text_of(client.get(f"/meetings/{meeting.ref}/attendance.pdf").data)

    def test_is_not_for_members(self, app, meeting):
        assert browser_of(app, "member").get(f"/meetings/{meeting.ref}/attendance").status_code == 403


class TestYearOfBody:
    def test_is_of_the_twelve_months_that_end_with_the_day(self, client, board, asha):
        for day in (date(2025, 5, 14), date(2025, 5, 15), MET, date(2026, 5, 15)):
            meeting = AMeeting(body=board, on=day, notice_given=None)
            commands.record_attendance(meeting, lines=[keyed(asha, "P")], by=ADA)
        AMeeting(body=board, on=MET)

        page = client.get(f"/meetings/bodies/{board.ref}/year?on=2026-05-14")

        assert "2 meetings in the twelve months to 14 May 2026" in page.text
        assert "15 May 2025" in page.text
        assert "2 of 2" in page.text
        assert all(day not in page.text for day in ("14 May 2025", "15 May 2026"))

    def test_counts_only_the_days_on_which_somebody_had_a_seat(self, client, board, asha):
        gone, guest = APerson(forenames="Ben"), APerson(forenames="Gus")
        AnAppointment(seat=ASeat(body=board), person=gone, until=MET)
        for day, lines in ((date(2026, 5, 13), [keyed(gone, "E"), keyed(asha, "P")]), (MET, [keyed(guest, "P1")])):
            commands.record_attendance(AMeeting(body=board, on=day, notice_given=None), lines=lines, by=ADA)

        told = client.get(f"/meetings/bodies/{board.ref}/year.json?on=2026-05-14").json["items"]

        assert {line["name"]: line["came"] for line in told} == {
            "Asha Patel": "1 of 2", "Ben Patel": "0 of 1", "Gus Patel": "1 of 1",
        }  # fmt: skip

    def test_counts_as_there_whoever_came_for_some_of_it(self, client, board, asha):
        commands.record_attendance(AMeeting(body=board, titles=FIVE), lines=[keyed(asha, "E P3")], by=ADA)

        [line] = client.get(f"/meetings/bodies/{board.ref}/year.json?on=2026-05-14").json["items"]

        assert (line["came"], line["cells"][0]["key"]) == ("1 of 1", "P")

    @pytest.mark.parametrize("kind", ["", ".csv", ".pdf"])
    def test_comes_in_every_form_also_where_nothing_is_recorded(self, client, board, kind):
        assert client.get(f"/meetings/bodies/{board.ref}/year{kind}?on=2026-05-14").status_code == 200


class TestTakeChair:
    def test_is_recorded_from_the_grid(self, client, meeting, asha):
        ben = APerson(forenames="Ben")
        commands.record_attendance(meeting, lines=[keyed(asha, "P L3"), keyed(ben, "P")], by=ADA)
        address = f"/meetings/{meeting.ref}/take-chair"

        assert address in client.get(f"/meetings/{meeting.ref}/attendance").text
        asked = {"person": ben.ref, "item": "3"}
        refused = client.post(address, data=sent(meeting, **asked))
        answer = client.post(address, data=sent(meeting, **asked, reason="Stood down for a conflict"))

        assert refused.status_code == 409
        assert 'href="#reason"' in refused.text
        assert answer.status_code == 303
        assert "Ben Patel for item 3 (Stood down for a conflict)" in client.get(answer.location).text


class TestRepresent:
    def test_is_offered_in_general_meeting_alone(self, client, meeting):
        general = AMeeting(body=ABody(kind="general meeting"), notice_given=date(2026, 4, 1))
        member, gus = AMember(), APerson(forenames="Gus")
        commands.record_attendance(general, lines=[keyed(gus, "P")], by=ADA)
        address = f"/meetings/{general.ref}/represent"

        asked = {"person": gus.ref, "member": member.ref, "right": "proxy"}
        answer = client.post(address, data=sent(general, **asked))

        assert answer.status_code == 303
        page = client.get(answer.location).text
        assert address in page
        assert "proxy for Asha Patel" in page
        assert "/represent" not in client.get(f"/meetings/{meeting.ref}/attendance").text


class TestApologise:
    def test_is_for_the_person_herself_and_the_secretary_and_nobody_else(self, app, client, meeting, asha):
        address = f"/meetings/people/{asha.ref}/apologise"
        with time_machine.travel(DAY_OF_NOTICE, tick=True):
            own = browser_of(app, "member", scope=asha.ref)
            page = own.get(f"/meetings/people/{asha.ref}").text
            assert address in page
            assert "Choose a meeting to send apologies for it" in page
            assert address in own.get(f"/people/{asha.ref}").text
            assert own.post(address, data={"meeting": meeting.ref, "reason": "On leave"}).status_code == 303
            assert "On leave" in client.get(f"/meetings/people/{asha.ref}").text
            assert "A quorum cannot be had: 0 expected" in client.get(f"/meetings/{meeting.ref}").text
            assert client.post(address, data={"meeting": meeting.ref, "comes_after_all": "true"}).status_code == 303
            assert browser_of(app, "member", scope=APerson().ref).get(address).status_code == 403
            other = AMeeting(body=ABody(name="Secret committee"), notice_given=None)
            assert "Secret committee" not in own.get(f"{address}?meeting={meeting.ref}").text
            assert "Board, 14 May 2026" in own.get(f"{address}?meeting={meeting.ref}").text
            assert own.post(address, data={"meeting": other.ref}).status_code == 409

        assert client.post(address, data={"meeting": meeting.ref}).status_code == 409
        assert client.post(address, data={"reason": "Unwell"}).status_code == 422


class TestComing:
    def test_is_of_meetings_on_whose_day_one_has_a_seat_or_is_a_member(self, client, board, asha):
        general = ABody(kind="general meeting")
        ben = APerson(forenames="Ben")
        AnAppointment(seat=ASeat(body=board), person=ben, until=MET)
        AMember(person=ben, ceased=date(2026, 5, 15))
        for body in (board, general):
            for day in (12, 13, 14, 15):
                AMeeting(body=body, on=date(2026, 5, day), notice_given=None)

        told = client.get(f"/meetings/people/{ben.ref}.json?on=2026-05-13").json["items"]

        assert [line["on"] for line in told] == ["2026-05-13", "2026-05-13", "2026-05-14"]
        assert {line["meeting"][:5] for line in told[:2]} == {"Board", general.name[:5]}
        assert told[2]["meeting"].startswith(general.name[:5])
