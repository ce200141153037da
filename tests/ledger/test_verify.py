"""What an insider changes once the guards are out of the way, the check finds, and says where."""

import pytest

from registry.db import db
from registry.ledger import Fault, verify
from registry.ledger.guards import guards
from registry.ledger.models import Entry, Head
from tests.factories import ADA
from tests.ledger.acts import enter, rename

pytestmark = pytest.mark.tampers


@pytest.fixture
def practice():
    practice = enter("C82001", by=ADA)
    enter("C82002", by=ADA)
    rename(practice, name="B", by=ADA)
    return practice


def tamper(statement: str) -> None:
    """Run SQL with every guard, foreign key and NOT NULL of the ledger out of the way."""
    db.session.rollback()
    with db.engine.begin() as connection:
        for guard in guards():
            on = f' ON "{guard.table}"' if connection.dialect.name == "postgresql" else ""
            connection.exec_driver_sql(f"DROP TRIGGER {guard.name}{on}")
    with db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql(statement)
        connection.commit()


def found() -> list[tuple[Fault, str]]:
    return [(finding.fault, finding.where) for finding in verify() if finding.fault is not Fault.GUARD]


BYTES = {"salt", "body_hash", "leaf", "frontier", "root"}
ENTRY_COLUMNS = [column.name for column in Entry.__table__.columns]
HEAD_COLUMNS = [column.name for column in Head.__table__.columns if column.name != "id"]


def another(column: str) -> str:
    """An SQL value other than the one that is there."""
    if column in BYTES:
        return "X'00'" if db.engine.dialect.name == "sqlite" else "'\\x00'"
    if column in ("act", "kind", "ref", "op", "actor", "body"):
        return "'X'"
    return "77"


@pytest.mark.usefixtures("practice")
class TestOneColumnOfAnEntry:
    @pytest.mark.parametrize("column", ENTRY_COLUMNS)
    def test_changed_is_found_and_named(self, column):
        tamper(f"UPDATE ledger_entry SET {column} = {another(column)} WHERE seq = 1")

        assert "entry 1" in [where for _, where in found()]

    @pytest.mark.parametrize("column", HEAD_COLUMNS)
    def test_of_the_head_changed_is_found(self, column):
        tamper(f"UPDATE ledger_head SET {column} = {another(column)}")

        assert (Fault.HEAD, "head") in found()


@pytest.mark.usefixtures("practice")
class TestAnEntry:
    def test_gone_from_the_middle_leaves_a_gap(self):
        tamper("DELETE FROM ledger_entry WHERE seq = 1")

        assert (Fault.GAP, "entry 1") in found()

    def test_gone_from_the_end_is_missed_by_the_head(self):
        tamper("DELETE FROM ledger_entry WHERE seq = 2")

        assert (Fault.HEAD, "head") in found()

    def test_recorded_before_the_one_it_follows_is_named(self):
        tamper("UPDATE ledger_entry SET recorded = 1 WHERE seq = 2")

        assert (Fault.TIME, "entry 2") in found()

    def test_whose_texts_are_swapped_is_named(self):
        tamper("UPDATE ledger_entry SET body = (SELECT body FROM ledger_entry WHERE seq = 0) WHERE seq = 1")

        assert (Fault.BODY, "entry 1") in found()


class TestALiveRow:
    def test_changed_is_named_with_what_differs(self, practice):
        tamper(f"UPDATE practice SET code = 'X' WHERE ref = '{practice.ref}'")

        (finding,) = [finding for finding in verify() if finding.fault is Fault.DIFFERS]
        assert finding.where == f"practice {practice.ref}"
        assert finding.sentence.endswith("is not as entered: code.")

    def test_a_part_changed_is_named_under_its_document(self, practice):
        tamper(f"UPDATE particular SET value = 'X' WHERE practice_ref = '{practice.ref}'")

        (finding,) = [finding for finding in verify() if finding.fault is Fault.DIFFERS]
        assert finding.sentence.endswith("is not as entered: particulars.")

    def test_whose_rev_moved_is_named(self, practice):
        tamper("UPDATE practice SET rev = 1")

        assert found() == [(Fault.DIFFERS, f"practice {practice.ref}")]

    def test_planted_is_named(self, practice):
        ref = "0000000000000000000000NEW0"
        tamper(f"INSERT INTO practice (ref, rev, code) VALUES ('{ref}', 1, 'X')")

        assert found() == [(Fault.UNRECORDED, f"practice {ref}")]

    def test_removed_is_named(self, practice):
        ref = practice.ref
        db.session.rollback()
        tamper(f"DELETE FROM practice WHERE ref = '{ref}'")

        assert (Fault.VANISHED, f"practice {ref}") in found()


@pytest.mark.usefixtures("practice")
class TestGuards:
    def test_each_that_is_gone_is_named(self):
        tamper("SELECT 1")

        missing = [finding.where for finding in verify() if finding.fault is Fault.GUARD]
        assert sorted(missing) == sorted(guard.name for guard in guards())

    def test_one_whose_text_was_changed_is_named(self):
        db.session.rollback()
        with db.engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("DROP TRIGGER practice_stays")
                connection.exec_driver_sql(
                    "CREATE TRIGGER practice_stays BEFORE DELETE ON practice BEGIN SELECT 1; END"
                )
            else:
                connection.exec_driver_sql(
                    "CREATE OR REPLACE FUNCTION practice_stays() RETURNS trigger LANGUAGE plpgsql AS "
                    "$$BEGIN RETURN OLD; END$$"
                )

        assert [finding.sentence for finding in verify()] == ["The guard practice_stays has been altered."]

    def test_one_put_to_sleep_is_named(self, engine_name):
        db.session.rollback()
        with db.engine.begin() as connection:
            if engine_name == "sqlite":
                connection.exec_driver_sql("DROP TRIGGER practice_stays")
            else:
                connection.exec_driver_sql("ALTER TABLE practice DISABLE TRIGGER practice_stays")

        assert [finding.where for finding in verify()] == ["practice_stays"]


class TestVerify:
    @pytest.mark.usefixtures("practice")
    def test_finds_nothing_in_books_that_are_whole(self):
        assert verify() == []
