from datetime import date, timedelta

import pytest

from registry import clock, ledger
from registry.db import db
from registry.files import Paper
from registry.law import Breach
from registry.ledger.models import Entry
from registry.terms import commands, queries, standing
from registry.terms.models import ARTICLES, TEN_HEADINGS, TERMS_OF_REFERENCE, Provision, Terms
from registry.terms.version import version_on
from tests.factories import ADA, ABody, APerson, APractice, ASeat, SomeTerms

APRIL_FIRST = date(2026, 4, 1)
MARCH_1, MARCH_15, MARCH_31 = date(2026, 3, 1), date(2026, 3, 15), date(2026, 3, 31)


def circulate(**facts):
    asked = {"body": None, "kind": TERMS_OF_REFERENCE, "title": "Terms of reference", "version": "0.1"} | facts
    told = {"circulated": MARCH_1} | asked | {"body": asked["body"] or ABody()}
    return commands.circulate(**told, by=ADA)


def status(terms, day):
    return standing.status_on(terms, day, standing.versions_of(terms))


def entries_of(document):
    return list(db.session.scalars(db.select(Entry).where(Entry.ref == document.ref).order_by(Entry.rev)))


class TestCirculate:
    def test_begins_with_the_ten_headings(self):
        terms = circulate()

        assert [section.heading for section in terms.sections] == list(TEN_HEADINGS)
        assert [section.place for section in terms.sections] == list(range(1, 11))
        assert status(terms, APRIL_FIRST) == "circulated"
        assert [entry.act for entry in entries_of(terms)] == ["terms.circulate"]

    def test_keeps_the_membership_table_and_the_rules(self):
        practice, person = APractice(name="OAKHAM MEDICAL PRACTICE"), APerson()

        terms = circulate(
            table=[{"practice": practice, "person": person, "responsibility": "Chair"}],
            provisions=[{"what": "quorum", "number": 3, "clause": "6"}, {"what": "notice", "number": 5}],
        )

        line = version_on(terms, APRIL_FIRST)["table"][0]
        assert (line["practice"], line["name"]) == ("OAKHAM MEDICAL PRACTICE", "Asha Patel")
        assert line["responsibility"] == "Chair"
        assert [(rule.what, rule.number, rule.clause) for rule in terms.provisions] == [
            ("quorum", 3, "6"),
            ("notice", 5, ""),
        ]

    def test_a_version_is_entered_once(self):
        body = ABody()
        circulate(body=body, version="1.0")

        with pytest.raises(Breach, match="this one is taken"):
            circulate(body=body, version="1.0")
        circulate(body=ABody(), version="1.0")

    def test_of_articles_is_the_companys_alone(self):
        with pytest.raises(Breach, match="a hub works under terms of reference"):
            circulate(body=ABody(kind="hub"), kind=ARTICLES)
        company = ABody(kind="company")
        circulate(body=company, version="1.0", kind=ARTICLES)
        circulate(body=company, version="1.0")

    def test_of_articles_with_a_rule_that_governs_nobody_is_refused(self):
        with pytest.raises(Breach, match="says which kind of body it governs"):
            circulate(body=ABody(kind="company"), kind=ARTICLES, provisions=[{"what": "quorum", "number": 5}])

    @pytest.mark.parametrize(
        "both",
        [
            [
                {"what": "majority of more than", "number": 1, "of": 2, "who": "those voting"},
                {"what": "majority of at least", "number": 3, "of": 4, "who": "those voting"},
            ],
            [
                {"what": "reserved", "matter": "Budget", "who": "the members"},
                {"what": "reserved", "matter": "budget", "who": "the board"},
            ],
            [{"what": "quorum", "number": 3}, {"what": "quorum", "number": 4, "over": "board"}],
        ],
    )
    def test_with_two_rules_about_one_thing_is_refused(self, both):
        with pytest.raises(Breach, match="stands 2 times"):
            circulate(body=ABody(kind="board"), provisions=both)

    def test_with_a_rule_at_a_clause_that_is_not_there_is_refused(self):
        with pytest.raises(Breach, match="there is no clause 11 in this text"):
            circulate(provisions=[{"what": "quorum", "number": 3, "clause": "11"}])

    def test_with_a_rule_at_a_clause_that_was_deleted_since_is_refused(self):
        body = ABody()
        two = [{"heading": "Purpose", "text": "Care"}, {"heading": "Quorum", "text": "Three"}]
        told = [{"what": "quorum", "number": 3, "clause": "2"}]
        circulate(body=body, version="0.1", sections=two, provisions=told)

        with pytest.raises(Breach, match="there is no clause 2 in this text"):
            circulate(body=body, version="0.2", sections=two[:1], provisions=told)

        assert [terms.version for terms in db.session.scalars(db.select(Terms))] == ["0.1"]

    def test_on_a_day_to_come_is_refused(self):
        tomorrow = clock.today() + timedelta(days=1)

        with pytest.raises(Breach, match="is still to come"):
            circulate(circulated=tomorrow)
        assert circulate(circulated=clock.today()).circulated == clock.today()

    def test_asks_for_comments_by_a_later_day(self):
        with pytest.raises(Breach, match="by a day after it went out, 1 March 2026"):
            circulate(comments_by=MARCH_1)
        assert circulate(comments_by=date(2026, 3, 2)).comments_by == date(2026, 3, 2)

    def test_overtakes_what_went_out_before_from_that_day(self):
        first = circulate(version="0.1")
        circulate(body=first.body, version="0.2", circulated=date(2026, 3, 15))

        assert status(first, date(2026, 3, 14)) == "circulated"
        assert status(first, date(2026, 3, 15)) == "overtaken"


class TestAmend:
    def test_keeps_what_was_circulated_and_what_was_adopted(self):
        out = circulate(version="0.3", sections=[{"heading": "Quorum", "text": "Four practices."}])
        amended = commands.amend(
            out, title=out.title, version="1.0", amended=MARCH_15, amendments="For “four” read “three”.",
            mover=APerson(), sections=[{"heading": "Quorum", "text": "Three practices."}], by=ADA,
        )  # fmt: skip

        commands.adopt(amended, since=APRIL_FIRST, by=ADA)

        assert (out.sections[0].text, amended.sections[0].text) == ("Four practices.", "Three practices.")
        assert (status(out, APRIL_FIRST), status(amended, APRIL_FIRST)) == ("overtaken", "in force")
        told = version_on(amended, APRIL_FIRST)
        assert (told["amends"], told["amends_ref"], told["mover"]) == ("Version 0.3", out.ref, "Asha Patel")
        assert told["amendments"] == "For “four” read “three”."
        assert version_on(out, APRIL_FIRST)["amended_as_ref"] == amended.ref
        assert told["seal"] != version_on(out, APRIL_FIRST)["seal"]
        assert [entry.act for entry in entries_of(out)] == ["terms.circulate"]

    def test_is_known_from_when_it_was_entered(self):
        out = circulate(version="0.3", sections=[{"heading": "Quorum", "text": "Four."}])
        before = clock.now()
        told = {"title": "Terms", "version": "1.0", "amended": MARCH_15, "amendments": "Three."}
        told["sections"] = [{"heading": "Quorum"}]
        amended = commands.amend(out, **told, by=ADA)

        with ledger.known(before):
            assert db.session.get(Terms, amended.ref) is None
            assert status(db.session.get(Terms, out.ref), APRIL_FIRST) == "circulated"

    @pytest.mark.parametrize(
        ("facts", "sentence"),
        [
            ({"since": MARCH_31}, "have been adopted"),
            ({"circulated": None}, "once it has been circulated"),
            ({"withdrawn": MARCH_31}, "was withdrawn on 31 March 2026"),
        ],
    )
    def test_of_what_is_not_before_the_meeting_is_refused(self, facts, sentence):
        with pytest.raises(Breach, match=sentence):
            commands.amend(
                SomeTerms(**facts), title="Terms", version="9", amended=APRIL_FIRST, amendments="Three.", by=ADA
            )


class TestWithdraw:
    def test_takes_back_what_was_circulated_and_keeps_it(self):
        terms = circulate()

        commands.withdraw(terms, on=MARCH_31, reason="Overtaken by events", by=ADA)

        assert (status(terms, date(2026, 3, 30)), status(terms, MARCH_31)) == ("circulated", "withdrawn")
        assert "Overtaken by events" in entries_of(terms)[-1].body
        with pytest.raises(Breach, match="was withdrawn on 31 March 2026"):
            commands.adopt(terms, since=APRIL_FIRST, by=ADA)

    @pytest.mark.parametrize("day", [date(2026, 2, 28), date(2200, 1, 1)])
    def test_before_it_went_out_or_on_a_day_to_come_is_refused(self, day):
        with pytest.raises(Breach, match="a day after it went out"):
            commands.withdraw(circulate(), on=day, reason="Mistaken", by=ADA)

    def test_of_what_is_in_force_is_refused(self):
        with pytest.raises(Breach, match="have been adopted"):
            commands.withdraw(SomeTerms(since=APRIL_FIRST), on=APRIL_FIRST, reason="Mistaken", by=ADA)


class TestRevoke:
    def test_ends_terms_with_none_in_their_place(self):
        terms = SomeTerms(since=date(2025, 4, 1))

        commands.revoke(terms, until=APRIL_FIRST, by=ADA)

        assert queries.in_force(terms.body, MARCH_31) is terms
        assert queries.in_force(terms.body, APRIL_FIRST) is None
        assert (status(terms, MARCH_31), status(terms, APRIL_FIRST)) == ("in force", "withdrawn")

    @pytest.mark.parametrize("facts", [{"since": APRIL_FIRST}, {"since": MARCH_1, "until": MARCH_31}])
    def test_of_terms_not_in_force_until_then_is_refused(self, facts):
        with pytest.raises(Breach, match="only while they are in force"):
            commands.revoke(SomeTerms(**facts), until=APRIL_FIRST, by=ADA)

    def test_of_terms_never_adopted_is_refused(self):
        with pytest.raises(Breach, match="never adopted"):
            commands.revoke(SomeTerms(), until=APRIL_FIRST, by=ADA)


class TestKeepSignedCopy:
    def test_keeps_it_by_its_hash(self):
        terms = SomeTerms(since=APRIL_FIRST)

        commands.keep_signed_copy(terms, signed=Paper("signed.pdf", "ab" * 32, 1), by=ADA)

        assert (terms.signed, terms.signed_name) == ("ab" * 32, "signed.pdf")

    def test_of_what_was_never_adopted_is_refused(self):
        with pytest.raises(Breach, match="never adopted"):
            commands.keep_signed_copy(SomeTerms(), signed=Paper("signed.pdf", "ab" * 32, 1), by=ADA)


class TestAdopt:
    def test_puts_the_terms_in_force_from_that_day(self):
        terms = SomeTerms()

        commands.adopt(terms, since=APRIL_FIRST, by=ADA)

        assert queries.in_force(terms.body, MARCH_31) is None
        assert queries.in_force(terms.body, APRIL_FIRST) is terms
        assert status(terms, APRIL_FIRST) == "in force"

    def test_later_than_the_day_it_was_adopted(self):
        terms = circulate(sections=[{"heading": "Purpose", "text": "Care."}])

        commands.adopt(terms, since=APRIL_FIRST, on=MARCH_15, by=ADA)

        assert status(terms, date(2026, 3, 14)) == "circulated"
        assert status(terms, MARCH_15) == "adopted, from 1 April 2026"
        assert status(terms, MARCH_31) == "adopted, from 1 April 2026"
        assert queries.in_force(terms.body, MARCH_31) is None
        assert queries.in_force(terms.body, APRIL_FIRST) is terms

    def test_supersedes_the_version_in_force(self):
        old = SomeTerms(since=date(2025, 4, 1))
        new = SomeTerms(body=old.body)

        commands.adopt(new, since=APRIL_FIRST, by=ADA)

        assert queries.in_force(old.body, MARCH_31) is old
        assert queries.in_force(old.body, APRIL_FIRST) is new
        assert (old.until, new.supersedes_ref) == (APRIL_FIRST, old.ref)
        assert status(old, APRIL_FIRST) == "superseded"
        assert entries_of(old)[-1].act == entries_of(new)[-1].act == "terms.adopt"

    def test_leaves_other_bodies_and_kinds_alone(self):
        other, articles = SomeTerms(since=MARCH_31), SomeTerms(kind=ARTICLES, since=MARCH_31)

        commands.adopt(SomeTerms(body=articles.body), since=APRIL_FIRST, by=ADA)

        assert queries.in_force(other.body, APRIL_FIRST) is other
        assert queries.in_force(articles.body, APRIL_FIRST, ARTICLES) is articles

    def test_because_of_a_decision_cites_it(self):
        decision, terms = ABody(name="stands for a decision"), SomeTerms()

        with ledger.because(decision):
            commands.adopt(terms, since=APRIL_FIRST, by=ADA)

        assert version_on(terms, APRIL_FIRST)["adopted_by_ref"] == decision.ref

    @pytest.mark.parametrize("other", [APRIL_FIRST, date(2026, 4, 2)])
    def test_a_second_version_in_force_on_one_day_is_refused(self, other):
        first = SomeTerms(since=other)
        second = SomeTerms(body=first.body)

        with pytest.raises(Breach, match="another is from this day or later"):
            commands.adopt(second, since=APRIL_FIRST, by=ADA)

        assert (first.until, second.since) == (None, None)

    def test_is_done_once(self):
        with pytest.raises(Breach, match="have been adopted"):
            commands.adopt(SomeTerms(since=MARCH_31), since=APRIL_FIRST, by=ADA)

    def test_of_an_unfinished_text_is_refused_by_the_names_of_its_sections(self):
        sections = [{"heading": "Purpose", "text": "The XXX hub"}, {"heading": "Review", "text": ""}]

        with pytest.raises(Breach, match="Look again at: Purpose, Review"):
            commands.adopt(circulate(sections=sections), since=APRIL_FIRST, by=ADA)

    def test_of_a_draft_that_was_not_circulated_is_refused(self):
        with pytest.raises(Breach, match="adopted once it has been circulated"):
            commands.adopt(SomeTerms(circulated=None), since=APRIL_FIRST, by=ADA)

    def test_before_it_was_circulated_is_refused(self):
        terms = SomeTerms(circulated=APRIL_FIRST)

        with pytest.raises(Breach, match="circulated or amended, 1 April 2026, or later"):
            commands.adopt(terms, since=APRIL_FIRST, on=MARCH_31, by=ADA)
        commands.adopt(terms, since=APRIL_FIRST, on=APRIL_FIRST, by=ADA)

    def test_before_the_meeting_that_amended_it_is_refused(self):
        out = circulate()
        told = {"title": "Terms", "version": "1.0", "amended": MARCH_15, "amendments": "Three."}
        amended = commands.amend(out, **told, sections=[{"heading": "Purpose", "text": "Care."}], by=ADA)

        with pytest.raises(Breach, match="circulated or amended, 15 March 2026, or later"):
            commands.adopt(amended, since=APRIL_FIRST, on=date(2026, 3, 14), by=ADA)
        commands.adopt(amended, since=APRIL_FIRST, on=MARCH_15, by=ADA)

    def test_sets_the_review_clock_by_its_own_rule(self):
        rule = [{"what": "review", "number": 12}]
        told = [{"heading": "Review", "text": "Once a year."}]
        unsaid, said = (
            circulate(provisions=rule, sections=told),
            circulate(provisions=rule, sections=told, review_due=date(2026, 9, 1)),
        )

        for terms in (unsaid, said):
            commands.adopt(terms, since=APRIL_FIRST, by=ADA)

        assert (unsaid.review_due, said.review_due) == (date(2027, 4, 1), date(2026, 9, 1))

    def test_to_be_reviewed_before_it_takes_effect_is_refused(self):
        with pytest.raises(Breach, match="due for review on a day after"):
            commands.adopt(SomeTerms(review_due=APRIL_FIRST), since=APRIL_FIRST, by=ADA)

    def test_with_a_quorum_larger_than_the_seats_with_a_vote_is_refused(self):
        board = ABody(kind="board")
        for votes in (1, 1, 0):
            ASeat(body=board, votes=votes)

        with pytest.raises(Breach, match="A quorum of 3 could never be met: the body has 2 such seats with a vote"):
            commands.adopt(SomeTerms(body=board, quorum=3), since=APRIL_FIRST, by=ADA)
        commands.adopt(SomeTerms(body=board, quorum=2), since=APRIL_FIRST, by=ADA)

    def test_with_more_seats_of_a_kind_in_the_quorum_than_there_are_is_refused(self):
        board = ABody(kind="board")
        ASeat(body=board, kind="lay")
        ASeat(body=board, kind="director")
        told = {"what": "quorum includes", "number": 2, "who": "lay"}

        with pytest.raises(Breach, match="A quorum of 2 could never be met: the body has 1 such"):
            commands.adopt(SomeTerms(body=board, provisions=[Provision(place=1, **told)]), since=APRIL_FIRST, by=ADA)

    def test_of_articles_with_a_quorum_beyond_the_boards_seats_is_refused(self):
        ASeat(body=ABody(kind="board"))
        told = {"what": "quorum", "number": 50, "over": "board"}
        articles = SomeTerms(kind=ARTICLES, body=ABody(kind="company"), provisions=[Provision(place=1, **told)])

        with pytest.raises(Breach, match="A quorum of 50 could never be met: the body has 1 such"):
            commands.adopt(articles, since=APRIL_FIRST, by=ADA)

    def test_by_a_body_not_yet_founded_is_refused(self):
        with pytest.raises(Breach, match="their body exists"):
            commands.adopt(SomeTerms(body=ABody(since=APRIL_FIRST)), since=MARCH_31, by=ADA)
