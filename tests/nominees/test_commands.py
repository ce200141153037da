from datetime import UTC, date, datetime

from registry import clock
from registry.members import commands as members
from registry.nominees import commands, queries
from registry.people import commands as people
from tests.breaches import refused
from tests.factories import ADA, AHolding, AMember, ANomination, APerson, APractice, AShareClass

SPRING, SUMMER = date(2017, 4, 1), date(2018, 7, 1)
DAY_BEFORE = date(2018, 6, 30)


def nominate(member, practice, since=SPRING, **asked):
    return commands.nominate(member, practice=practice, since=since, **asked, by=ADA)


def schedule(day):
    return [(line["code"], line["name"], line["shares"]) for line in queries.nominees_on(day)]


def gone(holding, to, on=SUMMER, shares=5):
    members.transfer(
        holding.member, to=to, share_class=holding.share_class, shares=shares, on=on, instrument_received=on, by=ADA
    )


class TestNominate:
    def test_is_in_the_schedule_from_its_day(self):
        nominate(AHolding(5).member, APractice(code="C82001"))

        assert schedule(SPRING) == [("C82001", "Asha Patel", 5)]
        assert schedule(date(2017, 3, 31)) == []

    def test_lasts_no_longer_than_the_membership(self):
        holding, ben, practice = AHolding(5), AMember(person=APerson(forenames="Ben")), APractice(code="C82001")
        nominate(holding.member, practice)
        nominate(ben, practice, since=SUMMER)

        gone(holding, ben)

        assert schedule(DAY_BEFORE) == [("C82001", "Asha Patel", 5)]
        assert schedule(SUMMER) == [("C82001", "Ben Patel", 5)]
        assert [line["ended"] for line in queries.history_of_practice(practice, SUMMER)] == [SUMMER, None]

    def test_of_a_closed_account_is_refused(self):
        holding = AHolding(5)
        gone(holding, AMember())

        with refused("since"):
            nominate(holding.member, APractice(), since=SUMMER)

    def test_before_the_member_was_entered_is_refused(self):
        with refused("since"):
            nominate(AMember(), APractice(), since=date(2017, 3, 31))

    def test_on_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2018, 6, 30, 12, tzinfo=UTC)):
            member, practice = AMember(), APractice()
            with refused("since"):
                nominate(member, practice, since=SUMMER)

    def test_for_a_practice_closed_by_then_is_refused(self):
        practice = APractice(closed=SUMMER)

        nominate(AMember(), practice, since=DAY_BEFORE)
        with refused("practice"):
            nominate(AMember(), practice, since=SUMMER)

    def test_twice_for_the_same_practice_is_refused(self):
        member, practice = AHolding(5).member, APractice()
        nominate(member, practice, shares=2)

        with refused("practice"):
            nominate(member, practice, shares=2)

    def test_for_several_practices_says_how_many_for_each(self):
        member = AHolding(5).member
        nominate(member, APractice(code="C82001"))

        with refused("shares"):
            nominate(member, APractice(), shares=2)

    def test_of_more_than_are_held_is_refused(self):
        member = AHolding(5).member
        nominate(member, APractice(), shares=3)

        with refused("shares"):
            nominate(member, APractice(), shares=3)
        nominate(member, APractice(), shares=2)


class TestApportion:
    def test_says_how_many_are_now_held_for_it(self):
        member = AHolding(5).member
        nomination = nominate(member, APractice(code="C82001"))

        commands.apportion(nomination, shares=3, by=ADA)
        nominate(member, APractice(code="C82002"), shares=2)

        assert {line[0]: line[2] for line in schedule(SPRING)} == {"C82001": 3, "C82002": 2}

    def test_of_more_than_are_held_is_refused(self):
        with refused("shares"):
            commands.apportion(nominate(AHolding(5).member, APractice()), shares=6, by=ADA)


class TestEnd:
    def test_from_its_day_it_is_held_for_nobody(self):
        nomination = nominate(AHolding(5).member, APractice(code="C82001"))

        commands.end(nomination, until=SUMMER, by=ADA)

        assert schedule(DAY_BEFORE) == [("C82001", "Asha Patel", 5)]
        assert schedule(SUMMER) == []
        assert [line["name"] for line in queries.held_for_nobody_on(SUMMER)] == ["Asha Patel"]

    def test_by_the_day_it_began_is_refused(self):
        with refused("until"):
            commands.end(nominate(AMember(), APractice()), until=SPRING, by=ADA)

    def test_a_second_time_is_refused(self):
        nomination = nominate(AMember(), APractice())
        commands.end(nomination, until=SUMMER, by=ADA)

        with refused("until"):
            commands.end(nomination, until=SUMMER, by=ADA)


class TestCorrect:
    def test_puts_right_the_practice_and_the_day(self):
        nomination = nominate(AHolding(5).member, APractice())

        commands.correct(nomination, practice=APractice(code="C82001"), since=SUMMER, reason="Misread.", by=ADA)

        assert schedule(DAY_BEFORE) == []
        assert schedule(SUMMER) == [("C82001", "Asha Patel", 5)]

    def test_to_a_day_after_it_ended_is_refused(self):
        nomination = nominate(AMember(), practice := APractice())
        commands.end(nomination, until=SUMMER, by=ADA)

        with refused("until"):
            commands.correct(nomination, practice=practice, since=SUMMER, reason="Misread.", by=ADA)


class TestBeneficial:
    """Shares held by a nominee are treated as held by whom they are held for (Companies Act 2006, Sch 1A, para 19)."""

    def benefits(self, day=SPRING):
        return {line["name"]: (dict(line["shares"]), line["votes"]) for line in queries.beneficial_on(day)}

    def test_is_the_practices_whoever_holds_for_it(self):
        ordinary, practice = AShareClass(name="Ordinary", votes_per_share=2), APractice(name="KIBWORTH")
        for shares in (5, 7):
            ANomination(member=AHolding(shares, share_class=ordinary).member, practice=practice)

        assert self.benefits() == {"KIBWORTH": ({"Ordinary": 12}, 24)}

    def test_is_the_holders_own_for_the_shares_that_are_held_for_nobody(self):
        holding = AHolding(5, share_class=AShareClass(name="Ordinary"))
        ANomination(member=holding.member, practice=APractice(name="KIBWORTH"), shares=3)

        assert self.benefits() == {"KIBWORTH": ({"Ordinary": 3}, 3), "Asha Patel": ({"Ordinary": 2}, 2)}

    def test_passes_on_the_day_of_entry(self):
        holding = AHolding(5, share_class=AShareClass(name="Ordinary"))
        ANomination(member=holding.member, practice=APractice(name="KIBWORTH"))

        gone(holding, AMember(person=APerson(forenames="Ben")))

        assert self.benefits(DAY_BEFORE) == {"KIBWORTH": ({"Ordinary": 5}, 5)}
        assert self.benefits(SUMMER) == {"Ben Patel": ({"Ordinary": 5}, 5)}


class TestVoteless:
    """The dead do not vote, nor does anybody for them until the shares pass (Model Articles, art. 27)."""

    def test_from_the_day_of_the_nominees_death_until_the_shares_pass(self):
        asha = APerson()
        holding = AHolding(5, member=AMember(person=asha))
        ANomination(member=holding.member, practice=APractice(name="KIBWORTH"))
        people.note_death(asha, died=date(2018, 5, 1), by=ADA)

        def voteless(day):
            return [(line["name"], line["practices"]) for line in queries.voteless_on(day)]

        assert voteless(date(2018, 4, 30)) == []
        assert voteless(date(2018, 5, 1)) == [("Asha Patel", ["KIBWORTH"])]
        gone(holding, AMember())
        assert voteless(DAY_BEFORE) == [("Asha Patel", ["KIBWORTH"])]
        assert voteless(SUMMER) == []

    def test_a_joint_account_has_survivors(self):
        asha, ben = APerson(), APerson(forenames="Ben")
        member = AHolding(5, member=AMember(persons=[asha, ben])).member
        people.note_death(asha, died=date(2018, 5, 1), by=ADA)

        (line,) = queries.voteless_on(SUMMER)
        members.strike(member, person=asha, changed=date(2018, 5, 1), by=ADA)

        assert line["is_joint"]
        assert list(queries.voteless_on(SUMMER)) == []
