from datetime import date
from io import BytesIO

import pytest
from marshmallow import ValidationError
from werkzeug.datastructures import FileStorage

from registry import clock, ledger
from registry.files import keep_paper
from registry.law import Breach
from registry.meetings import commands, queries
from registry.meetings.notices import notice_reckoned
from registry.terms.in_force import rules_in_force
from tests.factories import ADA, ABody, AMeeting, AnAppointment, APerson, APractice, ASeat, SomeTerms
from tests.papers import a_pdf

MET = date(2026, 5, 14)


def sent(content, name="paper.pdf"):
    return FileStorage(BytesIO(content), filename=name)


def with_paper(meeting, item, title="A paper", pages=1):
    with ledger.together():
        return commands.add_paper(meeting, item=item, title=title, file=keep_paper(sent(a_pdf(pages))), by=ADA)


def mark(person, mark="present", item=None):
    return {"person": person, "mark": mark, "item": item}


class TestConvene:
    FACTS = {"on": MET, "begins": "18:30", "place": "The Springs"}

    def test_calls_a_meeting_with_its_agenda_in_order(self):
        board = ABody(name="The Board")
        items = [{"title": "Welcome", "purpose": "note"}, {"title": "Budget", "purpose": "decide"}]

        meeting = commands.convene(body=board, items=items, **self.FACTS, by=ADA)

        assert [(item.place, item.title) for item in meeting.items] == [(1, "Welcome"), (2, "Budget")]
        assert queries.meetings_on(MET)[0]["meeting"] == "The Board, 14 May 2026"

    def test_not_of_a_body_that_has_ended(self):
        ended = ABody(until=MET)

        with pytest.raises(Breach):
            commands.convene(body=ended, **self.FACTS, by=ADA)

        assert queries.meetings_on(MET) == []

    def test_not_with_notice_after_it(self):
        with pytest.raises(Breach):
            commands.convene(body=ABody(), notice_given=date(2026, 5, 15), **self.FACTS, by=ADA)


class TestGiveNotice:
    def test_is_counted_in_clear_days_beside_what_the_terms_ask(self):
        board = ABody()
        SomeTerms(body=board, since=date(2026, 4, 1), notice_days=14, version="2.0")
        meeting = AMeeting(body=board, on=date(2026, 11, 17), notice_given=None)

        def sentence():
            return notice_reckoned(meeting, rules_in_force(board, meeting.on)).sentence

        assert sentence() == ("Not yet given; 14 needed under Terms of reference v2.0: by 2 November 2026")
        commands.give_notice(meeting, notice_given=date(2026, 11, 2), by=ADA)
        assert sentence() == ("Given on 2 November 2026: 14 clear days; 14 needed under Terms of reference v2.0")
        commands.give_notice(meeting, notice_given=date(2026, 11, 3), by=ADA)
        assert sentence().endswith("13 clear days; 14 needed under Terms of reference v2.0: 1 short")


class TestAddItem:
    def test_goes_to_the_end_of_the_agenda(self):
        meeting = AMeeting(titles=["Welcome", "Budget"])

        item = commands.add_item(meeting, title="Any other business", purpose="discuss", by=ADA)

        assert item.place == 3
        assert [each.title for each in meeting.items] == ["Welcome", "Budget", "Any other business"]

    def test_is_about_parties_as_the_registers_named_them_on_the_day_or_as_written(self):
        meeting, practice = AMeeting(titles=[]), APractice(name="THE SPRINGS")
        asha, hub = APerson(), ABody(name="Oakham hub")

        item = commands.add_item(
            meeting,
            title="Lease",
            purpose="decide",
            topic="premises",
            parties=[{"party": practice}, {"party": asha}, {"party": hub}, {"name": "Acme Lettings"}],
            by=ADA,
        )

        assert item.topic == "premises"
        assert {(party.item_ref, party.party_ref, party.name) for party in meeting.parties} == {
            (item.ref, practice.ref, "THE SPRINGS"),
            (item.ref, asha.ref, "Asha Patel"),
            (item.ref, hub.ref, "Oakham hub"),
            (item.ref, None, "Acme Lettings"),
        }


class TestAddPaper:
    def test_letters_papers_by_item_and_numbers_an_items_second(self):
        meeting = AMeeting(titles=["Welcome", "Budget"])

        with_paper(meeting, 1, "Greeting")
        with_paper(meeting, 2, "Budget", pages=3)
        with_paper(meeting, 2, "Forecast")

        told = queries.meeting_on(meeting, MET)["agenda"]
        assert [[(each["letter"], each["title"], each["pages"]) for each in item["papers"]] for item in told] == [
            [("A", "Greeting", 1)],
            [("B1", "Budget", 3), ("B2", "Forecast", 1)],
        ]

    def test_wants_an_item_of_the_agenda(self):
        meeting = AMeeting(titles=["Welcome"])

        with pytest.raises(ValidationError, match="no item 2"):
            with_paper(meeting, 2)

        assert meeting.papers == []


class TestRecordAttendance:
    def test_counts_the_quorum_item_by_item(self):
        board = ABody()
        SomeTerms(body=board, since=date(2026, 4, 1), quorum=2, version="2.0")
        asha, ben, guest = APerson(forenames="Asha"), APerson(forenames="Ben"), APerson(forenames="Gus")
        for person in (asha, ben):
            AnAppointment(seat=ASeat(body=board), person=person)
        meeting = AMeeting(body=board, titles=["Welcome", "Contract"])

        lines = [mark(asha), mark(ben), mark(guest), mark(ben, "left", item=2)]
        commands.record_attendance(meeting, lines=lines, by=ADA)

        told = queries.meeting_on(meeting, MET)
        assert told["quorum"] == "Quorate: 2 of 2 with a vote counted; 2 needed (Terms of reference v2.0)"
        assert [item["quorate"] for item in told["agenda"]] == [True, False]
        assert told["agenda"][1]["quorum"].startswith("Not quorate: 1 of 2")
        assert [(line["name"], line["items"]) for line in told["attendance"]] == [
            ("Asha Patel", []),
            ("Ben Patel", ["left for item 2"]),
            ("Gus Patel", []),
        ]

    def test_counts_those_who_held_a_seat_with_a_vote_on_the_day(self):
        board = ABody()
        past, voiceless = APerson(), APerson()
        AnAppointment(seat=ASeat(body=board), person=past, until=MET)
        AnAppointment(seat=ASeat(body=board, votes=0), person=voiceless)
        meeting = AMeeting(body=board)

        commands.record_attendance(meeting, lines=[mark(past), mark(voiceless)], by=ADA)

        assert queries.meeting_on(meeting, MET)["quorum"] == (
            "Not quorate: 0 of 0 with a vote counted; 2 needed (Model Articles, art. 11(2))"
        )

    def test_told_again_replaces_what_was_told_of_that_person(self):
        asha, ben = APerson(), APerson()
        meeting = AMeeting()
        commands.record_attendance(meeting, lines=[mark(asha), mark(ben)], by=ADA)

        commands.record_attendance(meeting, lines=[mark(ben, "apologies")], by=ADA)

        assert sorted(each.mark for each in meeting.attendances) == ["apologies", "present"]

    def test_not_before_the_day(self):
        meeting = AMeeting(on=date(2999, 1, 1), notice_given=None)

        with pytest.raises(Breach, match="on the day of the meeting or after"):
            commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

        assert meeting.attendances == []

    def test_names_the_line_whose_item_is_not_on_the_agenda(self):
        meeting = AMeeting(titles=["Welcome"])

        with pytest.raises(ValidationError) as mistake:
            commands.record_attendance(meeting, lines=[mark(APerson()), mark(APerson(), "left", 9)], by=ADA)

        assert mistake.value.messages == {"lines": {1: {"item": ["The agenda of this meeting has no item 9."]}}}


class TestAwaitingNotice:
    def test_is_of_the_next_fortnight(self):
        for day in (date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 28), date(2026, 5, 29)):
            AMeeting(on=day, notice_given=None)
        AMeeting(on=date(2026, 5, 20), notice_given=date(2026, 5, 1))

        found = queries.awaiting_notice(date(2026, 5, 14))

        assert [line["on"] for line in found] == [date(2026, 5, 14), date(2026, 5, 28)]
        assert found[0]["authority"] == "Model Articles, art. 9"

    def test_is_due_on_the_last_day_that_gives_the_clear_days_asked(self):
        board = ABody()
        SomeTerms(body=board, since=date(2026, 4, 1), notice_days=5, version="2.0")
        AMeeting(body=board, on=date(2026, 5, 14), notice_given=None)

        line = queries.awaiting_notice(date(2026, 5, 1))[0]

        assert (line["due"], line["authority"]) == (date(2026, 5, 8), "Terms of reference v2.0")


class TestKnown:
    def test_is_as_the_agenda_stood_then(self):
        meeting = AMeeting(titles=["Welcome"])
        then = clock.now()

        commands.add_item(meeting, title="Late item", purpose="note", by=ADA)

        with ledger.known(then):
            assert queries.meetings_on(MET)[0]["items"] == 1
        assert queries.meetings_on(MET)[0]["items"] == 2
