"""What an old register says, entered as it says it."""

from datetime import date

import pytest

from registry.members import commands
from registry.members.standing import highest_number
from tests.breaches import refused
from tests.factories import ADA, ACompany, AMember, APerson, AShareClass
from tests.ledger.acts import entries


def an_old_account(folio=3, entered=date(2005, 4, 1), ceased=None, holders=None):
    told = {"folio": folio, "entered": entered, "ceased": ceased}
    return commands.bring_in(holders=holders or [APerson()], address="1 HIGH STREET", **told, by=ADA)


class TestBringIn:
    def test_keeps_the_folio_and_both_dates(self):
        member = an_old_account(folio=42, ceased=date(2010, 7, 1))

        assert (member.folio, member.entered, member.ceased) == (42, date(2005, 4, 1), date(2010, 7, 1))
        assert member.is_member(date(2010, 6, 30)) and not member.is_member(date(2010, 7, 1))
        assert (entries()[-1].act, entries()[-1].op) == ("members.bring_in", "import")

    def test_not_a_folio_that_another_has(self):
        an_old_account(folio=3)

        with refused("folio"):
            an_old_account(folio=3)

    def test_somebody_who_returns_has_another_account(self):
        asha = APerson()
        an_old_account(folio=3, ceased=date(2010, 7, 1), holders=[asha])

        later = an_old_account(folio=9, entered=date(2010, 7, 1), holders=[asha])

        assert later.folio == 9

    def test_not_two_accounts_at_one_time_in_whatever_order_they_come(self):
        asha = APerson()
        an_old_account(folio=9, entered=date(2010, 7, 1), holders=[asha])

        with refused("holders", "folio 9"):
            an_old_account(folio=3, ceased=date(2010, 7, 2), holders=[asha])
        an_old_account(folio=3, ceased=date(2010, 7, 1), holders=[asha])

    def test_not_before_the_company_was_incorporated(self):
        ACompany(incorporated=date(2005, 4, 1))

        with refused("entered"):
            an_old_account(entered=date(2005, 3, 31))


class TestBringInMovement:
    @pytest.fixture
    def ordinary(self, app):
        return AShareClass(name="Ordinary", numbered=True)

    def test_keeps_the_numbers_and_the_words_for_the_day(self, ordinary):
        member = an_old_account()

        (movement,) = commands.bring_in_movement(
            ordinary, what="allotment", into=member, shares=10, first=31, paid=100,
            on=date(2006, 5, 31), dates="May 2006", reference="Allotment 7", by=ADA,
        )  # fmt: skip

        assert (movement.first, movement.last, movement.dates) == (31, 40, "May 2006")
        assert movement.reference == "Allotment 7"
        assert highest_number(ordinary) == 40

    def test_does_not_close_an_account_of_its_own_accord(self, ordinary):
        member = an_old_account()
        told = {"share_class": ordinary, "shares": 10, "paid": 100, "by": ADA}
        commands.bring_in_movement(told.pop("share_class"), what="allotment", into=member, on=date(2006, 5, 1), **told)

        commands.bring_in_movement(ordinary, what="buy-back", out_of=member, on=date(2007, 5, 1), **told)

        assert (member.held(date(2007, 5, 1)), member.ceased) == (0, None)

    def test_passes_shares_at_the_price_that_was_paid_on_them(self, ordinary):
        one, other = an_old_account(folio=1), an_old_account(folio=2, holders=[APerson()])
        told = {"shares": 10, "on": date(2006, 5, 1), "by": ADA}
        commands.bring_in_movement(ordinary, what="allotment", into=one, first=1, paid=250, **told)

        (came,) = commands.bring_in_movement(ordinary, what="transfer", out_of=one, into=other, paid=0, **told)

        assert (came.member, came.paid, came.first, came.last) == (other, 250, 1, 10)

    def test_not_more_than_are_held(self, ordinary):
        with refused("shares"):
            commands.bring_in_movement(
                ordinary, what="buy-back", out_of=an_old_account(), shares=1, paid=0, on=date(2006, 5, 1), by=ADA
            )

    def test_not_on_an_account_that_is_not_open_then(self, ordinary):
        member = AMember(entered=date(2017, 4, 1), ceased=date(2018, 4, 1))
        told = {"what": "allotment", "into": member, "shares": 1, "paid": 100, "by": ADA}

        with refused("on"):
            commands.bring_in_movement(ordinary, on=date(2017, 3, 31), **told)
        with refused("on"):
            commands.bring_in_movement(ordinary, on=date(2018, 4, 2), **told)
