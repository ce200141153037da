from datetime import date

import pytest

from registry.law import Breach
from registry.structure import rules
from registry.structure.models import Belonging, Body, Scheme

MARCH_31, APRIL_1, APRIL_2 = date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 2)
JULY_2019 = date(2019, 7, 1)
A_DAY_TOO_LONG = [(date(2019, 6, 30), APRIL_1), (JULY_2019, APRIL_2), (JULY_2019, None)]


def a_body(**facts):
    return Body(**{"since": JULY_2019, "until": APRIL_1} | facts)


class TestEndsAfterItStarts:
    def test_the_day_after_its_first_or_never(self):
        rules.ends_after_it_starts(MARCH_31, APRIL_1)
        rules.ends_after_it_starts(MARCH_31, None)

    @pytest.mark.parametrize("until", [APRIL_1, MARCH_31])
    def test_not_on_its_first_day_or_before(self, until):
        with pytest.raises(Breach, match="later than its first day"):
            rules.ends_after_it_starts(APRIL_1, until)


class TestOdsRecordEndsAfterItStarts:
    def test_the_day_after_its_first_or_never(self):
        rules.ods_record_ends_after_it_starts(MARCH_31, APRIL_1)
        rules.ods_record_ends_after_it_starts(MARCH_31, None)
        rules.ods_record_ends_after_it_starts(None, None)

    @pytest.mark.parametrize("since", [APRIL_1, APRIL_2, None])
    def test_not_on_its_first_day_or_before_and_not_without_one(self, since):
        with pytest.raises(Breach, match="ODS") as breach:
            rules.ods_record_ends_after_it_starts(since, APRIL_1)
        assert breach.value.field == "ods_until"


class TestCodeIsFree:
    def test_when_no_body_has_it(self):
        rules.code_is_free(False)

    def test_not_when_one_has(self):
        with pytest.raises(Breach, match="another body has this one"):
            rules.code_is_free(True)


class TestCodeIsOfItsKind:
    @pytest.mark.parametrize(("kind", "code"), [("PCN", "U09521"), ("PCN", None), ("hub", "SLAM"), ("hub", None)])
    def test_u_and_five_digits_for_a_network_alone(self, kind, code):
        rules.code_is_of_its_kind(kind, code)

    @pytest.mark.parametrize(("kind", "code"), [("PCN", "U0952"), ("PCN", "C82056"), ("hub", "U09521")])
    def test_not_otherwise(self, kind, code):
        with pytest.raises(Breach, match="like U09521"):
            rules.code_is_of_its_kind(kind, code)


class TestParentExists:
    def test_when_there_is_none(self):
        rules.parent_exists(None, since=JULY_2019, until=None)

    def test_from_its_own_first_day_to_its_own_last(self):
        rules.parent_exists(a_body(), since=JULY_2019, until=APRIL_1)
        rules.parent_exists(a_body(until=None), since=JULY_2019, until=None)

    @pytest.mark.parametrize(("since", "until"), A_DAY_TOO_LONG)
    def test_not_a_day_before_or_after(self, since, until):
        with pytest.raises(Breach, match="every day of its own life"):
            rules.parent_exists(a_body(), since=since, until=until)


class TestBodyTakesPractices:
    @pytest.mark.parametrize("kind", ["area", "locality", "hub", "PCN"])
    def test_where_it_is_a_grouping_of_them(self, kind):
        rules.body_takes_practices(kind)

    @pytest.mark.parametrize("kind", ["company", "board", "member forum"])
    def test_not_where_they_have_seats(self, kind):
        with pytest.raises(Breach, match="seats"):
            rules.body_takes_practices(kind)


class TestBelongingLiesWithinTheLifeOfTheBody:
    def test_from_its_first_day_to_its_last(self):
        rules.belonging_lies_within_the_life_of_the_body(a_body(), since=JULY_2019, until=APRIL_1)

    @pytest.mark.parametrize(("since", "until"), A_DAY_TOO_LONG)
    def test_not_a_day_longer(self, since, until):
        with pytest.raises(Breach, match="only while that body exists"):
            rules.belonging_lies_within_the_life_of_the_body(a_body(), since=since, until=until)


class TestPracticeIsInOneBodyOfAKind:
    def test_from_the_day_it_left_the_other(self):
        before = Belonging(since=JULY_2019, until=APRIL_1)

        rules.practice_is_in_one_body_of_a_kind([before], since=APRIL_1, until=None)

    def test_until_the_day_it_joins_another(self):
        after = Belonging(since=APRIL_1, until=None)

        rules.practice_is_in_one_body_of_a_kind([after], since=JULY_2019, until=APRIL_1)

    def test_not_on_the_last_day_in_the_other(self):
        before = Belonging(since=JULY_2019, until=APRIL_1)

        with pytest.raises(Breach, match="one network at a time") as breach:
            rules.practice_is_in_one_body_of_a_kind([before], since=MARCH_31, until=None)
        assert breach.value.field == "practice"


class TestHasNotEnded:
    def test_while_it_lasts(self):
        rules.has_not_ended(a_body(until=None))

    def test_not_once_its_end_is_on_record(self):
        with pytest.raises(Breach, match="has its end on record"):
            rules.has_not_ended(a_body())


class TestNoPracticeComesOrGoesLater:
    def test_when_all_came_before_and_stay_or_left_by_then(self):
        lasting = Belonging(since=MARCH_31, until=None)
        left = Belonging(since=JULY_2019, until=APRIL_1)

        rules.no_practice_comes_or_goes_later([lasting, left], until=APRIL_1)

    @pytest.mark.parametrize(("since", "until"), [(APRIL_1, None), (JULY_2019, APRIL_2)])
    def test_not_when_one_comes_that_day_or_leaves_a_day_later(self, since, until):
        with pytest.raises(Breach, match="later than this day"):
            rules.no_practice_comes_or_goes_later([Belonging(since=since, until=until)], until=APRIL_1)


class TestNoneAnswerToItLater:
    def test_when_they_end_by_that_day(self):
        rules.none_answer_to_it_later([a_body()], until=APRIL_1)

    @pytest.mark.parametrize("until", [APRIL_2, None])
    def test_not_when_one_lasts_a_day_longer(self, until):
        with pytest.raises(Breach, match="dissolve them first"):
            rules.none_answer_to_it_later([a_body(until=until)], until=APRIL_1)


class TestSomePartnerIsOurs:
    def test_when_one_is(self):
        rules.some_partner_is_ours(1)

    def test_not_when_the_practices_are_still_to_be_loaded(self):
        with pytest.raises(Breach, match="Load the practices first"):
            rules.some_partner_is_ours(0)


class TestWasNotStruck:
    def test_was_not(self):
        rules.was_not_struck(struck=False)

    def test_was(self):
        with pytest.raises(Breach, match="struck already"):
            rules.was_not_struck(struck=True)


class TestHasEnded:
    def test_has(self):
        rules.has_ended(Body(since=date(2018, 4, 1), until=date(2018, 4, 2)))

    def test_has_not(self):
        with pytest.raises(Breach, match="no end on record"):
            rules.has_ended(Body(since=date(2018, 4, 1)))


class TestNothingBelongsToIt:
    def test_nothing_but_what_was_struck(self):
        rules.nothing_belongs_to_it([], [])
        rules.nothing_belongs_to_it([Belonging(struck=True)], [Body(struck=True)])

    @pytest.mark.parametrize(("belongings", "children"), [([Belonging()], []), ([], [Body()])])
    def test_something(self, belongings, children):
        with pytest.raises(Breach, match="strike those first"):
            rules.nothing_belongs_to_it(belongings, children)


class TestLeastIsNoMoreThanMost:
    @pytest.mark.parametrize(("least", "most"), [(None, None), (1, None), (None, 1), (30_000, 30_000), (1, 2)])
    def test_is_not(self, least, most):
        rules.least_is_no_more_than_most(least, most)

    def test_is(self):
        with pytest.raises(Breach) as refused:
            rules.least_is_no_more_than_most(30_001, 30_000)

        assert refused.value.field == "most"


class TestOneSchemeOfAKind:
    SINCE, UNTIL = date(2018, 4, 1), date(2019, 7, 1)

    def test_one_after_another(self):
        scheme = Scheme(since=self.SINCE, until=self.UNTIL)

        rules.one_scheme_of_a_kind([scheme], since=self.UNTIL, until=None)
        rules.one_scheme_of_a_kind([scheme], since=date(2017, 4, 1), until=self.SINCE)
        rules.one_scheme_of_a_kind([Scheme(since=self.SINCE, struck=True)], since=self.SINCE, until=None)

    @pytest.mark.parametrize(
        ("since", "until"), [(date(2019, 6, 30), None), (date(2017, 4, 1), date(2018, 4, 2)), (date(2017, 4, 1), None)]
    )
    def test_not_two_for_a_day(self, since, until):
        with pytest.raises(Breach, match="one scheme of a kind at a time"):
            rules.one_scheme_of_a_kind([Scheme(since=self.SINCE, until=self.UNTIL)], since=since, until=until)


class TestPatientsHaveBeenToldBy:
    @pytest.mark.parametrize("on", [date(2019, 6, 30), date(2019, 7, 1)])
    def test_by_today(self, on):
        rules.patients_have_been_told_by(on, date(2019, 7, 1))

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 July 2019 is still to come"):
            rules.patients_have_been_told_by(date(2019, 7, 2), date(2019, 7, 1))


class TestIsNotedByToday:
    @pytest.mark.parametrize("noted", [date(2019, 6, 30), date(2019, 7, 1)])
    def test_by_today(self, noted):
        rules.is_noted_by_today(noted, date(2019, 7, 1))

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 July 2019 is still to come"):
            rules.is_noted_by_today(date(2019, 7, 2), date(2019, 7, 1))


class TestIsNotSettledYet:
    def test_is_not(self):
        rules.is_not_settled_yet(None)

    def test_is(self):
        with pytest.raises(Breach, match="settled already"):
            rules.is_not_settled_yet(date(2019, 7, 1))


class TestSettledOnceNoted:
    @pytest.mark.parametrize("settled", [date(2019, 7, 1), date(2019, 7, 2)])
    def test_that_day_or_later(self, settled):
        rules.settled_once_noted(date(2019, 7, 1), settled)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="noted on 1 July 2019"):
            rules.settled_once_noted(date(2019, 7, 1), date(2019, 6, 30))


class TestRemarkOnSize:
    @pytest.mark.parametrize("patients", [30_000, 50_000])
    def test_there_is_none_within_the_band(self, patients):
        assert rules.remark_on_size("PCN", patients) == ""

    @pytest.mark.parametrize(
        ("kind", "patients", "than"),
        [("PCN", 29_999, "fewer"), ("PCN", 50_001, "more"), ("hub", 34_999, "fewer"), ("hub", 60_001, "more")],
    )
    def test_one_patient_outside_it_says_so(self, kind, patients, than):
        assert than in rules.remark_on_size(kind, patients)
        assert f"{patients:,}" in rules.remark_on_size(kind, patients)

    def test_there_is_none_where_no_size_is_meant_or_known(self):
        assert rules.remark_on_size("locality", 1) == ""
        assert rules.remark_on_size("hub", None) == ""
