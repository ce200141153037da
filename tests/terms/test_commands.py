from datetime import date

import pytest

from registry import ledger
from registry.db import db
from registry.law import Breach
from registry.ledger.models import Entry
from registry.terms import commands, queries
from registry.terms.models import ARTICLES, TEN_HEADINGS, TERMS_OF_REFERENCE
from tests.factories import ADA, ABody, APerson, APractice, ASeat, SomeTerms

APRIL_FIRST = date(2026, 4, 1)
MARCH_31 = date(2026, 3, 31)


def draft(**facts):
    asked = {"body": None, "kind": TERMS_OF_REFERENCE, "title": "Terms of reference", "version": "0.1"} | facts
    return commands.draft(**asked | {"body": asked["body"] or ABody()}, by=ADA)


def entries_of(document):
    return list(db.session.scalars(db.select(Entry).where(Entry.ref == document.ref).order_by(Entry.rev)))


class TestDraft:
    def test_begins_with_the_ten_headings(self):
        terms = draft()

        assert [section.heading for section in terms.sections] == list(TEN_HEADINGS)
        assert [section.place for section in terms.sections] == list(range(1, 11))
        assert queries.status_on(terms, APRIL_FIRST) == "draft"
        assert [entry.act for entry in entries_of(terms)] == ["terms.draft"]

    def test_keeps_the_membership_table_and_the_rules(self):
        practice, person = APractice(name="OAKHAM MEDICAL PRACTICE"), APerson()

        terms = draft(
            table=[{"practice": practice, "person": person, "responsibility": "Chair"}],
            provisions=[{"what": "quorum", "number": 3, "clause": "6"}, {"what": "notice", "number": 5}],
        )

        line = queries.version_on(terms, APRIL_FIRST)["table"][0]
        assert (line["practice"], line["name"]) == ("OAKHAM MEDICAL PRACTICE", "Asha Patel")
        assert line["responsibility"] == "Chair"
        assert [(rule.what, rule.number, rule.clause) for rule in terms.provisions] == [
            ("quorum", 3, "6"),
            ("notice", 5, ""),
        ]

    def test_a_version_is_drafted_once(self):
        body = ABody()
        draft(body=body, version="1.0")

        with pytest.raises(Breach, match="this one is taken"):
            draft(body=body, version="1.0")
        draft(body=body, version="1.0", kind=ARTICLES)
        draft(body=ABody(), version="1.0")

    def test_with_a_rule_at_a_clause_that_is_not_there_is_refused(self):
        with pytest.raises(Breach, match="there is no clause 11 in this text"):
            draft(provisions=[{"what": "quorum", "number": 3, "clause": "11"}])


class TestRevise:
    def test_writes_over_what_changed_and_leaves_the_rest_as_it_was(self):
        terms = draft(sections=[{"heading": "Purpose", "text": "Care"}, {"heading": "Review", "text": "Yearly"}])
        first, second = (section.ref for section in terms.sections)

        sections = [{"heading": "Purpose", "text": "Better care"}, {"heading": "Review", "text": "Yearly"}]
        commands.revise(terms, title=terms.title, version="0.2", sections=sections, by=ADA)

        assert [section.ref for section in terms.sections] == [first, second]
        assert (terms.version, terms.sections[0].text) == ("0.2", "Better care")

    def test_adds_sections_and_takes_them_away(self):
        terms = draft(table=[{"responsibility": "Chair"}])

        commands.revise(terms, title="Hub", version="0.1", sections=[{"heading": "Purpose"}], by=ADA)

        assert ([section.heading for section in terms.sections], terms.table) == (["Purpose"], [])

    def test_deleting_the_clause_of_a_rule_is_refused_and_leaves_the_draft_as_it_was(self):
        told = [{"what": "quorum", "number": 3, "clause": "2"}]
        terms = draft(provisions=told)

        with pytest.raises(Breach, match="there is no clause 2 in this text"):
            commands.revise(
                terms, title="Hub", version="0.1", sections=[{"heading": "Purpose"}], provisions=told, by=ADA
            )

        db.session.refresh(terms)
        assert (terms.title, len(terms.sections)) == ("Terms of reference", 10)

    def test_saying_the_same_again_makes_no_entry(self):
        told = [{"what": "quorum", "number": 3, "clause": "6"}]
        terms = draft(provisions=told)

        commands.revise(terms, title=terms.title, version="0.1", provisions=told, by=ADA)

        assert len(entries_of(terms)) == 1

    def test_of_adopted_terms_is_refused(self):
        terms = SomeTerms(since=APRIL_FIRST)

        with pytest.raises(Breach, match="draft a new version"):
            commands.revise(terms, title="Other", version="9", by=ADA)

        assert terms.title != "Other"

    def test_to_a_version_there_is_already_is_refused(self):
        body = ABody()
        draft(body=body, version="0.1")

        with pytest.raises(Breach, match="this one is taken"):
            commands.revise(draft(body=body, version="0.2"), title="Hub", version="0.1", by=ADA)


class TestAdopt:
    def test_puts_the_terms_in_force_from_that_day(self):
        terms = SomeTerms()

        commands.adopt(terms, since=APRIL_FIRST, by=ADA)

        assert queries.in_force(terms.body, MARCH_31) is None
        assert queries.in_force(terms.body, APRIL_FIRST) is terms
        assert queries.status_on(terms, MARCH_31) == "adopted, from 1 April 2026"

    def test_supersedes_the_version_in_force(self):
        old = SomeTerms(since=date(2025, 4, 1))
        new = SomeTerms(body=old.body)

        commands.adopt(new, since=APRIL_FIRST, by=ADA)

        assert queries.in_force(old.body, MARCH_31) is old
        assert queries.in_force(old.body, APRIL_FIRST) is new
        assert (old.until, new.supersedes_ref) == (APRIL_FIRST, old.ref)
        assert queries.status_on(old, APRIL_FIRST) == "superseded"
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

        assert queries.version_on(terms, APRIL_FIRST)["adopted_by_ref"] == decision.ref

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
            commands.adopt(draft(sections=sections), since=APRIL_FIRST, by=ADA)

    def test_to_be_reviewed_before_it_takes_effect_is_refused(self):
        with pytest.raises(Breach, match="due for review on a day after"):
            commands.adopt(SomeTerms(review_due=APRIL_FIRST), since=APRIL_FIRST, by=ADA)

    def test_with_a_quorum_larger_than_the_seats_with_a_vote_is_refused(self):
        board = ABody(kind="board")
        for votes in (1, 1, 0):
            ASeat(body=board, votes=votes)

        with pytest.raises(Breach, match="A quorum of 3 could never be met: the body has 2 seats with a vote"):
            commands.adopt(SomeTerms(body=board, quorum=3), since=APRIL_FIRST, by=ADA)
        commands.adopt(SomeTerms(body=board, quorum=2), since=APRIL_FIRST, by=ADA)

    def test_by_a_body_not_yet_founded_is_refused(self):
        with pytest.raises(Breach, match="their body exists"):
            commands.adopt(SomeTerms(body=ABody(since=APRIL_FIRST)), since=MARCH_31, by=ADA)
