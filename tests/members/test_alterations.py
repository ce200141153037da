from datetime import date

import pytest

from registry.members import commands, queries
from registry.members.accounts import holdings_on
from registry.members.standing import highest_number, issued
from tests.factories import ADA, AHolding, AMember, AShareClass
from tests.members.acts import AUTUMN, SUMMER, at, cancel, issue, refused, transfer

TEN_PENCE, POUND, TEN_POUNDS = 10, 100, 1_000


def convert(holding, into, becoming, shares=None, on=SUMMER, what="subdivision", **more):
    asked = {"share_class": holding.share_class, "shares": shares or holding.shares, "into": into}
    return commands.convert(holding.member, **asked, becoming=becoming, on=on, what=what, **more, by=ADA)


def held(member, day=SUMMER):
    return [(line["share_class"], line["shares"], line["paid"]) for line in holdings_on(member, day)]


class TestCancel:
    @pytest.mark.parametrize("what", ["buy-back", "forfeiture", "cancellation"])
    def test_makes_the_shares_no_more_from_that_day(self, what):
        holding = AHolding(10)

        (gone,) = cancel(holding.member, holding.share_class, 4, what=what, reference="C1")

        assert (gone.what, gone.shares, gone.reference) == (what, -4, "C1")
        assert [issued(holding.share_class, day) for day in (date(2018, 6, 30), SUMMER)] == [10, 6]
        assert (holding.member.held(SUMMER), holding.member.ceased) == (6, None)

    def test_of_all_of_them_ends_the_membership(self):
        holding = AHolding(10)

        cancel(holding.member, holding.share_class, 10)

        assert holding.member.ceased == SUMMER
        assert len(queries.register_on(SUMMER)) == 0

    def test_of_a_forfeited_range_of_numbers_leaves_the_rest(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))

        cancel(holding.member, holding.share_class, 2, what="forfeiture", first=3)

        assert [line["numbers"] for line in holdings_on(holding.member, SUMMER)] == ["1–2, 5–10"]

    def test_of_more_than_is_held_is_refused(self):
        holding = AHolding(10)

        with refused("shares"):
            cancel(holding.member, holding.share_class, 11)

    def test_of_shares_bought_back_already_is_refused(self):
        holding = AHolding(10)
        cancel(holding.member, holding.share_class, 8, on=AUTUMN)

        with refused("shares"):
            cancel(holding.member, holding.share_class, 3, on=SUMMER)

    def test_on_a_day_still_to_come_or_before_entry_is_refused(self):
        holding = AHolding(10)

        with at(2018, 6, 30), refused("on"):
            cancel(holding.member, holding.share_class, 1)
        with refused("on"):
            cancel(holding.member, holding.share_class, 1, on=date(2017, 3, 31))


class TestConvert:
    def test_divides_pounds_into_ten_pence_shares(self):
        holding, small = (
            AHolding(10, share_class=AShareClass(name="A", nominal=POUND)),
            AShareClass(name="B", nominal=10),
        )

        convert(holding, small, 100)

        assert held(holding.member, date(2018, 6, 30)) == [("A", 10, 1_000)]
        assert held(holding.member) == [("B", 100, 1_000)]
        assert holding.member.ceased is None

    def test_keeps_what_is_paid_above_the_nominal_value(self):
        holding = AHolding(10, share_class=AShareClass(nominal=POUND), paid=250)

        convert(holding, AShareClass(name="B", nominal=TEN_PENCE), 100)

        assert held(holding.member) == [("B", 100, 2_500)]

    def test_tells_what_was_paid_on_each_apart(self):
        holding = AHolding(10, share_class=AShareClass(nominal=POUND), paid=100)
        AHolding(5, member=holding.member, share_class=holding.share_class, paid=300)

        convert(holding, AShareClass(name="B", nominal=TEN_PENCE), 150, shares=15)

        came = [movement for movement in holding.member.movements if movement.share_class.name == "B"]
        assert sorted((each.shares, each.paid) for each in came) == [(50, 30), (100, 10)]

    def test_consolidates_into_fewer(self):
        holding = AHolding(100, share_class=AShareClass(nominal=POUND))

        convert(holding, AShareClass(name="B", nominal=TEN_POUNDS), 10, what="consolidation")

        assert held(holding.member) == [("B", 10, 10_000)]

    def test_consolidates_what_stands_under_numbers_apart(self):
        holding = AHolding(10, share_class=AShareClass(nominal=POUND, numbered=True))
        cancel(holding.member, holding.share_class, 5, first=4)
        issue(holding.member, holding.share_class, 5, on=SUMMER)

        into = AShareClass(name="B", nominal=TEN_POUNDS, numbered=True)
        convert(holding, into, 1, shares=10, what="consolidation", on=AUTUMN)

        (line,) = holdings_on(holding.member, AUTUMN)
        assert (line["share_class"], line["numbers"]) == ("B", "1")

    def test_that_does_not_come_out_whole_is_refused(self):
        holding = AHolding(6, share_class=AShareClass(nominal=POUND), paid=100)
        AHolding(4, member=holding.member, share_class=holding.share_class, paid=150)

        with refused("becoming"):
            convert(holding, AShareClass(nominal=TEN_POUNDS), 1, shares=10, what="consolidation")

        assert holding.member.held(SUMMER) == 10

    def test_that_leaves_parts_of_a_penny_paid_is_refused(self):
        holding = AHolding(10, share_class=AShareClass(nominal=POUND), paid=105)

        with refused("becoming"):
            convert(holding, AShareClass(nominal=TEN_PENCE), 100)

    def test_redesignates_one_for_one(self):
        holding = AHolding(10, share_class=AShareClass(name="A"))

        convert(holding, AShareClass(name="B"), 4, shares=4, what="redesignation", reference="C2")

        assert held(holding.member) == [("A", 6, 600), ("B", 4, 400)]
        assert {each.reference for each in holding.member.movements[-2:]} == {"C2"}

    def test_gives_numbers_that_follow_the_last_of_the_class(self):
        into = AShareClass(name="B", nominal=TEN_PENCE, numbered=True)
        AHolding(7, share_class=into)
        holding = AHolding(1, share_class=AShareClass(name="A", nominal=POUND))

        convert(holding, into, 10)

        assert highest_number(into) == 17
        assert [line["numbers"] for line in holdings_on(holding.member, SUMMER)] == ["8–17"]

    def test_to_another_capital_is_refused(self):
        holding = AHolding(10, share_class=AShareClass(nominal=POUND))

        with refused("becoming"):
            convert(holding, AShareClass(nominal=TEN_PENCE), 99)

    def test_into_the_same_class_is_refused(self):
        holding = AHolding(10)

        with refused("into"):
            convert(holding, holding.share_class, 10)

    def test_of_more_than_is_held_is_refused(self):
        with refused("shares"):
            convert(AHolding(10), AShareClass(), 11, shares=11, what="redesignation")

    def test_of_shares_that_have_gone_since_is_refused(self):
        holding = AHolding(10)
        transfer(holding.member, AMember(), holding.share_class, 1, on=AUTUMN)

        with refused("shares"):
            convert(holding, AShareClass(), 10, what="redesignation")

    def test_before_the_entry_is_refused(self):
        with refused("on"):
            convert(AHolding(10), AShareClass(), 10, on=date(2017, 3, 31), what="redesignation")
