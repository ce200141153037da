from datetime import UTC, date, datetime

from registry import clock, ledger
from registry.db import db
from registry.drafts.models import TAKE
from registry.ledger.models import Entry
from registry.meetings import commands as meetings
from registry.minutes import commands, queries
from registry.minutes.models import Minutes, MinutesDraft
from registry.minutes.standing import facts_changed
from registry.outbox.models import Letter
from registry.people import commands as people
from tests.breaches import refused
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAccount, APerson
from tests.minutes.conftest import MET, NEXT, TODAY, box_of


def written(minutes):
    return [each.text for each in minutes.passages if each.source == "written"]


def number(minutes, text):
    """The number of the passage of that text."""
    return next(each.place for each in minutes.passages if each.text.startswith(text))


def suggested(minutes, text, proposed, **more):
    return commands.suggest(minutes, passage=number(minutes, text), proposed=proposed, **more, by=AnAccount())


class TestBegin:
    def test_begins_once_and_then_goes_on(self, board):
        draft = commands.begin(board.meeting, by=ADA)

        assert commands.begin(board.meeting, by=ADA) is draft
        assert db.session.query(Entry).filter_by(kind="minutes").count() == 0

    def test_of_a_meeting_that_has_not_been_held_is_refused(self, board):
        to_come = AMeeting(body=board.body, on=date(2026, 7, 21))

        with refused(words="has not been held"):
            commands.begin(to_come, by=ADA)

    def test_of_members_on_too_short_a_notice_is_refused(self):
        meeting = AMeeting(body=ABody(kind="general meeting"), on=MET, notice_given=date(2026, 5, 1))

        with refused(words="too short a notice"):
            commands.begin(meeting, by=ADA)


class TestWrite:
    def test_keeps_both_where_two_write_in_one_box(self, board):
        draft, box = board.drafted(), box_of(board.meeting, "item_2")
        commands.write(draft, was={box: ""}, boxes={box: "Ada’s words."}, desk="ada", by=ADA)
        commands.write(draft, was={box: ""}, boxes={box: "Ben’s words."}, desk="ben", by=ADA)

        assert draft.boxes == {box: "Ada’s words."}
        assert [each.text for each in draft.wordings] == ["Ben’s words."]

    def test_lets_nothing_go_out_until_one_is_chosen(self, board):
        draft, box = board.drafted(), box_of(board.meeting, "item_2")
        for name in ("Ada", "Ben"):
            commands.write(draft, was={box: ""}, boxes={box: f"{name}’s words."}, desk=name, by=ADA)

        with refused(words="See: Item 2: what was discussed"):
            commands.circulate(draft, circulated=TODAY, by=ADA)
        kept = draft.wordings[0].ref
        commands.settle(draft, wording=kept, stands="Ada’s words.", choice=TAKE, by=ADA)
        assert written(commands.circulate(draft, circulated=TODAY, by=ADA)) == ["Ben’s words."]


class TestDiscard:
    def test_throws_away_what_has_not_gone_out(self, board):
        commands.discard(board.drafted(opening="Never mind."), by=ADA)

        assert db.session.query(MinutesDraft).count() == 0

    def test_of_what_went_out_is_refused(self, board):
        board.circulated()

        with refused(words="not thrown away"):
            commands.discard(db.session.query(MinutesDraft).one(), by=ADA)


class TestCirculate:
    def test_freezes_the_sentences_of_the_registers_and_what_was_written(self, board):
        minutes = board.circulated(item_2="It was discussed.")
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)

        assert (minutes.version, minutes.circulated) == (1, date(2026, 5, 20))
        assert "Who was in the chair is not on record." in [each.text for each in minutes.passages]
        assert written(minutes) == ["It was discussed."]
        assert [change.sentence for change in facts_changed(minutes)] == [
            "“Who was in the chair is not on record.” is now “In the chair: Dr Clara Clarason.”"
        ]

    def test_goes_out_anew_as_the_next_version(self, board):
        first = board.circulated()
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)
        second = board.circulated(on=date(2026, 5, 22))

        assert (first.version, second.version) == (1, 2)
        assert facts_changed(second) == []
        assert "In the chair: Dr Clara Clarason." in [each.text for each in second.passages]

    def test_with_nothing_changed_is_refused(self, board):
        board.circulated()

        with refused(words="Nothing has changed"):
            board.circulated()

    def test_before_the_meeting_or_tomorrow_is_refused(self, board):
        for day in (date(2026, 5, 13), date(2026, 7, 21)):
            with refused("circulated"):
                board.circulated(on=day)

    def test_writes_to_whoever_came_sent_apologies_or_sits_there_now(self, board):
        guest = APerson(forenames="Gil", surname="Guest")
        meetings.record_attendance(board.meeting, lines=[{"person": guest, "item": 2, "mark": "present"}], by=ADA)

        minutes = board.circulated()

        letters = db.session.query(Letter).filter_by(about_ref=minutes.ref).all()
        assert sorted(letter.address for letter in letters) == [
            f"{name}@example.org" for name in ("asha", "ben", "clara", "lou")
        ]
        assert "\n\nhttp://127.0.0.1:8000/minutes/" in letters[0].body
        assert [each.person.ref for each in minutes.recipients if each.letter_ref is None] == [guest.ref]

    def test_writes_to_nobody_where_no_letters_are_asked_for_nor_to_the_dead(self, board):
        people.note_death(board.people["Lou"], died=date(2026, 6, 1), by=ADA)
        minutes = commands.circulate(board.drafted(), circulated=TODAY, letters=False, by=ADA)

        assert db.session.query(Letter).count() == 0
        assert len(minutes.recipients) == 4
        second = board.circulated(opening="More.", on=TODAY)
        assert sum(each.letter_ref is not None for each in second.recipients) == 3

    def test_once_they_are_approved_is_refused_with_how_it_is_done(self, board):
        board.approved()

        with refused(words="Enter it there, at an item of that meeting"):
            commands.begin(board.meeting, by=ADA)
        draft = db.session.query(MinutesDraft).one()
        for again in (
            lambda: commands.write(draft, was={}, boxes={"opening": "More."}, desk="", by=ADA),
            lambda: commands.circulate(draft, circulated=TODAY, by=ADA),
        ):
            with refused(words="a correction is a minute of the later meeting"):
                again()


class TestApprove:
    def test_is_entered_at_an_item_of_the_next_meeting(self, board):
        minutes = board.approved()

        assert (minutes.approved, minutes.approved_at_ref) == (NEXT, board.next.ref)
        assert minutes.approved_item_ref == board.next.numbered(1).ref

    def test_with_corrections_of_what_was_written(self, board):
        minutes = board.circulated(item_2="It was discussed.")
        corrected = [{"passage": number(minutes, "It was"), "words": "It was discussed at length."}]
        commands.approve(minutes, meeting=board.next, item=1, corrections=corrected, by=ADA)

        assert [(each.kind, each.words) for each in minutes.corrections] == [
            ("made on approval", "It was discussed at length.")
        ]
        assert written(minutes) == ["It was discussed."]

    def test_corrects_no_sentence_of_the_registers_and_no_passage_that_is_not_there(self, board):
        minutes = board.circulated()

        for passage, field, words in (
            (1, "corrections", "put the fact right where it is kept"),
            (999, "", "no passage"),
        ):
            lines = [{"passage": passage, "words": "Otherwise"}]
            with refused(field, words):
                commands.approve(minutes, meeting=board.next, item=1, corrections=lines, by=ADA)

    def test_by_a_decision_of_that_meeting_alone(self, board):
        minutes = board.circulated()
        told = {"body": board.body, "route": "meeting", "on": NEXT, "since": NEXT}
        there = ADecision(**told, meeting=board.next, item=1, text="RESOLVED that the minutes be approved.")

        with refused("decision"):
            commands.approve(minutes, meeting=board.next, item=1, decision=board.decided(), by=ADA)
        with refused(words="circulate them anew first"):
            commands.approve(minutes, meeting=board.next, item=1, decision=there, by=ADA)
        minutes = board.circulated(on=date(2026, 5, 22))
        commands.approve(minutes, meeting=board.next, item=1, decision=there, by=ADA)
        assert minutes.decision is there

    def test_once_the_facts_have_changed_is_refused_until_they_go_out_anew(self, board):
        minutes = board.circulated()
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)

        with refused(words="is now “In the chair: Dr Clara Clarason.”"):
            commands.approve(minutes, meeting=board.next, item=1, by=ADA)

    def test_by_an_earlier_meeting_or_another_body_or_one_to_come_is_refused(self, board):
        minutes = board.circulated()
        earlier = AMeeting(body=board.body, on=date(2026, 5, 13), titles=["Minutes"])
        others, to_come = AMeeting(on=NEXT), AMeeting(body=board.body, on=date(2026, 7, 21))

        for meeting in (earlier, board.meeting, others):
            with refused("meeting"):
                commands.approve(minutes, meeting=meeting, item=1, by=ADA)
        with refused(words="21 July 2026 has not been held"):
            commands.approve(minutes, meeting=to_come, item=1, by=ADA)

    def test_of_what_went_out_after_that_meeting_is_refused(self, board):
        minutes = board.circulated(on=date(2026, 7, 10))

        with refused("meeting", "What a meeting approves it has had before it"):
            commands.approve(minutes, meeting=board.next, item=1, by=ADA)

    def test_at_no_item_or_of_an_earlier_version_is_refused(self, board):
        first = board.circulated()
        second = board.circulated(opening="More.")

        with refused(words="followed by version 2"):
            commands.approve(first, meeting=board.next, item=1, by=ADA)
        with refused("item"):
            commands.approve(second, meeting=board.next, item=7, by=ADA)

    def test_is_done_once(self, board):
        minutes = board.approved()

        with refused(words="were approved on 9 July 2026"):
            commands.approve(minutes, meeting=board.next, item=1, by=ADA)


class TestAuthenticate:
    def test_is_by_the_chair_of_that_or_of_the_next_meeting(self, board):
        minutes = board.signed()

        assert minutes.authenticated == NEXT
        assert minutes.chaired is board.meeting

    def test_is_by_whoever_was_in_the_chair_and_not_by_whoever_holds_it(self, board):
        meetings.take_chair(board.meeting, person=board.people["Ben"], reason="Late", by=ADA)
        meetings.take_chair(board.next, person=board.people["Asha"], reason="Away", by=ADA)
        minutes = board.approved()

        for name in ("Clara", "Lou"):
            with refused("person", "in the chair of neither"):
                commands.authenticate(minutes, person=board.people[name], authenticated=TODAY, by=ADA)
        commands.authenticate(minutes, person=board.people["Asha"], authenticated=TODAY, by=ADA)
        assert minutes.chaired is board.next

    def test_before_they_are_approved_or_twice_is_refused(self, board):
        with refused(words="have not been approved yet"):
            commands.authenticate(board.circulated(), person=board.people["Clara"], authenticated=TODAY, by=ADA)

    def test_on_a_day_before_the_approval_is_refused(self, board):
        with refused("authenticated"):
            commands.authenticate(
                board.approved(), person=board.people["Clara"], authenticated=date(2026, 7, 8), by=ADA
            )

    def test_is_done_once(self, board):
        with refused(words="locked"):
            commands.authenticate(board.signed(), person=board.people["Clara"], authenticated=TODAY, by=ADA)

    def test_of_a_general_meeting_needs_no_approval_but_its_own_chair(self, board):
        members = ABody(kind="general meeting", name="The Members")
        meeting = AMeeting(body=members, on=MET, titles=["Report"])
        minutes = commands.circulate(board.drafted(meeting), circulated=TODAY, by=ADA)

        with refused("person", "next general meeting"):
            commands.authenticate(minutes, person=board.people["Ben"], authenticated=TODAY, by=ADA)
        commands.authenticate(minutes, person=board.people["Clara"], authenticated=TODAY, by=ADA)
        assert (minutes.approved, minutes.settled) == (None, TODAY)


class TestCorrect:
    def test_stands_beside_the_passage_which_itself_never_changes(self, board):
        minutes = board.signed()
        before = [each.text for each in minutes.passages]
        third = AMeeting(body=board.body, on=date(2026, 7, 16), titles=["A correction"])
        board.attended(third, Clara="P", Asha="P", Ben="P")

        place = number(minutes, "It was")
        commands.correct(minutes, meeting=third, item=1, passage=place, words="It was not discussed.", by=ADA)

        assert [each.text for each in minutes.passages] == before
        assert [(each.kind, each.words) for each in minutes.corrections] == [("made later", "It was not discussed.")]

    def test_before_they_are_approved_is_refused(self, board):
        with refused(words="have not been approved yet"):
            commands.correct(board.circulated(), meeting=board.next, item=1, passage=1, words="Else.", by=ADA)

    def test_of_no_passage_or_at_no_later_meeting_is_refused(self, board):
        minutes = board.approved()

        with refused(words="no passage 999"):
            commands.correct(minutes, meeting=board.next, item=1, passage=999, words="Else.", by=ADA)
        with refused("meeting"):
            commands.correct(minutes, meeting=board.meeting, item=1, passage=1, words="Else.", by=ADA)


class TestSuggest:
    def test_of_a_passage_is_entered_with_its_day(self, board):
        suggestion = suggested(board.circulated(item_2="It was discussed."), "It was", "It was settled.", why="It was")

        assert (suggestion.on, suggestion.passage.text, suggestion.outcome) == (TODAY, "It was discussed.", "")

    def test_on_what_is_settled_or_followed_or_not_there_is_refused(self, board):
        first = board.circulated(opening="It began.")
        with refused(words="no passage 999"):
            commands.suggest(first, passage=999, proposed="Else.", by=ADA)
        second = board.circulated(opening="It began late.")
        with refused(words="followed by version 2"):
            suggested(first, "It began", "It began early.")
        commands.approve(second, meeting=board.next, item=1, by=ADA)
        with refused(words="were approved"):
            suggested(second, "It began", "It began early.")


class TestAnswer:
    def test_accepted_goes_into_the_next_version_and_remains(self, board):
        first = board.circulated(item_2="It was discussed.\n\nLou objected.")
        one, other = suggested(first, "It was", "It was settled."), suggested(first, "Lou", "Lou dissented.")
        for suggestion in (one, other):
            commands.answer(suggestion, outcome="accepted", by=ADA)

        second = commands.circulate(db.session.query(MinutesDraft).one(), circulated=date(2026, 5, 27), by=ADA)

        assert written(second) == ["It was settled.", "Lou dissented."]
        assert written(first) == ["It was discussed.", "Lou objected."]
        assert (one.outcome, one.answered) == ("accepted", TODAY)
        letters = [each.body for each in db.session.query(Letter).filter_by(about_ref=second.ref)]
        assert all("This is version 2. 2 suggested corrections went into it." in each for each in letters)

    def test_accepted_where_somebody_has_written_meanwhile_keeps_both(self, board):
        first = board.circulated(item_2="It was discussed.")
        suggestion = suggested(first, "It was", "It was settled.")
        draft = board.drafted(item_2="It was put off.")

        commands.answer(suggestion, outcome="accepted", by=ADA)

        assert draft.boxes[box_of(board.meeting, "item_2")] == "It was put off."
        assert [each.text for each in draft.wordings] == ["It was settled."]

    def test_declined_with_a_reason_changes_nothing(self, board):
        suggestion = suggested(board.circulated(item_2="It was discussed."), "It was", "It was settled.")

        with refused("answer"):
            commands.answer(suggestion, outcome="declined", by=ADA)
        commands.answer(suggestion, outcome="declined", answer="Nobody recalls that.", by=ADA)

        assert db.session.query(MinutesDraft).one().boxes[box_of(board.meeting, "item_2")] == "It was discussed."
        with refused(words="has been declined already"):
            commands.answer(suggestion, outcome="accepted", by=ADA)

    def test_accepted_of_a_fact_waits_until_the_fact_is_put_right(self, board):
        suggestion = suggested(board.circulated(), "Who was in the chair", "Clara was in the chair.")

        with refused(words="put the fact right there first"):
            commands.answer(suggestion, outcome="accepted", by=ADA)
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)
        commands.answer(suggestion, outcome="accepted", by=ADA)
        assert suggestion.outcome == "accepted"

    def test_accepted_once_the_minutes_are_approved_is_refused(self, board):
        minutes = board.circulated(item_2="It was discussed.")
        suggestion = suggested(minutes, "It was", "It was settled.")
        commands.approve(minutes, meeting=board.next, item=1, by=ADA)

        with refused(words="were approved"):
            commands.answer(suggestion, outcome="accepted", by=ADA)
        commands.answer(suggestion, outcome="declined", answer="The meeting approved them.", by=ADA)
        assert suggestion.outcome == "declined"


class TestLedger:
    def test_has_each_step_as_an_act_and_the_working_paper_in_none(self, board):
        minutes = board.signed()
        acts = [act for (act,) in db.session.query(Entry.act).filter_by(ref=minutes.ref).order_by(Entry.seq)]

        assert acts == ["minutes.circulate", "minutes.approve", "minutes.authenticate"]
        assert ledger.verify() == []

    def test_tells_what_was_known_before_a_step(self, board, on_july_20):
        minutes = board.circulated(item_2="It was discussed.")
        suggested(minutes, "It was", "It was settled.")
        before, on_july_20.at = clock.now(), datetime(2026, 7, 20, 11, tzinfo=UTC)
        commands.approve(minutes, meeting=board.next, item=1, by=ADA)

        with ledger.known(before):
            assert queries.minutes_on(db.session.get(Minutes, minutes.ref), TODAY)["approved"] is None
            assert len(queries.suggestions_on(db.session.get(Minutes, minutes.ref), TODAY)) == 1
        assert queries.minutes_on(minutes, TODAY)["approved"] == "On 9 July 2026, at item 1"
