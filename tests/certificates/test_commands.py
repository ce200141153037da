from datetime import date

import pytest

from registry.certificates import commands, queries
from registry.members import commands as members
from registry.people import commands as people
from tests.breaches import refused
from tests.factories import ADA, AHolding, AMember, APerson, AShareClass

ISSUED, LATER = date(2017, 5, 1), date(2018, 7, 1)


def issue(member, on=ISSUED):
    return commands.issue(member, on=on, by=ADA)


def live(day):
    lines = queries.register_on(day)
    return [(line["number"], line["shares"], line["numbers"]) for line in lines if line["standing"] == "live"]


def passed(holding, to, shares, on=LATER, **asked):
    moved = {"share_class": holding.share_class, "shares": shares, "on": on, "instrument_received": on}
    members.transfer(holding.member, to=to, **moved | asked, by=ADA)


def wanting(day):
    return [(line["shares"], line["untrue"], line["due"], line["authority"]) for line in queries.wanting_lines(day)]


class TestIssue:
    def test_is_for_all_that_wants_one_a_certificate_for_each_class(self):
        member = AHolding(5, share_class=AShareClass(name="A")).member
        AHolding(3, member=member, share_class=AShareClass(name="B"))

        made = issue(member)

        assert [(each.number, each.share_class.name, each.shares) for each in made] == [("1", "A", 5), ("2", "B", 3)]
        assert live(date(2017, 4, 30)) == []
        assert live(ISSUED) == [("1", 5, ""), ("2", 3, "")]

    def test_joint_holders_have_one_between_them_in_their_order(self):
        asha, ben = APerson(), APerson(forenames="Ben")

        (certificate,) = issue(AHolding(5, member=AMember(persons=[ben, asha])).member)

        assert certificate.names == "Ben Patel and Asha Patel"

    def test_of_numbered_shares_says_their_numbers(self):
        ordinary = AShareClass(numbered=True)
        AHolding(5, share_class=ordinary)
        holding = AHolding(3, share_class=ordinary)

        issue(holding.member)

        assert live(ISSUED) == [("1", 3, "6–8")]

    def test_where_nothing_wants_one_is_refused(self):
        member = AHolding(5).member
        issue(member)

        with refused():
            issue(member)

    def test_to_somebody_without_shares_is_refused(self):
        with refused():
            issue(AMember())

    def test_on_a_day_still_to_come_is_refused(self):
        with refused("on"):
            issue(AHolding(5).member, on=date(2199, 1, 1))

    def test_before_the_shares_came_is_refused(self):
        with refused():
            issue(AHolding(5).member, on=date(2017, 3, 31))

    def test_later_shares_have_one_of_their_own(self):
        holding = AHolding(5)
        issue(holding.member)
        AHolding(2, member=holding.member, share_class=holding.share_class, on=LATER)

        issue(holding.member, on=LATER)

        assert live(LATER) == [("1", 5, ""), ("2", 2, "")]


class TestAfterATransfer:
    """EC-16: the old certificate is cancelled, and what is left has a balance certificate."""

    def test_in_part_cancels_the_old_one_and_issues_the_balance(self):
        holding, ben = AHolding(5), AMember()
        issue(holding.member)
        passed(holding, ben, 2)

        issue(holding.member, on=LATER)
        issue(ben, on=LATER)

        assert live(date(2018, 6, 30)) == [("1", 5, "")]
        assert live(LATER) == [("2", 3, ""), ("3", 2, "")]

    def test_in_whole_leaves_a_closed_account_with_a_certificate_to_cancel(self):
        holding, ben = AHolding(5), AMember()
        issue(holding.member)
        passed(holding, ben, 5)

        assert issue(holding.member, on=LATER) == []

        assert live(LATER) == []

    def test_of_numbers_in_the_middle_splits_the_ranges(self):
        holding, ben = AHolding(5, share_class=AShareClass(numbered=True)), AMember()
        issue(holding.member)
        passed(holding, ben, 2, first=2)

        commands.issue_all(on=LATER, by=ADA)

        assert sorted(line[1:] for line in live(LATER)) == [(2, "2–3"), (3, "1, 4–5")]

    def test_a_certificate_for_other_shares_stays(self):
        holding, ben = AHolding(5), AMember()
        issue(holding.member)
        AHolding(4, member=holding.member, share_class=holding.share_class, on=date(2017, 6, 1))
        issue(holding.member, on=date(2017, 6, 1))
        passed(holding, ben, 4)

        issue(holding.member, on=LATER)

        assert live(LATER) == [("1", 5, "")]


class TestWhenTheyAreDue:
    """Two months from allotment (s.769), or from the day a transfer was lodged (s.776)."""

    def test_after_an_allotment(self):
        AHolding(5, on=date(2017, 12, 31))

        assert wanting(date(2017, 12, 30)) == []
        assert wanting(date(2017, 12, 31)) == [(5, "", date(2018, 2, 28), "Companies Act 2006, s.769")]

    def test_is_late_on_the_day_after(self, client):
        member = AHolding(5, on=date(2017, 12, 31)).member

        def standing(day):
            lines = client.get(f"/home/duties.json?on={day}").json["items"]
            return next(line["standing"] for line in lines if line["sentence"].startswith("Certificates of"))

        assert (standing("2018-02-28"), standing("2018-03-01")) == ("soon", "1 day late")
        issue(member, on=date(2018, 3, 2))
        assert wanting(date(2018, 3, 2)) == []
        assert len(wanting(date(2018, 3, 1))) == 1

    def test_after_a_transfer_run_from_when_it_was_lodged_and_not_from_its_entry(self):
        holding, ben = AHolding(5), AMember()
        issue(holding.member)
        passed(holding, ben, 5, on=date(2018, 7, 20), instrument_received=date(2018, 6, 30))

        assert (5, "", date(2018, 8, 30), "Companies Act 2006, s.776") in wanting(date(2018, 7, 20))
        assert (0, "1", None, "Model Articles, art. 24") in wanting(date(2018, 7, 20))

    def test_of_several_allotments_are_those_of_the_first_without_one(self):
        holding = AHolding(5)
        issue(holding.member)
        for month in (6, 7):
            AHolding(1, member=holding.member, share_class=holding.share_class, on=date(2017, month, 1))

        assert [line[2] for line in wanting(date(2017, 7, 1))] == [date(2017, 8, 1)]


class TestIssueAll:
    def test_is_one_act_for_every_account(self):
        for shares in (5, 7):
            AHolding(shares)

        commands.issue_all(on=ISSUED, by=ADA)

        assert live(ISSUED) == [("1", 5, ""), ("2", 7, "")]
        with refused():
            commands.issue_all(on=ISSUED, by=ADA)


class TestReplace:
    """EC-20; Model Articles, art. 25."""

    @pytest.fixture
    def certificate(self, app):
        return issue(AHolding(5).member)[0]

    def replace(self, certificate, why="lost", **asked):
        return commands.replace(certificate, why=why, **{"on": LATER, "grounds": "Indemnity"} | asked, by=ADA)

    def test_voids_the_old_number_for_ever(self, certificate):
        new = self.replace(certificate)

        assert (new.number, new.shares, new.replaces_ref) == ("2", 5, certificate.ref)
        assert live(LATER) == [("2", 5, "")]
        (line, _) = queries.register_on(LATER)
        assert (line["standing"], line["why"], line["grounds"]) == ("void", "lost", "Indemnity")
        assert queries.register_on(date(2018, 6, 30))[0]["standing"] == "live"

    def test_a_lost_one_found_again_stays_void(self, certificate):
        self.replace(certificate)

        commands.note_found(certificate, on=date(2019, 1, 1), by=ADA)

        assert live(date(2019, 1, 1)) == [("2", 5, "")]
        assert queries.told(certificate, date(2018, 12, 31))["found"] is None
        assert queries.told(certificate, date(2019, 1, 1))["found"] == date(2019, 1, 1)

    def test_only_a_lost_one_is_found(self, certificate):
        with refused():
            commands.note_found(certificate, on=LATER, by=ADA)

    def test_without_evidence_is_refused(self, certificate):
        with refused("grounds"):
            self.replace(certificate, grounds="")

    def test_of_a_damaged_one_wants_the_old_one_back(self, certificate):
        with refused("returned"):
            self.replace(certificate, why="damaged")
        assert self.replace(certificate, why="damaged", grounds="", returned=LATER).number == "2"

    def test_of_one_that_is_void_is_refused(self, certificate):
        self.replace(certificate)

        with refused():
            self.replace(certificate)

    def test_before_it_was_issued_is_refused(self, certificate):
        with refused("on"):
            self.replace(certificate, on=date(2017, 4, 30))

    def test_after_a_change_of_name_bears_the_new_one(self):
        asha = APerson()
        (certificate,) = issue(AHolding(5, member=AMember(person=asha)).member)
        people.rename(asha, forenames="Asha", surname="Shah", since=date(2018, 1, 1), by=ADA)

        new = self.replace(certificate, why="altered", grounds="", returned=LATER)

        assert (certificate.names, new.names) == ("Asha Patel", "Asha Shah")


class TestSplit:
    def test_makes_two_of_one(self):
        (certificate,) = issue(AHolding(5, share_class=AShareClass(numbered=True)).member)

        commands.split(certificate, shares=2, on=LATER, returned=LATER, by=ADA)

        assert live(LATER) == [("2", 2, "1–2"), ("3", 3, "3–5")]

    def test_of_shares_without_numbers(self):
        (certificate,) = issue(AHolding(5).member)

        commands.split(certificate, shares=2, on=LATER, returned=LATER, by=ADA)

        assert live(LATER) == [("2", 2, ""), ("3", 3, "")]

    @pytest.mark.parametrize("shares", [5, 6])
    def test_with_nothing_left_for_the_second_is_refused(self, shares):
        (certificate,) = issue(AHolding(5).member)

        with refused("shares"):
            commands.split(certificate, shares=shares, on=LATER, returned=LATER, by=ADA)


class TestNoteReturned:
    def test_says_when_a_void_one_came_back(self):
        holding = AHolding(5)
        (certificate,) = issue(holding.member)
        passed(holding, AMember(), 5)
        issue(holding.member, on=LATER)

        commands.note_returned(certificate, on=LATER, by=ADA)

        assert queries.told(certificate, LATER)["returned"] == LATER

    @pytest.mark.parametrize("on", [date(2017, 4, 30), date(2199, 1, 1)])
    def test_before_its_issue_or_still_to_come_is_refused(self, on):
        (certificate,) = issue(AHolding(5).member)

        with refused("on"):
            commands.note_returned(certificate, on=on, by=ADA)
