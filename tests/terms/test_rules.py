from datetime import date

import pytest

from registry.law import Breach
from registry.structure.models import Body
from registry.terms import rules
from registry.terms.models import TERMS_OF_REFERENCE, Provision, Section, Terms, TermsMember

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


class TestIsNotYetAdopted:
    def test_until_it_has_been_adopted(self):
        rules.is_not_yet_adopted(None)
        assert "draft a new version" in refuses(rules.is_not_yet_adopted, APRIL_FIRST).sentence


class TestIsAdopted:
    def test_once_it_has_a_first_day(self):
        rules.is_adopted(APRIL_FIRST)
        assert "never adopted" in refuses(rules.is_adopted, None).sentence


class TestHasBeenCirculated:
    def test_today_and_before(self):
        rules.has_been_circulated(APRIL_FIRST, APRIL_FIRST)
        assert refuses(rules.has_been_circulated, APRIL_FIRST, MARCH_31).field == "circulated"


class TestCommentsAreAskedForAfterIt:
    def test_from_the_day_after(self):
        rules.comments_are_asked_for_after_it(MARCH_31, APRIL_FIRST)
        rules.comments_are_asked_for_after_it(MARCH_31, None)
        assert refuses(rules.comments_are_asked_for_after_it, APRIL_FIRST, APRIL_FIRST).field == "comments_by"


class TestWasCirculated:
    def test_before_it_is_adopted(self):
        rules.was_circulated(True)
        assert "circulate it first" in refuses(rules.was_circulated, False).sentence


class TestWasNotWithdrawn:
    def test_names_the_day(self):
        rules.was_not_withdrawn(None)
        assert "withdrawn on 31 March 2026" in refuses(rules.was_not_withdrawn, MARCH_31).sentence


class TestIsWithdrawnAfterItWentOut:
    def test_on_that_day_or_later_and_not_on_one_to_come(self):
        rules.is_withdrawn_after_it_went_out(MARCH_31, MARCH_31, APRIL_FIRST)
        rules.is_withdrawn_after_it_went_out(None, APRIL_FIRST, APRIL_FIRST)
        refuses(rules.is_withdrawn_after_it_went_out, APRIL_FIRST, MARCH_31, APRIL_FIRST)
        refuses(rules.is_withdrawn_after_it_went_out, MARCH_31, APRIL_FIRST, MARCH_31)


class TestIsAdoptedOnceCirculated:
    def test_on_that_day_or_later(self):
        rules.is_adopted_once_circulated(APRIL_FIRST, on=APRIL_FIRST)
        rules.is_adopted_once_circulated(None, on=MARCH_31)
        assert refuses(rules.is_adopted_once_circulated, APRIL_FIRST, on=MARCH_31).field == "on"


class TestIsAmendedOnceCirculated:
    def test_on_that_day_or_later_and_not_on_one_to_come(self):
        rules.is_amended_once_circulated(MARCH_31, MARCH_31, MARCH_31)
        refuses(rules.is_amended_once_circulated, APRIL_FIRST, MARCH_31, APRIL_FIRST)
        assert refuses(rules.is_amended_once_circulated, MARCH_31, APRIL_FIRST, MARCH_31).field == "amended"


class TestConstitutionIsTheCompanys:
    def test_and_no_other_bodys(self):
        rules.constitution_is_the_companys(True, "company")
        rules.constitution_is_the_companys(False, "hub")
        assert "a hub works under" in refuses(rules.constitution_is_the_companys, True, "hub").sentence


class TestRuleSaysWhomItGoverns:
    def test_in_articles(self):
        rules.rule_says_whom_it_governs("quorum", "board")
        assert refuses(rules.rule_says_whom_it_governs, "quorum", "").field == "provisions"


class TestIsInForceUntilThen:
    def test_from_the_day_after_its_first(self):
        rules.is_in_force_until_then(MARCH_31, None, APRIL_FIRST)
        refuses(rules.is_in_force_until_then, APRIL_FIRST, None, APRIL_FIRST)
        refuses(rules.is_in_force_until_then, MARCH_31, APRIL_FIRST, APRIL_FIRST)


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
        [
            "The XXX hub",
            "Meets ???",
            "Quorum: TBC",
            "tbc.",
            "T.B.A.",
            "to be confirmed",
            "Quorum: to be agreed.",
            "The chair (to be decided)",
            "Chair: ____",
            "xxxx",
            " ",
        ],
    )
    def test_is_a_section_with_a_place_kept_for_words_to_come(self, text):
        assert self.unfinished(text) == ["Purpose"]

    @pytest.mark.parametrize(
        "text",
        [
            "Will you? We will.",
            "Schedule XX",
            "In article XIX",
            "A TBCD scan",
            "Vitamin x_x",
            "The minutes are to be agreed at the next meeting.",
            "Part XXXI",
        ],
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


def provision(what="quorum", number=3, **more):
    return Provision(what=what, number=number, **more)


class TestRuleIsToldWhole:
    def test_with_all_that_its_kind_needs(self):
        for whole in (provision(), provision(number=3, of=3), provision("deputies", 0), provision("notice", 0)):
            rules.rule_is_told_whole(whole.what, rules.lacking_of(whole))

    @pytest.mark.parametrize(
        ("lacking", "words"),
        [
            (provision(number=None), "The rule of quorum says too little: it has no “number”."),
            (provision("majority of more than", 1, who="those voting"), "it has no “of”"),
            (provision("delegated up to", 5_000), "it has no “matter”"),
            (provision("casting vote", None), "it does not say who or how"),
            (provision("recusal", None, who="sent home"), "“sent home” is not one of: not counted for quorum or vote"),
            (provision("quorum includes", 1, who="clown"), "“clown” is not one of: director; chair; ACD"),
            (provision(number=0), "its figure is nought"),
            (provision(number=4, of=3), "4 of 3 is more than the whole"),
            (provision(number=1, of=2, who="about"), "“about” is not one of: more than"),
        ],
    )
    def test_not_with_less(self, lacking, words):
        breach = refuses(rules.rule_is_told_whole, lacking.what, rules.lacking_of(lacking))

        assert words in breach.sentence
        assert breach.field == "provisions"


class TestRuleIsToldOnce:
    def test_and_not_twice(self):
        rules.rule_is_told_once("quorum", 1)
        assert refuses(rules.rule_is_told_once, "quorum", 2).sentence == (
            "A body’s terms have one rule of quorum; this one stands 2 times."
        )


class TestRuleStandsInTheText:
    def test_at_a_clause_that_there_is(self):
        rules.rule_stands_in_the_text("6.1", True)
        assert "there is no clause 6.9" in refuses(rules.rule_stands_in_the_text, "6.9", False).sentence


class TestQuorumCanBeMet:
    @pytest.mark.parametrize(("quorum", "seats"), [(None, 3), (3, 3)])
    def test_by_as_many_seats_as_it_needs(self, quorum, seats):
        rules.quorum_can_be_met(quorum, seats)

    def test_not_by_fewer(self):
        assert refuses(rules.quorum_can_be_met, 4, 3).sentence == (
            "A quorum of 4 could never be met: the body has 3 such seats with a vote."
        )


class TestUpholdProvisions:
    def told(self, *provisions):
        sections = [Section(place=1, heading="Meetings", text="- Held monthly.\n- Three make a quorum.")]
        told = {"sections": sections, "provisions": list(provisions)}
        return Terms(body=Body(kind="hub"), kind=TERMS_OF_REFERENCE, **told)

    def test_finds_a_clause_of_a_list_and_a_section(self):
        rules.uphold_provisions(
            self.told(provision(clause="1.2"), provision("meetings a year", 12, clause="1"), provision("review", 12))
        )

    def test_of_a_clause_that_was_deleted_is_refused(self):
        assert "no clause 1.3" in refuses(rules.uphold_provisions, self.told(provision(clause="1.3"))).sentence

    def test_of_two_of_a_kind_only_where_each_has_a_matter_or_a_category_of_its_own(self):
        def includes(who):
            return provision("quorum includes", 1, who=who)

        rules.uphold_provisions(self.told(includes("ACD"), includes("lay")))
        twice = self.told(provision(), provision(number=4))
        assert "stands 2 times" in refuses(rules.uphold_provisions, twice).sentence


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
