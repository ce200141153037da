from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm.exc import StaleDataError

from registry import clock
from registry.accounts.caller import Caller
from registry.db import db
from registry.ledger import Unrecorded, because, command, head, rehearsal, together
from registry.ledger.models import Entry
from registry.practices.models import ListSize, Particular, Practice
from tests.factories import ADA
from tests.ledger.acts import correct_opening, decide, enter, entries, rename, told

DEV = Caller("00000000000000000000000DEV", "Dev", ())


class TestCommand:
    def test_enters_the_whole_document_with_its_parts(self):
        practice = enter("C82001", by=ADA)

        (entry,) = entries()
        assert (entry.seq, entry.first, entry.act, entry.kind) == (0, 0, "ledger.enter", "practice")
        assert (entry.ref, entry.rev, entry.op, entry.actor) == (practice.ref, 1, "record", ADA.ref)
        assert told(entry)["code"] == "C82001"
        assert told(entry)["particulars"][0]["value"] == "KIBWORTH"

    def test_a_change_of_a_part_alone_is_a_change_of_its_document(self):
        practice = enter("C82001", by=ADA)

        rename(practice, name="SOUTH LEICESTERSHIRE", by=DEV, reason="new partners")

        assert practice.rev == 2
        assert (entries()[1].actor, entries()[1].act) == (DEV.ref, "ledger.rename")
        assert '"reason":"new partners"' in entries()[1].body

    def test_a_part_that_comes_or_goes_is_a_change_of_its_document(self):
        practice = enter("C82001", by=ADA)

        @command
        def count_patients(practice, *, by):
            practice.list_sizes.append(ListSize(on=date(2021, 1, 1), patients=26_437))

        @command
        def forget_name(practice, *, by):
            practice.particulars.remove(practice.particulars[0])

        count_patients(practice, by=ADA)
        forget_name(practice, by=ADA)

        assert practice.rev == 3
        assert told(entries()[1])["list_sizes"][0]["patients"] == 26_437
        assert told(entries()[2])["particulars"] == []

    def test_the_same_value_again_is_no_change(self):
        practice = enter("C82001", by=ADA)
        db.session.expire_all()

        rename(practice, name="KIBWORTH", by=ADA)

        assert (practice.rev, head().size) == (1, 1)

    def test_flushed_three_times_is_entered_once(self):
        practice = enter("C82001", by=ADA)

        @command
        def dither(practice, *, by):
            for name in ("A", "B", "C"):
                practice.particulars[0].value = name
                db.session.flush()

        dither(practice, by=ADA)

        assert (practice.rev, head().size) == (2, 2)

    def test_that_fails_leaves_no_trace(self):
        @command
        def fail(*, by):
            enter("C82001", by=by)
            raise RuntimeError

        with pytest.raises(RuntimeError):
            fail(by=ADA)

        assert (head().size, db.session.query(Practice).count()) == (0, 0)

    def test_a_correction_says_so(self):
        correct_opening(enter("C82001", by=ADA), opened=date(1974, 4, 1), by=ADA, reason="misread")

        assert [entry.op for entry in entries()] == ["record", "correct"]


class TestTogether:
    def test_what_is_done_within_is_one_act(self):
        with together() as act:
            enter("C82001", by=ADA)
            enter("C82002", by=ADA)

        assert [entry.first for entry in entries()] == [0, 0]
        assert [made.seq for made in act.made] == [0, 1]
        assert len({entry.recorded for entry in entries()}) == 1

    def test_is_all_or_nothing(self):
        with pytest.raises(ZeroDivisionError), together():  # noqa: PT012
            enter("C82001", by=ADA)
            _ = 1 / 0

        assert head().size == 0

    def test_a_document_touched_twice_has_one_entry_under_the_first_name(self):
        with together():
            rename(enter("C82001", by=ADA), name="B", by=ADA)

        assert [(entry.act, entry.rev) for entry in entries()] == [("ledger.enter", 1)]
        assert told(entries()[0])["particulars"][0]["value"] == "B"


class TestRehearsal:
    def test_does_everything_and_leaves_nothing(self):
        practice = enter("C82001", by=ADA)

        with rehearsal():
            enter("C82002", by=ADA)
            rename(practice, name="B", by=ADA)
            assert db.session.query(Practice).count() == 2

        assert (head().size, db.session.query(Practice).count()) == (1, 1)
        assert (practice.rev, practice.particulars[0].value) == (1, "KIBWORTH")

    def test_is_followed_by_the_act_itself(self):
        practice = enter("C82001", by=ADA)
        with rehearsal():
            rename(practice, name="B", by=ADA)

        rename(practice, name="C", by=ADA)

        assert [entry.rev for entry in entries()] == [1, 2]
        assert told(entries()[-1])["particulars"][0]["value"] == "C"

    def test_lets_whatever_forbids_it_speak_up(self):
        with pytest.raises(ZeroDivisionError), rehearsal():  # noqa: PT012
            enter("C82001", by=ADA)
            _ = 1 / 0

        assert (head().size, db.session.query(Practice).count()) == (0, 0)

    def test_within_an_act_that_has_changed_nothing_leaves_nothing_in_it(self):
        practice = enter("C82001", by=ADA)

        with together() as act:
            with rehearsal():
                enter("C82002", by=ADA)
                rename(practice, name="B", by=ADA)
            enter("C82003", by=ADA)

        assert [made.ref for made in act.made] == [entries()[-1].ref]
        assert (head().size, practice.rev, practice.particulars[0].value) == (2, 1, "KIBWORTH")

    def test_within_such_an_act_lets_whatever_forbids_it_speak_up(self):
        with pytest.raises(ZeroDivisionError), together(), rehearsal():  # noqa: PT012
            enter("C82001", by=ADA)
            _ = 1 / 0

        assert (head().size, db.session.query(Practice).count()) == (0, 0)

    def test_of_an_act_that_has_changed_something_is_refused(self):
        with pytest.raises(Unrecorded, match="cannot be rehearsed"), together():  # noqa: PT012
            enter("C82001", by=ADA)
            with rehearsal():
                pass


class TestBecause:
    def test_an_effect_cites_the_entry_that_decided_it(self):
        old = enter("C82001", by=ADA)

        def effect(decision):
            with because(decision):
                rename(old, name="B", by=ADA)

        decision = decide("C82002", by=ADA, then=[effect])

        assert [(e.seq, e.first, e.act, e.ref, e.because) for e in entries()][1:] == [
            (1, 1, "ledger.enter", decision.ref, None),
            (2, 1, "ledger.rename", old.ref, 1),
        ]

    def test_what_waits_for_its_day_cites_the_decision_as_last_entered(self):
        decision, practice = enter("C82001", by=ADA), enter("C82002", by=ADA)
        rename(decision, name="B", by=ADA)

        with because(decision.ref):
            rename(practice, name="C", by=ADA)

        assert entries()[-1].because == 2

    def test_what_is_entered_before_its_cause_changes_again_cites_it_as_it_was(self):
        decision, practice = enter("C82001", by=ADA), enter("C82002", by=ADA)

        with together():
            with because(decision):
                rename(practice, name="C", by=ADA)
            rename(decision, name="B", by=ADA)

        assert [(entry.seq, entry.ref, entry.because) for entry in entries()][2:] == [
            (2, practice.ref, 0),
            (3, decision.ref, None),
        ]

    def test_what_comes_after_has_no_such_cause(self):
        decision = enter("C82001", by=ADA)
        with because(decision):
            pass

        enter("C82002", by=ADA)

        assert entries()[-1].because is None


class TestClock:
    def test_recorded_never_runs_back(self):
        with clock.telling(datetime(2020, 1, 1, 12, tzinfo=UTC)) as now:
            enter("C82001", by=ADA)
            now.at = datetime(2019, 1, 1, tzinfo=UTC)
            enter("C82002", by=ADA)

        assert entries()[0].recorded == entries()[1].recorded == 1_577_880_000_000_000


class TestNothingChangesOutsideACommand:
    def test_not_a_new_document(self):
        db.session.add(Practice(code="C82001"))

        with pytest.raises(Unrecorded, match="outside any command"):
            db.session.commit()

    def test_not_a_part(self):
        practice = enter("C82001", by=ADA)
        practice.particulars[0].value = "B"

        with pytest.raises(Unrecorded):
            db.session.commit()

    def test_not_even_in_a_command_may_a_document_be_deleted(self):
        practice = enter("C82001", by=ADA)

        @command
        def shred(practice, *, by):
            db.session.delete(practice)

        with pytest.raises(Unrecorded, match="is not deleted"):
            shred(practice, by=ADA)

    def test_nor_may_an_entry_be_changed(self):
        enter("C82001", by=ADA)
        entries()[0].act = "ledger.nothing"

        with pytest.raises(Unrecorded, match="only ever added to"):
            db.session.commit()

    @pytest.mark.parametrize(
        "statement", [update(Practice).values(code="X"), update(Particular).values(value="X"), insert(Entry)]
    )
    def test_not_in_bulk(self, statement):
        enter("C82001", by=ADA)

        with pytest.raises(Unrecorded, match="one at a time"):
            db.session.execute(statement)


class TestSavepoints:
    def test_what_is_rolled_back_within_leaves_no_entry(self):
        @command
        def try_out(*, by):
            enter("C82001", by=by)
            with pytest.raises(ZeroDivisionError), db.session.begin_nested():  # noqa: PT012
                enter("C82002", by=by)
                _ = 1 / 0

        try_out(by=ADA)

        assert [told(entry)["code"] for entry in entries()] == ["C82001"]

    def test_a_change_rolled_back_within_may_be_made_again(self):
        practice = enter("C82001", by=ADA)

        @command
        def try_twice(practice, *, by):
            with pytest.raises(ZeroDivisionError), db.session.begin_nested():  # noqa: PT012
                rename(practice, name="B", by=by)
                _ = 1 / 0
            rename(practice, name="C", by=by)

        try_twice(practice, by=ADA)

        assert (practice.rev, told(entries()[-1])["particulars"][0]["value"]) == (2, "C")

    def test_released_within_an_act_that_fails_leaves_nothing(self):
        @command
        def fail_later(*, by):
            with db.session.begin_nested():
                enter("C82001", by=by)
            raise RuntimeError

        with pytest.raises(RuntimeError):
            fail_later(by=ADA)

        assert (head().size, db.session.query(Practice).count()) == (0, 0)


class TestTwoAtOnce:
    def test_who_changes_what_somebody_changed_meanwhile_is_refused(self):
        practice = enter("C82001", by=ADA)

        @command
        def overtaken(practice, *, by):
            practice.opened = date(1974, 4, 1)
            practice.__dict__["rev"] = 7
            db.session.flush()

        with pytest.raises(StaleDataError):
            overtaken(practice, by=ADA)

        assert head().size == 1
