from dataclasses import dataclass
from datetime import date

import pytest

from registry.gifts.models import ACCEPTED, CASH, DECLINED, GIFT, HOSPITALITY, TO_CHARITY
from registry.gifts.weighing import GoodPractice, weigh

pytestmark = pytest.mark.pure


@dataclass
class Offered:
    """As much of a gift as is weighed."""

    value: int
    kind: str = GIFT
    supplier: bool = False
    offered_on: date = date(2026, 5, 1)
    outcome: str = ACCEPTED
    organisation: str = "Vale Diagnostics"
    organisation_ref: str | None = None
    ref: str = "B"


def weighed(offer, *earlier, **more):
    return weigh(offer, earlier, GoodPractice(), **more)


class TestFromASupplier:
    def test_up_to_six_pounds_and_no_penny_more(self):
        within, over = (weighed(Offered(value, supplier=True)) for value in (6_00, 6_01))

        assert not within.over
        assert within.sentence == "A supplier may give a small item of up to £6.00: this one is of £6.00."
        assert over.over
        assert over.sentence.endswith("this one is of £6.01, which is £0.01 over.")

    def test_is_over_also_where_charity_had_it(self):
        assert weighed(Offered(6_01, supplier=True, outcome=TO_CHARITY)).over


class TestFromOthers:
    def test_up_to_fifty_pounds_at_once_and_no_penny_more(self):
        within, over = weighed(Offered(50_00)), weighed(Offered(50_01))

        assert (within.over, over.over) == (False, True)
        assert over.sentence == (
            "One source may give up to £50.00 in a year: this one is of £50.01, which is £0.01 over."
        )

    def test_up_to_fifty_pounds_added_up_and_no_penny_more(self):
        earlier = Offered(20_00, offered_on=date(2026, 4, 1), ref="A")
        within, over = weighed(Offered(30_00), earlier), weighed(Offered(30_01), earlier)

        assert not within.over
        assert within.sentence.endswith("£20.00 before and £30.00 now make £50.00.")
        assert over.over
        assert over.sentence.endswith("£20.00 before and £30.01 now make £50.01, which is £0.01 over.")

    def test_a_year_goes_back_to_the_day_after_the_same_day_a_year_before(self):
        for day, counts in ((date(2025, 5, 1), False), (date(2025, 5, 2), True)):
            assert weighed(Offered(50_00), Offered(1, offered_on=day, ref="A")).over is counts

    def test_a_gift_of_29_february_counts_until_28_february(self):
        leap = Offered(1, offered_on=date(2024, 2, 29), ref="A")

        assert weighed(Offered(50_00, offered_on=date(2025, 2, 28)), leap).over
        assert not weighed(Offered(50_00, offered_on=date(2025, 3, 1)), leap).over

    def test_of_two_on_one_day_the_later_entered_has_both_to_bear(self):
        first, second = Offered(25_01, ref="A"), Offered(25_00, ref="B")

        assert not weighed(first, second).over
        assert weighed(second, first).over

    def test_only_what_was_accepted_from_the_same_source_counts(self):
        day = date(2026, 4, 1)
        for other in (
            Offered(1, offered_on=day, outcome=DECLINED),
            Offered(1, offered_on=day, outcome=TO_CHARITY),
            Offered(1, offered_on=day, kind=HOSPITALITY),
            Offered(1, offered_on=day, organisation="Another"),
            Offered(1, offered_on=date(2026, 5, 2), ref="C"),
        ):
            assert not weighed(Offered(50_00), other).over, other

    def test_a_source_is_known_by_its_ref_or_else_by_its_name_in_whatever_case(self):
        def over(one, other):
            return weighed(Offered(50_00, **one), Offered(1, offered_on=date(2026, 4, 1), **other)).over

        assert over({}, {"organisation": "VALE DIAGNOSTICS"})
        assert over({"organisation_ref": "1"}, {"organisation_ref": "1", "organisation": "Its former name"})
        assert not over({"organisation_ref": "1"}, {"organisation_ref": "2"})

    def test_what_was_declined_or_given_to_charity_is_not_over(self):
        declined = weighed(Offered(50_01, outcome=DECLINED))

        assert not declined.over
        assert declined.sentence.endswith("which is £0.01 over. It was declined.")
        assert not weighed(Offered(50_01, outcome=TO_CHARITY)).over


class TestCash:
    def test_is_never_accepted_however_little(self):
        for outcome in (ACCEPTED, TO_CHARITY):
            assert weighed(Offered(1, kind=CASH, outcome=outcome)).over
        assert not weighed(Offered(1, kind=CASH, outcome=DECLINED)).over


class TestHospitality:
    def test_under_25_pounds_need_not_be_declared(self):
        told = weighed(Offered(24_99, kind=HOSPITALITY))

        assert not (told.over or told.to_be_declared)
        assert told.sentence == "Hospitality of less than £25.00 need not be declared: this is of £24.99."

    def test_from_25_to_75_pounds_is_declared(self):
        for value in (25_00, 75_00):
            told = weighed(Offered(value, kind=HOSPITALITY))
            assert (told.over, told.to_be_declared) == (False, True)
            assert told.sentence.startswith("Hospitality of £25.00 to £75.00 is declared")

    def test_above_75_pounds_is_refused_unless_approved(self):
        offer = Offered(75_01, kind=HOSPITALITY)
        alone, approved = weighed(offer), weighed(offer, approver="Dr Asha Patel")

        assert (alone.over, approved.over) == (True, False)
        assert alone.sentence.endswith("this is of £75.01, and no approval is recorded.")
        assert approved.sentence.endswith("this is of £75.01, and Dr Asha Patel approved it.")
        assert not weighed(Offered(75_01, kind=HOSPITALITY, outcome=DECLINED)).over

    def test_does_not_add_up(self):
        earlier = Offered(75_00, kind=HOSPITALITY, offered_on=date(2026, 4, 1), ref="A")

        assert not weighed(Offered(75_00, kind=HOSPITALITY), earlier).over
