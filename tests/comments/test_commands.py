from datetime import date

import pytest
from flask import g

from registry import clock, ledger
from registry.comments import commands, queries
from registry.doors import hung
from registry.law import Breach
from registry.periods import ONE_DAY
from tests.factories import ADA, AnAccount, APerson, SomeTerms

APRIL_FIRST = date(2026, 4, 1)


def today():
    return clock.today()


class TestMake:
    def test_is_the_accounts_own_word(self):
        terms, member = SomeTerms(), AnAccount("member")

        commands.make(terms, clause="6", text="Too many.", by=member)

        [line] = queries.comments_of(terms, today())
        assert (line["clause"], line["text"], line["by"], line["outcome"]) == ("6", "Too many.", member.name, "open")
        assert line["written_down_by"] is None

    def test_may_be_anothers_which_the_office_wrote_down(self):
        terms, ada = SomeTerms(), AnAccount()

        commands.make(terms, text="Too many.", person=APerson(), by=ada)

        [line] = queries.comments_of(terms, today())
        assert (line["by"], line["written_down_by"]) == ("Asha Patel", ada.name)

    def test_on_a_clause_that_is_not_there_is_refused(self):
        with pytest.raises(Breach, match="no clause 11 in this version"):
            commands.make(SomeTerms(), clause="11", text="Too many.", by=AnAccount())

    @pytest.mark.parametrize(
        ("facts", "status"),
        [
            ({"since": APRIL_FIRST}, "in force"),
            ({"withdrawn": APRIL_FIRST}, "withdrawn"),
            ({"circulated": None}, "draft"),
        ],
    )
    def test_on_what_is_not_out_is_refused(self, facts, status):
        with pytest.raises(Breach, match=f"this one is {status}"):
            commands.make(SomeTerms(**facts), text="Too many.", by=AnAccount())

    @pytest.mark.parametrize(("days", "late"), [(0, ""), (-1, "after the last day for comments")])
    def test_says_if_it_came_after_the_last_day(self, days, late):
        terms = SomeTerms(comments_by=today() + days * ONE_DAY)

        commands.make(terms, text="Too many.", by=AnAccount())

        assert queries.comments_of(terms, today())[0]["late"] == late

    def test_on_what_another_has_overtaken_is_refused(self):
        first = SomeTerms(circulated=APRIL_FIRST, comments_by=today() + ONE_DAY)
        SomeTerms(body=first.body, circulated=APRIL_FIRST + ONE_DAY)

        with pytest.raises(Breach, match="this one is overtaken"):
            commands.make(first, text="Too many.", by=AnAccount())
        assert queries.asked_for(today()) == []


class TestAnswer:
    def test_says_what_was_made_of_it_and_is_known_from_then(self):
        terms = SomeTerms()
        comment = commands.make(terms, text="Too many.", by=AnAccount())
        before = clock.now()

        commands.answer(comment, outcome="taken up in part", answer="Four.", by=ADA)

        line = queries.line_of(comment, today())
        assert (line["outcome"], line["answer"], line["answered"]) == ("taken up in part", "Four.", today())
        with ledger.known(before):
            assert queries.comments_of(terms, today())[0]["outcome"] == "open"


class TestInOrder:
    def test_of_the_clauses_the_whole_first(self):
        terms, by = SomeTerms(), AnAccount()
        for clause in ("10", "2", "", "6"):
            commands.make(terms, clause=clause, text=f"On {clause}", by=by)

        assert [line["clause"] for line in queries.comments_of(terms, today())] == ["", "2", "6", "10"]


def duties(app, day):
    with app.test_request_context():
        g.account = ADA
        return [each.sentence for each in hung.duties(day) if "omment" in each.sentence]


class TestDuties:
    def test_ask_for_comments_up_to_the_last_day_and_then_for_answers(self, app):
        last = today() + ONE_DAY
        terms = SomeTerms(title="Terms of the hub", version="0.3", comments_by=last)
        commands.make(terms, text="Too many.", by=AnAccount())

        asked = ["Comments are asked for on “Terms of the hub”, version 0.3."]
        assert duties(app, last) == asked
        assert duties(app, last + ONE_DAY) == ["Answer 1 comment on “Terms of the hub”, version 0.3."]
