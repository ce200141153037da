"""How long notes are kept: the meeting was on 14 May 2026."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from registry import clock
from registry.accounts import commands as accounts
from registry.db import db
from registry.readings.keeping import sweep
from registry.readings.models import Note
from tests.factories import ADA, AMeeting, AnAccount

NOTED = datetime(2026, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def account():
    """Somebody who has noted something."""
    account = AnAccount("director")
    about = {"meeting_ref": AMeeting().ref, "section": "agenda", "title": "Agenda", "words": "Mine", "rev": 1}
    db.session.add(Note(account_ref=account.ref, at=NOTED, **about))
    db.session.commit()
    return account


def left(*day):
    """The notes that are left when somebody opens a pack on a day."""
    with clock.telling(datetime(*day, 12, tzinfo=UTC)):
        sweep()
    db.session.expire_all()
    return [note.words for note in db.session.scalars(select(Note))]


class TestSweep:
    def test_leaves_notes_until_twelve_months_after_the_meeting(self, account):
        assert left(2027, 5, 14) == ["Mine"]
        assert left(2027, 5, 15) == []

    def test_leaves_them_as_long_as_the_setting_says(self, app, account):
        app.config["NOTES_MONTHS"] = 1

        assert left(2026, 6, 14) == ["Mine"]
        assert left(2026, 6, 15) == []

    def test_takes_out_those_of_an_account_without_a_role_for_a_month(self, account):
        with clock.telling(datetime(2026, 6, 1, 9, tzinfo=UTC)):
            accounts.end_grant(account, grant=account.grants[0], until=clock.today(), by=ADA)

        assert left(2026, 7, 1) == ["Mine"]
        assert left(2026, 7, 2) == []
