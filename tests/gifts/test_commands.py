from datetime import date, timedelta

import pytest

from registry import clock, ledger
from registry.gifts import commands, queries
from registry.gifts.models import DECLINED, HOSPITALITY
from registry.gifts.weighing import GoodPractice
from registry.law import Breach
from tests.breaches import refused
from tests.factories import ADA, AGift, AGiftPolicy, APerson

MAY_1 = date(2026, 5, 1)


def line(gift, on=MAY_1, *, private=True):
    return queries.gift_on(gift, on, private=private)


def told(gift):
    names = ("kind", "organisation", "supplier", "description", "value", "estimated", "offered_on", "outcome", "public")
    return {name: getattr(gift, name) for name in names}


class TestDeclare:
    def test_enters_what_is_over_the_policy_and_marks_it(self):
        gift = AGift(value=50_01)

        assert line(gift)["marks"] == ["over the policy"]
        assert line(gift)["authority"].endswith("good practice, which the federation had not adopted")

    def test_is_late_from_the_twenty_ninth_day(self):
        day = date(2026, 4, 1)
        in_time, late = (AGift(offered_on=day, declared_on=day + timedelta(days)) for days in (28, 29))

        assert line(in_time)["marks"] == []
        assert line(late)["marks"] == ["declared late, 29 days after it was offered"]

    def test_is_not_late_of_hospitality_that_need_not_be_declared(self):
        late = {"offered_on": date(2026, 3, 1), "declared_on": date(2026, 5, 1), "kind": HOSPITALITY}

        assert line(AGift(value=24_99, **late))["marks"] == []
        assert line(AGift(value=25_00, **late))["marks"] == ["declared late, 61 days after it was offered"]

    def test_of_tomorrow_or_of_nothing_is_refused(self):
        tomorrow = clock.today() + timedelta(days=1)

        with pytest.raises(Breach, match="on the day it is offered or later"):
            AGift(offered_on=tomorrow, declared_on=clock.today())
        with pytest.raises(Breach, match="cannot be in the future"):
            AGift(offered_on=tomorrow)
        with pytest.raises(Breach, match="worth something"):
            AGift(value=-1)

    def test_is_weighed_with_what_the_same_person_accepted_before(self):
        first = AGift(person := APerson(), value=30_00, offered_on=date(2026, 3, 1))
        second, anothers = AGift(person, value=20_01), AGift(value=20_01)

        assert [line(each)["marks"] for each in (first, second, anothers)] == [[], ["over the policy"], []]


class TestChange:
    def test_takes_it_out_of_the_sum_once_it_is_given_back(self):
        first = AGift(person := APerson(), value=30_00, offered_on=date(2026, 3, 1))
        second = AGift(person, value=20_01)
        before = clock.now()
        commands.change(first, **told(first) | {"outcome": DECLINED}, reason="Sent back", by=ADA)

        assert line(second)["marks"] == []
        with ledger.known(before):
            assert queries.gifts_of(person, MAY_1, private=True)[0]["marks"] == ["over the policy"]

    def test_upholds_the_same_rules(self):
        gift = AGift()

        with pytest.raises(Breach, match="only for a reason"):
            commands.change(gift, **told(gift) | {"public": False}, by=ADA)

    def test_takes_back_what_is_not_said_again(self):
        gift = AGift(organisation_ref="01J6HBMF80595GW58Z9ZTES3SP", estimated=True, why="She spoke")
        said = told(gift)
        said.pop("estimated")

        commands.change(gift, **said, by=ADA)

        assert (gift.organisation_ref, gift.estimated, gift.why) == (None, False, "")


class TestApprove:
    def test_puts_hospitality_right_from_the_day_it_was_given(self):
        gift = AGift(kind=HOSPITALITY, value=75_01)
        chair = APerson(title="Dr", surname="Thackeray")
        commands.approve(gift, approver=chair, approved_on=date(2026, 4, 3), by=ADA)

        assert line(gift, date(2026, 4, 2))["marks"] == ["over the policy"]
        assert line(gift, date(2026, 4, 3))["marks"] == []
        assert line(gift)["approved"] == "Dr Asha Thackeray, on 3 April 2026"

    def test_by_the_same_person_is_refused(self):
        gift = AGift()

        with pytest.raises(Breach, match="Nobody approves"):
            commands.approve(gift, approver=gift.person, approved_on=MAY_1, by=ADA)

    def test_is_given_on_the_day_of_the_offer_or_later_and_by_today(self):
        gift, chair = AGift(offered_on=date(2026, 4, 1)), APerson(surname="Thackeray")

        for day in (date(2026, 3, 31), clock.today() + timedelta(days=1)):
            with refused("approved_on"):
                commands.approve(gift, approver=chair, approved_on=day, by=ADA)
        commands.approve(gift, approver=chair, approved_on=date(2026, 4, 1), by=ADA)


class TestAdoptPolicy:
    def test_weighs_what_is_offered_from_its_day_on(self):
        AGiftPolicy(since=date(2026, 4, 1), from_others=40_00)
        before, after = (AGift(APerson(), value=40_01, offered_on=day) for day in (date(2026, 3, 31), date(2026, 4, 1)))

        assert line(before)["marks"] == []
        assert line(after)["marks"] == ["over the policy"]
        assert line(after)["authority"].endswith("good practice, adopted by board decision 2020/4")

    def test_follows_the_one_before(self):
        AGiftPolicy(since=date(2026, 4, 1))

        with pytest.raises(Breach, match="a day of its own"):
            AGiftPolicy(since=date(2026, 4, 1))
        AGiftPolicy(since=date(2026, 4, 2))
        assert [each["state"] for each in queries.policies_on(date(2026, 4, 2))] == ["in force", "superseded"]
        assert [each["state"] for each in queries.policies_on(date(2026, 4, 1))] == ["in force"]

    def test_has_been_adopted_by_today(self):
        with refused("since"):
            AGiftPolicy(since=clock.today() + timedelta(days=1))
        AGiftPolicy(since=clock.today())

    def test_asks_for_approval_above_what_need_only_be_declared(self):
        with refused("approved_above"):
            AGiftPolicy(declared_from=25_00, approved_above=24_99)


class TestCorrectPolicy:
    def test_keeps_its_place_among_the_others(self):
        first, _ = AGiftPolicy(since=date(2025, 4, 1)), AGiftPolicy(since=date(2026, 4, 1))
        kept = vars(GoodPractice()) | {"resolution": first.resolution}

        with pytest.raises(Breach, match="before the next"):
            commands.correct_policy(first, **kept | {"since": date(2026, 4, 1)}, reason="Misread", by=ADA)
        commands.correct_policy(first, **kept | {"since": date(2026, 3, 31)}, reason="Misread", by=ADA)
        assert first.since == date(2026, 3, 31)


class TestRegister:
    def test_shows_for_six_months_and_privately_for_six_years(self):
        AGift(declared_on=date(2026, 4, 1))

        def shown(on, private):
            return len(queries.gifts_on(on, private=private))

        assert [shown(on, False) for on in (date(2026, 3, 31), date(2026, 4, 1))] == [0, 1]
        assert [shown(on, False) for on in (date(2026, 10, 1), date(2026, 10, 2))] == [1, 0]
        assert [shown(on, True) for on in (date(2032, 4, 1), date(2032, 4, 2))] == [1, 0]

    def test_leaves_what_is_private_out_of_the_sums_too(self):
        private = {"public": False, "private_reason": "It would name a patient"}
        AGift(person := APerson(), value=30_00, offered_on=date(2026, 3, 1), **private)
        AGift(person, value=20_01)

        [told] = queries.gifts_on(MAY_1)
        assert (told["marks"], told["says"].endswith("this one is of £20.01.")) == ([], True)
        assert [each["marks"] for each in queries.gifts_on(MAY_1, private=True)] == [["over the policy"], ["private"]]

    def test_what_is_private_now_is_gone_from_what_was_known_before(self):
        gift = AGift()
        before = clock.now()
        commands.change(gift, **told(gift) | {"public": False, "private_reason": "Harm"}, by=ADA)

        with ledger.known(before):
            assert queries.gifts_on(MAY_1) == []
            assert len(queries.gifts_on(MAY_1, private=True)) == 1
