"""The raw-SQL attacks of an insider who leaves the guards in place: every one is refused by the database itself."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from registry.db import db
from registry.ledger import head, verify
from registry.practices.models import Particular, Practice
from tests.factories import ADA
from tests.ledger.acts import enter, rename

SEAL = "(ref, rev, code) SELECT '0000000000000000000000NEW0', 1, 'X'"

ATTACKS = {
    "a document changed, its rev left": "UPDATE practice SET code = 'X'",
    "its rev moved, no entry made": "UPDATE practice SET code = 'X', rev = rev + 1",
    "its rev moved back": "UPDATE practice SET code = 'X', rev = rev - 1",
    "its rev moved back to one that has an entry": "UPDATE practice SET rev = 1",
    "its ref changed": "UPDATE practice SET ref = '0000000000000000000000NEW0', rev = rev + 1",
    "a document deleted": "DELETE FROM practice",
    "a document made": f"INSERT INTO practice {SEAL}",
    "a part changed": "UPDATE particular SET value = 'X'",
    "a part added": "INSERT INTO particular (ref, practice_ref, what, value, since) "
    "SELECT '0000000000000000000000NEW0', ref, 'name', 'X', '2020-01-01' FROM practice",
    "a part deleted": "DELETE FROM particular",
    "an entry changed": "UPDATE ledger_entry SET actor = 'X'",
    "an entry's body changed": "UPDATE ledger_entry SET body = '{}'",
    "an entry erased in part": "UPDATE ledger_entry SET body = NULL",
    "an entry deleted": "DELETE FROM ledger_entry",
    "an entry made twice": "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE seq = 0",
    "the head moved back": "UPDATE ledger_head SET size = size - 1",
    "the head deleted": "DELETE FROM ledger_head",
    "a second head": "INSERT INTO ledger_head SELECT 2, size, frontier, root, recorded FROM ledger_head",
}
OF_SQLITE = {
    "a document replaced": "INSERT OR REPLACE INTO practice (ref, rev, code) SELECT ref, rev, 'X' FROM practice",
    "an entry replaced": "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry",
    "a document made from another's entry": "INSERT INTO loaded (ref, rev, what, as_at, name, sha256, lines) "
    "SELECT ref, rev, 'X', '2020-01-01', 'X', 'X', 1 FROM practice",
}
OF_POSTGRESQL = {
    "a register emptied": "TRUNCATE practice CASCADE",
    "the ledger emptied": "TRUNCATE ledger_entry CASCADE",
    "as a replica would": "SET session_replication_role = replica; UPDATE practice SET code = 'X'",
    "an entry written over": "INSERT INTO ledger_entry SELECT * FROM ledger_entry "
    "ON CONFLICT (seq) DO UPDATE SET op = 'X'",
}


@pytest.fixture
def practice():
    practice = enter("C82001", by=ADA)
    rename(practice, name="B", by=ADA)
    return practice


def refused(statement: str) -> bool:
    try:
        with db.engine.begin() as connection:
            connection.exec_driver_sql(statement)
    except DBAPIError:
        return True
    return False


@pytest.mark.usefixtures("practice")
class TestTheDatabaseRefuses:
    @pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
    def test_on_both_engines(self, attack):
        assert refused(attack)
        assert verify() == []

    def test_in_the_ways_of_this_engine(self, engine_name):
        attacks = OF_SQLITE if engine_name == "sqlite" else OF_POSTGRESQL

        assert [attack for attack, statement in attacks.items() if not refused(statement)] == []

    def test_a_text_statement_through_the_session(self):
        with pytest.raises(DBAPIError):
            db.session.execute(text("UPDATE practice SET code = 'X'"))

    def test_a_core_statement_through_the_session(self):
        with pytest.raises(DBAPIError):
            db.session.execute(Practice.__table__.update().values(code="X"))

    def test_bulk_mappings(self, practice):
        with pytest.raises(DBAPIError):
            db.session.bulk_update_mappings(Particular, [{"ref": practice.particulars[0].ref, "value": "X"}])

    def test_bulk_objects(self):
        with pytest.raises(DBAPIError):  # noqa: PT012
            db.session.bulk_save_objects([Practice(code="C82002", rev=1)])
            db.session.commit()


class TestErasure:
    @pytest.mark.tampers
    def test_the_guard_lets_a_body_and_its_salt_go_together(self, practice):
        """The one UPDATE there is a place for; an erasure without its entry is found by the check."""
        size = head().size

        assert not refused("UPDATE ledger_entry SET body = NULL, salt = NULL WHERE seq = 0")

        assert [finding.where for finding in verify()] == ["entry 0"]
        assert head().size == size
