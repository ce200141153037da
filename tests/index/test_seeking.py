"""What is found, by what words, and by whom: on SQLite and PostgreSQL alike."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import func

from registry import clock, index
from registry.accounts.caller import caller_for
from registry.accounts.models import Account
from registry.db import db
from registry.index import Wanted
from registry.index.words import UNSAID
from registry.meetings import commands as meetings
from registry.people import commands as people
from registry.structure.models import Body
from tests.factories import ADA, ABody, ADecision, AGift, AMeeting, AnAccount, AnAppointment, AnInterest, APerson, ASeat

MAY_14 = date(2026, 5, 14)
PRIVATE = {"public": False, "private_reason": "Safety"}


def found(words, reader=ADA, *, day=MAY_14, **among):
    """What a reader finds: of which kind, and under what title."""
    return [(hit.kind, hit.title) for hit in index.seek(Wanted(words, day, **among), reader).hits]


def a_reader(role, *, on=None):
    """An account in a role, of a person who sits on a body if one is named."""
    account, person = AnAccount(role), APerson()
    people.give_account(person, account=account, by=ADA)
    if on is not None:
        AnAppointment(seat=ASeat(body=on), person=person)
    return caller_for(db.session.get_one(Account, account.ref), clock.today())


@pytest.fixture
def decided():
    text = "RESOLVED that the Board approves decisions on Siân Ŵyn’s leases: premises at Bwlch-y-Groes, 50% (C82010)."
    return ADecision(body=ABody(name="Board"), on=MAY_14, text=text)


class TestWords:
    @pytest.mark.parametrize(
        "words",
        [
            "lease", "LEASES", "leasing", "sian", "Siân", "wyn leases", "leases sian", '"siân ŵyn"', "“sian wyn”",
            "prem", "the decision", "decisio", "approv", "approving ", '"approves decisions on"', "bwlch groes",
            "bwlch-y-g", "c82010", "C820", "50%", "50", "lease, premises", "of the lease",
        ],
    )  # fmt: skip
    def test_are_found_whatever_their_endings_accents_and_order(self, decided, words):
        assert found(words) == [("Decision", decided.number)]

    @pytest.mark.parametrize(
        "words",
        [
            "rent",
            "lease rent",
            '"ŵyn siân"',
            '"decisions approves"',
            "emises",
            "prem ",
            "51%",
            "the",
            "",
            "'",
            '"',
            "%",
            "*",
            "\x00",
        ],
    )
    def test_that_are_not_there_are_not_found(self, decided, words):
        assert found(words) == []

    @pytest.mark.parametrize(
        "words",
        [
            "lease' OR 1=1 --", 'lease" OR "x', "title:lease", "lease NEAR/2 wyn", "NOT lease", "^lease", "{lease}",
            "lease:*", "lease & !wyn", "lease <-> wyn", "(lease", "lease)", "\\lease", "lease\x00", "\ud800 lease",
            "le*se", "lease -wyn", "AND", "OR lease", "²", "lease ²", "漢字", "💊", "x" * 5000,
            " ".join(map(str, range(500))), '"' * 99,
        ],
    )  # fmt: skip
    def test_of_any_kind_are_an_honest_question(self, decided, words):
        assert found(words) in ([], [("Decision", decided.number)])

    def test_that_are_in_every_text_are_the_same_ones_on_both_engines(self, engine_name):
        if engine_name == "postgresql":
            told = {word: db.session.scalar(func.to_tsvector("english", word)) for word in (*UNSAID, "lease")}
            assert [word for word, vector in told.items() if vector] == ["lease"]
        assert {"the", "all", "about"} <= UNSAID

    def test_are_found_in_the_number_too(self, decided):
        assert found(decided.number) == [("Decision", decided.number)]

    def test_in_the_title_come_before_those_in_the_text(self):
        body = ABody()
        AMeeting(body=body, on=MAY_14, titles=["Rota"])
        ADecision(
            body=body, on=MAY_14, text="RESOLVED that the rota of the surgery be approved as it was put to the meeting."
        )

        assert [kind for kind, _ in found("rota")] == ["Agenda item", "Decision"]

    def test_found_more_often_come_first(self):
        body = ABody()
        once = ADecision(body=body, on=MAY_14, text="RESOLVED that the fee be paid and that nothing else be done.")
        often = ADecision(body=body, on=MAY_14, text="RESOLVED that the fee be paid: a fee is a fee for the fee.")

        assert [title for _, title in found("fee")] == [often.number, once.number]


@given(words=some.text(max_size=60))
def test_any_letters_whatever_are_an_honest_question(words):
    assert found(words) == []
    assert found(f'"{words}') == []


class TestAmong:
    @pytest.fixture
    def both(self):
        board, members = ABody(name="Board"), ABody(name="Members")
        ADecision(body=board, on=date(2026, 3, 31), text="RESOLVED that rent be paid.")
        ADecision(body=members, on=date(2026, 4, 1), text="RESOLVED that rent be asked.")
        AMeeting(body=board, on=date(2026, 4, 2), titles=["Rent"])
        return board, members

    def test_a_kind(self, both):
        assert [kind for kind, _ in found("rent", kind="Agenda item")] == ["Agenda item"]
        assert found("rent", kind="Nothing of the sort") == []

    def test_a_body(self, both):
        board, members = both
        assert len(found("rent", body_ref=board.ref)) == 2
        assert len(found("rent", body_ref=members.ref)) == 1

    @pytest.mark.parametrize(
        ("first", "last", "count"),
        [
            (date(2026, 3, 31), None, 3), (date(2026, 4, 1), None, 2), (date(2026, 4, 3), None, 0),
            (None, date(2026, 3, 30), 0), (None, date(2026, 3, 31), 1), (date(2026, 4, 1), date(2026, 4, 1), 1),
        ],
    )  # fmt: skip
    def test_days_the_first_and_the_last_among_them(self, both, first, last, count):
        assert len(found("rent", first=first, last=last)) == count

    def test_what_had_been_decided_by_the_day_looked_at(self, both):
        assert len(found("rent", kind="Decision", day=date(2026, 3, 30))) == 0
        assert len(found("rent", kind="Decision", day=date(2026, 3, 31))) == 1
        assert len(found("rent", kind="Decision", day=date(2026, 4, 1))) == 2


class TestInterests:
    def test_that_are_private_are_found_by_the_office_and_whoever_declared_them(self):
        harriet, other = APerson(surname="Ashworth"), APerson()
        AnInterest(person=harriet, organisation="Melton Surgery", **PRIVATE)
        readers = [AnAccount("member", harriet.ref), AnAccount("member", other.ref), AnAccount("director")]
        own, others, director = (caller_for(account, clock.today()) for account in readers)

        assert len(found("melton")) == len(found("melton", own)) == 1
        assert found("melton", others) == found("melton", director) == []

    @pytest.mark.parametrize(("day", "count"), [(date(2024, 3, 31), 0), (date(2024, 4, 1), 1), (date(2026, 9, 30), 1)])
    def test_are_found_from_the_day_they_arose(self, day, count):
        AnInterest(organisation="Melton Surgery", since=date(2024, 4, 1))

        assert len(found("melton", day=day)) == count

    @pytest.mark.parametrize(("day", "count"), [(date(2026, 9, 30), 1), (date(2026, 10, 1), 0)])
    def test_that_ended_are_found_for_as_long_as_they_are_published(self, day, count):
        AnInterest(organisation="Melton Surgery", until=date(2026, 4, 1))

        assert len(found("melton", day=day)) == count


class TestGifts:
    def test_that_are_private_are_found_by_the_office_alone(self):
        AGift(description="A hamper of cheese")
        AGift(description="A hamper, quietly", **PRIVATE)
        director = a_reader("director")

        assert len(found("hamper")) == 2
        assert len(found("hamper", director)) == 1


class TestRestrictedItems:
    @pytest.fixture
    def board(self):
        return ABody(name="Board")

    @pytest.fixture
    def meeting(self, board):
        met = AMeeting(body=board, on=MAY_14, titles=["Welcome", "Settlement with Acme"])
        restrict(met, "commercial")
        return met

    def test_are_found_by_the_office_and_by_who_sits_on_the_body(self, board, meeting):
        readers = a_reader("secretary"), a_reader("auditor"), a_reader("director", on=board)

        assert [len(found("acme", reader)) for reader in readers] == [1, 1, 1]

    def test_are_found_by_no_director_of_another_body_and_no_member(self, meeting):
        readers = a_reader("director"), a_reader("director", on=ABody(name="Hub")), a_reader("member")

        assert [found("acme", reader) for reader in readers] == [[], [], []]

    def test_are_no_longer_found_by_others_from_the_act_that_restricts_them(self, board):
        met, director = AMeeting(body=board, on=MAY_14, titles=["Welcome", "Acme"]), a_reader("director")
        assert len(found("acme", director)) == 1

        restrict(met, "commercial")
        assert found("acme", director) == []

        restrict(met, "")
        assert len(found("acme", director)) == 1

    def test_decisions_on_them_are_found_by_the_same_readers(self, board, meeting):
        text = "RESOLVED that the sum be paid to Zenith."
        ADecision(body=board, on=MAY_14, route="meeting", meeting=meeting, item=2, votes_for=1, text=text)
        readers = ADA, a_reader("director", on=board), a_reader("director"), a_reader("member")

        assert [len(found("zenith", reader)) for reader in readers] == [1, 1, 0, 0]
        restrict(meeting, "")
        assert [len(found("zenith", reader)) for reader in readers] == [1, 1, 1, 1]


class TestAlike:
    @pytest.fixture
    def board(self):
        board = ABody(name="Board")
        for text in (
            "RESOLVED that the lease of 12 High Street be renewed for five years.",
            "RESOLVED that Dr Patel be appointed chair.",
            "RESOLVED that the lease of the car park be ended.",
        ):
            ADecision(body=board, on=MAY_14, text=text)
        return board

    def alike(self, words, **among):
        hits = index.alike(Wanted(words, MAY_14, "Decision", **among), ADA, most=3, without=frozenset({"resolved"}))
        return [db.session.get_one(Body, hit.body_ref).name + hit.title[-2:] for hit in hits]

    def test_are_those_that_share_the_most_the_best_first(self, board):
        assert self.alike("RESOLVED that the lease of High Street be renewed") == ["Board/1"]

    def test_share_one_word_where_one_is_all_that_is_typed(self, board):
        assert sorted(self.alike("RESOLVED that leases")) == ["Board/1", "Board/3"]

    @pytest.mark.parametrize("words", ["", "RESOLVED that ", "RESOLVED that vaccines be bought", "“"])
    def test_are_none_of_what_nobody_has_decided(self, board, words):
        assert self.alike(words) == []

    def test_are_those_of_the_body(self, board):
        assert self.alike("lease of High Street", body_ref=board.ref) == ["Board/1"]
        assert self.alike("lease of High Street", body_ref=ABody().ref) == []


def restrict(meeting, why):
    item = meeting.items[1]
    meetings.change_item(
        meeting, item=2, title=item.title, purpose="decide", proposed="", parties=[], restricted=why, by=ADA
    )
