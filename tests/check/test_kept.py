"""How long the bytes of what was printed are kept, and what is left of a paper when they go."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from registry import clock
from registry.check import commands, queries
from registry.check.schedule import BOOKS, INTERESTS, RECORDS, keeping_of
from registry.cli.prints import let_go
from registry.db import Base, db
from registry.files import Kept
from registry.press import Print, Wanted, issued
from registry.recruitment import commands as recruiting
from registry.recruitment.models import Candidate, Recruitment
from tests.conftest import browser_of
from tests.factories import ADA
from tests.papers import a_pdf, text_of
from tests.recruitment.recruiting import MAY_1, a_recruitment

PRINTED = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
PASSING_MONTHS = 24


def a_print(door, code="7K2MQ4RT0XWA", make=a_pdf):
    """A paper handed out on 14 May 2026."""
    with clock.telling(PRINTED, seed=len(door)):
        issued(code, Wanted("A paper", door, {"q": "Patel"}, None, date(2026, 5, 14), None, [], None), make)
    return db.session.scalar(select(Print).where(Print.code == code))


def doors_due(on):
    return [paper.door for paper, _ in queries.due(on)]


@pytest.mark.pure
class TestSchedule:
    @pytest.mark.parametrize(
        ("door", "kept"),
        [
            ("members.register", BOOKS),
            ("certificates.certificate", BOOKS),
            ("minutes.minutes", RECORDS),
            ("packs.board_pack", RECORDS),
            ("interests.private", INTERESTS),
        ],
    )
    def test_keeps_what_the_law_keeps(self, door, kept):
        assert keeping_of(door, PASSING_MONTHS) == kept

    @pytest.mark.parametrize("door", ["home.search", "people.register", "interests.mine", "minutes.draft"])
    def test_lets_pass_what_no_law_keeps(self, door):
        assert keeping_of(door, PASSING_MONTHS).months == PASSING_MONTHS

    def test_keeps_for_good_what_a_room_printed_that_there_is_no_longer(self):
        assert keeping_of("sealings.register", PASSING_MONTHS) == BOOKS

    @pytest.mark.parametrize(
        ("keeping", "until"), [(BOOKS, None), (RECORDS, date(2036, 5, 14)), (INTERESTS, date(2032, 5, 14))]
    )
    def test_runs_from_the_day_of_printing(self, keeping, until):
        assert keeping.until(date(2026, 5, 14)) == until


class TestDue:
    @pytest.mark.parametrize(
        ("door", "last", "first"),
        [
            ("people.register", date(2028, 5, 13), date(2028, 5, 14)),
            ("interests.private", date(2032, 5, 13), date(2032, 5, 14)),
            ("minutes.minutes", date(2036, 5, 13), date(2036, 5, 14)),
        ],
    )
    def test_comes_on_the_day_after_it_was_kept_long_enough(self, app, door, last, first):
        a_print(door)

        assert (doors_due(last), doors_due(first)) == ([], [door])

    def test_never_comes_for_a_register_of_the_company(self, app):
        a_print("members.register")

        assert doors_due(date(2200, 1, 1)) == []

    def test_comes_when_the_setting_says_of_what_passes(self, app):
        app.config["PRINTS_MONTHS"] = 1
        a_print("people.register")

        assert (doors_due(date(2026, 6, 13)), doors_due(date(2026, 6, 14))) == ([], ["people.register"])


class TestLetGo:
    def test_leaves_the_line_of_the_log_and_takes_the_bytes(self, app, client, visitor):
        paper = a_print("people.register")

        commands.let_go_of(paper, queries.keeping(paper))

        assert db.session.get(Kept, paper.sha256) is None
        told = client.get(f"/check/printed/{paper.ref}.json").json
        assert told["kept"].startswith("No longer: let go of on ")
        assert (told["title"], told["sha256"]) == ("A paper", paper.sha256)
        assert client.get(f"/check/printed/{paper.ref}/again").status_code == 404
        assert visitor.get(f"/check/{paper.code}.json").json["state"] == "matches the books"

    def test_leaves_its_hash_to_be_compared_with(self, app):
        paper = a_print("people.register")
        commands.let_go_of(paper, queries.keeping(paper))

        assert queries.with_bytes(paper.sha256).code == paper.code

    def test_is_not_undone_by_printing_it_again(self, app):
        paper = a_print("people.register")
        commands.let_go_of(paper, queries.keeping(paper))

        a_print("people.register")

        assert db.session.get(Kept, paper.sha256) is None


class TestLetGoCommand:
    def told(self, app, *asked):
        return app.test_cli_runner().invoke(let_go, asked)

    def test_lets_go_of_what_is_due_and_of_nothing_else_and_says_so(self, app):
        app.config["PRINTS_MONTHS"] = 0
        kept = a_print("members.register", "AAAAAAAAAAAA", lambda: a_pdf(2))
        gone = a_print("people.register")

        answer = self.told(app)

        assert "7K2M-Q4RT-0XWA, printed on 14 May 2026" in answer.output
        assert "1 paper let go of" in answer.output
        db.session.expire_all()
        assert [db.session.get(Kept, each.sha256) is None for each in (kept, gone)] == [False, True]
        assert "No paper is to be let go of" in self.told(app).output

    def test_only_tries_where_it_is_asked_to(self, app):
        app.config["PRINTS_MONTHS"] = 0
        paper = a_print("people.register")

        assert "1 paper would be let go of" in self.told(app, "--try").output
        db.session.expire_all()
        assert db.session.get(Kept, paper.sha256) is not None


def all_that_is_kept():
    """Every value in every table, and every word of every paper."""
    with db.engine.connect() as connection:
        rows = [row for table in Base.metadata.sorted_tables for row in connection.execute(select(table))]
        papers = [text_of(content) for content in connection.scalars(select(Kept.content))]
    return [str(value) for row in rows for value in row] + papers


class TestErasing:
    """The candidates of a recruitment are removed for good; so is what was printed of them, in the same act."""

    @pytest.fixture
    def recruitment(self, shared):
        recruitment = a_recruitment()
        recruiting.add_candidate(recruitment, name="Dr Secret Hopeful", statement="Unspeakable", by=ADA)
        return recruitment.ref

    @pytest.fixture
    def papers(self, shared, recruitment):
        client = browser_of(shared, "secretary")
        [candidate] = db.session.scalars(select(Candidate))
        of_one, of_all = f"candidates/{candidate.ref}", f"{recruitment}/candidates"
        db.session.expunge_all()
        return [client.get(f"/recruitment/{each}.pdf?q=Hopeful").data for each in (of_one, of_all)]

    def erase(self, recruitment):
        begun = db.session.get(Recruitment, recruitment)
        recruiting.conclude(begun, outcome="nobody suitable", closed=MAY_1, by=ADA)
        recruiting.remove_candidates(begun, by=ADA)

    def test_takes_every_word_out_of_the_database(self, shared, recruitment, papers):
        before = [each for each in all_that_is_kept() if "Hopeful" in each]
        self.erase(recruitment)

        assert len(before) > 2
        assert [each for each in all_that_is_kept() if "Hopeful" in each or "Unspeakable" in each] == []

    def test_takes_the_bytes_out_of_the_files(self, shared, engine_name, recruitment, papers):
        self.erase(recruitment)
        if engine_name == "sqlite":
            db.session.remove()
            with db.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            files = [each.read_bytes() for each in Path(db.engine.url.database).parent.glob("books.sqlite*")]
            parts = [b"Hopeful", *(paper[place : place + 40] for paper in papers for place in range(300, 9_000, 997))]
            assert [part for part in parts if any(part in file for file in files)] == []

    def test_leaves_in_the_log_why(self, shared, recruitment, papers):
        self.erase(recruitment)

        found = db.session.scalars(select(Print)).all()
        assert [each.let_go_why for each in found] == ["The candidates’ papers were removed for good."] * len(papers)
        assert [each.asked for each in found] == [{}] * len(papers)
