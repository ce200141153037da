from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.law import Breach
from registry.ledger import together
from registry.members import commands, queries
from tests.factories import ADA, AHolding, AMember, APerson, APractice, AShareClass

SPRING, SUMMER, AUTUMN = date(2017, 4, 1), date(2018, 7, 1), date(2019, 10, 1)
ADDRESS = "1 HIGH STREET\nWIGSTON"


def refused(field):
    return pytest.raises(Breach, check=lambda breach: breach.field == field)


def admit(*persons, entered=SPRING, practice=None):
    return commands.admit(holders=persons, address=ADDRESS, entered=entered, practice=practice, by=ADA)


def transfer(member, to, share_class, shares, on=SUMMER, received=None):
    received = received or on
    asked = {"to": to, "share_class": share_class, "shares": shares, "on": on, "instrument_received": received}
    commands.transfer(member, **asked, by=ADA)


def whole_register(day):
    lines, _ = queries.register_on(day)
    return {line["name"]: line["shares"] for line in lines}


class TestCreateClass:
    def test_opens_the_register_for_it(self):
        commands.create_class(name="Ordinary", nominal=100, rights="One vote a share.", by=ADA)

        (line,) = queries.classes_on(SPRING)
        assert (line["name"], line["nominal"], line["issued"], line["capital"]) == ("Ordinary", 100, 0, 0)

    def test_two_classes_are_not_of_one_name(self):
        commands.create_class(name="Ordinary", nominal=100, by=ADA)

        with refused("name"):
            commands.create_class(name="ORDINARY", nominal=200, by=ADA)

    def test_a_share_of_no_value_is_refused(self):
        with refused("nominal"):
            commands.create_class(name="Ordinary", nominal=0, by=ADA)


class TestAdmit:
    def test_makes_a_member_from_the_day_of_entry(self):
        asha = APerson(title="Dr")

        member = admit(asha)

        assert not member.is_member(date(2017, 3, 31))
        assert member.is_member(SPRING)
        assert member.names_on(SPRING) == "Dr Asha Patel"

    def test_numbers_the_accounts_in_the_order_they_are_opened(self):
        first, second = admit(APerson()), admit(APerson())

        assert (first.folio, second.folio) == (1, 2)

    def test_joint_holders_are_one_member_in_the_order_given(self):
        zoe, asha = APerson(forenames="Zoe"), APerson(forenames="Asha")

        admit(zoe, asha)

        assert whole_register(SPRING) == {"Zoe Patel and Asha Patel": 0}

    def test_nobody_is_named_twice_in_one_account(self):
        asha = APerson()

        with refused("holders"):
            admit(asha, asha)

    def test_a_member_has_one_account(self):
        asha = APerson()
        admit(asha)

        with refused("holders"):
            admit(asha)

    def test_the_same_person_may_also_hold_jointly(self):
        asha = APerson()
        admit(asha)

        assert admit(asha, APerson()).folio == 2

    def test_who_returns_has_a_new_account(self):
        asha, shares = APerson(), AShareClass()
        AHolding(5, member=(left := admit(asha)), share_class=shares)
        transfer(left, admit(APerson()), shares, 5, on=SUMMER)

        with refused("holders"):
            admit(asha, entered=date(2018, 6, 30))

        assert admit(asha, entered=SUMMER).folio == 3

    def test_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2017, 3, 31, 12, tzinfo=UTC)), refused("entered"):
            admit(APerson(), entered=SPRING)

    def test_keeps_the_practice_in_the_nominee_schedule(self):
        admit(APerson(), practice=APractice(name="THE MASHARANI PRACTICE", code="C82001"))

        (line,) = queries.nominees_on(SPRING)
        assert (line["code"], line["name"], line["since"]) == ("C82001", "Asha Patel", SPRING)
        assert queries.nominees_on(date(2017, 3, 31)) == []


class TestAllot:
    def test_gives_shares_from_the_day_they_are_entered(self):
        member, ordinary = admit(APerson()), AShareClass()

        commands.allot(member, share_class=ordinary, shares=12, on=SUMMER, paid=100, by=ADA)

        assert member.held(date(2018, 6, 30)) == 0
        assert member.held(SUMMER) == 12

    def test_before_the_member_was_entered_is_refused(self):
        member = admit(APerson())

        with refused("on"):
            commands.allot(member, share_class=AShareClass(), shares=1, on=date(2017, 3, 31), paid=100, by=ADA)

    def test_on_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2018, 6, 30, 12, tzinfo=UTC)):
            member, ordinary = admit(APerson()), AShareClass()
            with refused("on"):
                commands.allot(member, share_class=ordinary, shares=1, on=SUMMER, paid=100, by=ADA)

    def test_below_the_nominal_value_is_refused(self):
        with refused("paid"):
            commands.allot(admit(APerson()), share_class=AShareClass(), shares=1, on=SPRING, paid=99, by=ADA)

    def test_to_an_account_that_has_closed_is_refused(self):
        holding = AHolding(5)
        transfer(holding.member, AMember(), holding.share_class, 5)

        with refused("on"):
            commands.allot(holding.member, share_class=holding.share_class, shares=1, on=SUMMER, paid=100, by=ADA)

    def test_of_a_price_above_nominal_counts_what_is_paid(self):
        AHolding(5, member=(member := AMember()), share_class=(ordinary := AShareClass()), paid=100)

        commands.allot(member, share_class=ordinary, shares=2, on=SUMMER, paid=250, by=ADA)

        _, summary = queries.register_on(SUMMER)
        assert (summary["shares"], summary["paid"]) == (7, 1_000)


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
        assert queries.former_members_on(date(2018, 6, 30)) == []

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

    def test_to_the_same_account_is_refused(self):
        holding = AHolding(5)

        with refused("to"):
            transfer(holding.member, holding.member, holding.share_class, 5)

    def test_to_somebody_entered_only_later_is_refused(self):
        holding = AHolding(5)

        with refused("to"):
            transfer(holding.member, AMember(entered=date(2018, 7, 2)), holding.share_class, 5)

    def test_before_the_member_was_entered_is_refused(self):
        holding = AHolding(5, member=AMember(entered=AUTUMN), on=AUTUMN)

        with refused("on"):
            transfer(holding.member, AMember(), holding.share_class, 5)

    def test_on_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2018, 6, 30, 12, tzinfo=UTC)):
            holding, ben = AHolding(5), AMember()
            with refused("on"):
                transfer(holding.member, ben, holding.share_class, 5)

    def test_from_an_account_that_has_closed_is_refused(self):
        holding, ben = AHolding(5), AMember()
        transfer(holding.member, ben, holding.share_class, 5)

        with refused("on"):
            transfer(holding.member, ben, holding.share_class, 5)

    def test_ends_what_the_account_was_held_for(self):
        ordinary, practice = AShareClass(), APractice(code="C82001")
        asha, ben = admit(APerson(), practice=practice), admit(APerson(forenames="Ben"), practice=practice)
        AHolding(5, member=asha, share_class=ordinary)

        transfer(asha, ben, ordinary, 5)

        assert [line["name"] for line in queries.nominees_on(date(2018, 6, 30))] == ["Asha Patel", "Ben Patel"]
        assert [line["name"] for line in queries.nominees_on(SUMMER)] == ["Ben Patel"]

    def test_on_the_day_of_admission_leaves_the_nominee_that_one_day(self):
        ordinary = AShareClass()
        asha = admit(APerson(), practice=APractice())
        AHolding(5, member=asha, share_class=ordinary)

        transfer(asha, AMember(), ordinary, 5, on=SPRING)

        assert asha.ceased == SPRING
        assert queries.nominees_on(date(2017, 4, 2)) == []

    def test_is_one_act_on_both_accounts(self):
        holding, ben = AHolding(5), AMember()

        with together() as act:
            transfer(holding.member, ben, holding.share_class, 5)

        assert {made.ref for made in act.made} == {holding.member.ref, ben.ref}

    def test_is_done_with_the_allotment_before_it_in_one_act(self):
        ordinary, asha, ben = AShareClass(), admit(APerson()), admit(APerson(forenames="Ben"))

        with together():
            commands.allot(asha, share_class=ordinary, shares=5, on=SPRING, paid=100, by=ADA)
            transfer(asha, ben, ordinary, 5, on=SPRING)

        assert whole_register(SPRING) == {"Ben Patel": 5}
