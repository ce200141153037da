from datetime import date

import pytest

from registry.ledger import known
from registry.members import commands, queries
from registry.members.models import Holder
from registry.members.standing import altered_to_on
from registry.people import commands as people
from tests.factories import ADA, ACompany, AHolding, AMember, APerson, AShareClass
from tests.members.acts import ADDRESS, AUTUMN, SPRING, SUMMER, admit, at, refused, transfer, whole_register


def readdress(member, address="2 LOW LANE", changed=SUMMER):
    commands.readdress(member, address=address, changed=changed, by=ADA)


def reorder(member, *persons, changed=SUMMER):
    commands.reorder(member, holders=persons, changed=changed, by=ADA)


def strike(member, person, changed=SUMMER):
    commands.strike(member, person=person, changed=changed, by=ADA)


def notes(member, day):
    (line,) = [line for line in queries.accounts_on(day) if line["ref"] == member.ref]
    return [(note["note"], note["changed"], note["entered"]) for note in line["notes"]]


class TestCreateClass:
    def test_opens_the_register_for_it(self):
        commands.create_class(name="Ordinary", nominal=100, rights="One vote a share.", by=ADA)

        (line,) = queries.classes_on(SPRING)
        assert (line["name"], line["nominal"], line["issued"], line["capital"]) == ("Ordinary", 100, 0, 0)
        assert line["numbered"] is False

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

        back = admit(asha, entered=SUMMER)
        assert (back.folio, left.ceased, back.entered) == (3, SUMMER, SUMMER)
        assert [line["folio"] for line in queries.former_members_on(SUMMER)] == [1]

    def test_a_day_still_to_come_is_refused(self):
        with at(2017, 3, 31), refused("entered"):
            admit(APerson(), entered=SPRING)

    def test_on_29_february(self):
        member = admit(APerson(), entered=date(2016, 2, 29))

        assert not member.is_member(date(2016, 2, 28))
        assert member.is_member(date(2016, 3, 1))

    def test_late_on_the_evening_after_the_clocks_went_forward_it_is_the_next_day_already(self):
        """23:30 UTC on 29 March 2026 is 00:30 on the 30th in London: an entry of the 30th has been made."""
        with at(2026, 3, 29) as now, refused("entered"):
            now.at = now.at.replace(hour=22, minute=59)
            admit(APerson(), entered=date(2026, 3, 30))
        with at(2026, 3, 29) as now:
            now.at = now.at.replace(hour=23, minute=30)
            assert admit(APerson(), entered=date(2026, 3, 30)).entered == date(2026, 3, 30)

    def test_before_the_company_was_incorporated_is_refused(self):
        ACompany(incorporated=SPRING)

        with refused("entered"):
            admit(APerson(), entered=date(2017, 3, 31))

        assert admit(APerson(), entered=SPRING).folio == 1

    def test_with_a_trust_in_the_address_is_refused(self):
        for words in ("as trustee of the Patel Settlement", "Nominee for Kibworth"):
            with refused("address"):
                admit(APerson(), address=f"{ADDRESS}\n{words}")


class TestReaddress:
    def test_keeps_the_old_address_with_both_dates(self):
        with at(2018, 7, 9):
            readdress(member := AMember(address=ADDRESS))

        assert [member.address_on(day) for day in (date(2018, 6, 30), SUMMER)] == [ADDRESS, "2 LOW LANE"]
        assert notes(member, date(2018, 6, 30)) == []
        assert notes(member, SUMMER) == [
            ("Address changed; it was 1 HIGH STREET, WIGSTON", SUMMER, date(2018, 7, 9)),
        ]

    def test_twice_tells_each_address_on_its_days(self):
        readdress(member := AMember(address=ADDRESS))
        readdress(member, "3 MILL ROAD", changed=AUTUMN)

        days = (date(2018, 6, 30), SUMMER, date(2019, 9, 30), AUTUMN)
        assert [member.address_on(day) for day in days] == [ADDRESS, "2 LOW LANE", "2 LOW LANE", "3 MILL ROAD"]

    def test_on_one_day_twice_tells_the_last_from_that_day(self):
        readdress(member := AMember(address=ADDRESS))
        readdress(member, "3 MILL ROAD")

        assert [member.address_on(day) for day in (date(2018, 6, 30), SUMMER)] == [ADDRESS, "3 MILL ROAD"]

    def test_is_found_by_the_address_of_that_day(self):
        readdress(AMember(address=ADDRESS))

        found = {day: len(queries.register_on(day).seek("wigston")) for day in (date(2018, 6, 30), SUMMER)}
        assert found == {date(2018, 6, 30): 1, SUMMER: 0}

    def test_alters_the_register_on_the_day_it_is_entered(self):
        with at(2018, 7, 9):
            readdress(AMember())

        assert altered_to_on(date(2018, 7, 8)) == SPRING
        assert altered_to_on(date(2018, 7, 9)) == date(2018, 7, 9)

    @pytest.mark.parametrize("changed", [date(2017, 3, 31), date(2018, 7, 10)])
    def test_before_the_entry_or_on_a_day_to_come_is_refused(self, changed):
        with at(2018, 7, 9), refused("changed"):
            readdress(AMember(), changed=changed)

    def test_before_the_last_change_is_refused(self):
        readdress(member := AMember(), changed=SUMMER)

        with refused("changed"):
            readdress(member, "3 MILL ROAD", changed=date(2018, 6, 30))

    def test_to_the_same_address_is_refused(self):
        with refused(""):
            readdress(AMember(address=ADDRESS), ADDRESS)

    def test_to_one_that_names_a_trust_is_refused(self):
        with refused("address"):
            readdress(AMember(), "2 LOW LANE, on trust for Kibworth")

    def test_of_an_account_that_has_closed_is_refused(self):
        holding = AHolding(5)
        transfer(holding.member, AMember(), holding.share_class, 5)

        with refused("on"):
            readdress(holding.member, changed=AUTUMN)


class TestReorder:
    def test_puts_another_first_from_that_day(self):
        asha, ben = APerson(forenames="Asha"), APerson(forenames="Ben")
        reorder(member := AMember(persons=[asha, ben]), ben, asha)

        assert member.names_on(date(2018, 6, 30)) == "Asha Patel and Ben Patel"
        assert member.names_on(SUMMER) == "Ben Patel and Asha Patel"
        assert [holder.place for holder in member.holders_on(SUMMER)] == [1, 2]

    def test_is_noted_with_both_dates(self):
        asha, ben = APerson(forenames="Asha"), APerson(forenames="Ben")
        with at(2018, 7, 9):
            reorder(member := AMember(persons=[asha, ben]), ben, asha)

        assert notes(member, SUMMER) == [
            ("Holders changed; they were Asha Patel and Ben Patel", SUMMER, date(2018, 7, 9))
        ]

    def test_sorts_the_register_by_whoever_is_first_named_that_day(self):
        asha, zoe = APerson(surname="Adams"), APerson(forenames="Zoe", surname="Young")
        AMember(person=APerson(forenames="Ben", surname="Brown"))
        reorder(AMember(persons=[asha, zoe]), zoe, asha)

        assert list(whole_register(date(2018, 6, 30))) == ["Asha Adams and Zoe Young", "Ben Brown"]
        assert list(whole_register(SUMMER)) == ["Ben Brown", "Zoe Young and Asha Adams"]

    def test_and_back_again(self):
        asha, ben = APerson(forenames="Asha"), APerson(forenames="Ben")
        reorder(member := AMember(persons=[asha, ben]), ben, asha)
        reorder(member, asha, ben, changed=AUTUMN)

        assert member.names_on(SUMMER) == "Ben Patel and Asha Patel"
        assert member.names_on(AUTUMN) == "Asha Patel and Ben Patel"

    def test_brings_in_nobody_else(self):
        asha, ben = APerson(), APerson(forenames="Ben")
        member = AMember(persons=[asha, ben])

        for others in ([asha, APerson()], [asha], [asha, ben, ben]):
            with refused("holders"):
                reorder(member, *others)

    def test_to_the_order_they_stand_in_is_refused(self):
        asha, ben = APerson(), APerson(forenames="Ben")

        with refused(""):
            reorder(AMember(persons=[asha, ben]), asha, ben)


class TestStrike:
    def test_leaves_the_survivors_the_shares_without_a_transfer(self):
        asha, ben = APerson(died=SUMMER), APerson(forenames="Ben")
        holding = AHolding(5, member=AMember(persons=[asha, ben]))

        strike(holding.member, asha)

        assert whole_register(date(2018, 6, 30)) == {"Asha Patel and Ben Patel": 5}
        assert whole_register(SUMMER) == {"Ben Patel": 5}
        assert (len(holding.member.movements), holding.member.ceased) == (1, None)

    def test_is_noted(self):
        asha, ben = APerson(died=SUMMER), APerson(forenames="Ben")
        with at(2018, 7, 9):
            strike(member := AMember(persons=[asha, ben]), asha)

        assert notes(member, SUMMER) == [
            ("Holders changed; they were Asha Patel and Ben Patel", SUMMER, date(2018, 7, 9))
        ]

    def test_of_two_who_died_on_one_day_leaves_the_third(self):
        asha, ben, zoe = APerson(died=SUMMER), APerson(died=SUMMER), APerson(forenames="Zoe")
        member = AMember(persons=[asha, ben, zoe])

        strike(member, asha)
        strike(member, ben)

        assert (member.names_on(date(2018, 6, 30)), member.names_on(SUMMER)) == (
            "Asha Patel and Asha Patel and Zoe Patel",
            "Zoe Patel",
        )
        assert [line["holders"] for line in queries.register_on(SUMMER)] == [["Zoe Patel"]]

    def test_and_a_transfer_by_the_survivor_on_the_day_of_the_death(self):
        asha, ben = APerson(died=SUMMER), APerson(forenames="Ben")
        holding = AHolding(5, member=AMember(persons=[asha, ben]))

        strike(holding.member, asha)
        transfer(holding.member, AMember(person=APerson(forenames="Zoe")), holding.share_class, 5, on=SUMMER)

        assert whole_register(SUMMER) == {"Zoe Patel": 5}
        (former,) = queries.former_members_on(SUMMER)
        assert (former["name"], former["ceased"]) == ("Ben Patel", SUMMER)

    def test_makes_room_for_the_survivors_own_account_to_be_refused(self):
        asha, ben = APerson(died=SUMMER), APerson(forenames="Ben")
        strike(AMember(persons=[asha, ben]), asha)

        with refused("holders"):
            admit(ben, entered=AUTUMN)

    @pytest.mark.parametrize("died", [None, date(2018, 6, 30), date(2018, 7, 2)])
    def test_of_somebody_who_did_not_die_that_day_is_refused(self, died):
        asha = APerson(died=died)

        with refused("changed"):
            strike(AMember(persons=[asha, APerson()]), asha)

    def test_of_a_sole_holder_is_refused(self):
        asha = APerson(died=SUMMER)

        with refused("person"):
            strike(AMember(person=asha), asha)

    def test_of_somebody_who_is_no_holder_is_refused(self):
        with refused("person"):
            strike(AMember(persons=[APerson(), APerson()]), APerson(died=SUMMER))


class TestRemove:
    def former(self, ceased):
        holding = AHolding(5)
        transfer(holding.member, AMember(), holding.share_class, 5, on=ceased)
        return holding.member

    @pytest.mark.parametrize(
        ("ceased", "last_day_kept", "removable"),
        [
            (date(2018, 7, 1), (2028, 7, 1), (2028, 7, 2)),
            (date(2020, 2, 29), (2030, 2, 28), (2030, 3, 1)),
        ],
    )
    def test_takes_the_entry_off_once_ten_years_have_passed(self, ceased, last_day_kept, removable):
        member = self.former(ceased)

        with at(*last_day_kept), refused(""):
            commands.remove(member, reason="ten years", by=ADA)
        with at(*removable):
            commands.remove(member, reason="ten years", by=ADA)

        assert [len(queries.former_members_on(date(*day))) for day in (last_day_kept, removable)] == [1, 0]
        assert altered_to_on(date(*removable)) == date(*removable)

    def test_is_proposed_from_that_day_and_no_longer_once_it_is_done(self):
        member = self.former(SUMMER)
        proposed = [(day, len(queries.removable_on(day))) for day in (date(2028, 7, 1), date(2028, 7, 2))]

        with at(2028, 7, 5):
            commands.remove(member, reason="ten years", by=ADA)

        assert [number for _, number in proposed] == [0, 1]
        assert [len(queries.removable_on(date(2028, 7, day))) for day in (4, 5)] == [1, 0]

    def test_leaves_it_in_the_books_as_they_were_known_before(self):
        with at(2018, 7, 1):
            member = self.former(SUMMER)
        with at(2028, 7, 2) as now:
            commands.remove(member, reason="ten years", by=ADA)
            before = now.at.replace(day=1)

        with known(before):
            assert len(queries.former_members_on(date(2028, 7, 2))) == 1

    def test_twice_is_refused(self):
        member = self.former(SUMMER)
        with at(2028, 7, 2):
            commands.remove(member, reason="ten years", by=ADA)

            with refused(""):
                commands.remove(member, reason="again", by=ADA)

    def test_of_a_member_is_refused(self):
        with at(2050, 1, 1), refused(""):
            commands.remove(AMember(), reason="tidying", by=ADA)


class TestNames:
    def test_of_a_holder_who_married_are_kept_with_both_dates(self):
        member = AMember(person=(asha := APerson(surname="Patel")))
        with at(2018, 7, 9):
            people.rename(asha, forenames="Asha", surname="Okoro", since=SUMMER, by=ADA)

        assert notes(member, SUMMER) == [("Name changed; it was Asha Patel", SUMMER, date(2018, 7, 9))]
        assert altered_to_on(date(2018, 7, 8)) == SPRING
        assert altered_to_on(date(2018, 7, 9)) == date(2018, 7, 9)

    def test_borne_before_the_account_was_opened_are_none_of_its_business(self):
        asha = APerson(surname="Patel")
        with at(2016, 7, 9):
            people.rename(asha, forenames="Asha", surname="Okoro", since=date(2016, 7, 1), by=ADA)

        assert notes(AMember(person=asha), SUMMER) == []
        assert altered_to_on(SUMMER) == SPRING


class TestDeaths:
    def test_are_told_of_open_accounts_until_the_holder_is_struck(self):
        asha, ben = APerson(died=SUMMER), APerson()
        member = AMember(persons=[asha, ben])
        AHolding(5, member=member)

        def told(day):
            return [(account.folio, person.ref) for account, person in queries.of_holders_deceased_on(day)]

        assert told(date(2018, 6, 30)) == []
        assert told(SUMMER) == [(member.folio, asha.ref)]

        strike(member, asha)
        assert told(SUMMER) == []
        assert isinstance(member.holders_on(SUMMER)[0], Holder)
