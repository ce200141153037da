"""A board of two whose packs are issued: Asha, its chair, and Ben; three items, each with a paper."""

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import clock
from registry.accounts.caller import COOKIE
from registry.accounts.models import SignIn
from registry.accounts.passwords import hash_secret
from registry.conflicts import commands as conflicts
from registry.conflicts.models import THE_CHAIR
from registry.conflicts.treatment import NO_PAPERS
from registry.db import db
from registry.editions import commands
from registry.editions.models import Edition
from registry.meetings import commands as meetings
from registry.meetings.models import Meeting
from registry.people import commands as people
from registry.people.models import Person
from registry.structure.models import Body
from tests.factories import ADA, ABody, AMeeting, AnAccount, AnAppointment, APerson, ASeat
from tests.packs.papers import a_paper, put


@dataclass
class Board:
    """The body, its meeting, and those who sit on it."""

    body: Body
    meeting: Meeting
    asha: Person
    ben: Person

    def issued(self, why: str = "A paper came late.") -> Edition:
        return commands.issue(self.meeting, why=why, by=ADA)

    def late_paper(self, item: int = 1, *words: str) -> None:
        put(self.meeting, item, "Late paper", a_paper(*(words or ("Numbat", "Bilby"))))

    def restricts(self, item: int) -> None:
        told = self.meeting.numbered(item)
        meetings.change_item(
            self.meeting, item=item, title=told.title, purpose="decide", restricted="commercial", by=ADA
        )

    def keeps_papers(self, person: Person, item: int) -> None:
        """It is ruled that somebody with a conflict has no papers on an item."""
        conflict = conflicts.tell(self.meeting, item=item, person=person, nature="Her firm bids", by=ADA)
        conflicts.treat(conflict, treatment=NO_PAPERS, ruled_by=THE_CHAIR, by=ADA)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where what one test has set is kept for the next."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def board(app, shelf, monkeypatch):
    monkeypatch.setattr(app, "instance_path", str(shelf))
    app.config["KEEP_WHAT_IS_SET"] = True
    body = ABody(kind="board", name="Board of directors")
    found = []
    for forenames in ("Asha", "Ben"):
        person = APerson(forenames=forenames, surname=f"{forenames}son", email=f"{forenames.lower()}@example.org")
        AnAppointment(seat=ASeat(body=body, title=f"Seat of {forenames}"), person=person)
        found.append(person)
    meeting = AMeeting(body=body, titles=["Welcome", "Budget", "Contract"])
    put(meeting, 2, "Draft budget", a_paper("Zebra", "Quokka"))
    put(meeting, 3, "Draft contract", a_paper("Wombat", "Tender"))
    return Board(body, meeting, *found)


def seated(app: Flask, person: Person, role: str = "director") -> FlaskClient:
    """The browser of somebody who sits on the board and has an account."""
    account, secret = AnAccount(role), f"the secret of {person.ref}"
    people.give_account(person, account=account, by=ADA)
    db.session.add(SignIn(hash=hash_secret(secret), account_ref=account.ref, began=clock.now(), used=clock.now()))
    db.session.commit()
    client = app.test_client()
    client.set_cookie(COOKIE, secret)
    return client


def labels_of(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as book:
        return [page.label for page in book.pages]
