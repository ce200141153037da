from datetime import date, timedelta

import pytest
from marshmallow import ValidationError

from registry import clock, ledger
from registry.disclosures import commands, queries
from registry.disclosures.models import CONNECTED, WRITTEN
from registry.law import Breach
from registry.meetings import commands as meetings
from tests.breaches import refused
from tests.factories import ADA, ABody, ADirector, ADisclosure, AMeeting, ANotice, APerson

MAY_1, MAY_13, MAY_14, MAY_15, JUNE_11 = (
    date(2026, 5, 1), date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15), date(2026, 6, 11),
)  # fmt: skip
LEASE = {"kind": WRITTEN, "transaction": "A lease"}


@pytest.fixture
def board(app):
    return ABody(kind="board", name="Board")


@pytest.fixture
def meeting(board):
    return AMeeting(body=board, on=MAY_14, titles=["Declarations", "A lease"])


@pytest.fixture
def asha(app):
    """A director, one of two."""
    ADirector(APerson(surname="Osei"))
    return ADirector(APerson(title="Dr")).person


def state(notice, on):
    return queries.notice_on(notice, on)["state"]


class TestGive:
    def test_is_for_directors_from_their_first_day_to_their_last(self):
        person = ADirector(since=MAY_13, until=MAY_15).person

        for day in (date(2026, 5, 12), MAY_15):
            with pytest.raises(Breach, match="Asha Patel was not one on"):
                ANotice(person, since=day)
        for day in (MAY_13, MAY_14):
            ANotice(person, since=day)

    def test_at_a_meeting_has_effect_from_its_day(self, asha, meeting):
        notice = ANotice(asha, since=MAY_14, meeting=meeting)

        assert state(notice, MAY_14) == "given at the meeting of the board on 14 May 2026, and in effect from that day"
        assert queries.general_notices_on(MAY_13) == []
        [line] = queries.general_notices_on(MAY_14)
        assert (line["person_ref"], line["organisation"], line["organisation_ref"], line["effective"]) == (
            asha.ref, "Vale Diagnostics Ltd", None, MAY_14,
        )  # fmt: skip

    def test_at_another_bodys_meeting_or_on_another_day_is_refused(self, asha, meeting):
        hub = AMeeting(body=ABody(kind="hub"), on=MAY_14)

        with pytest.raises(Breach, match="a meeting of the directors"):
            ANotice(asha, since=MAY_14, meeting=hub)
        with pytest.raises(Breach, match="on its day, 14 May 2026"):
            ANotice(asha, since=MAY_13, meeting=meeting)

    def test_of_tomorrow_is_refused(self, asha):
        with pytest.raises(Breach, match="still to come"):
            ANotice(asha, since=clock.today() + timedelta(days=1))

    def test_of_a_connection_tells_its_nature_alone(self, asha):
        ANotice(asha, kind=CONNECTED, organisation="Mr R Patel", nature="Spouse", extent="")
        with pytest.raises(Breach, match="the nature and the extent"):
            ANotice(asha, extent="")

    def test_that_completes_another_is_by_the_same_director(self, asha):
        first = ANotice(asha, since=MAY_1)
        second = ANotice(asha, since=MAY_13, extent="A half", earlier=first)

        assert queries.notice_on(second, MAY_13)["earlier"] == first.called
        with pytest.raises(Breach, match="the same director"):
            ANotice(earlier=first, since=MAY_13)

    def test_late_in_writing_is_marked(self, asha):
        late, in_time = (ANotice(asha, since=MAY_14, entered=day, **LEASE) for day in (MAY_13, MAY_14))

        assert queries.notice_on(late, MAY_14)["marks"] == ["late: 1 day after the company entered into it (s.177(4))"]
        assert queries.notice_on(in_time, MAY_14)["marks"] == []

    def test_by_a_sole_director_was_not_needed(self):
        notice = ANotice()

        assert queries.notice_on(notice, MAY_1)["marks"] == ["the only director: no declaration was needed (s.186)"]
        assert list(queries.to_bring_up(MAY_1)) == []

    def test_is_of_what_has_been_entered_into_and_has_arisen(self, asha):
        with refused("entered"):
            ANotice(asha, entered=clock.today() + timedelta(days=1), **LEASE)
        with refused("arose"):
            ANotice(asha, since=MAY_13, arose=MAY_14)
        ANotice(asha, since=MAY_13, arose=MAY_13, entered=clock.today(), **LEASE)

    def test_in_a_transaction_at_a_meeting_is_declared_against_the_item(self, asha, meeting):
        with refused("meeting", "against the item"):
            ANotice(asha, since=MAY_14, meeting=meeting, **LEASE)
        ANotice(asha, since=MAY_14, **LEASE)


class TestBringUp:
    def test_gives_effect_from_the_day_of_the_meeting(self, asha, meeting):
        notice = ANotice(asha, since=MAY_1)
        assert state(notice, MAY_14) == "given, to be read at the next meeting of the board on 14 May 2026"
        assert "without effect (s.185(4))" in state(notice, MAY_15)
        before = clock.now()

        commands.bring_up(notice, meeting=meeting, item=1, by=ADA)

        assert "to be read" in state(notice, MAY_13)
        assert state(notice, MAY_15) == "read at the meeting of the board on 14 May 2026, and in effect from that day"
        assert queries.notice_on(notice, MAY_15)["item"] == 1
        assert len(queries.general_notices_on(MAY_14)) == 1
        with ledger.known(before):
            assert queries.general_notices_on(MAY_14) == []

    def test_at_a_later_meeting_than_the_next_is_refused(self, asha, board, meeting):
        notice, later = ANotice(asha, since=MAY_1), AMeeting(body=board, on=JUNE_11)

        with pytest.raises(Breach, match="here: 14 May 2026"):
            commands.bring_up(notice, meeting=later, by=ADA)

    def test_of_one_given_the_day_before_a_meeting_on_the_day_and_the_day_after(self, asha, board, meeting):
        later = AMeeting(body=board, on=JUNE_11)

        for day, at in ((MAY_13, meeting), (MAY_14, meeting), (MAY_15, later)):
            commands.bring_up(ANotice(asha, since=day), meeting=at, by=ADA)
        with pytest.raises(Breach, match="here: 11 June 2026"):
            commands.bring_up(ANotice(asha, since=MAY_15), meeting=meeting, by=ADA)

    def test_of_one_given_before_a_meeting_that_was_called_off_waits_for_the_next(self, asha, board, meeting):
        notice = ANotice(asha, since=MAY_13)
        AMeeting(body=board, on=JUNE_11)
        meetings.call_off(meeting, reason="Snow", by=ADA)

        assert state(notice, MAY_15) == "given, to be read at the next meeting of the board on 11 June 2026"
        with pytest.raises(Breach, match="called off"):
            ADisclosure(meeting, asha)

    def test_twice_or_before_the_meeting_is_refused(self, asha, board):
        to_come = AMeeting(body=board, on=clock.today() + timedelta(days=1), notice_given=None)
        with pytest.raises(Breach, match="is still to come"):
            commands.bring_up(ANotice(asha, since=clock.today()), meeting=to_come, by=ADA)

        given = AMeeting(body=board, on=MAY_14)
        with pytest.raises(Breach, match="at a meeting already"):
            commands.bring_up(ANotice(asha, since=MAY_14, meeting=given), meeting=given, by=ADA)

    def test_under_an_item_that_is_not_there_is_refused(self, asha, meeting):
        with pytest.raises(ValidationError, match="no item 3"):
            commands.bring_up(ANotice(asha, since=MAY_1), meeting=meeting, item=3, by=ADA)

    def test_at_a_meeting_of_another_body_is_refused(self, asha, meeting):
        notice = ANotice(asha, since=MAY_1)

        with refused("meeting", "a meeting of the directors"):
            commands.bring_up(notice, meeting=AMeeting(body=ABody(kind="hub"), on=MAY_14), by=ADA)
        commands.bring_up(notice, meeting=meeting, by=ADA)


class TestEnd:
    def test_takes_it_out_of_effect_and_off_the_list_of_what_to_bring_up(self, asha, meeting):
        read, waiting = ANotice(asha, since=MAY_14, meeting=meeting), ANotice(asha, since=MAY_15)
        for notice in (read, waiting):
            commands.end(notice, until=JUNE_11, by=ADA)

        last = date(2026, 6, 10)
        assert [len(queries.general_notices_on(day)) for day in (last, JUNE_11)] == [1, 0]
        assert [len(list(queries.to_bring_up(day))) for day in (last, JUNE_11)] == [1, 0]
        assert state(read, JUNE_11).endswith("; ended on 10 June 2026")


class TestDeclare:
    def test_is_tied_to_its_item(self, asha, meeting):
        ADisclosure(meeting, asha, item=2)

        assert queries.declared_at(meeting) == {(asha.ref, meeting.items[1].ref)}
        assert queries.disclosures_at(meeting, MAY_13) == []
        [line] = queries.disclosures_at(meeting, MAY_14)
        assert (line["item"], line["duty"], line["marks"]) == ("2. A lease", "s.177: a proposed transaction", [])

    def test_is_late_from_the_day_after_the_company_entered_into_it(self, asha, meeting):
        ADisclosure(meeting, asha, item=1, entered=MAY_14)
        ADisclosure(meeting, asha, item=2, entered=MAY_13)

        in_time, late = queries.disclosures_at(meeting, MAY_14)
        assert in_time["marks"] == []
        assert late["duty"] == "s.182: a transaction entered into on 13 May 2026"
        assert late["marks"] == ["late: 1 day after the company entered into it (s.177(4))"]

    def test_is_not_late_of_a_director_who_was_none_when_it_was_entered_into(self, asha, meeting):
        newcomer = ADirector(APerson(), since=MAY_14).person
        ADisclosure(meeting, newcomer, entered=MAY_13)

        assert queries.disclosures_at(meeting, MAY_14)[0]["marks"] == []

    def test_is_not_late_of_an_interest_that_began_after_it_was_entered_into(self, asha, meeting):
        ADisclosure(meeting, asha, entered=MAY_1, arose=MAY_13)

        [line] = queries.disclosures_at(meeting, MAY_14)
        assert (line["duty"], line["marks"]) == ("s.182: a transaction entered into on 1 May 2026", [])

    def test_under_a_general_notice_needs_no_more_words(self, asha, meeting):
        notice = ANotice(asha, since=MAY_14, meeting=meeting)
        ADisclosure(meeting, asha, nature="", extent="", notice=notice)

        [line] = queries.disclosures_at(meeting, MAY_14)
        assert (line["nature"], line["extent"], line["notice"]) == ("Director", "A third", notice.called)

    def test_under_a_notice_without_effect_or_of_another_is_refused(self, asha, meeting):
        unread, written = ANotice(asha, since=MAY_1), ANotice(asha, since=MAY_1, **LEASE)
        anothers = ANotice(ADirector(APerson()).person, since=MAY_14, meeting=meeting)

        for notice in (unread, written, anothers):
            with pytest.raises(Breach, match="A general notice serves"):
                ADisclosure(meeting, asha, notice=notice)

    def test_is_for_directors_of_the_day_at_their_own_meetings_once_held(self, asha, board, meeting):
        with pytest.raises(Breach, match="was not one on 14 May 2026"):
            ADisclosure(meeting, ADirector(APerson(), since=MAY_15).person)
        with pytest.raises(Breach, match="a meeting of the directors"):
            ADisclosure(AMeeting(body=ABody(kind="hub"), on=MAY_14), asha)
        with pytest.raises(Breach, match="still to come"):
            ADisclosure(AMeeting(body=board, on=clock.today() + timedelta(days=1), notice_given=None), asha)
        with pytest.raises(Breach, match="are declared, unless"):
            ADisclosure(meeting, asha, extent="")

    def test_is_of_what_has_been_entered_into_and_has_arisen(self, asha, meeting):
        with refused("entered"):
            ADisclosure(meeting, asha, entered=clock.today() + timedelta(days=1))
        with refused("arose"):
            ADisclosure(meeting, asha, arose=MAY_15)
        ADisclosure(meeting, asha, arose=MAY_14, entered=clock.today())

    def test_again_says_which_it_completes(self, asha, meeting):
        first = ADisclosure(meeting, asha)

        with pytest.raises(Breach, match="already"):
            ADisclosure(meeting, asha, extent="A half")
        second = ADisclosure(meeting, asha, extent="A half", earlier=first)
        assert queries.disclosure_on(second, MAY_14)["earlier"] == first.called


class TestFurtherDeclaration:
    def test_may_be_made_by_notice_after_a_meeting_and_at_one_after_a_notice(self, asha, board, meeting):
        at_meeting = ADisclosure(meeting, asha)
        written = ANotice(asha, since=MAY_15, earlier=at_meeting, **LEASE)
        again = ADisclosure(AMeeting(body=board, on=JUNE_11), asha, earlier=written)

        told = queries.notice_on(written, MAY_15)
        assert (told["earlier"], told["earlier_door"]) == (at_meeting.called, "disclosures.disclosure")
        told = queries.disclosure_on(again, JUNE_11)
        assert (told["earlier"], told["earlier_door"]) == (written.called, "disclosures.notice")


class TestToBringUp:
    def test_is_nothing_of_whoever_has_ceased_to_direct(self, asha):
        leaving = ADirector(APerson(), until=MAY_15).person
        ANotice(leaving, since=MAY_1)

        assert [len(list(queries.to_bring_up(day))) for day in (MAY_14, MAY_15)] == [1, 0]
