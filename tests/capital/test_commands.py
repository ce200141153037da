from datetime import date

import pytest

from registry.capital import commands, queries
from registry.db import db
from registry.filings import commands as filings
from registry.filings.queries import outstanding_on
from registry.ledger import together
from registry.members import queries as members
from registry.members.models import Member
from tests.breaches import refused
from tests.factories import ADA, AHolding, AMember, APerson, AShareClass

ON = date(2026, 1, 31)
BEFORE = date(2026, 1, 30)
RESOLVED = "Special resolution of 30 January 2026"


def buy_back(holding, shares, **asked):
    usual = {"share_class": holding.share_class, "on": ON, "consideration": 500, "resolution": RESOLVED}
    return commands.buy_back(holding.member, shares=shares, **usual | asked, by=ADA)


def forfeit(holding, shares, **asked):
    usual = {"share_class": holding.share_class, "on": ON, "article": "Articles, art. 12", "resolution": RESOLVED}
    return commands.forfeit(holding.member, shares=shares, **usual | asked, by=ADA)


def subdivide(share_class, into, **asked):
    return commands.subdivide(share_class=share_class, into=into, **{"on": ON, "resolution": RESOLVED} | asked, by=ADA)


def issued(day):
    return {line["name"]: line["issued"] for line in members.classes_on(day) if line["issued"]}


def wanted(day):
    return [(line["form"], line["due"], line["late"]) for line in outstanding_on(day)]


class TestBuyBack:
    def test_takes_shares_out_of_issue_on_the_day_of_entry(self):
        holding = AHolding(5, share_class=AShareClass(name="Ordinary"))

        alteration = buy_back(holding, 2)

        assert issued(BEFORE) == {"Ordinary": 5}
        assert issued(ON) == {"Ordinary": 3}
        assert alteration.number == "C1"
        assert [line["name"] for line in queries.touched_by(alteration)] == ["Asha Patel"]

    def test_of_all_ends_the_membership(self):
        holding = AHolding(5)

        buy_back(holding, 5)

        assert holding.member.ceased == ON

    def test_of_more_than_is_held_is_refused_and_draws_no_number(self):
        holding = AHolding(5)

        with refused("shares"):
            buy_back(holding, 6)

        assert buy_back(holding, 5).number == "C1"

    def test_of_numbered_shares_leaves_their_numbers_unused(self):
        holding = AHolding(5, share_class=AShareClass(numbered=True))

        buy_back(holding, 2, first=2)

        (held,) = members.held_by(holding.member.holders[0].person, ON)
        assert held["holdings"][0]["numbers"] == "1, 4–5"

    def test_of_a_number_that_is_not_held_is_refused(self):
        with refused("first"):
            buy_back(AHolding(5, share_class=AShareClass(numbered=True)), 1, first=6)

    def test_is_one_act_with_its_movements(self):
        holding = AHolding(5)

        with together() as act:
            alteration = buy_back(holding, 2)

        assert {made.ref for made in act.made} == {alteration.ref, holding.member.ref}


class TestReturnsOfAPurchase:
    """Sections 707 and 708: within 28 days that begin with the day itself."""

    def test_are_due_on_the_twenty_eighth_day_and_late_on_the_next(self):
        buy_back(AHolding(5), 2)

        assert wanted(BEFORE) == []
        assert wanted(date(2026, 2, 27)) == [("SH03", date(2026, 2, 27), 0), ("SH06", date(2026, 2, 27), 0)]
        assert wanted(date(2026, 2, 28)) == [("SH03", date(2026, 2, 27), 1), ("SH06", date(2026, 2, 27), 1)]

    def test_are_done_each_by_a_filing(self):
        alteration = buy_back(AHolding(5), 2)

        filings.record(form="SH03", about=alteration.ref, sent=date(2026, 2, 1), sent_by="Ada", by=ADA)

        assert [form for form, *_ in wanted(date(2026, 2, 1))] == ["SH06"]


class TestForfeit:
    def test_takes_shares_out_of_issue_under_an_article(self):
        alteration = forfeit(AHolding(5, share_class=AShareClass(name="Ordinary")), 5)

        assert issued(ON) == {}
        assert alteration.article == "Articles, art. 12"

    def test_under_the_model_articles_is_refused(self):
        with refused("article"):
            forfeit(AHolding(5), 5, article="")


class TestSubdivide:
    def test_makes_several_of_every_share_whoever_holds_it(self):
        pounds, tenths = AShareClass(name="Ordinary", nominal=100), AShareClass(name="Tenths", nominal=10)
        for shares in (5, 7):
            AHolding(shares, share_class=pounds)

        alteration = subdivide(pounds, tenths)

        assert issued(BEFORE) == {"Ordinary": 12}
        assert issued(ON) == {"Tenths": 120}
        assert (alteration.shares, alteration.becoming) == (12, 120)
        assert queries.statement_on(ON)["nominal_value"] == queries.statement_on(BEFORE)["nominal_value"] == 1_200

    def test_leaves_everybody_a_member_even_with_shares_transferred_that_day(self):
        pounds, tenths = AShareClass(nominal=100), AShareClass(nominal=10)
        holding = AHolding(5, share_class=pounds)

        subdivide(pounds, tenths)

        assert holding.member.ceased is None
        assert holding.member.held(ON, tenths) == 50

    def test_gives_numbered_shares_new_numbers_without_gaps(self):
        pounds, tenths = AShareClass(nominal=100, numbered=True), AShareClass(nominal=50, numbered=True)
        for shares in (2, 1):
            AHolding(shares, member=AMember(person=APerson()), share_class=pounds)

        subdivide(pounds, tenths)

        ranges = [
            (m.first, m.last)
            for member in db.session.query(Member).order_by(Member.folio)
            for m in member.of_class(tenths)
        ]
        assert ranges == [(1, 4), (5, 6)]

    @pytest.mark.parametrize("nominal", [100, 200, 30])
    def test_into_what_does_not_divide_it_is_refused(self, nominal):
        pounds = AHolding(5, share_class=AShareClass(nominal=100)).share_class

        with refused("into"):
            subdivide(pounds, AShareClass(nominal=nominal))

    def test_of_shares_on_which_no_whole_pence_would_be_paid_is_refused(self):
        pounds = AHolding(5, share_class=AShareClass(nominal=100), paid=105).share_class

        with refused("becoming"):
            subdivide(pounds, AShareClass(nominal=10))

    def test_of_a_class_without_shares_is_refused(self):
        with refused("share_class"):
            subdivide(AShareClass(nominal=100), AShareClass(nominal=10))

    def test_is_notified_within_a_month(self):
        pounds = AHolding(5, share_class=AShareClass(nominal=100)).share_class
        subdivide(pounds, AShareClass(nominal=10))

        assert wanted(date(2026, 2, 28)) == [("SH02", date(2026, 2, 28), 0)]
        assert wanted(date(2026, 3, 1)) == [("SH02", date(2026, 2, 28), 1)]


class TestConsolidate:
    def consolidate(self, share_class, into):
        return commands.consolidate(share_class=share_class, into=into, on=ON, resolution=RESOLVED, by=ADA)

    def test_makes_fewer_of_them(self):
        tenths = AHolding(50, share_class=AShareClass(nominal=10), paid=10).share_class

        self.consolidate(tenths, AShareClass(name="Ordinary", nominal=100))

        assert issued(ON) == {"Ordinary": 5}

    def test_where_a_member_would_be_left_with_a_fraction_is_refused(self):
        tenths = AHolding(55, share_class=AShareClass(nominal=10), paid=10).share_class
        AHolding(45, share_class=tenths, paid=10)

        with refused("becoming"):
            self.consolidate(tenths, AShareClass(nominal=100))

    def test_into_smaller_ones_is_refused(self):
        with refused("into"):
            self.consolidate(AShareClass(nominal=100), AShareClass(nominal=10))


class TestRedesignate:
    def redesignate(self, holding, into, shares=2):
        usual = {"share_class": holding.share_class, "into": into, "on": ON, "resolution": RESOLVED}
        return commands.redesignate(holding.member, shares=shares, **usual, by=ADA)

    def test_gives_some_of_a_members_shares_another_class(self):
        holding = AHolding(5, share_class=AShareClass(name="Ordinary"))

        self.redesignate(holding, AShareClass(name="B"))

        assert issued(ON) == {"Ordinary": 3, "B": 2}
        assert wanted(date(2026, 2, 1)) == [("SH08", date(2026, 2, 28), 0)]

    def test_into_shares_of_another_value_is_refused(self):
        with refused("into"):
            self.redesignate(AHolding(5), AShareClass(nominal=10))

    def test_of_more_than_is_held_is_refused(self):
        with refused("shares"):
            self.redesignate(AHolding(5), AShareClass(), shares=6)


class TestStatement:
    """Section 555(4)."""

    def test_tells_what_is_in_issue_in_all_and_class_by_class(self):
        AHolding(5, share_class=AShareClass(name="A", nominal=100, rights="One vote a share."), paid=250)
        AHolding(10, share_class=AShareClass(name="B", nominal=10), paid=10)
        AShareClass(name="C")

        told = queries.statement_on(ON)

        assert (told["shares"], told["nominal_value"], told["paid"], told["unpaid"]) == (15, 600, 1_350, 0)
        assert [(c["name"], c["shares"], c["rights"]) for c in told["classes"]] == [
            ("A", 5, "One vote a share."),
            ("B", 10, ""),
        ]

    def test_tells_what_is_unpaid(self):
        AHolding(5, share_class=AShareClass(nominal=100), paid=40)

        assert queries.statement_on(ON)["unpaid"] == 300
