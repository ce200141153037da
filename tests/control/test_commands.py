from datetime import UTC, date, datetime

from registry import clock
from registry.control import commands, queries
from registry.control.holdings import holdings_on
from registry.filings.queries import outstanding_on
from tests.breaches import refused
from tests.factories import ADA, AHolding, ANomination, APractice, AShareClass

DAY = date(2026, 4, 1)
NOBODY = {name: False for name in ("board", "influence", "trust")}
GROUNDS = {f"{name}_grounds": "The agreement gives nobody such a right." for name in NOBODY}


def state(**asked):
    return commands.state(**{"made": DAY, "on": DAY} | NOBODY | GROUNDS | asked, by=ADA)


def held(*holdings, share_class=None):
    """A holding of so many shares for a practice of each name."""
    share_class = share_class or AShareClass()
    for name, shares in holdings:
        ANomination(member=AHolding(shares, share_class=share_class).member, practice=APractice(name=name))


class TestTheTest:
    """More than 25% of the shares or votes, counted as held by whom they are held for."""

    def percentages(self, day=DAY):
        return {each.name: (each.shares, each.votes, each.is_significant) for each in holdings_on(day)}

    def test_a_quarter_is_not_more_than_a_quarter(self):
        held(("A", 25), ("B", 25), ("C", 25), ("D", 25))

        assert set(self.percentages().values()) == {(2_500, 2_500, False)}

    def test_one_share_more_is(self):
        held(("A", 26), ("B", 25), ("C", 25), ("D", 24))

        assert self.percentages()["A"] == (2_600, 2_600, True)

    def test_the_least_bit_over_is_not_rounded_away(self):
        held(("A", 250_001), ("B", 749_999))

        assert self.percentages()["A"][2]

    def test_adds_up_what_several_nominees_hold_for_one_practice(self):
        ordinary, kibworth = AShareClass(), APractice(name="KIBWORTH")
        for shares in (20, 20):
            ANomination(member=AHolding(shares, share_class=ordinary).member, practice=kibworth)
        held(("B", 20), ("C", 20), ("D", 20), share_class=ordinary)

        assert self.percentages()["KIBWORTH"] == (4_000, 4_000, True)

    def test_counts_votes_apart_from_shares(self):
        held(("A", 10), share_class=AShareClass(votes_per_share=10))
        held(("B", 90), share_class=AShareClass(votes_per_share=1))

        assert self.percentages()["A"] == (1_000, 5_264, True)

    def test_counts_shares_by_what_they_are_worth_in_capital(self):
        held(("A", 10), share_class=AShareClass(nominal=1_000, votes_per_share=0))
        held(("B", 100), share_class=AShareClass(nominal=100))

        assert self.percentages()["A"] == (5_000, 0, True)

    def test_finds_nobody_where_there_are_no_shares(self):
        assert holdings_on(DAY) == []
        assert state().largest == ""


class TestState:
    def test_that_nobody_is_registrable_is_itself_a_statement(self):
        held(("A", 10), ("B", 10), ("C", 10), ("D", 10))

        statement = state()

        (line,) = queries.statements_on(DAY)
        assert line["finding"].startswith("The company knows of no registrable person")
        assert (line["largest"], line["largest_shares"]) == ("A", "25.00%")
        assert len(statement.answers) == 3
        assert queries.statements_on(date(2026, 3, 31)) == []

    def test_cannot_say_so_of_somebody_with_more_than_a_quarter(self):
        held(("A", 26), ("B", 74))

        with refused("who"):
            state()
        assert state(who="A and B").is_registrable

    def test_cannot_say_so_while_somebody_is_said_to_meet_a_condition(self):
        with refused("who"):
            state(influence=True)

    def test_names_nobody_who_meets_no_condition(self):
        with refused("who"):
            state(who="The chair")

    def test_on_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2026, 3, 31, 12, tzinfo=UTC)), refused("made"):
            state()

    def test_by_holdings_later_than_the_finding_is_refused(self):
        with refused("on"):
            state(on=date(2026, 4, 2))


class TestTellingTheRegistrar:
    """Within 14 days of a finding that is not what was found before."""

    def outstanding(self, day):
        wanted = [line for line in outstanding_on(day) if line["form"].startswith("PSC")]
        return [(line["form"], line["due"], line["late"]) for line in wanted]

    def test_is_due_on_the_fourteenth_day_and_late_on_the_next(self):
        state()

        assert self.outstanding(date(2026, 3, 31)) == []
        assert self.outstanding(date(2026, 4, 15)) == [("PSC08", date(2026, 4, 15), 0)]
        assert self.outstanding(date(2026, 4, 16)) == [("PSC08", date(2026, 4, 15), 1)]

    def test_is_not_asked_for_what_was_found_before(self):
        state()
        state(made=date(2026, 5, 1))
        state(made=date(2026, 6, 1), influence=True, who="The chair")

        assert [(form, due) for form, due, _ in self.outstanding(date(2026, 6, 2))] == [
            ("PSC08", date(2026, 4, 15)),
            ("PSC01", date(2026, 6, 15)),
        ]


class TestLookingAgain:
    def test_is_wanted_once_the_register_has_been_altered(self):
        assert queries.altered_since_last_statement(DAY) is None
        held(("A", 10), ("B", 10), ("C", 10), ("D", 10))
        assert queries.altered_since_last_statement(DAY) == date(2017, 4, 1)
        state()
        assert queries.altered_since_last_statement(DAY) is None
        AHolding(1, on=date(2026, 4, 2))
        assert queries.altered_since_last_statement(DAY) is None
        assert queries.altered_since_last_statement(date(2026, 4, 2)) == date(2026, 4, 2)
