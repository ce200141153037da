"""What the registers say of a meeting, in the sentences of its minutes."""

from datetime import date

from registry.disclosures import commands as disclosures
from registry.meetings import commands as meetings
from registry.minutes import commands
from registry.minutes.facts import blocks_of
from tests.factories import ADA, ABody, ACompany, ADirector, AMeeting, AMember, ANotice, APerson
from tests.minutes.conftest import MET, NEXT


def said(meeting, number=None, *, hidden=()):
    """The sentences of the opening, or of an item of that number."""
    blocks = blocks_of(meeting, hidden)
    block = blocks[0] if number is None else next(each for each in blocks if each.item and each.item.place == number)
    return [f"{each.label} {each.text}".strip() for each in (*block.before, *block.after)]


class TestOpening:
    def test_says_which_meeting_of_which_company_it_was(self, board):
        ACompany(name="Federation Limited", number="01234567")

        assert said(board.meeting)[0] == (
            "Minutes of a meeting of The Board of Federation Limited (company number 01234567), "
            "held on 14 May 2026 at 18:30, The Springs, Wigston."
        )

    def test_says_the_board_and_the_committee_where_their_names_do_not(self):
        board, network = ABody(name="Board of Directors"), ABody(kind="PCN", name="Rutland Health PCN")

        assert "a meeting of the Board of Directors of" in said(AMeeting(body=board))[0]
        assert "a meeting of Rutland Health PCN of" in said(AMeeting(body=network))[0]

    def test_says_who_came_in_what_place_and_who_did_not(self, board):
        guest = APerson(forenames="Gil", surname="Guest")
        meetings.record_attendance(board.meeting, lines=[{"person": guest, "item": 2, "mark": "present"}], by=ADA)

        told = said(board.meeting)

        assert (
            "Present: Dr Clara Clarason (Chair), Dr Asha Ashason (Asha’s seat) and Dr Ben Benson (Ben’s seat)." in told
        )
        assert "In attendance: Gil Guest for item 2." in told
        assert "Apologies: Dr Lou Louson." in told

    def test_says_so_where_nobody_marked_whoever_has_a_seat(self, board):
        board.sits("Mo", title="Mo’s seat")

        assert "No attendance is on record of Dr Mo Moson." in said(board.meeting)

    def test_says_who_was_in_the_chair_or_that_nobody_noted_it(self, board):
        assert "Who was in the chair is not on record." in said(board.meeting)

        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)
        assert "In the chair: Dr Clara Clarason." in said(board.meeting)

    def test_says_the_notice_and_the_quorum(self, board):
        told = said(board.meeting)

        assert any(each.startswith("Notice: given on 29 April 2026: 14 clear days") for each in told)
        assert "There was a quorum: 3 of 4 with a vote counted; 3 needed (Terms of reference v2.0, clause 6)." in told

    def test_without_attendance_says_that_none_is_on_record(self, board):
        meeting = AMeeting(body=board.body, on=date(2026, 3, 5))

        assert "Attendance is not on record, nor so the quorum." in said(meeting)
        assert not any(sentence.startswith("Present") for sentence in said(meeting))

    def test_of_members_names_them_and_whom_they_sent(self):
        asha, ben = AMember(person=APerson(surname="Alder")), AMember(person=APerson(surname="Birch"))
        meeting = AMeeting(body=ABody(kind="general meeting", name="The Members"), on=MET)
        proxy = APerson(forenames="Pat", surname="Proxy")
        meetings.represent(meeting, person=proxy, member=ben, right="proxy", by=ADA)
        came = [{"person": asha.holders[0].person, "mark": "P"}, {"person": proxy, "mark": "P"}]
        meetings.record_attendance(meeting, lines=came, by=ADA)

        told = said(meeting)

        assert told[0].startswith("Minutes of a general meeting of")
        assert "Present: Asha Alder (member) and Pat Proxy (proxy for Asha Birch)." in told


class TestItem:
    def test_says_who_left_and_came_back_and_the_quorum_that_was_left(self, board):
        item, after = said(board.meeting, 2), said(board.meeting, 3)

        assert item[0] == "2 A contract"
        assert "Dr Asha Ashason left the meeting." in item
        assert "There was no quorum: 2 of 4 with a vote counted; 3 needed (Terms of reference v2.0, clause 6)." in item
        assert after == ["3 Date of the next meeting", "Dr Asha Ashason returned to the meeting."]
        assert said(board.meeting, 1) == ["1 Budget"]

    def test_says_when_it_was_noted_and_who_stayed_away(self, board):
        meeting = AMeeting(body=board.body, on=date(2026, 6, 4), titles=["One", "Two", "Three"])
        board.attended(meeting, Clara="P", Ben="P L2@18:50")

        assert "Dr Ben Benson left the meeting at 18:50." in said(meeting, 2)
        assert "Dr Ben Benson was still out of the meeting." in said(meeting, 3)

    def test_says_how_a_conflict_was_handled_and_what_was_decided_in_its_exact_words(self, board):
        board.conflicted("Asha", 2)
        decision = board.decided(votes_against=0, text="RESOLVED  that it be so.")

        item = said(board.meeting, 2)

        assert any(
            sentence.startswith("Dr Asha Ashason has an interest in item 2 (Her firm bids). As ruled by the chair")
            for sentence in item
        )
        assert item[-1] == f"{decision.number}: carried; 2 for, 0 against {decision.text}"

    def test_says_what_was_declared_where_nothing_was_made_of_it(self, board):
        ADirector(asha := board.people["Asha"])
        told = {"nature": "Partner", "extent": "A sixth"}
        disclosures.declare(board.meeting, person=asha, item=1, **told, by=ADA)

        assert "Dr Asha Ashason declared an interest: Partner; A sixth." in said(board.meeting, 1)

    def test_says_that_a_general_notice_was_read_at_it(self, board):
        notice = ANotice(ADirector(board.people["Ben"]).person, since=date(2026, 4, 1))
        disclosures.bring_up(notice, meeting=board.meeting, item=1, by=ADA)

        assert (
            "The general notice of an interest by Dr Ben Benson, in Vale Diagnostics Ltd, "
            "was brought up and read." in said(board.meeting, 1)
        )

    def test_says_nothing_of_one_that_is_hidden(self, board):
        item = board.meeting.numbered(2)

        assert [block.item_ref for block in blocks_of(board.meeting, [item.ref])].count(item.ref) == 0

    def test_says_which_minutes_were_approved_and_corrected_there(self, board):
        minutes = board.approved(corrections=[])

        assert "The minutes of The Board, 14 May 2026, version 1, were approved as a true record." in said(
            board.next, 1
        )
        third = AMeeting(body=board.body, on=date(2026, 7, 16), titles=["A correction"])
        board.attended(third, Clara="P", Asha="P", Ben="P")
        number = next(each.place for each in minutes.passages if each.text == "It was discussed.")
        commands.correct(minutes, meeting=third, item=1, passage=number, words="It was discussed at length.", by=ADA)
        assert (
            "The minutes of The Board, 14 May 2026 were corrected, item 2: “It was discussed.” is to read "
            "“It was discussed at length.”." in said(third, 1)
        )
        assert minutes.approved == NEXT


class TestClose:
    def test_says_where_it_was_adjourned_to(self, board):
        later = {"on": date(2026, 8, 15), "begins": "18:30", "place": "Wigston"}
        meetings.adjourn(board.meeting, item=2, **later, by=ADA)

        assert [each.text for each in blocks_of(board.meeting)[-1].after] == ["Adjourned to 15 August 2026."]
