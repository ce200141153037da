from datetime import date

import pytest

from registry.law import Breach
from registry.transfers import rules

MAY_2, MAY_3, MAY_4 = date(2026, 5, 2), date(2026, 5, 3), date(2026, 5, 4)


def kept(rule, *facts):
    try:
        rule(*facts)
    except Breach:
        return False
    return True


class TestInstrumentWasSignedFirst:
    @pytest.mark.parametrize(("received", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_by_the_day_on_which_it_is_received(self, received, keeps):
        assert kept(rules.instrument_was_signed_first, MAY_3, received) is keeps


class TestInstrumentWasReceived:
    @pytest.mark.parametrize(("lodged", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_by_the_day_of_lodging(self, lodged, keeps):
        assert kept(rules.instrument_was_received, MAY_3, lodged) is keeps

    def test_says_which_day_that_was(self):
        with pytest.raises(Breach, match=r"this one came on 3 May 2026\. \(Companies Act 2006, s\.770\(1\)\)"):
            rules.instrument_was_received(MAY_3, MAY_2)


class TestLodgingHasHappened:
    @pytest.mark.parametrize(("today", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_by_today(self, today, keeps):
        assert kept(rules.lodging_has_happened, MAY_3, today) is keeps


class TestTransfereeIsNamed:
    @pytest.mark.parametrize(
        ("to_a_member", "persons", "address", "keeps"),
        [
            (True, 0, "", True),
            (False, 1, "1 HIGH STREET", True),
            (False, 4, "1 HIGH STREET", True),
            (False, 0, "", False),
            (True, 1, "1 HIGH STREET", False),
            (True, 0, "1 HIGH STREET", False),
            (False, 1, "", False),
            (False, 0, "1 HIGH STREET", False),
        ],
    )
    def test_as_a_member_or_as_persons_with_an_address(self, to_a_member, persons, address, keeps):
        assert kept(rules.transferee_is_named, to_a_member, persons, address) is keeps


class TestTransfereesHaveNoAccount:
    def test_of_their_own(self):
        assert kept(rules.transferees_have_no_account, None)
        with pytest.raises(Breach, match="folio 7"):
            rules.transferees_have_no_account(7)


class TestCertificate1IsForLittle:
    @pytest.mark.parametrize(("consideration", "keeps"), [(0, True), (1_000_00, True), (1_000_01, False)])
    def test_a_thousand_pounds_at_most(self, consideration, keeps):
        assert kept(rules.certificate_1_is_for_little, "certificate 1", consideration) is keeps
        assert kept(rules.certificate_1_is_for_little, "certificate 2", consideration)


class TestDutyIsOnAConsideration:
    def test_and_not_on_nothing(self):
        assert kept(rules.duty_is_on_a_consideration, "duty paid", 1)
        assert kept(rules.duty_is_on_a_consideration, "certificate 2", 0)
        assert not kept(rules.duty_is_on_a_consideration, "duty paid", 0)


class TestDutyIsRight:
    def test_to_the_penny(self):
        assert kept(rules.duty_is_right, 10_00, 10_00, "£10.00")
        with pytest.raises(Breach, match="here £10.00"):
            rules.duty_is_right(9_99, 10_00, "£10.00")

    @pytest.mark.parametrize(
        ("consideration", "duty"),
        [
            (0, 0),
            (1, 5_00),
            (1_000_00, 5_00),
            (1_000_01, 10_00),
            (2_000_00, 10_00),
            (2_000_01, 15_00),
            (123_456_78, 620_00),
        ],
    )
    def test_is_half_a_hundredth_rounded_up_to_five_pounds(self, consideration, duty):
        assert rules.duty_on(consideration) == duty


class TestSharesAreNotLodgedAlready:
    def test_as_many_as_are_left(self):
        assert kept(rules.shares_are_not_lodged_already, 4, 6, 6)
        with pytest.raises(Breach, match="4 are lodged already and wait for a decision; 6 can still be lodged"):
            rules.shares_are_not_lodged_already(4, 6, 7)


class TestNumberIsNotLodgedAlready:
    def test_by_another_transfer(self):
        assert kept(rules.number_is_not_lodged_already, 3, True)
        assert not kept(rules.number_is_not_lodged_already, 3, False)


class TestInstrumentWasSignedInLife:
    @pytest.mark.parametrize(("signed", "keeps"), [(MAY_2, True), (MAY_3, True), (MAY_4, False)])
    def test_up_to_the_day_of_death(self, signed, keeps):
        assert kept(rules.instrument_was_signed_in_life, MAY_3, signed, False) is keeps

    def test_or_after_it_by_a_transmittee_with_evidence_of_title(self):
        assert kept(rules.instrument_was_signed_in_life, MAY_3, MAY_4, True)

    def test_by_the_living_on_any_day(self):
        assert kept(rules.instrument_was_signed_in_life, None, MAY_4, False)


class TestDeathIsOnRecord:
    @pytest.mark.parametrize(("died", "keeps"), [(None, False), (MAY_2, False), (MAY_3, True)])
    def test_as_of_the_day_named(self, died, keeps):
        assert kept(rules.death_is_on_record, died, MAY_3) is keeps


class TestTransmissionFollowsWhatHappened:
    @pytest.mark.parametrize(("lodged", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_from_that_day_on(self, lodged, keeps):
        assert kept(rules.transmission_follows_what_happened, MAY_3, lodged) is keeps


class TestASoleHolderHeld:
    def test_and_not_several(self):
        assert kept(rules.a_sole_holder_held, 1)
        assert not kept(rules.a_sole_holder_held, 2)


class TestTransferIsUndecided:
    def test_or_says_what_became_of_it(self):
        assert kept(rules.transfer_is_undecided, False, "")
        with pytest.raises(Breach, match="this one was refused on 3 May 2026"):
            rules.transfer_is_undecided(True, "refused on 3 May 2026")


class TestDecidedOnceLodged:
    @pytest.mark.parametrize(("decided", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_from_the_day_of_lodging(self, decided, keeps):
        assert kept(rules.decided_once_lodged, MAY_3, decided) is keeps


class TestDecisionHasBeenMade:
    @pytest.mark.parametrize(("today", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_by_today(self, today, keeps):
        assert kept(rules.decision_has_been_made, MAY_3, today) is keeps


class TestLodgedSharesAreHeldStill:
    def test_all_of_them(self):
        assert kept(rules.lodged_shares_are_held_still, True)
        assert not kept(rules.lodged_shares_are_held_still, False)


class TestRefusalGivesReasons:
    @pytest.mark.parametrize(("reasons", "keeps"), [("", False), (" \n", False), ("Not a partner.", True)])
    def test_in_words(self, reasons, keeps):
        assert kept(rules.refusal_gives_reasons, reasons) is keeps


class TestInstrumentIsToBeReturned:
    @pytest.mark.parametrize("state", ["lodged", "registered", "withdrawn"])
    def test_not_unless_it_was_refused(self, state):
        assert not kept(rules.instrument_is_to_be_returned, state, True)

    def test_nor_where_there_was_none(self):
        assert kept(rules.instrument_is_to_be_returned, "refused", True)
        assert not kept(rules.instrument_is_to_be_returned, "refused", False)


class TestInstrumentIsWithTheCompany:
    def test_until_it_is_settled(self):
        assert kept(rules.instrument_is_with_the_company, "")
        assert not kept(rules.instrument_is_with_the_company, "returned on 3 May 2026")


class TestReturnedOnceRefused:
    @pytest.mark.parametrize(("returned", "keeps"), [(MAY_2, False), (MAY_3, True), (MAY_4, True)])
    def test_from_that_day_on(self, returned, keeps):
        assert kept(rules.returned_once_refused, MAY_3, returned) is keeps
