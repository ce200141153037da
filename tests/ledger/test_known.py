from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.ledger import Unrecorded, as_entered, known, size_at
from registry.ledger.guards import guards
from registry.practices.models import Practice
from tests.factories import ADA
from tests.ledger.acts import enter, rename

FIRST = datetime(2019, 4, 1, 9, tzinfo=UTC)
SECOND = datetime(2020, 4, 1, 9, tzinfo=UTC)
ONE_MICROSECOND = timedelta(microseconds=1)


@pytest.fixture
def practice():
    """Entered at FIRST, renamed at SECOND."""
    with clock.telling(FIRST) as now:
        practice = enter("C82001", by=ADA)
        now.at = SECOND
        rename(practice, name="B", by=ADA)
    return practice


def names() -> list[str]:
    return [practice.name_on(date(2019, 4, 1)) for practice in db.session.scalars(select(Practice))]


@pytest.mark.usefixtures("practice")
class TestKnown:
    @pytest.mark.parametrize(
        ("instant", "said"),
        [
            (FIRST - ONE_MICROSECOND, []),
            (FIRST, ["KIBWORTH"]),
            (SECOND - ONE_MICROSECOND, ["KIBWORTH"]),
            (SECOND, ["B"]),
            (None, ["B"]),
        ],
    )
    def test_answers_as_the_ledger_then_would_have(self, instant, said):
        with known(instant):
            assert names() == said

    @pytest.mark.tampers
    def test_does_not_see_what_stands_only_in_the_live_registers(self, engine_name):
        plant("C90000")

        with known(SECOND):
            assert names() == ["B"]
        assert sorted(names()) == ["", "B"]

    def test_returns_to_the_live_registers(self):
        with known(FIRST):
            names()

        assert names() == ["B"]

    def test_keeps_rows_and_sessions_of_then_and_now_apart(self, practice):
        with known(FIRST):
            then = db.session.get(Practice, practice.ref)
            assert then is not practice
            assert then.rev == 1
        assert practice.rev == 2

    def test_cannot_be_changed(self, practice):
        with known(FIRST), pytest.raises(Unrecorded, match="cannot be changed now"):
            rename(db.session.get(Practice, practice.ref), name="C", by=ADA)

    def test_what_is_entered_later_does_not_change_it(self, practice):
        with known(FIRST):
            before = names()

        rename(practice, name="C", by=ADA)

        with known(FIRST):
            assert names() == before


class TestSizeAt:
    @pytest.mark.usefixtures("practice")
    @pytest.mark.parametrize(
        ("instant", "size"), [(FIRST - ONE_MICROSECOND, 0), (FIRST, 1), (SECOND - ONE_MICROSECOND, 1), (SECOND, 2)]
    )
    def test_counts_what_had_been_recorded_that_instant_included(self, instant, size):
        assert size_at(instant) == size


class TestAsEntered:
    def test_tells_what_a_document_said_at_each_rev_and_when_also_while_a_past_is_looked_at(self, practice):
        ref = practice.ref

        with known(FIRST):
            found = as_entered([(ref, 1), (ref, 2), (ref, 3)])

        said = {rev: (each.document["particulars"][0]["value"], each.at) for (_, rev), each in found.items()}
        assert said == {1: ("KIBWORTH", FIRST), 2: ("B", SECOND)}


def plant(code: str) -> None:
    """A row put into the register behind the ledger's back, the guards out of the way."""
    connection = db.session.connection()
    for guard in guards():
        if guard.table == "practice":
            on = ' ON "practice"' if connection.dialect.name == "postgresql" else ""
            connection.exec_driver_sql(f"DROP TRIGGER {guard.name}{on}")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE practice DROP CONSTRAINT fk_practice_ref_rev_ledger_entry")
    db.session.commit()
    if connection.dialect.name == "sqlite":
        db.session.connection().exec_driver_sql("PRAGMA foreign_keys=OFF")
    ref = "0000000000000000000000NEW0"
    db.session.connection().exec_driver_sql(f"INSERT INTO practice (ref, rev, code) VALUES ('{ref}', 1, '{code}')")
    db.session.commit()
