from datetime import date
from types import SimpleNamespace

import pytest

from registry.law import Breach
from registry.members.rules import accounts as rules

pytestmark = pytest.mark.pure

ENTERED = date(2017, 4, 1)
BEFORE, AFTER = date(2017, 3, 31), date(2017, 4, 2)
ASHA, BEN = SimpleNamespace(ref="ASHA"), SimpleNamespace(ref="BEN")


class TestHoldersAreDifferent:
    def test_where_each_is_named_once(self):
        rules.holders_are_different([ASHA])
        rules.holders_are_different([ASHA, BEN])

        with pytest.raises(Breach, match=r"s\.113\(5\)"):
            rules.holders_are_different([ASHA, BEN, ASHA])


class TestHoldersHaveNoAccount:
    def test_unless_they_are_on_the_register(self):
        rules.holders_have_no_account(None)

        with pytest.raises(Breach, match="folio 12"):
            rules.holders_have_no_account(12)


class TestEntryHasBeenMade:
    @pytest.mark.parametrize("entered", [BEFORE, ENTERED])
    def test_today_or_before(self, entered):
        rules.entry_has_been_made(entered, today=ENTERED)

    def test_not_on_a_day_still_to_come(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.entry_has_been_made(AFTER, today=ENTERED)


class TestCompanyExisted:
    @pytest.mark.parametrize("incorporated", [None, BEFORE, ENTERED])
    def test_by_the_day_of_entry_or_nobody_has_said_since_when(self, incorporated):
        rules.company_existed(ENTERED, incorporated)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="incorporated on 2 April 2017"):
            rules.company_existed(ENTERED, AFTER)


class TestMemberWasEnteredByThen:
    @pytest.mark.parametrize("on", [ENTERED, AFTER])
    def test_from_the_day_of_entry(self, on):
        rules.member_was_entered_by_then(ENTERED, on)

    def test_not_on_the_day_before(self):
        with pytest.raises(Breach, match=r"from the day of entry, 1 April 2017.*s\.112\(2\)"):
            rules.member_was_entered_by_then(ENTERED, BEFORE)


class TestMembershipHasNotCeased:
    def test_while_there_is_no_end_to_it(self):
        rules.membership_has_not_ceased(None)

        with pytest.raises(Breach, match="closed on 1 April 2017"):
            rules.membership_has_not_ceased(ENTERED)


class TestNoTrustIsNamed:
    @pytest.mark.parametrize("words", ["1 HIGH STREET, WIGSTON", "TRUST HOUSE, LEICESTER", "BENEFIT LANE"])
    def test_in_an_address(self, words):
        rules.no_trust_is_named(words)

    @pytest.mark.parametrize(
        "words",
        [
            "As Trustee of the Patel Settlement, WIGSTON",
            "1 HIGH STREET (in trust for Kibworth)",
            "on behalf of THE MASHARANI PRACTICE",
            "c/o the nominee of Kibworth",
        ],
    )
    def test_however_it_is_put(self, words):
        with pytest.raises(Breach, match=r"s\.126; Model Articles, art\. 23"):
            rules.no_trust_is_named(words)


class TestChangeHasHappened:
    @pytest.mark.parametrize("changed", [BEFORE, ENTERED])
    def test_today_or_before(self, changed):
        rules.change_has_happened(changed, today=ENTERED)

    def test_not_on_a_day_still_to_come(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.change_has_happened(AFTER, today=ENTERED)


class TestChangeFollowsTheOneBefore:
    @pytest.mark.parametrize("changed", [ENTERED, AFTER])
    def test_on_the_same_day_or_later(self, changed):
        rules.change_follows_the_one_before(changed, last=ENTERED)

    def test_not_on_the_day_before(self):
        with pytest.raises(Breach, match="since 1 April 2017"):
            rules.change_follows_the_one_before(BEFORE, last=ENTERED)


class TestSomethingChanges:
    def test_or_there_is_nothing_to_enter(self):
        rules.something_changes("WIGSTON", "OADBY")

        with pytest.raises(Breach, match="what the register says already"):
            rules.something_changes("WIGSTON", "WIGSTON")


class TestTheSamePersonsHold:
    def test_in_whatever_order(self):
        rules.the_same_persons_hold([ASHA, BEN], [BEN, ASHA])

    @pytest.mark.parametrize("are", [[ASHA], [ASHA, BEN, BEN], [ASHA, SimpleNamespace(ref="ZOE")]])
    def test_and_nobody_else(self, are):
        with pytest.raises(Breach, match=r"only by a transfer. \(Companies Act 2006, s.286\)"):
            rules.the_same_persons_hold([ASHA, BEN], are)


class TestIsOneOfTheHolders:
    def test_who_is_struck(self):
        rules.is_one_of_the_holders(True)

        with pytest.raises(Breach, match=r"art\. 27"):
            rules.is_one_of_the_holders(False)


class TestAnotherHolderRemains:
    def test_to_take_by_survivorship(self):
        rules.another_holder_remains(2)

        with pytest.raises(Breach, match="by transmission"):
            rules.another_holder_remains(1)


class TestHolderHadDied:
    def test_on_that_day(self):
        rules.holder_had_died(ENTERED, ENTERED)

    @pytest.mark.parametrize("changed", [BEFORE, AFTER])
    def test_on_no_other(self, changed):
        with pytest.raises(Breach, match="was 1 April 2017"):
            rules.holder_had_died(ENTERED, changed)

    def test_and_it_is_on_record(self):
        with pytest.raises(Breach, match="must be on record first"):
            rules.holder_had_died(None, ENTERED)


class TestEntryMayBeRemoved:
    @pytest.mark.parametrize(
        ("ceased", "last_day_kept"),
        [
            (date(2017, 4, 1), date(2027, 4, 1)),
            (date(2016, 2, 29), date(2026, 2, 28)),
            (date(2018, 2, 28), date(2028, 2, 28)),
        ],
    )
    def test_from_the_day_after_ten_years(self, ceased, last_day_kept):
        with pytest.raises(Breach, match=r"s\.121"):
            rules.entry_may_be_removed(ceased, last_day_kept)

        rules.entry_may_be_removed(ceased, date.fromordinal(last_day_kept.toordinal() + 1))

    def test_never_of_a_member(self):
        with pytest.raises(Breach, match="once ten years have passed"):
            rules.entry_may_be_removed(None, date(2050, 1, 1))


class TestEntryStands:
    def test_until_it_is_removed(self):
        rules.entry_stands(None)

        with pytest.raises(Breach, match="removed from the register on 1 April 2017"):
            rules.entry_stands(ENTERED)
