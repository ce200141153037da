"""Members' written resolutions, against totals worked out by hand: who may agree, when, how often, and what follows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from registry import clock, ledger
from registry.db import db
from registry.decisions import queries as decisions
from registry.decisions.models import Decision
from registry.ledger.models import Entry
from registry.resolutions import commands, queries
from registry.resolutions.models import SPECIAL
from registry.structure.models import COMPANY, GENERAL_MEETING
from tests.breaches import refused
from tests.factories import ADA, ABody, ADecision, AHolding, AMember, APerson, AResolution, ASeat, SomeTerms
from tests.resolutions.answering import (
    JUNE_1,
    JUNE_28,
    JUNE_29,
    LAST_SECOND,
    MIDNIGHT,
    SPECIALLY,
    agree,
    on_paper,
    says,
    stands,
)


class TestAgree:
    def test_passes_an_ordinary_resolution_at_the_share_that_makes_more_than_half(self, time, admits):
        """40 + 10 = 50 of 100 is half, and not more; with Cara's 1 it is 51."""
        told = admits(Asha=40, Ben=10, Cara=1, Dov=49)
        resolution = AResolution()
        agree(resolution, told["Asha"], told["Ben"])
        assert stands(resolution) == ("open", 50, 51, 100)
        assert db.session.query(Decision).count() == 0

        time.at = passing = datetime(2026, 6, 10, 8, 15, tzinfo=UTC)
        agree(resolution, told["Cara"])

        assert stands(resolution) == ("passed", 51, 51, 100)
        assert resolution.passed_at == passing
        decision = resolution.decision
        assert (decision.number, decision.outcome, decision.on) == ("GM/26/1", "carried", date(2026, 6, 10))
        assert (decision.votes_for, decision.votes_against, decision.abstained) == (51, 0, 49)

    def test_passes_a_special_one_at_three_quarters_and_not_a_vote_sooner(self, admits):
        """74 of 100 is less than three quarters; 75 is three quarters."""
        told = admits(Asha=74, Ben=1, Cara=25)
        resolution = AResolution(passes_as=SPECIAL, text=SPECIALLY)

        agree(resolution, told["Asha"])
        assert stands(resolution) == ("open", 74, 75, 100)
        agree(resolution, told["Ben"])
        assert stands(resolution) == ("passed", 75, 75, 100)

    def test_of_an_odd_total_needs_the_whole_vote_above(self, admits):
        """Of 101, half is 50.5 and three quarters are 75.75: 51 and 76 pass."""
        admits(Asha=51, Ben=25, Cara=25)

        assert stands(AResolution())[2:] == (51, 101)
        assert stands(AResolution(passes_as=SPECIAL, text=SPECIALLY))[2:] == (76, 101)

    def test_at_the_last_second_of_the_28th_day_passes_it(self, time, holders):
        resolution = AResolution()
        agree(resolution, holders["Asha"])
        time.at = LAST_SECOND

        agree(resolution, holders["Ben"])

        assert stands(resolution) == ("passed", 65, 51, 100)
        assert resolution.decision.on == JUNE_28

    def test_at_midnight_is_kept_as_void(self, time, holders):
        resolution = AResolution()
        agree(resolution, holders["Asha"])
        time.at = MIDNIGHT

        agree(resolution, holders["Ben"])

        assert stands(resolution) == ("lapsed", 40, 51, 100)
        assert says(resolution)["Ben Patel"] == "Agreed too late: void"
        assert says(resolution)["Cara Patel"] == "Did not agree"
        assert resolution.decision is None

    @pytest.mark.parametrize(
        ("circulated", "last_second"),
        [
            (datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 29, 22, 59, 59, tzinfo=UTC)),
            (datetime(2026, 9, 28, 9, tzinfo=UTC), datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC)),
        ],
        ids=["clocks go forward on the last day", "clocks go back on the last day"],
    )
    def test_is_in_time_until_midnight_in_london_whatever_the_clocks_do(self, time, holders, circulated, last_second):
        time.at = circulated
        in_time, late = AResolution(), AResolution()
        time.at = last_second
        agree(in_time, holders["Asha"], holders["Ben"])
        time.at = last_second + timedelta(seconds=1)
        agree(late, holders["Asha"], holders["Ben"])

        assert (stands(in_time)[0], stands(late)[0]) == ("passed", "lapsed")

    def test_is_by_the_register_of_circulation_whoever_holds_the_shares_the_day_after(self, time, holders, ordinary):
        resolution = AResolution()
        time.at = datetime(2026, 6, 2, 9, tzinfo=UTC)
        eve = AMember(person=APerson(forenames="Eve"))
        AHolding(-40, member=holders["Asha"], share_class=ordinary, on=date(2026, 6, 2))
        AHolding(40, member=eve, share_class=ordinary, on=date(2026, 6, 2))

        with refused("person", "whoever holds the shares or the seat now"):
            agree(resolution, eve)
        agree(resolution, holders["Asha"])
        assert stands(resolution) == ("open", 40, 51, 100)
        assert {line["name"] for line in queries.resolution_on(AResolution(), JUNE_29)["people"]} >= {"Eve Patel"}

    def test_is_not_withdrawn_and_not_given_twice(self, holders):
        resolution = AResolution()
        agree(resolution, holders["Asha"])

        with refused("says"):
            on_paper(resolution, holders["Asha"], says="refused")
        with refused("says"):
            agree(resolution, holders["Asha"])
        assert stands(resolution) == ("open", 40, 51, 100)

    def test_after_it_has_passed_is_kept_and_changes_nothing(self, time, holders):
        resolution = AResolution()
        agree(resolution, holders["Asha"], holders["Ben"])
        time.at += timedelta(seconds=1)

        agree(resolution, holders["Cara"])

        assert says(resolution)["Cara Patel"] == "Agreed after it had passed"
        assert stands(resolution) == ("passed", 65, 51, 100)
        assert db.session.query(Decision).count() == 1

    def test_of_joint_holders_is_for_the_first_named(self, ordinary):
        first, second = APerson(forenames="Asha"), APerson(forenames="Ben")
        AHolding(10, member=AMember(persons=[first, second]), share_class=ordinary)
        resolution = AResolution()

        with refused("person", "the one named first"):
            commands.agree(resolution, person=second, by=ADA)
        commands.agree(resolution, person=first, by=ADA)
        assert stands(resolution) == ("passed", 10, 6, 10)

    def test_is_for_every_account_that_the_person_has(self, ordinary, admits):
        asha = APerson(forenames="Asha")
        for persons, shares in (([asha], 10), ([asha, APerson()], 5)):
            AHolding(shares, member=AMember(persons=persons), share_class=ordinary)
        admits(Cara=14)
        resolution = AResolution()

        commands.agree(resolution, person=asha, by=ADA)

        assert stands(resolution) == ("passed", 15, 15, 29)


class TestPassing:
    def test_does_what_it_says_in_the_same_act_and_by_its_authority(self, holders):
        seat, gus = ASeat(title="Chair"), APerson(forenames="Gus")
        resolution = AResolution(kind="appoint", seat=seat, person=gus)
        agree(resolution, holders["Asha"], holders["Ben"])

        assert [each.person_ref for each in seat.appointments] == [gus.ref]
        entries = db.session.query(Entry).order_by(Entry.seq.desc()).limit(3).all()[::-1]
        assert [each.act for each in entries] == ["resolutions.agree", "decisions.log", "seats.appoint"]
        assert len({each.first for each in entries}) == 1
        assert [each.because for each in entries[1:]] == [entries[0].seq, entries[1].seq]

    def test_takes_effect_when_it_says_and_never_before(self, time, holders):
        soon, later = AResolution(takes_effect=JUNE_1), AResolution(takes_effect=date(2026, 9, 1))
        time.at = datetime(2026, 6, 5, 9, tzinfo=UTC)
        for resolution in (soon, later):
            agree(resolution, holders["Asha"], holders["Ben"])

        assert (soon.decision.since, later.decision.since) == (date(2026, 6, 5), date(2026, 9, 1))

    def test_whose_seat_was_filled_meanwhile_is_logged_and_its_effect_waits(self, holders):
        seat, gus, eve = ASeat(title="Chair"), APerson(forenames="Gus"), APerson(forenames="Eve")
        resolution, other = (AResolution(kind="appoint", seat=seat, person=each) for each in (gus, eve))
        for each in (other, resolution):
            agree(each, holders["Asha"], holders["Ben"])

        assert [each.person_ref for each in seat.appointments] == [eve.ref]
        assert (stands(resolution)[0], resolution.decision.outcome) == ("passed", "carried")
        told = decisions.decision_on(resolution.decision, JUNE_1)
        assert told["waits"].startswith("Appoint Gus Patel to the seat “Chair”")

    def test_what_the_law_has_come_to_forbid_is_logged_bare_and_left_to_be_seen_to(self, holders):
        """The first articles need no special resolution; once others are in force, these would amend them."""
        body, company = ABody(name="General Meeting", kind=GENERAL_MEETING), ABody(kind=COMPANY)
        versions = [
            SomeTerms(body=company, kind="articles", version=each, circulated=JUNE_1) for each in ("1.0", "2.0")
        ]
        before, resolution = (AResolution(body=body, kind="adopt terms", terms=each) for each in versions)
        for each in (before, resolution):
            agree(each, holders["Asha"], holders["Ben"])

        assert before.decision.kind == "adopt terms"
        assert (stands(resolution)[0], resolution.decision.kind) == ("passed", "other")
        assert queries.resolution_on(resolution, JUNE_1)["by_hand"]
        assert [line["ref"] for line in queries.to_be_done_by_hand(JUNE_1)] == [resolution.ref]

        ADecision(body=body, on=JUNE_1, bears_on=[{"how": "ratifies", "decision": resolution.decision}])
        assert queries.to_be_done_by_hand(JUNE_1) == []

    def test_by_one_of_several_answers_in_one_act_leaves_its_effect_waiting(self, holders):
        seat, gus = ASeat(title="Chair"), APerson(forenames="Gus")
        resolution = AResolution(kind="appoint", seat=seat, person=gus)

        with ledger.together():
            on_paper(resolution, holders["Asha"])
            on_paper(resolution, holders["Ben"])

        assert stands(resolution) == ("passed", 65, 51, 100)
        assert seat.appointments == []
        assert decisions.decision_on(resolution.decision, JUNE_1)["waits"]


class TestRecordAnswer:
    def test_counts_what_came_in_time_though_it_is_entered_late(self, time, holders):
        resolution = AResolution()
        agree(resolution, holders["Asha"])
        time.at = datetime(2026, 6, 30, 9, tzinfo=UTC)
        assert stands(resolution)[0] == "lapsed"

        on_paper(resolution, holders["Ben"], came_on=JUNE_28, came_at="23:59")

        assert stands(resolution) == ("passed", 65, 51, 100)
        assert (resolution.decision.on, resolution.passed_at) == (JUNE_28, clock.at(JUNE_28, "23:59"))

    def test_that_came_in_time_passes_what_was_logged_as_lapsed_and_says_so(self, time, holders):
        """Asha's 40 and Ben's 25 make 65 of 100; Ben's paper lay in the post until after the last day."""
        resolution = AResolution()
        agree(resolution, holders["Asha"])
        time.at = MIDNIGHT
        commands.lapse(resolution, by=ADA)

        on_paper(resolution, holders["Ben"], came_on=JUNE_28, came_at="23:59")

        decision = resolution.decision
        assert stands(resolution)[0] == "passed"
        assert (decision.number, decision.outcome, decision.on) == ("GM/26/2", "carried", JUNE_28)
        assert decision.rationale.startswith("GM/26/1 says that it lapsed")

    def test_keeps_what_came_too_late_as_void(self, time, holders):
        resolution = AResolution()
        time.at = datetime(2026, 6, 30, 9, tzinfo=UTC)

        on_paper(resolution, holders["Ben"], came_on=JUNE_29, came_at="00:00")

        assert says(resolution)["Ben Patel"] == "Agreed too late: void"

    def test_of_a_refusal_changes_no_count_and_lets_an_agreement_follow(self, time, holders):
        resolution = AResolution()
        on_paper(resolution, holders["Asha"], says="refused")
        assert says(resolution)["Asha Patel"] == "Refused, which counts for nothing"
        assert stands(resolution) == ("open", 0, 51, 100)
        time.at += timedelta(hours=1)

        agree(resolution, holders["Asha"])

        assert stands(resolution) == ("open", 40, 51, 100)

    def test_says_who_signed_for_another(self, holders):
        resolution = AResolution()
        on_paper(resolution, holders["Asha"], signed_by="Gus Orme, by power of attorney of 4 May 2026")

        [told] = queries.resolution_on(resolution, JUNE_1)["agreements"]
        assert told["how"] == "on paper, signed by Gus Orme, by power of attorney of 4 May 2026"

    @pytest.mark.parametrize("came_at", ["10:29", "10:31"])
    def test_is_of_an_answer_that_came_after_it_was_circulated_and_has_come(self, holders, came_at):
        resolution = AResolution()

        with refused("came_on"):
            on_paper(resolution, holders["Asha"], came_at=came_at)

    def test_tells_in_their_order_how_far_each_agreement_brought_it(self, time, holders):
        resolution = AResolution()
        time.at = datetime(2026, 6, 3, 9, tzinfo=UTC)
        on_paper(resolution, holders["Dov"], came_on=date(2026, 6, 2), came_at="09:00")
        on_paper(resolution, holders["Cara"], came_on=JUNE_1, came_at="17:00")

        told = queries.resolution_on(resolution, clock.today())["agreements"]
        assert [(line["name"], line["so_far"]) for line in told] == [("Cara Patel", 20), ("Dov Patel", 35)]


class TestWithdraw:
    def test_ends_it_for_everybody_with_the_reason(self, holders):
        resolution = AResolution()
        commands.withdraw(resolution, because="The contract fell through", by=ADA)

        assert stands(resolution)[0] == "withdrawn"
        for does in (
            lambda: agree(resolution, holders["Asha"]),
            lambda: commands.withdraw(resolution, because="Again", by=ADA),
            lambda: commands.send_again(resolution, by=ADA),
            lambda: commands.lapse(resolution, by=ADA),
        ):
            with refused(words="withdrawn on 1 June 2026 at 10:30"):
                does()

    def test_is_refused_once_it_has_passed_or_lapsed(self, time, holders):
        passed, lapsed = AResolution(), AResolution()
        agree(passed, holders["Asha"], holders["Ben"])
        time.at = MIDNIGHT

        with refused(words="passed when the majority"):
            commands.withdraw(passed, because="No", by=ADA)
        with refused(words="lapsed when its last day was over"):
            commands.withdraw(lapsed, because="No", by=ADA)


class TestLapse:
    def test_is_logged_as_of_the_last_day_with_the_votes_that_had_agreed(self, time, holders):
        resolution = AResolution()
        agree(resolution, holders["Asha"])
        time.at = MIDNIGHT
        agree(resolution, holders["Ben"])

        commands.lapse(resolution, by=ADA)

        decision = resolution.decision
        assert (decision.number, decision.outcome, decision.on) == ("GM/26/1", "lapsed", JUNE_28)
        assert (decision.votes_for, decision.abstained) == (40, 60)
        assert stands(resolution)[0] == "lapsed"
        with refused(words="in the log of decisions already"):
            commands.lapse(resolution, by=ADA)

    def test_is_not_logged_before_its_last_day_is_over_or_once_it_has_passed(self, time, holders):
        still_open, passed = AResolution(), AResolution()
        agree(passed, holders["Asha"], holders["Ben"])
        time.at = LAST_SECOND
        with refused(words="until then it may pass"):
            commands.lapse(still_open, by=ADA)
        time.at = MIDNIGHT
        with refused(words="passed when the majority"):
            commands.lapse(passed, by=ADA)


class TestAsAtAndAsKnown:
    def test_it_is_not_open_before_it_was_circulated(self, holders):
        resolution = AResolution()

        assert stands(resolution, date(2026, 5, 31))[0] == "not circulated yet"
        assert stands(resolution, JUNE_1)[0] == "open"

    def test_it_stands_as_it_did_on_a_day_and_as_was_known_of_it(self, time, holders):
        resolution = AResolution()
        time.at = datetime(2026, 6, 30, 9, tzinfo=UTC)
        on_paper(resolution, holders["Ben"], came_on=date(2026, 6, 20), came_at="09:00")
        stood = [stands(resolution, day)[:2] for day in (date(2026, 6, 19), date(2026, 6, 20), JUNE_28, JUNE_29)]
        assert stood == [("open", 0), ("open", 25), ("open", 25), ("lapsed", 25)]
        assert queries.register_on(date(2026, 5, 31)) == []

        with ledger.known(datetime(2026, 6, 29, 9, tzinfo=UTC)):
            [line] = queries.register_on(date(2026, 6, 20))
            assert (line["state"], line["agreed"]) == ("open", 0)
