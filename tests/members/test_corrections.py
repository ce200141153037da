import json
from datetime import date

import pytest
from sqlalchemy import select

from registry.db import db
from registry.ledger import known
from registry.ledger.models import Entry
from registry.members import commands, queries
from registry.members.accounts import holdings_on
from registry.members.models import Member
from tests.factories import ADA, ACompany, AHolding, AMember, APerson, AShareClass
from tests.members.acts import (
    ADDRESS,
    AUTUMN,
    SPRING,
    SUMMER,
    admit,
    at,
    cancel,
    correct,
    issue,
    refused,
    transfer,
    whole_register,
)


def correct_entry(member, entered, authority="clerical"):
    commands.correct_entry(member, entered=entered, authority=authority, reason="misread", by=ADA)


def correct_address(member, address, authority="clerical"):
    commands.correct_address(member, address=address, authority=authority, reason="misread", by=ADA)


def notes(member, day=AUTUMN):
    return [(note.what, note.was, note.changed, note.authority) for note in member.notes if note.changed <= day]


def last_entry():
    return db.session.scalars(select(Entry).order_by(Entry.seq.desc()).limit(1)).one()


def numbers(member, day=AUTUMN):
    return [line["numbers"] for line in holdings_on(member, day)]


def transferred(shares=5, **facts):
    """A holding, the member it went to, and the two entries of that."""
    holding, ben = AHolding(shares, **facts), AMember(person=APerson(forenames="Ben"))
    (came,) = transfer(holding.member, ben, holding.share_class, shares)
    (_, went) = holding.member.movements
    return holding.member, ben, went, came


class TestCorrectEntry:
    def test_puts_the_day_right_and_keeps_what_it_said(self):
        member = AMember(entered=SUMMER)

        with at(2019, 12, 2):
            correct_entry(member, SPRING)

        assert member.is_member(SPRING)
        assert notes(member) == [("correction", "Entered 1 July 2018", SPRING, "clerical")]
        assert member.notes[0].entered == date(2019, 12, 2)

    def test_is_entered_as_a_correction_with_its_reason(self):
        correct_entry(AMember(entered=SUMMER), SPRING)

        entry = last_entry()
        assert (entry.act, entry.op) == ("members.correct_entry", "correct")
        assert json.loads(entry.body)["reason"] == "misread"

    def test_leaves_what_was_known_before(self):
        with at(2018, 7, 1) as now:
            ref = AMember(entered=SUMMER).ref
            then = now.at
        with at(2019, 12, 2):
            correct_entry(db.session.get(Member, ref), SPRING)

        with known(then):
            assert whole_register(SPRING) == {}
        assert whole_register(SPRING) == {"Asha Patel": 0}

    @pytest.mark.parametrize("entered", [SUMMER, date(2018, 7, 2)])
    def test_is_by_the_day_of_the_first_movement(self, entered):
        holding = AHolding(5, on=SUMMER)

        if entered == SUMMER:
            correct_entry(holding.member, entered)
            return
        with refused("entered"):
            correct_entry(holding.member, entered)

    def test_after_a_change_of_address_is_refused(self):
        member = AMember()
        commands.readdress(member, address="2 LOW LANE", changed=SUMMER, by=ADA)

        with refused("entered"):
            correct_entry(member, date(2018, 7, 2))

    def test_before_the_company_was_incorporated_is_refused(self):
        ACompany(incorporated=SPRING)

        with refused("entered"):
            correct_entry(AMember(entered=SUMMER), date(2017, 3, 31))

    def test_to_a_day_on_which_an_earlier_account_was_still_open_is_refused(self):
        asha = APerson()
        holding = AHolding(5, member=admit(asha))
        transfer(holding.member, AMember(), holding.share_class, 5)
        back = admit(asha, entered=AUTUMN)

        with refused("holders"):
            correct_entry(back, date(2018, 6, 30))
        correct_entry(back, SUMMER)

        assert (holding.member.ceased, back.entered) == (SUMMER, SUMMER)

    def test_to_the_same_day_or_one_to_come_is_refused(self):
        with refused(""):
            correct_entry(AMember(), SPRING)
        with at(2018, 6, 30), refused("entered"):
            correct_entry(AMember(), SUMMER)


class TestCorrectAddress:
    def test_was_never_the_members(self):
        member = AMember(address=ADDRESS)

        correct_address(member, "2 LOW LANE")

        assert member.address_on(SPRING) == "2 LOW LANE"
        assert notes(member) == [("correction", f"Address {ADDRESS}", SPRING, "clerical")]

    def test_leaves_the_address_before_the_last_change(self):
        member = AMember(address=ADDRESS)
        commands.readdress(member, address="2 LOU LANE", changed=SUMMER, by=ADA)

        correct_address(member, "2 LOW LANE")

        assert [member.address_on(day) for day in (date(2018, 6, 30), SUMMER)] == [ADDRESS, "2 LOW LANE"]
        assert notes(member)[-1] == ("correction", "Address 2 LOU LANE", SUMMER, "clerical")

    def test_to_the_same_or_to_a_trust_is_refused(self):
        with refused(""):
            correct_address(AMember(address=ADDRESS), ADDRESS)
        with refused("address"):
            correct_address(AMember(address=ADDRESS), "2 LOW LANE, in trust for Kibworth")


class TestCorrectMovement:
    def test_of_an_allotment_puts_its_day_right(self):
        holding = AHolding(5, on=SUMMER)

        correct(holding.member, holding, on=SPRING, authority="clerical")

        assert [holding.member.held(day) for day in (date(2017, 3, 31), SPRING)] == [0, 5]
        assert notes(holding.member) == [
            (
                "correction",
                f"Allotment of 5 {holding.share_class.name} shares on 1 July 2018, £1.00 paid on each",
                SPRING,
                "clerical",
            )
        ]

    def test_of_a_transfer_puts_both_sides_right_at_once(self):
        asha, ben, went, came = transferred(5)

        correct(asha, went, shares=3)

        assert (asha.held(SUMMER), ben.held(SUMMER)) == (2, 3)
        assert (went.shares, came.shares) == (-3, 3)
        assert [len(member.notes) for member in (asha, ben)] == [1, 1]
        assert {entry.ref for entry in db.session.scalars(select(Entry).where(Entry.op == "correct"))} == {
            asha.ref,
            ben.ref,
        }

    def test_from_either_side(self):
        asha, ben, _, came = transferred(5)

        correct(ben, came, on=AUTUMN, authority="clerical")

        assert (asha.held(SUMMER), ben.held(SUMMER), asha.held(AUTUMN), ben.held(AUTUMN)) == (5, 0, 0, 5)

    def test_opens_again_an_account_that_has_shares_after_all(self):
        asha, _, went, _ = transferred(5)
        assert asha.ceased == SUMMER

        correct(asha, went, shares=4)

        assert (asha.ceased, asha.is_member(AUTUMN)) == (None, True)

    def test_closes_an_account_that_has_none_after_all(self):
        holding, ben = AHolding(5), AMember()
        transfer(holding.member, ben, holding.share_class, 4)

        correct(holding.member, holding.member.movements[-1], shares=5)

        assert holding.member.ceased == SUMMER
        assert ben.held(SUMMER) == 5

    def test_closes_it_on_another_day(self):
        asha, _, went, _ = transferred(5)

        correct(asha, went, on=AUTUMN)

        assert asha.ceased == AUTUMN

    def test_takes_out_an_entry_that_should_never_have_been_made(self):
        asha, ben, went, _ = transferred(5)

        correct(asha, went, shares=0, authority="court")

        assert (len(asha.movements), len(ben.movements), asha.ceased) == (1, 0, None)
        assert whole_register(AUTUMN) == {"Asha Patel": 5, "Ben Patel": 0}
        assert [note[3] for note in notes(asha) + notes(ben)] == ["court", "court"]

    def test_leaves_what_was_known_before(self):
        with at(2018, 7, 1) as now:
            asha, _, went, _ = transferred(5)
            then = now.at
        with at(2019, 12, 2):
            correct(asha, went, shares=0)

        with known(then):
            assert whole_register(AUTUMN) == {"Ben Patel": 5}

    @pytest.mark.parametrize("shares", [0, 4])
    def test_that_touches_title_needs_consent_or_the_court(self, shares):
        asha, ben, went, _ = transferred(5)

        with refused("authority"):
            correct(asha, went, shares=shares, authority="clerical")

        assert (asha.held(SUMMER), ben.held(SUMMER), ben.notes) == (0, 5, [])

    def test_that_overdraws_the_account_is_refused(self):
        asha, _, went, _ = transferred(5)

        with refused("shares"):
            correct(asha, went, shares=6)

    def test_that_overdraws_the_other_side_is_refused(self):
        asha, ben, went, _ = transferred(5)
        transfer(ben, AMember(), went.share_class, 5, on=AUTUMN)

        with refused("shares"):
            correct(asha, went, shares=4)
        with refused("shares"):
            correct(asha, went, on=date(2019, 10, 2))

    def test_of_a_price_at_which_the_shares_have_gone_on_is_refused(self):
        asha, _, _, _ = transferred(5)

        with refused("shares"):
            correct(asha, asha.movements[0], paid=250)

    def test_of_a_price_puts_it_right(self):
        holding = AHolding(5)

        correct(holding.member, holding, paid=250, authority="clerical")

        assert queries.register_on(SUMMER).summary["paid"] == 1_250

    def test_below_the_nominal_value_is_refused(self):
        holding = AHolding(5)

        with refused("paid"):
            correct(holding.member, holding, paid=99)

    def test_before_either_member_was_entered_is_refused(self):
        holding, ben = AHolding(5), AMember(entered=SUMMER)
        transfer(holding.member, ben, holding.share_class, 5, received=SPRING)

        with refused("on"):
            correct(holding.member, holding.member.movements[-1], on=date(2018, 6, 30))

    def test_before_its_instrument_came_is_refused(self):
        holding, ben = AHolding(5), AMember()
        transfer(holding.member, ben, holding.share_class, 5, received=date(2018, 6, 20))

        with refused("instrument_received"):
            correct(holding.member, holding.member.movements[-1], on=date(2018, 6, 19))
        correct(holding.member, holding.member.movements[-1], on=date(2018, 6, 20))

        assert ben.held(date(2018, 6, 20)) == 5

    def test_on_a_day_still_to_come_is_refused(self):
        holding = AHolding(5)

        with at(2018, 6, 30), refused("on"):
            correct(holding.member, holding, on=SUMMER)

    def test_that_changes_nothing_is_refused(self):
        holding = AHolding(5)

        with refused(""):
            correct(holding.member, holding)

    def test_of_another_account_is_refused(self):
        with refused("movement"):
            correct(AMember(), AHolding(5), shares=4)

    def test_of_one_of_two_transfers_alike_puts_right_one_on_either_side(self):
        holding, ben = AHolding(10), AMember()
        for _ in range(2):
            transfer(holding.member, ben, holding.share_class, 3)

        correct(holding.member, holding.member.movements[-1], shares=1)

        assert (holding.member.held(SUMMER), ben.held(SUMMER)) == (6, 4)


class TestCorrectNumbers:
    def test_of_the_last_that_were_issued(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))

        correct(holding.member, holding, shares=12)
        assert numbers(holding.member) == ["1–12"]

        correct(holding.member, holding, shares=7)
        issue(holding.member, holding.share_class, 3)
        assert numbers(holding.member) == ["1–10"]

    def test_of_any_before_them_is_refused(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))
        AHolding(5, share_class=holding.share_class)

        for shares in (0, 9, 11):
            with refused("shares"):
                correct(holding.member, holding, shares=shares)

        correct(holding.member, holding, on=SUMMER, authority="clerical")
        assert numbers(holding.member, SUMMER) == ["1–10"]

    def test_that_have_gone_to_somebody_else_is_refused(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))
        transfer(holding.member, AMember(), holding.share_class, 3, first=8)

        with refused("shares"):
            correct(holding.member, holding, shares=7)

    def test_of_a_transfer_moves_the_end_of_the_range(self):
        holding, ben = AHolding(10, share_class=AShareClass(numbered=True)), AMember()
        (came,) = transfer(holding.member, ben, holding.share_class, 5)

        correct(ben, came, shares=3)
        assert (numbers(holding.member), numbers(ben)) == (["4–10"], ["1–3"])

        correct(ben, came, shares=0)
        assert (numbers(holding.member), numbers(ben)) == (["1–10"], [])

    def test_of_shares_forfeited_by_mistake_come_back(self):
        holding = AHolding(10, share_class=AShareClass(numbered=True))
        (gone,) = cancel(holding.member, holding.share_class, 10, what="forfeiture")
        assert holding.member.ceased == SUMMER

        correct(holding.member, gone, shares=0, authority="court")

        assert (numbers(holding.member), holding.member.ceased) == (["1–10"], None)


class TestCorrectConversion:
    @pytest.fixture(autouse=True)
    def _divided(self, app):
        self.holding = AHolding(10, share_class=AShareClass(name="A", numbered=True))
        self.member, self.into = self.holding.member, AShareClass(name="B", nominal=10, numbered=True)
        asked = {"share_class": self.holding.share_class, "shares": 10, "into": self.into, "becoming": 100}
        commands.convert(self.member, **asked, on=SUMMER, what="subdivision", by=ADA)
        _, self.went, self.came = self.member.movements

    def held(self, day):
        return [(line["share_class"], line["shares"], line["numbers"]) for line in holdings_on(self.member, day)]

    def test_moves_both_classes_to_another_day(self):
        correct(self.member, self.went, on=AUTUMN, authority="clerical")

        assert self.held(SUMMER) == [("A", 10, "1–10")]
        assert self.held(AUTUMN) == [("B", 100, "1–100")]

    def test_takes_both_out(self):
        correct(self.member, self.came, shares=0)

        assert self.held(AUTUMN) == [("A", 10, "1–10")]
        assert len(self.member.movements) == 1

    @pytest.mark.parametrize("wrong", [{"shares": 9}, {"paid": 20}])
    def test_of_one_class_alone_is_refused(self, wrong):
        with refused("shares"):
            correct(self.member, self.came, **wrong)

    def test_whose_numbers_others_have_followed_stays(self):
        AHolding(5, share_class=self.into, paid=10)

        with refused("shares"):
            correct(self.member, self.came, shares=0)
