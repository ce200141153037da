from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.allotments import commands, headroom, queries
from registry.allotments.models import NOT_CASH, OFFERED, SUBSCRIBERS, Allotment, Authority, Formula
from registry.allotments.standing import authority_in_force
from registry.db import db
from registry.law import Breach
from registry.ledger.models import Entry
from registry.members import commands as members
from registry.members.models import Member, ShareClass
from registry.periods import ONE_DAY
from tests.allotments.acts import BORN, JULY, JUNE, MAY, autumn, set_formula, subscribe
from tests.breaches import refused
from tests.factories import (
    ADA,
    ACompany,
    AHolding,
    AMember,
    AnAllotment,
    AnAuthority,
    APerson,
    AShareClass,
)


@pytest.fixture(autouse=True)
def today():
    with autumn():
        yield


@pytest.fixture
def ordinary():
    return AShareClass(name="Ordinary")


@pytest.fixture
def asha():
    return AMember(folio=901)


@pytest.fixture
def ben():
    return AMember(person=APerson(forenames="Ben", surname="Okoro"), folio=902)


def allotments():
    return db.session.scalars(select(Allotment).order_by(Allotment.place)).all()


class TestAllot:
    def test_enters_the_shares_of_several_members_in_one_act(self, ordinary, asha, ben):
        size = ledger.head().size

        allotment = AnAllotment((asha, 10), (ben, 3), share_class=ordinary)

        assert (asha.held(JULY), ben.held(JULY), asha.held(JULY - ONE_DAY)) == (10, 3, 0)
        assert {each.movements[0].reference for each in (asha, ben)} == {"A1"}
        assert sorted((lot.member.folio, lot.shares) for lot in allotment.lots) == [(901, 10), (902, 3)]
        entries = db.session.execute(select(Entry.kind, Entry.act, Entry.first).where(Entry.seq >= size)).all()
        assert entries == [
            ("allotment", "allotments.allot", size),
            ("member", "members.issue", size),
            ("member", "members.issue", size),
        ]

    def test_draws_numbers_from_one_without_gaps_whatever_the_class(self, ordinary, asha):
        AnAllotment((asha, 1), share_class=ordinary)
        with pytest.raises(Breach):
            AnAllotment((asha, 1), share_class=ordinary, paid=99)
        AnAllotment((asha, 1), share_class=ordinary)
        b = AShareClass(name="B")
        AnAllotment((asha, 1), share_class=b, authority=AnAuthority(share_class=b))

        assert [allotment.number for allotment in allotments()] == ["A1", "A2", "A3"]

    def test_gives_numbered_shares_their_numbers_in_the_order_of_the_members(self, asha, ben):
        numbered = AShareClass(name="Ordinary", numbered=True)
        AnAllotment((asha, 10), share_class=numbered)

        lots = AnAllotment((ben, 3), (asha, 2), share_class=numbered).lots

        assert sorted((lot.first, lot.last, lot.member.folio) for lot in lots) == [(11, 13, 902), (14, 15, 901)]

    def test_keeps_the_day_of_allotment_beside_the_day_of_entry(self, ordinary, asha):
        allotment = AnAllotment((asha, 10), share_class=ordinary, on=MAY, entered=JUNE)

        assert (allotment.on, allotment.entered, asha.movements[0].on) == (MAY, JUNE, JUNE)
        assert asha.held(JUNE - ONE_DAY) == 0

    def test_not_entered_before_it_was_made(self, ordinary, asha):
        with refused("entered", "3 May 2026"):
            AnAllotment((asha, 10), share_class=ordinary, on=MAY, entered=MAY - ONE_DAY)

    @pytest.mark.parametrize(
        ("entered", "late"), [(date(2026, 7, 2), ""), (date(2026, 7, 3), ""), (date(2026, 7, 4), "1 day late")]
    )
    def test_that_is_entered_later_than_two_months_says_so_and_stands(self, ordinary, asha, entered, late):
        allotment = AnAllotment((asha, 10), share_class=ordinary, on=MAY, entered=entered)

        assert queries.late(allotment) == late

    def test_entered_two_months_from_the_last_of_december_by_the_last_of_february(self, ordinary, asha):
        with clock.telling(datetime(2028, 10, 1, 12, tzinfo=UTC)):
            by_then, after = (
                AnAllotment((asha, 1), share_class=ordinary, on=date(2027, 12, 31), entered=day)
                for day in (date(2028, 2, 29), date(2028, 3, 1))
            )

        assert [queries.late(by_then), queries.late(after)] == ["", "1 day late"]

    def test_not_entered_on_a_day_to_come(self, ordinary, asha):
        with refused("on"):
            AnAllotment((asha, 10), share_class=ordinary, entered=date(2026, 10, 2))

    def test_not_before_the_company_was_incorporated(self, ordinary):
        ACompany(incorporated=BORN)
        asha = AMember(entered=BORN)

        with refused("on", r"incorporated on 2 March 2015, .* \(Companies Act 2006, s\.16\)"):
            AnAllotment((asha, 10), share_class=ordinary, on=BORN - ONE_DAY, entered=BORN)
        assert AnAllotment((asha, 10), share_class=ordinary, on=BORN).on == BORN

    def test_not_to_the_same_member_twice_or_to_nobody(self, ordinary, asha):
        with refused("lots"):
            AnAllotment((asha, 1), (asha, 2), share_class=ordinary)
        with refused("lots"):
            commands.allot(
                share_class=ordinary, on=JULY, entered=JULY, lots=[], paid=100, preemption=NOT_CASH,
                consideration="other", given="Goodwill", by=ADA,
            )  # fmt: skip

    def test_not_to_whoever_has_ceased_and_then_to_nobody_else_either(self, ordinary, asha):
        gone = AMember(ceased=date(2018, 7, 1))

        with pytest.raises(Breach, match="closed on 1 July 2018"):
            AnAllotment((asha, 1), (gone, 2), share_class=ordinary)

        assert (asha.held(JULY), allotments()) == (0, [])

    def test_not_for_less_than_the_nominal_value(self, ordinary, asha):
        with refused("paid", "Model Articles, art. 21"):
            AnAllotment((asha, 1), share_class=ordinary, paid=99)


class TestAllotWithoutAuthority:
    def test_is_for_the_only_class(self, ordinary, asha):
        assert AnAllotment((asha, 1), share_class=ordinary).authority is None

    def test_not_where_there_are_two(self, ordinary, asha):
        AShareClass(name="B")

        with refused("authority", r"s\.550"):
            AnAllotment((asha, 1), share_class=ordinary)

    def test_not_where_the_members_ever_set_a_limit_even_if_it_is_revoked(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)
        with refused("authority"):
            AnAllotment((asha, 1), share_class=ordinary)

        commands.revoke(authority, revoked=JUNE, by=ADA)
        with refused("authority"):
            AnAllotment((asha, 1), share_class=ordinary)


class TestAllotUnderAnAuthority:
    def test_up_to_its_maximum_and_not_one_beyond(self, ordinary, asha, ben):
        authority = AnAuthority(share_class=ordinary, maximum=10)
        AnAllotment((asha, 7), share_class=ordinary, authority=authority)

        told = r"Of the 10 shares .* 3 are left; the last allotment was A1, of 7 shares on 1 July 2026\."
        with refused("lots", told):
            AnAllotment((asha, 2), (ben, 2), share_class=ordinary, authority=authority)
        AnAllotment((asha, 2), (ben, 1), share_class=ordinary, authority=authority)

        (line,) = headroom.authorities_on(JULY)
        assert (line["maximum"], line["allotted"], line["left"]) == (10, 10, 0)

    def test_beyond_it_from_the_first_says_that_nothing_went(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, maximum=10)

        with refused("lots", "10 are left; nothing has been allotted under it yet"):
            AnAllotment((asha, 11), share_class=ordinary, authority=authority)

    @pytest.mark.parametrize("maximum", [5, 4])
    def test_counts_what_was_allotted_on_whatever_day(self, ordinary, asha, maximum):
        authority = AnAuthority(share_class=ordinary, maximum=maximum)
        AnAllotment((asha, 3), share_class=ordinary, authority=authority, on=date(2026, 9, 1))

        if maximum == 5:
            assert AnAllotment((asha, 2), share_class=ordinary, authority=authority, on=MAY).number == "A2"
        else:
            with refused("lots", "1 are left"):
                AnAllotment((asha, 2), share_class=ordinary, authority=authority, on=MAY)

    def test_on_its_first_day_and_not_the_day_before(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, granted=MAY)

        with refused("on", "given on 3 May 2026"):
            AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=MAY - ONE_DAY)
        assert AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=MAY)

    def test_on_its_last_day_and_not_the_day_after(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, granted=MAY, expires=JULY)

        with refused("on", r"last day of that authority was 1 July 2026.*s\.551\(3\)"):
            AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=JULY + ONE_DAY)
        assert AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=JULY)

    def test_on_its_last_day_though_it_is_entered_later(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, granted=MAY, expires=JULY)

        assert AnAllotment((asha, 1), share_class=ordinary, authority=authority, entered=date(2026, 8, 3))

    def test_of_28_february_given_on_29(self, ordinary, asha):
        leap = {"granted": date(2020, 2, 29), "expires": date(2025, 2, 28)}
        authority = AnAuthority(share_class=ordinary, **leap)

        with refused("on", "28 February 2025"):
            AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=date(2025, 3, 1))
        assert AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=date(2025, 2, 28))

    def test_not_on_the_day_it_was_revoked_but_on_the_day_before(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)
        commands.revoke(authority, revoked=JULY, by=ADA)

        with refused("on", "30 June 2026"):
            AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=JULY)
        assert AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=JULY - ONE_DAY)

    def test_not_of_another_class(self, ordinary, asha):
        authority = AnAuthority(share_class=AShareClass(name="B"))

        with refused("authority"):
            AnAllotment((asha, 1), share_class=ordinary, authority=authority)

    def test_has_room_again_once_an_entry_is_put_right(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, maximum=10)
        AnAllotment((asha, 10), share_class=ordinary, authority=authority)
        put_right(asha, shares=8)

        assert headroom.authorities_on(JULY)[0]["left"] == 2
        assert AnAllotment((asha, 2), share_class=ordinary, authority=authority).number == "A2"


def put_right(member, **right):
    (movement,) = member.movements
    was = {"on": movement.on, "shares": movement.shares, "paid": movement.paid}
    facts = {"authority": "consent", "reason": "misread"} | was | right
    members.correct_movement(member, movement=movement, **facts, by=ADA)


class TestAllotHeedingTheFirstOffer:
    OFFER = {"preemption": OFFERED, "offered": JUNE, "closes": date(2026, 6, 15)}

    @pytest.mark.parametrize("on", [date(2026, 6, 15), date(2026, 6, 16)])
    def test_once_it_has_closed(self, ordinary, asha, on):
        assert AnAllotment((asha, 1), share_class=ordinary, on=on, **self.OFFER).offered == JUNE

    def test_not_while_it_is_open(self, ordinary, asha):
        with refused("on", r"closes on 15 June 2026.*s\.561\(1\)"):
            AnAllotment((asha, 1), share_class=ordinary, on=date(2026, 6, 14), **self.OFFER)

    def test_while_it_is_open_if_all_have_answered(self, ordinary, asha):
        answered = date(2026, 6, 10)

        with refused("on"):
            AnAllotment((asha, 1), share_class=ordinary, on=answered - ONE_DAY, answered=answered, **self.OFFER)
        assert AnAllotment((asha, 1), share_class=ordinary, on=answered, answered=answered, **self.OFFER)

    def test_not_if_it_was_open_for_too_few_days(self, ordinary, asha):
        with refused("closes", r"s\.562\(5\)"):
            AnAllotment((asha, 1), share_class=ordinary, **self.OFFER | {"closes": date(2026, 6, 14)})

    def test_not_answered_before_it_was_made(self, ordinary, asha):
        with refused("answered"):
            AnAllotment((asha, 1), share_class=ordinary, answered=JUNE - ONE_DAY, **self.OFFER)

    def test_not_without_its_dates(self, ordinary, asha):
        with refused("offered"):
            AnAllotment((asha, 1), share_class=ordinary, preemption=OFFERED)

    def test_needs_none_where_the_shares_are_not_for_cash(self, ordinary, asha):
        with refused("preemption"):
            AnAllotment((asha, 1), share_class=ordinary, preemption=NOT_CASH)
        with refused("given"):
            AnAllotment((asha, 1), share_class=ordinary, preemption=NOT_CASH, consideration="other")

        told = {"preemption": NOT_CASH, "consideration": "other", "given": "The goodwill of the Hub"}
        assert AnAllotment((asha, 1), share_class=ordinary, **told).given == "The goodwill of the Hub"


class TestSubscribe:
    def test_makes_members_of_the_subscribers_from_incorporation(self, ordinary):
        ACompany(incorporated=BORN)
        AnAuthority(share_class=ordinary)
        asha, ben = AMember(entered=BORN), AMember(entered=BORN)

        allotment = subscribe((asha, 1), (ben, 1), share_class=ordinary)

        assert (allotment.number, allotment.on, allotment.entered) == ("A1", BORN, BORN)
        assert (allotment.what, allotment.preemption) == ("subscription", SUBSCRIBERS)
        assert [(m.what, m.on, m.shares) for m in asha.movements] == [("subscription", BORN, 1)]
        assert list(queries.returns_due(JULY)) == []

    def test_not_before_the_company_is_on_record(self, ordinary, asha):
        with refused("lots", r"s\.112\(1\)"):
            subscribe((asha, 1), share_class=ordinary)

    def test_not_by_somebody_entered_later(self, ordinary, asha):
        ACompany(incorporated=BORN)

        with refused("on"):
            subscribe((asha, 1), share_class=ordinary)

    def test_not_once_there_are_others(self, ordinary, asha):
        ACompany(incorporated=BORN)
        subscribe((AMember(entered=BORN), 1), share_class=ordinary)
        subscribe((AMember(entered=BORN), 1), share_class=ordinary)
        AHolding(3, member=asha, share_class=ordinary)

        with refused("share_class", "of which there are 3 already"):
            subscribe((AMember(entered=BORN), 1), share_class=ordinary)

    def test_may_be_for_less_than_the_nominal_value(self, ordinary):
        """Model Articles, art. 21(2): the rule that shares are fully paid is not for the subscribers'."""
        ACompany(incorporated=BORN)

        assert subscribe((AMember(entered=BORN), 1), share_class=ordinary, paid=0).paid == 0


class TestAuthorise:
    def test_keeps_what_the_resolution_says(self, ordinary):
        authority = AnAuthority(share_class=ordinary, maximum=300)

        assert (authority.maximum, authority.granted, authority.last_day) == (300, MAY, date(2031, 5, 3))
        assert [authority.holds(day) for day in (MAY - ONE_DAY, MAY, date(2031, 5, 3), date(2031, 5, 4))] == [
            False, True, True, False,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"maximum": 0}, "maximum"),
            ({"granted": date(2026, 10, 2)}, "granted"),
            ({"expires": MAY - ONE_DAY}, "expires"),
            ({"expires": date(2031, 5, 4)}, "expires"),
            ({"granted": date(2024, 2, 29), "expires": date(2029, 3, 1)}, "expires"),
        ],
    )
    def test_not_against_the_act(self, ordinary, facts, field):
        with refused(field):
            AnAuthority(share_class=ordinary, **facts)
        assert db.session.scalars(select(Authority)).all() == []


class TestRevoke:
    def test_ends_it_before_its_time(self, ordinary):
        authority = AnAuthority(share_class=ordinary)

        commands.revoke(authority, revoked=JULY, by=ADA)

        assert [authority.holds(day) for day in (JULY - ONE_DAY, JULY)] == [True, False]

    def test_not_on_a_day_to_come(self, ordinary):
        with refused("revoked"):
            commands.revoke(AnAuthority(share_class=ordinary), revoked=date(2026, 10, 2), by=ADA)

    def test_not_twice_or_after_its_end(self, ordinary):
        authority = AnAuthority(share_class=ordinary)
        commands.revoke(authority, revoked=JULY, by=ADA)

        with refused("revoked", "from 3 May 2026 to 30 June 2026"):
            commands.revoke(authority, revoked=JULY, by=ADA)

    def test_not_on_or_before_a_day_on_which_shares_were_allotted_under_it(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)
        AnAllotment((asha, 1), share_class=ordinary, authority=authority, on=JULY)

        with refused("revoked", "on 1 July 2026"):
            commands.revoke(authority, revoked=JULY, by=ADA)
        commands.revoke(authority, revoked=JULY + ONE_DAY, by=ADA)


class TestCorrectAuthority:
    def correct(self, authority, **right):
        asked = ("share_class", "maximum", "granted", "expires", "resolution")
        facts = {name: getattr(authority, name) for name in asked} | {"reason": "misread"} | right
        commands.correct_authority(authority, **facts, by=ADA)

    def test_puts_right_what_it_says(self, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)
        AnAllotment((asha, 10), share_class=ordinary, authority=authority)

        self.correct(authority, maximum=10, granted=JULY, expires=JULY, resolution="Articles, art. 12")

        assert (authority.maximum, authority.granted, authority.resolution) == (10, JULY, "Articles, art. 12")
        entry = db.session.scalars(select(Entry).order_by(Entry.seq.desc())).first()
        assert (entry.act, entry.op) == ("allotments.correct_authority", "correct")

    @pytest.mark.parametrize(
        ("right", "field"),
        [
            ({"maximum": 9}, "maximum"),
            ({"maximum": 0}, "maximum"),
            ({"granted": JULY + ONE_DAY}, "expires"),
            ({"expires": JULY - ONE_DAY}, "expires"),
            ({"expires": date(2031, 5, 4)}, "expires"),
        ],
    )
    def test_not_against_what_was_allotted_under_it(self, ordinary, asha, right, field):
        authority = AnAuthority(share_class=ordinary)
        AnAllotment((asha, 10), share_class=ordinary, authority=authority, on=JULY)

        with refused(field):
            self.correct(authority, **right)
        assert authority.maximum == 300

    def test_is_of_another_class_only_while_nothing_is_allotted_under_it(self, ordinary, asha):
        authority, b = AnAuthority(share_class=ordinary), AShareClass(name="B")
        self.correct(authority, share_class=b)
        assert authority.share_class is b

        AnAllotment((asha, 10), share_class=b, authority=authority)
        with refused("share_class"):
            self.correct(authority, share_class=ordinary)


class TestAuthorityInForce:
    def test_is_the_first_to_end_that_goes_so_far(self, ordinary, asha):
        short = AnAuthority(share_class=ordinary, maximum=5, expires=date(2027, 5, 3))
        long = AnAuthority(share_class=ordinary, maximum=50)
        AnAllotment((asha, 3), share_class=ordinary, authority=short)

        assert authority_in_force(ordinary, JULY, 2) is short
        assert authority_in_force(ordinary, JULY, 3) is long
        assert authority_in_force(ordinary, JULY, 51) is long
        assert authority_in_force(ordinary, date(2027, 5, 4), 1) is long
        assert authority_in_force(ordinary, MAY - ONE_DAY) is None


class TestSetFormula:
    def test_is_a_pound_for_each_thousand_patients_to_the_nearest_share(self, ordinary):
        formula = set_formula(ordinary)

        assert (formula.per_thousand, formula.rounding, formula.reserve) == (100, "nearest", 0)

    def test_is_followed_by_another_from_a_later_day(self, ordinary):
        set_formula(ordinary, since=JUNE)

        with refused("since", "since 1 June 2026"):
            set_formula(ordinary, since=JUNE)
        assert set_formula(ordinary, since=JULY, per_thousand=200).since == JULY

    def test_not_for_nothing_or_from_a_day_to_come(self, ordinary):
        with refused("per_thousand"):
            set_formula(ordinary, per_thousand=0)
        with refused("since"):
            set_formula(ordinary, since=date(2026, 10, 2))
        assert db.session.scalars(select(Formula)).all() == []


class TestCorrectFormula:
    def correct(self, formula, **right):
        asked = ("share_class", "per_thousand", "rounding", "reserve", "since")
        facts = {name: getattr(formula, name) for name in asked} | {"reason": "misread"} | right
        commands.correct_formula(formula, **facts, by=ADA)

    def test_puts_right_what_it_says_in_its_place(self, ordinary):
        before, formula, after = (set_formula(ordinary, since=day) for day in (MAY, JUNE, JULY))

        self.correct(formula, rounding="down", since=MAY + ONE_DAY)

        assert (formula.rounding, formula.since) == ("down", MAY + ONE_DAY)
        with refused("since"):
            self.correct(formula, since=before.since)
        with refused("since"):
            self.correct(formula, since=after.since)


class TestTwoSecretaries:
    def at_once(self, shared, *acts):
        """What each of several was told who acted at one time: the number that was drawn, or why it was refused."""
        start = Barrier(len(acts))

        def do(place):
            noon = datetime(2026, 10, 1, 12, tzinfo=UTC)
            with shared.app_context(), clock.telling(noon, seed=place + 1):
                facts = acts[place]()
                start.wait()
                try:
                    return AnAllotment(*facts.pop("lots"), **facts).number
                except Breach as breach:
                    return breach.sentence
                finally:
                    db.session.remove()

        with ThreadPoolExecutor(len(acts)) as secretaries:
            return sorted(secretaries.map(do, range(len(acts))))

    def of(self, member_ref, class_ref, authority_ref, shares):
        def facts():
            return {
                "lots": [(db.session.get(Member, member_ref), shares)],
                "share_class": db.session.get(ShareClass, class_ref),
                "authority": db.session.get(Authority, authority_ref),
            }

        return facts

    @pytest.mark.parametrize("same_member", [True, False])
    def test_who_allot_the_last_shares_at_once_one_is_told_what_went_and_what_is_left(self, shared, same_member):
        ordinary = AShareClass(name="Ordinary", numbered=True)
        authority = AnAuthority(share_class=ordinary, maximum=5)
        first = AMember()
        refs = [first.ref, first.ref if same_member else AMember().ref]

        answers = self.at_once(shared, *(self.of(ref, ordinary.ref, authority.ref, 3) for ref in refs))

        told = "Of the 5 shares that may be allotted under that authority, 2 are left; "
        assert answers == ["A1", f"{told}the last allotment was A1, of 3 shares on 1 July 2026."]
        db.session.expire_all()
        assert [(lot.first, lot.last) for allotment in allotments() for lot in allotment.lots] == [(1, 3)]

    def test_who_allot_to_the_same_member_at_once_and_there_is_room_both_do(self, shared):
        ordinary = AShareClass(name="Ordinary", numbered=True)
        authority, member = AnAuthority(share_class=ordinary, maximum=6), AMember()

        answers = self.at_once(shared, *(self.of(member.ref, ordinary.ref, authority.ref, 3) for _ in range(2)))

        assert answers == ["A1", "A2"]
        db.session.expire_all()
        assert sorted((m.first, m.last) for m in db.session.get(Member, member.ref).movements) == [(1, 3), (4, 6)]

    def test_who_allot_shares_of_two_classes_at_once_draw_two_numbers(self, shared):
        classes = [AShareClass(name=name) for name in ("A", "B")]
        members_ = [AMember() for _ in classes]
        asked = [
            self.of(member.ref, each.ref, AnAuthority(share_class=each).ref, 3)
            for each, member in zip(classes, members_, strict=True)
        ]

        assert self.at_once(shared, *asked) == ["A1", "A2"]
