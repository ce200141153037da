"""The index says what the registers say, from the act on that says it."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import time_machine
from sqlalchemy import select, text
from werkzeug.datastructures import FileStorage

from registry import files, index, ledger
from registry.cli.books import search
from registry.db import db
from registry.files import KeptText, keep_paper, keeping
from registry.index import Wanted
from registry.index.models import IndexedPassage
from registry.meetings import commands as meetings
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AGift,
    AMeeting,
    AnAuthorisation,
    AnInterest,
    APerson,
    SomeTerms,
)
from tests.finding import found_by
from tests.papers import a_pdf, a_pdf_saying

MAY_14 = date(2026, 5, 14)
ITEM = {"item": 1, "title": "Rent", "purpose": "decide", "parties": [], "restricted": ""}


def passages():
    """Everything in the index, apart from the numbers of its lines."""
    columns = [column for column in IndexedPassage.__table__.columns if column.name != "id"]
    return sorted(db.session.execute(select(*columns)).all(), key=repr)


def found(words, day=MAY_14):
    return [hit.title for hit in index.seek(Wanted(words, day), ADA).hits]


def add_paper(meeting, content, title="Letter"):
    with ledger.together():
        upload = FileStorage(BytesIO(content), filename="letter.pdf")
        return meetings.add_paper(meeting, item=1, title=title, file=keep_paper(upload), by=ADA)


class TestRenew:
    def test_finds_new_words_and_no_longer_the_old(self):
        meeting = AMeeting(on=MAY_14, titles=["Rent"])
        meetings.change_item(meeting, **ITEM, proposed="RESOLVED that vaccines be bought.", by=ADA)
        assert found("vaccines") == ["Rent"]

        meetings.change_item(meeting, **ITEM, proposed="RESOLVED that ultrasound be bought.", by=ADA)

        assert found("vaccines") == []
        assert found("ultrasound") == ["Rent"]

    def test_leaves_alone_what_says_the_same(self):
        meeting = AMeeting(on=MAY_14, titles=["Rent", "Rota"])
        before = dict(db.session.execute(select(IndexedPassage.title, IndexedPassage.id)).all())

        meetings.change_item(meeting, **ITEM, proposed="RESOLVED that it be so.", by=ADA)

        after = dict(db.session.execute(select(IndexedPassage.title, IndexedPassage.id)).all())
        assert before.keys() == after.keys() == {"Rent", "Rota"}
        assert (after["Rota"] == before["Rota"], after["Rent"] == before["Rent"]) == (True, False)

    def test_is_undone_with_the_act(self):
        class Broken(Exception):
            pass

        def decide():
            with ledger.together():
                ADecision(text="RESOLVED that vaccines be bought.")
                raise Broken

        with pytest.raises(Broken):
            decide()

        assert found("vaccines") == []

    def test_of_a_rehearsal_leaves_nothing(self):
        with ledger.rehearsal():
            ADecision(text="RESOLVED that vaccines be bought.")

        assert passages() == []


class TestRebuild:
    @pytest.fixture
    def full(self):
        board, harriet = ABody(name="Board"), APerson()
        meeting = AMeeting(body=board, on=MAY_14, titles=["Rent", "Rota"])
        add_paper(meeting, a_pdf_saying("First page on leases", "Second on rotas"))
        ADecision(body=board, text="RESOLVED that the lease be signed.")
        AnInterest(person=harriet, public=False, private_reason="Safety"), AGift(harriet), SomeTerms()
        AnAuthorisation(harriet)

    def test_comes_to_what_the_acts_had_made(self, full):
        before = passages()

        index.rebuild()

        assert {line.kind for line in before} == {
            "Agenda item", "Paper", "Decision", "Interest", "Gift", "Clause", "Conflict authorised",
        }  # fmt: skip
        assert passages() == before

    def test_is_done_at_the_command_line(self, app, full):
        before, runner = passages(), app.test_cli_runner()
        db.session.execute(text("DELETE FROM passage"))
        db.session.commit()
        assert found("lease") == []

        answer = runner.invoke(search, ["rebuild"])

        assert answer.exit_code == 0, answer.output
        assert passages() == before

    def test_is_done_when_books_without_an_index_are_brought_to_this_version(self, full):
        assert not index.is_wanting()
        db.session.execute(text("DELETE FROM passage"))
        assert index.is_wanting()

    def test_leaves_no_trace_of_words_that_are_no_longer_said(self, engine_name):
        meeting = AMeeting(on=MAY_14, titles=["Rent"])
        meetings.change_item(meeting, **ITEM, proposed="Peregrines", by=ADA)
        meetings.change_item(meeting, **ITEM, proposed="", by=ADA)

        index.rebuild()
        db.session.commit()

        if engine_name == "sqlite":
            kept = db.session.scalars(text("SELECT block FROM passage_words_data")).all()
            assert not any(b"peregrin" in block for block in kept)
            assert any(b"rent" in block for block in kept)
        assert not any("Peregrine" in line.words for line in passages())

    def test_is_not_wanted_of_empty_books(self):
        assert not index.is_wanting()


class TestPapers:
    @pytest.fixture
    def meeting(self):
        return AMeeting(body=ABody(name="Board"), on=MAY_14, titles=["Rent"])

    def test_are_found_by_the_words_of_a_page_which_a_hit_leads_to(self, client, meeting):
        paper = add_paper(meeting, a_pdf_saying("Nothing here", "The peregrine planted on the second page"))

        [hit] = found_by(client, "peregrines planted")

        assert (hit["kind"], hit["title"], hit["page"]) == ("Paper", "Letter", 2)
        assert hit["href"] == f"/meetings/{meeting.ref}/papers/{paper.ref}#page=2"
        assert [piece["text"] for piece in hit["pieces"] if piece["found"]] == ["peregrine", "planted"]
        assert client.get(hit["href"].partition("#")[0]).data.startswith(b"%PDF")

    def test_are_found_once_however_many_pages_say_it(self, client, meeting):
        add_paper(meeting, a_pdf_saying("A falcon, and much besides of which it says no more", "Falcon, falcon", "Owl"))

        assert [hit["page"] for hit in found_by(client, "falcon")] == [2]

    def test_sent_from_a_page_are_read_and_found(self, client, meeting):
        file = (BytesIO(a_pdf_saying("A peregrine")), "letter.pdf")
        sent = {"item": "1", "title": "Letter", "file": file, "rev": str(meeting.rev)}

        answer = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent)

        assert answer.status_code == 303
        assert len(found_by(client, "peregrine")) == 1

    def test_with_nothing_to_read_are_found_by_their_title(self, client, meeting):
        add_paper(meeting, a_pdf(), title="A scanned letter")

        [hit] = found_by(client, "scanned")

        assert (hit["page"], hit["said"]) == (None, "")
        assert "#" not in hit["href"]

    def test_are_read_once_however_often_they_come(self, meeting, monkeypatch):
        content = a_pdf_saying("A peregrine")
        add_paper(meeting, content, title="One")
        monkeypatch.setattr(keeping, "pages_of", None)

        add_paper(meeting, content, title="Other")

        assert sorted(found("peregrine")) == ["One", "Other"]
        assert len(db.session.scalars(select(KeptText)).all()) == 1

    def test_that_are_not_kept_say_nothing(self):
        assert files.text_of("0" * 64) == []

    def test_have_what_no_database_takes_left_out(self, meeting, monkeypatch):
        monkeypatch.setattr(keeping, "pages_of", lambda _: ["pere\x00grine \ud800\x02 falcon"])
        add_paper(meeting, a_pdf())

        assert found("falcon") == ["Letter"]


class TestKnown:
    def test_finds_what_was_known_then_and_nothing_more(self, app):
        with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False):
            meeting = AMeeting(on=MAY_14, titles=["Rent"])
            meetings.change_item(meeting, **ITEM, proposed="RESOLVED that vaccines be bought.", by=ADA)
            add_paper(meeting, a_pdf_saying("A peregrine"))
        with time_machine.travel(datetime(2026, 5, 3, tzinfo=UTC), tick=False):
            meetings.change_item(meeting, **ITEM, proposed="RESOLVED that ultrasound be bought.", by=ADA)
        client = browser_of(app, "secretary")

        for _ in range(2):
            assert len(found_by(client, "vaccines", known="2026-05-02")) == 1
            assert found_by(client, "ultrasound", known="2026-05-02") == []
            assert len(found_by(client, "peregrine", known="2026-05-02")) == 1
        assert found_by(client, "vaccines", known="2026-04-30") == []
        assert found_by(client, "vaccines") == []
        assert len(found_by(client, "ultrasound", known="2026-05-03")) == 1

    def test_withholds_what_has_become_restricted_since(self, app):
        with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False):
            meeting = AMeeting(on=MAY_14, titles=["Peregrine"])
            add_paper(meeting, a_pdf_saying("A peregrine"))
        with time_machine.travel(datetime(2026, 5, 3, tzinfo=UTC), tick=False):
            change = ITEM | {"title": "Peregrine", "restricted": "commercial"}
            meetings.change_item(meeting, **change, proposed="", by=ADA)
        client = browser_of(app, "secretary")

        assert len(found_by(client, "peregrine", known="2026-05-02")) == 2
        assert found_by(browser_of(app, "director"), "peregrine", known="2026-05-02") == []
