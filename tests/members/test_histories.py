"""Random histories of events and corrections, through the commands, on real books."""

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry import clock
from registry.db import db
from registry.law import Breach
from registry.ledger import head, known, together, verify
from registry.members import commands, holdings, queries
from registry.members.accounts import movement_lines
from registry.members.models import CONVERSIONS, ENDINGS, ISSUES, Member
from registry.members.schemas import MemberRow
from registry.members.standing import highest_number, issued
from tests.conftest import empty_books
from tests.factories import ADA, AMember, APerson, AShareClass
from tests.members.acts import ADDRESS, admit, cancel, correct, issue, transfer

DAYS = [
    date(2018, 1, 1),
    date(2018, 6, 30),
    date(2018, 7, 1),
    date(2019, 3, 31),
    date(2019, 10, 27),
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2020, 3, 1),
]
TODAY = datetime(2020, 6, 1, 12, tzinfo=UTC)
POUND, TEN_PENCE = 100, 10

WEIGHTS = {
    "issue": 4,
    "transfer": 6,
    "cancel": 2,
    "divide": 1,
    "consolidate": 1,
    "admit": 1,
    "come_back": 3,
    "correct_day": 3,
    "correct_shares": 4,
    "correct_price": 1,
    "leave": 3,
    "open_again": 3,
    "correct_entry": 1,
    "readdress": 1,
}
ACTS = [act for act, weight in WEIGHTS.items() for _ in range(weight)]


class NotThere(Exception):
    """There is nothing yet to which it could be done."""


class History:
    """Three members to begin with, one without shares, and two classes, of which one bears numbers.

    What is asked is likely to be lawful, and not always.
    """

    def __init__(self, data):
        self.data = data
        self.plain = AShareClass(name="Plain", nominal=POUND)
        self.numbered = AShareClass(name="Numbered", nominal=TEN_PENCE, numbered=True)
        for plain, numbered in ((12, 0), (0, 30), (0, 0)):
            member = AMember(entered=DAYS[0])
            for share_class, shares in ((self.plain, plain), (self.numbered, numbered)):
                if shares:
                    issue(member, share_class, shares, on=DAYS[0], paid=share_class.nominal)

    @property
    def members(self):
        return list(db.session.query(Member).order_by(Member.folio))

    def any_of(self, things):
        if not things:
            raise NotThere
        return self.data.draw(st.sampled_from(things))

    def number(self, least, most):
        return self.data.draw(st.integers(least, most))

    def open_account(self):
        return self.any_of([member for member in self.members if member.ceased is None])

    def holding(self, classes):
        """A member, a class, a day, so many of the shares that are free then, and the first of their numbers."""
        accounts = [(member, share_class, day) for member in self.members for share_class in classes for day in DAYS]
        there = {each: lots for each in accounts if (lots := free(*each))}
        (member, share_class, day), lots = self.any_of(list(there.items()))
        lot = self.any_of(lots)
        first = self.any_of([lot.first, lot.first and self.number(lot.first, lot.last)])
        most = sum(each.shares for each in holdings.from_number(lots, first))
        return member, share_class, day, self.any_of([most, self.number(1, most)]), first

    def issue(self):
        share_class, shares = self.any_of([self.plain, self.numbered]), self.number(1, 12)
        paid = share_class.nominal * self.any_of([1, 1, 2])
        issue(self.open_account(), share_class, shares, on=self.any_of(DAYS), paid=paid)

    def transfer(self):
        member, share_class, day, shares, first = self.holding([self.plain, self.numbered])
        transfer(member, self.open_account(), share_class, shares, on=day, first=first)

    def cancel(self):
        member, share_class, day, shares, first = self.holding([self.plain, self.numbered])
        cancel(member, share_class, shares, on=day, first=first)

    def divide(self):
        member, share_class, day, shares, _ = self.holding([self.plain])
        self.convert(member, share_class, self.numbered, shares, shares * 10, day, "subdivision")

    def consolidate(self):
        member, share_class, day, shares, _ = self.holding([self.numbered])
        self.convert(member, share_class, self.plain, shares // 10 * 10, shares // 10, day, "consolidation")

    def convert(self, member, share_class, into, shares, becoming, day, what):
        if not becoming:
            raise NotThere
        facts = {"share_class": share_class, "into": into, "shares": shares, "becoming": becoming, "what": what}
        commands.convert(member, **facts, on=day, by=ADA)

    def admit(self):
        admit(APerson(), entered=self.any_of(DAYS))

    def come_back(self):
        former = [member for member in self.members if member.ceased]
        member = self.any_of(former)
        admit(*(holder.person for holder in member.holders), entered=member.ceased)

    def correct_day(self):
        self.correct(on=self.any_of(DAYS))

    def correct_shares(self):
        self.correct(shares=self.any_of([0, self.number(1, 12)]))

    def correct_price(self):
        self.correct(paid=POUND * self.number(1, 3))

    def leave(self):
        """Everything that a member holds passes to another, on one day."""
        member, to, day = self.open_account(), self.open_account(), self.any_of(DAYS)
        with together():
            for share_class in (self.plain, self.numbered):
                if shares := member.held(date.max, share_class):
                    transfer(member, to, share_class, shares, on=day)

    def open_again(self):
        """What closed an account should never have been entered."""
        closed = [member for member in self.members if member.ceased]
        member = self.any_of(closed)
        correct(member, member.movements[-1], shares=0)

    def correct(self, **right):
        movements = [movement for member in self.members for movement in member.movements]
        movement = self.any_of(movements)
        correct(movement.member, movement, **right)

    def correct_entry(self):
        facts = {"entered": self.any_of(DAYS), "authority": "court", "reason": "misread"}
        commands.correct_entry(self.any_of(self.members), **facts, by=ADA)

    def readdress(self):
        address = f"{self.number(1, 99)} LOW LANE\n{ADDRESS}"
        commands.readdress(self.open_account(), address=address, changed=self.any_of(DAYS), by=ADA)


def free(member, share_class, day):
    return holdings.free(member.of_class(share_class), day)


def told(day):
    """The register of a day, as JSON tells it."""
    return json.dumps(MemberRow(exclude=("href",)).dump(queries.register_on(day), many=True))


def check_accounts(members):
    for member in members:
        left = member.held(date.max)
        has_gone = bool(member.movements) and left == 0
        assert member.ceased == (max(each.on for each in member.movements) if has_gone else None)
        assert all(line["balance"] >= 0 for line in movement_lines(member, date.max))
        assert all(each.on >= member.entered for each in member.movements)


def check_class(members, share_class):
    moved = [each for member in members for each in member.of_class(share_class)]
    for day in DAYS:
        lots = [lot for member in members for lot in holdings.held(member.of_class(share_class), day)]
        assert all(lot.shares > 0 for lot in lots)
        assert sum(lot.shares for lot in lots) == sum(each.shares for each in moved if each.on <= day)
        if share_class.numbered:
            check_numbers([each for each in moved if each.on <= day], lots)
    given = numbers_of(
        each for each in moved if share_class.numbered and each.what in ISSUES + CONVERSIONS if each.shares > 0
    )
    assert sorted(given) == list(range(1, highest_number(share_class) + 1))


def check_numbers(moved, lots):
    given = numbers_of(each for each in moved if each.shares > 0 and each.what in ISSUES + CONVERSIONS)
    gone = numbers_of(each for each in moved if each.shares < 0 and each.what in ENDINGS + CONVERSIONS)
    held = [number for lot in lots for number in range(lot.first, lot.last + 1)]
    assert len(held) == len(set(held))
    assert len(given) == len(set(given))
    assert set(held) == set(given) - set(gone)


def numbers_of(movements):
    return [number for each in movements for number in range(each.first, each.last + 1)]


def check_register(history, day):
    lines = list(queries.register_on(day))
    for share_class in (history.plain, history.numbered):
        held = sum(
            each["shares"] for line in lines for each in line["holdings"] if each["share_class"] == share_class.name
        )
        assert held == issued(share_class, day)


@given(data=st.data())
@settings(
    max_examples=settings.default.max_examples // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_lawful_history_balances_on_every_day_and_is_known_for_ever_as_it_was(request, app, engine_name, data):
    db.session.remove()
    app.extensions.pop("ledger_scratches", None)
    empty_books(request, engine_name, tampers=False)
    seen = []
    with clock.telling(TODAY, seed=1) as now:
        history = History(data)
        for act in data.draw(st.lists(st.sampled_from(ACTS), min_size=8, max_size=24)):
            now.at += timedelta(minutes=1)
            size = head().size
            try:
                getattr(history, act)()
            except (Breach, NotThere):
                assert head().size == size
                continue
            check_accounts(history.members)
            check_class(history.members, history.plain)
            check_class(history.members, history.numbered)
            day = data.draw(st.sampled_from(DAYS))
            check_register(history, day)
            seen.append((now.at, day, told(day)))
        now.at += timedelta(minutes=1)
        for instant, day, lines in seen[::3]:
            with known(instant):
                assert told(day) == lines
    assert verify() == []
