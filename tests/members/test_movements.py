from datetime import date

import pytest

from registry.ledger import together
from registry.members import queries
from registry.members.accounts import holdings_on
from registry.members.standing import highest_number, issued
from tests.factories import AHolding, AMember, APerson, AShareClass
from tests.members.acts import AUTUMN, SPRING, SUMMER, admit, at, cancel, issue, refused, transfer, whole_register


def numbers(member, day=AUTUMN):
    return [line["numbers"] for line in holdings_on(member, day)]


class TestIssue:
    def test_gives_shares_from_the_day_they_are_entered(self):
        member, ordinary = admit(APerson()), AShareClass()

        issue(member, ordinary, 12, on=SUMMER)

        assert member.held(date(2018, 6, 30)) == 0
        assert member.held(SUMMER) == 12
        assert (issued(ordinary, date(2018, 6, 30)), issued(ordinary, SUMMER)) == (0, 12)

    def test_keeps_the_reference_of_the_allotment(self):
        movement = issue(AMember(), AShareClass(), 12, what="subscription", reference="A1")

        assert (movement.what, movement.reference) == ("subscription", "A1")

    def test_before_the_member_was_entered_is_refused(self):
        member = admit(APerson())

        with refused("on"):
            issue(member, AShareClass(), 1, on=date(2017, 3, 31))

    def test_on_a_day_still_to_come_is_refused(self):
        with at(2018, 6, 30):
            member, ordinary = admit(APerson()), AShareClass()
            with refused("on"):
                issue(member, ordinary, 1, on=SUMMER)

    def test_below_the_nominal_value_is_refused(self):
        with refused("paid"):
            issue(admit(APerson()), AShareClass(), 1, paid=99)

    def test_to_an_account_that_has_closed_is_refused(self):
        holding = AHolding(5)
        transfer(holding.member, AMember(), holding.share_class, 5)

        with refused("on"):
            issue(holding.member, holding.share_class, 1, on=SUMMER)

    def test_of_a_price_above_nominal_counts_what_is_paid(self):
        AHolding(5, member=(member := AMember()), share_class=(ordinary := AShareClass()), paid=100)

        issue(member, ordinary, 2, on=SUMMER, paid=250)

        summary = queries.register_on(SUMMER).summary
        assert (summary["shares"], summary["paid"]) == (7, 1_000)

    def test_on_29_february(self):
        member, ordinary = admit(APerson(), entered=date(2016, 2, 29)), AShareClass()

        issue(member, ordinary, 3, on=date(2016, 2, 29))

        assert [member.held(day) for day in (date(2016, 2, 28), date(2016, 2, 29), date(2016, 3, 1))] == [0, 3, 3]


class TestNumbers:
    def test_follow_one_another_whoever_the_shares_go_to(self):
        asha, ben, ordinary = AMember(), AMember(), AShareClass(numbered=True)

        issue(asha, ordinary, 10)
        issue(ben, ordinary, 5)
        issue(asha, ordinary, 1)

        assert (numbers(asha), numbers(ben)) == (["1–10, 16"], ["11–15"])

    def test_are_those_of_one_class(self):
        member, one, other = AMember(), AShareClass(name="A", numbered=True), AShareClass(name="B", numbered=True)

        issue(member, one, 10)
        issue(member, other, 3)

        assert numbers(member) == ["1–10", "1–3"]

    def test_are_none_in_a_class_without(self):
        assert (holding := AHolding(10)).first is holding.last is None
        assert numbers(holding.member) == [""]

    def test_split_when_part_of_the_shares_go(self):
        holding, ben = AHolding(10, share_class=AShareClass(numbered=True)), AMember()

        transfer(holding.member, ben, holding.share_class, 3, first=4)

        assert (numbers(holding.member), numbers(ben)) == (["1–3, 7–10"], ["4–6"])

    def test_go_the_lowest_first_if_none_is_named(self):
        holding, ben = AHolding(10, share_class=AShareClass(numbered=True)), AMember()

        transfer(holding.member, ben, holding.share_class, 3)

        assert numbers(ben) == ["1–3"]

    def test_of_a_split_holding_go_in_two_entries_on_either_side(self):
        holding, ben, zoe = AHolding(10, share_class=AShareClass(numbered=True)), AMember(), AMember()
        transfer(holding.member, ben, holding.share_class, 3, first=4)

        came = transfer(holding.member, zoe, holding.share_class, 7, on=AUTUMN)

        assert [(each.first, each.last) for each in came] == [(1, 3), (7, 10)]
        assert numbers(zoe) == ["1–3, 7–10"]
        assert holding.member.ceased == AUTUMN

    def test_once_cancelled_are_not_used_again(self):
        holding, ordinary = AHolding(10, share_class=(ordinary := AShareClass(numbered=True))), ordinary

        cancel(holding.member, ordinary, 4, first=7)
        issue(holding.member, ordinary, 2, on=AUTUMN)

        assert numbers(holding.member) == ["1–6, 11–12"]
        assert (highest_number(ordinary), issued(ordinary, AUTUMN)) == (12, 8)

    def test_that_are_not_held_are_refused(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))
        transfer(holding.member, AMember(), holding.share_class, 3, first=4)

        for first in (5, 11):
            with refused("first"):
                transfer(holding.member, AMember(), holding.share_class, 1, first=first)

    def test_that_were_cancelled_are_refused(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))
        cancel(holding.member, holding.share_class, 4, first=7)

        with refused("first"):
            transfer(holding.member, AMember(), holding.share_class, 1, on=AUTUMN, first=7)

    def test_from_one_on_are_no_more_than_there_are(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))

        with refused("shares"):
            transfer(holding.member, AMember(), holding.share_class, 4, first=8)

    def test_that_went_and_came_back_on_one_day_are_held(self):
        holding, ben = AHolding(10, share_class=AShareClass(numbered=True)), AMember()
        AHolding(1, member=ben, share_class=holding.share_class)

        transfer(holding.member, ben, holding.share_class, 3, first=4)
        transfer(ben, holding.member, holding.share_class, 3, first=4)

        assert (numbers(holding.member), numbers(ben)) == (["1–10"], ["11"])

    def test_that_have_gone_by_a_later_day_cannot_go_before_it(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))
        transfer(holding.member, AMember(), holding.share_class, 3, first=4, on=AUTUMN)

        with refused("first"):
            transfer(holding.member, AMember(), holding.share_class, 1, first=4, on=SUMMER)


class TestTransfer:
    def test_passes_the_shares_on_the_day_of_entry(self):
        holding = AHolding(5, member=AMember(person=APerson(forenames="Asha")))
        ben = AMember(person=APerson(forenames="Ben"))

        transfer(holding.member, ben, holding.share_class, 5, received=date(2018, 6, 1))

        assert whole_register(date(2018, 6, 30)) == {"Asha Patel": 5, "Ben Patel": 0}
        assert whole_register(SUMMER) == {"Ben Patel": 5}

    def test_who_has_none_left_ceases_that_day(self):
        holding = AHolding(5)

        transfer(holding.member, AMember(), holding.share_class, 5)

        assert holding.member.ceased == SUMMER
        assert [line["folio"] for line in queries.former_members_on(SUMMER)] == [holding.member.folio]
        assert list(queries.former_members_on(date(2018, 6, 30))) == []

    def test_in_part_leaves_a_member_with_the_rest(self):
        holding, ben = AHolding(5), AMember()

        transfer(holding.member, ben, holding.share_class, 2)

        assert (holding.member.held(SUMMER), ben.held(SUMMER), holding.member.ceased) == (3, 2, None)

    def test_shares_of_another_class_keep_their_holder_a_member(self):
        holding = AHolding(5)
        AHolding(1, member=holding.member)

        transfer(holding.member, AMember(), holding.share_class, 5)

        assert holding.member.is_member(SUMMER)

    def test_takes_what_is_paid_on_them_along_first_come_first_gone(self):
        holding, ben = AHolding(5, paid=100), AMember()
        AHolding(5, member=holding.member, share_class=holding.share_class, on=date(2017, 5, 1), paid=250)

        transfer(holding.member, ben, holding.share_class, 7)

        assert sorted((m.shares, m.paid) for m in ben.movements) == [(2, 250), (5, 100)]

    def test_of_more_than_is_held_is_refused(self):
        holding, ben = AHolding(5), AMember()

        with refused("shares"):
            transfer(holding.member, ben, holding.share_class, 6)

        assert (holding.member.held(SUMMER), ben.held(SUMMER), holding.member.ceased) == (5, 0, None)

    def test_of_shares_that_came_only_later_is_refused(self):
        holding = AHolding(5, on=SUMMER)

        with refused("shares"):
            transfer(holding.member, AMember(), holding.share_class, 5, on=date(2018, 6, 30))

    def test_entered_late_does_not_take_what_has_gone_since(self):
        holding, ben = AHolding(5), AMember()
        transfer(holding.member, ben, holding.share_class, 3, on=AUTUMN)

        with refused("shares"):
            transfer(holding.member, ben, holding.share_class, 3, on=SUMMER)
        transfer(holding.member, ben, holding.share_class, 2, on=SUMMER)

        assert holding.member.ceased == AUTUMN

    def test_of_another_class_than_is_held_is_refused(self):
        with refused("shares"):
            transfer(AHolding(5).member, AMember(), AShareClass(), 5)

    def test_before_the_instrument_was_received_is_refused(self):
        holding = AHolding(5)

        with refused("instrument_received"):
            transfer(holding.member, AMember(), holding.share_class, 5, received=date(2018, 7, 2))

    def test_without_an_instrument_is_refused(self):
        holding = AHolding(5)

        with refused("instrument_received"):
            transfer(holding.member, AMember(), holding.share_class, 5, instrument_received=None)

    def test_by_transmission_needs_no_instrument(self):
        holding, ben = AHolding(5), AMember()

        came = transfer(
            holding.member, ben, holding.share_class, 5, what="transmission", instrument_received=None, reference="T1"
        )

        assert [(each.what, each.reference, each.instrument_received) for each in came] == [
            ("transmission in", "T1", None)
        ]
        assert holding.member.movements[-1].what == "transmission out"
        assert holding.member.ceased == SUMMER

    def test_to_the_same_account_is_refused(self):
        holding = AHolding(5)

        with refused("to"):
            transfer(holding.member, holding.member, holding.share_class, 5)

    def test_to_somebody_entered_only_later_is_refused(self):
        holding = AHolding(5)

        with refused("to"):
            transfer(holding.member, AMember(entered=date(2018, 7, 2)), holding.share_class, 5)

    def test_to_an_account_that_has_closed_is_refused(self):
        holding, other = AHolding(5), AHolding(5)
        transfer(other.member, AMember(), other.share_class, 5)

        with refused("to"):
            transfer(holding.member, other.member, holding.share_class, 5, on=AUTUMN)

    def test_before_the_member_was_entered_is_refused(self):
        holding = AHolding(5, member=AMember(entered=AUTUMN), on=AUTUMN)

        with refused("on"):
            transfer(holding.member, AMember(), holding.share_class, 5)

    def test_on_a_day_still_to_come_is_refused(self):
        with at(2018, 6, 30):
            holding, ben = AHolding(5), AMember()
            with refused("on"):
                transfer(holding.member, ben, holding.share_class, 5)

    def test_from_an_account_that_has_closed_is_refused(self):
        holding, ben = AHolding(5), AMember()
        transfer(holding.member, ben, holding.share_class, 5)

        with refused("on"):
            transfer(holding.member, ben, holding.share_class, 5)

    def test_is_one_act_on_both_accounts(self):
        holding, ben = AHolding(5), AMember()

        with together() as act:
            transfer(holding.member, ben, holding.share_class, 5)

        assert {made.ref for made in act.made} == {holding.member.ref, ben.ref}

    def test_is_done_with_the_issue_before_it_in_one_act(self):
        ordinary, asha, ben = AShareClass(), admit(APerson()), admit(APerson(forenames="Ben"))

        with together():
            issue(asha, ordinary, 5)
            transfer(asha, ben, ordinary, 5, on=SPRING)

        assert whole_register(SPRING) == {"Ben Patel": 5}

    @pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
    def test_on_the_day_of_the_clocks_change_counts_from_that_day(self, day):
        holding, ben = AHolding(5), AMember()
        with at(day.year, day.month, day.day):
            transfer(holding.member, ben, holding.share_class, 5, on=day)

        assert [ben.held(date(day.year, day.month, number)) for number in (day.day - 1, day.day)] == [0, 5]
        assert holding.member.ceased == day
