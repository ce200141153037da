from datetime import date

import pytest

from registry.law import Breach
from registry.structure.models import Body
from registry.terms import rules
from registry.terms.models import Section, Terms, TermsMember

APRIL_FIRST = date(2026, 4, 1)
MARCH_31 = date(2026, 3, 31)
APRIL_2 = date(2026, 4, 2)


def refuses(rule, *facts, **more):
    with pytest.raises(Breach) as breach:
        rule(*facts, **more)
    return breach.value


class TestVersionIsNew:
    def test_among_the_bodys_terms_of_that_kind(self):
        rules.version_is_new(False)
        assert refuses(rules.version_is_new, True).field == "version"


class TestIsADraft:
    def test_until_it_has_been_adopted(self):
        rules.is_a_draft(None)
        assert "draft a new version" in refuses(rules.is_a_draft, APRIL_FIRST).sentence


class TestTextIsFinished:
    def test_when_nothing_is_left_to_write(self):
        rules.text_is_finished([])

    def test_and_names_the_sections_where_something_is(self):
        breach = refuses(rules.text_is_finished, ["Purpose", "Meetings"])

        assert breach.sentence.endswith("Look again at: Purpose, Meetings.")
        assert breach.authority == "Model Articles, art. 5"


class TestUnfinished:
    def unfinished(self, text, heading="Purpose", table=(), title="Terms"):
        return rules.unfinished(Terms(title=title, sections=[Section(heading=heading, text=text)], table=list(table)))

    @pytest.mark.parametrize(
        "text",
        ["The XXX hub", "Meets ???", "Quorum: TBC", "tbc.", "T.B.A.", "to be confirmed", "Chair: ____", "xxxx", " "],
    )
    def test_is_a_section_with_a_place_kept_for_words_to_come(self, text):
        assert self.unfinished(text) == ["Purpose"]

    @pytest.mark.parametrize(
        "text", ["Will you? We will.", "Schedule XX", "In article XIX", "A TBCD scan", "Vitamin x_x"]
    )
    def test_is_not_one_that_only_looks_so(self, text):
        assert self.unfinished(text) == []

    def test_a_table_says_what_there_is_to_say_under_membership(self):
        assert self.unfinished("", "Membership") == ["Membership"]
        assert self.unfinished("", "Membership", [TermsMember(responsibility="Chair")]) == []

    def test_reads_the_title_and_the_table_too(self):
        assert self.unfinished("Done.", title="XXX Partnership Hub") == ["the title"]
        assert self.unfinished("Done.", table=[TermsMember(responsibility="TBC")]) == ["the membership table"]


class TestBodyExists:
    def test_from_the_day_it_is_founded_to_its_last_day(self):
        body = Body(since=APRIL_FIRST, until=APRIL_2)

        rules.body_exists(body, since=APRIL_FIRST)
        refuses(rules.body_exists, body, since=MARCH_31)
        assert refuses(rules.body_exists, body, since=APRIL_2).field == "since"


class TestOneVersionIsInForce:
    def test_after_those_that_came_before(self):
        rules.one_version_is_in_force([Terms(since=MARCH_31), Terms(since=None)], since=APRIL_FIRST)

    @pytest.mark.parametrize("other", [APRIL_FIRST, APRIL_2])
    def test_not_beside_one_from_that_day_or_later(self, other):
        assert refuses(rules.one_version_is_in_force, [Terms(since=other)], since=APRIL_FIRST).field == "since"


class TestReviewComesAfter:
    def test_the_day_the_terms_take_effect(self):
        rules.review_comes_after(APRIL_FIRST, review_due=APRIL_2)
        rules.review_comes_after(APRIL_FIRST, review_due=None)
        refuses(rules.review_comes_after, APRIL_FIRST, review_due=APRIL_FIRST)
        refuses(rules.review_comes_after, APRIL_FIRST, review_due=MARCH_31)


class TestEndsAfterItBegins:
    @pytest.mark.parametrize("until", [None, date(2019, 7, 2)])
    def test_the_day_after_or_never(self, until):
        rules.ends_after_it_begins(date(2019, 7, 1), until)

    def test_not_on_its_first_day(self):
        with pytest.raises(Breach):
            rules.ends_after_it_begins(date(2019, 7, 1), date(2019, 7, 1))


class TestNoOtherIsInForceThen:
    OTHERS = [Terms(since=date(2017, 7, 1), until=date(2019, 7, 1)), Terms(since=None)]

    @pytest.mark.parametrize(("since", "until"), [(date(2019, 7, 1), None), (date(2016, 7, 1), date(2017, 7, 1))])
    def test_from_the_day_that_one_ends_and_until_it_begins(self, since, until):
        rules.no_other_is_in_force_then(self.OTHERS, since, until)

    @pytest.mark.parametrize(
        ("since", "until"),
        [(date(2019, 6, 30), None), (date(2016, 7, 1), date(2017, 7, 2)), (date(2016, 7, 1), None)],
    )
    def test_not_on_a_day_of_its_time(self, since, until):
        with pytest.raises(Breach):
            rules.no_other_is_in_force_then(self.OTHERS, since, until)

    def test_nor_beside_one_that_has_no_end(self):
        with pytest.raises(Breach):
            rules.no_other_is_in_force_then([Terms(since=date(2017, 7, 1))], date(2019, 7, 1), None)
