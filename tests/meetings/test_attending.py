from datetime import date

import pytest
import time_machine
from marshmallow import ValidationError

from registry import clock, ledger
from registry.forms import named
from registry.meetings import commands, grid, persons, queries
from registry.meetings.counting import Counting
from registry.meetings.models import Meeting
from registry.meetings.queries import quorum_at, seats_that_day
from tests.breaches import refused
from tests.factories import ADA, ABody, AMeeting, AMember, AnAppointment, APerson, ASeat

EVE, MET, AFTER = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)
FIVE = ["Welcome", "Budget", "Contract", "Estate", "Close"]


def keyed(person, mark, **more):
    return {"person": person, "mark": mark, **more}


def marks_of(meeting, person):
    numbers = {item.ref: item.place for item in meeting.items}
    mine = [each for each in meeting.attendances if each.person_ref == person.ref]
    return sorted((numbers.get(each.item_ref, 0), each.mark, each.at) for each in mine)


@pytest.fixture
def meeting(app):
    return AMeeting(titles=FIVE, begins="13:00")


def on(day):
    return time_machine.travel(f"{day}T12:00:00Z", tick=False)


class TestRecordAttendance:
    def test_who_left_is_away_from_that_item_until_she_returned(self, meeting):
        person = APerson()

        commands.record_attendance(meeting, lines=[keyed(person, "P L2@13:20 R4@13:50")], by=ADA)

        assert marks_of(meeting, person) == [
            (0, "present", ""), (2, "left", "13:20"), (3, "left", ""), (4, "returned", "13:50"),
        ]  # fmt: skip

    def test_told_anew_of_the_whole_replaces_what_was_told_of_items(self, meeting):
        person = APerson()
        commands.record_attendance(meeting, lines=[keyed(person, "P L2 R4")], by=ADA)

        commands.record_attendance(meeting, lines=[keyed(person, "P L5")], by=ADA)

        assert marks_of(meeting, person) == [(0, "present", ""), (5, "left", "")]

    def test_told_anew_of_items_alone_replaces_them_too(self, meeting):
        person = APerson()
        commands.record_attendance(meeting, lines=[keyed(person, "P2")], by=ADA)

        commands.record_attendance(meeting, lines=[keyed(person, "P3")], by=ADA)

        assert marks_of(meeting, person) == [(3, "present", "")]

    def test_told_in_one_go_of_an_item_and_of_the_whole_keeps_both(self, meeting):
        person = APerson()

        lines = [keyed(person, "left", item=2), keyed(person, "P")]
        commands.record_attendance(meeting, lines=lines, by=ADA)

        assert marks_of(meeting, person) == [(0, "present", ""), (2, "left", "")]

    def test_told_of_an_item_alone_leaves_the_rest(self, meeting):
        person = APerson()
        commands.record_attendance(meeting, lines=[keyed(person, "P L5")], by=ADA)

        commands.record_attendance(meeting, lines=[keyed(person, "left", item=2, reason="A call")], by=ADA)

        assert marks_of(meeting, person) == [(0, "present", ""), (2, "left", ""), (5, "left", "")]

    def test_gives_the_reason_to_what_was_missed(self, meeting):
        person = APerson()

        commands.record_attendance(
            meeting, lines=[keyed(person, "P L2 R3", reason="A conflict", how="in the room")], by=ADA
        )

        assert {(each.mark, each.reason, each.how) for each in meeting.attendances} == {
            ("present", "", "in the room"), ("left", "A conflict", ""), ("returned", "", "in the room"),
        }  # fmt: skip

    def test_leaves_out_of_the_quorum_whoever_was_only_listening(self, meeting):
        asha, ben = APerson(), APerson()
        for person in (asha, ben):
            AnAppointment(seat=ASeat(body=meeting.body), person=person)

        lines = [keyed(asha, "P", how="from elsewhere"), keyed(ben, "P L2 R3", how="listening only")]
        commands.record_attendance(meeting, lines=lines, by=ADA)

        assert quorum_at(meeting, None).voting == [asha.ref]
        assert quorum_at(meeting, meeting.items[2].ref).voting == [asha.ref]

    @pytest.mark.parametrize(
        ("typed", "sentence"), [("P L9", "has no item 9"), ("P L0", "has no item 0"), ("Q", "“Q” is no key")]
    )
    def test_names_the_line_that_cannot_be_read(self, meeting, typed, sentence):
        with pytest.raises(ValidationError) as mistake:
            commands.record_attendance(meeting, lines=[keyed(APerson(), "P"), keyed(APerson(), typed)], by=ADA)

        assert sentence in mistake.value.messages["lines"][1]["mark"][0]
        assert meeting.attendances == []

    @pytest.mark.parametrize("typed", ["P R3", "P L2 L3", "P L2@12:59", "P L2@13:40 R3@13:30", "left"])
    def test_refuses_what_could_not_have_been(self, meeting, typed):
        with refused("lines"):
            commands.record_attendance(meeting, lines=[keyed(APerson(), typed)], by=ADA)

        assert meeting.attendances == []


class TestKnown:
    def test_is_as_attendance_was_recorded_by_then(self, meeting):
        person = APerson()
        commands.record_attendance(meeting, lines=[keyed(person, "P")], by=ADA)
        commands.take_chair(meeting, person=person, by=ADA)
        then = clock.now()
        commands.record_attendance(meeting, lines=[keyed(person, "P L2 R4")], by=ADA)

        with ledger.known(then):
            [line] = grid.attendance_of(named(Meeting, meeting.ref))
        assert line["attended"] == "P"
        assert grid.attendance_of(meeting)[0]["attended"] == "P L2 R4"


class TestAttendedBy:
    def test_counts_the_items_that_differed_and_not_the_return(self, meeting):
        person = APerson()
        commands.record_attendance(meeting, lines=[keyed(person, "P L2 R4")], by=ADA)

        assert persons.attended_by(person, MET)[0]["otherwise"] == "otherwise for 2 items"


class TestApologise:
    @pytest.fixture
    def person(self, meeting):
        return AnAppointment(seat=ASeat(body=meeting.body), person=APerson()).person

    def test_counts_in_what_is_foreseen_until_she_can_come_after_all(self, meeting, person):
        with on(EVE):
            commands.apologise(person, meeting=meeting, reason="On leave", by=ADA)
            assert Counting(meeting, seats_that_day(meeting)).foreseen(None).counted == 0
            commands.apologise(person, meeting=meeting, comes_after_all=True, by=ADA)
            assert Counting(meeting, seats_that_day(meeting)).foreseen(None).counted == 1

    def test_again_says_another_reason(self, meeting, person):
        with on(MET):
            commands.apologise(person, meeting=meeting, reason="On leave", by=ADA)
            commands.apologise(person, meeting=meeting, reason="Unwell", by=ADA)

        assert [each.reason for each in meeting.attendances] == ["Unwell"]

    def test_is_of_a_member_for_a_general_meeting(self, app):
        general, person = AMeeting(body=ABody(kind="general meeting")), APerson()
        AMember(person=person)

        with on(EVE):
            commands.apologise(person, meeting=general, by=ADA)

        assert len(general.attendances) == 1

    def test_not_after_the_day_nor_by_who_is_not_expected_nor_for_what_was_called_off(self, meeting, person):
        with on(AFTER), refused("meeting"):
            commands.apologise(person, meeting=meeting, by=ADA)
        with on(EVE), refused("meeting"):
            commands.apologise(APerson(), meeting=meeting, by=ADA)
        with on(EVE), refused(words="called off"):
            commands.apologise(person, meeting=AMeeting(body=meeting.body, cancelled=EVE), by=ADA)


class TestTakeChair:
    def test_of_the_meeting_by_its_chair_and_of_an_item_by_another(self, meeting):
        chair, ben = APerson(forenames="Ada"), APerson(forenames="Ben")
        AnAppointment(seat=ASeat(body=meeting.body, kind="chair"), person=chair)
        commands.record_attendance(meeting, lines=[keyed(chair, "P"), keyed(ben, "P")], by=ADA)

        commands.take_chair(meeting, person=chair, by=ADA)
        commands.take_chair(meeting, person=ben, item=3, reason="The chair stood down, with a conflict", by=ADA)

        assert queries.chair_of(meeting, None) is chair
        assert queries.chair_of(meeting, meeting.items[1].ref) is chair
        assert queries.chair_of(meeting, meeting.items[2].ref) is ben

    def test_gives_a_casting_vote_where_the_rules_do_and_never_to_a_chair_with_a_conflict(self, meeting):
        chair, ben = APerson(forenames="Ada"), APerson(forenames="Ben")
        AnAppointment(seat=ASeat(body=meeting.body, kind="chair"), person=chair)
        AnAppointment(seat=ASeat(body=meeting.body), person=ben)
        commands.record_attendance(meeting, lines=[keyed(chair, "P L3 R4"), keyed(ben, "P")], by=ADA)
        assert queries.chair_may_cast(meeting, None) is False

        commands.take_chair(meeting, person=chair, by=ADA)
        items = [item.ref for item in meeting.items]

        assert queries.chair_may_cast(meeting, items[0]) is True
        assert queries.chair_may_cast(meeting, items[0], {chair.ref: "partner in a bidder"}) is False
        assert queries.chair_may_cast(meeting, items[2]) is False

    def test_by_another_wants_a_reason_unless_the_body_has_no_chair(self, meeting):
        chair, ben = APerson(), APerson()
        commands.record_attendance(meeting, lines=[keyed(ben, "P")], by=ADA)
        commands.take_chair(meeting, person=ben, by=ADA)
        AnAppointment(seat=ASeat(body=meeting.body, kind="chair"), person=chair)

        with refused("reason"):
            commands.take_chair(meeting, person=ben, by=ADA)
        commands.take_chair(meeting, person=ben, reason="The chair was ten minutes late", by=ADA)

        assert [each.reason for each in meeting.chairings] == ["The chair was ten minutes late"]

    def test_not_of_an_item_that_one_missed(self, meeting):
        ben = APerson()
        commands.record_attendance(meeting, lines=[keyed(ben, "P L3")], by=ADA)

        with refused("person"):
            commands.take_chair(meeting, person=ben, item=3, by=ADA)

    def test_wants_an_item_of_the_agenda(self, meeting):
        with pytest.raises(ValidationError, match="no item 9"):
            commands.take_chair(meeting, person=APerson(), item=9, by=ADA)


class TestRepresent:
    @pytest.fixture
    def general(self, app):
        return AMeeting(body=ABody(kind="general meeting"), notice_given=date(2026, 4, 1))

    def test_lets_somebody_be_counted_for_a_member(self, general):
        member, other, proxy = AMember(), AMember(person=APerson(forenames="Ben")), APerson(forenames="Gus")
        ben = other.holders[0].person
        commands.record_attendance(general, lines=[keyed(proxy, "P"), keyed(ben, "P")], by=ADA)
        assert quorum_at(general, None).quorate is False

        commands.represent(general, person=proxy, member=member, right="proxy", by=ADA)

        assert quorum_at(general, None).quorate is True
        assert "Gus Patel comes as proxy for Asha Patel" in quorum_at(general, None).sentence

    def test_said_again_changes_the_right(self, general):
        member, person = AMember(), APerson()

        for right in ("proxy", "corporate representative"):
            commands.represent(general, person=person, member=member, right=right, by=ADA)

        assert [each.right for each in general.representations] == ["corporate representative"]

    def test_is_of_a_member_of_the_day_by_another_in_general_meeting(self, general, meeting):
        person = APerson()
        with refused("member"):
            commands.represent(general, person=person, member=AMember(ceased=MET), right="proxy", by=ADA)
        with refused("member"):
            commands.represent(meeting, person=person, member=AMember(), right="proxy", by=ADA)
        with refused("person"):
            commands.represent(general, person=person, member=AMember(person=person), right="proxy", by=ADA)
        commands.represent(general, person=person, member=AMember(ceased=AFTER), right="proxy", by=ADA)

    def test_is_of_a_meeting_that_was_not_called_off(self, general):
        called_off = AMeeting(body=general.body, cancelled=EVE)

        with refused(words="called off"):
            commands.represent(called_off, person=APerson(), member=AMember(), right="proxy", by=ADA)

        assert called_off.representations == []
