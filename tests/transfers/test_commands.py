from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.db import db
from registry.law import Breach
from registry.ledger.models import Entry
from registry.members import commands as members
from registry.members import queries as register
from registry.members.models import Member
from registry.nominees.standing import nominations_on
from registry.people.models import Person
from registry.transfers import commands, instruments, queries
from registry.transfers.models import Transfer
from tests.factories import ADA, AHolding, AMember, APerson, APractice, AShareClass, ATransfer, given

JULY_2, JULY_3, JULY_4 = date(2026, 7, 2), date(2026, 7, 3), date(2026, 7, 4)
AUGUST = date(2026, 8, 10)


@pytest.fixture(autouse=True)
def autumn():
    """It is 1 October 2026."""
    with clock.telling(datetime(2026, 10, 1, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def ordinary():
    return AShareClass(name="Ordinary")


@pytest.fixture
def numbered():
    return AShareClass(name="Numbered", numbered=True)


@pytest.fixture
def asha(ordinary):
    member = AMember(person=APerson(title="Dr"))
    AHolding(10, member=member, share_class=ordinary)
    return member


@pytest.fixture
def ben(ordinary):
    member = AMember(person=APerson(forenames="Ben", surname="Okoro"))
    AHolding(3, member=member, share_class=ordinary)
    return member


def registered(transfer, entered=AUGUST):
    commands.register(transfer, entered=entered, by=ADA)
    return transfer


def refused(transfer, refused=AUGUST):
    commands.refuse(transfer, refused=refused, reasons="He is no partner of a member practice.", by=ADA)
    return transfer


def died(person, on):
    def note(on):
        person.died = on
        return person

    given(note, on=on, by=ADA)


def folios_on(day):
    return [line["folio"] for line in register.register_on(day)]


def lodged():
    return db.session.scalars(select(Transfer)).all()


class TestLodge:
    def test_draws_numbers_without_gaps(self, asha, ben):
        first = ATransfer(asha, shares=1)
        with pytest.raises(Breach):
            ATransfer(asha, shares=10)
        second = ATransfer(ben, to=asha, shares=1)

        assert [first.number, second.number] == ["T1", "T2"]

    def test_changes_nothing_of_the_register(self, asha, ordinary):
        ATransfer(asha)

        assert asha.held(date.max, ordinary) == 10
        assert asha.ceased is None

    def test_is_an_act_of_the_ledger(self, asha):
        transfer = ATransfer(asha)

        entry = db.session.scalar(select(Entry).order_by(Entry.seq.desc()).limit(1))
        assert (entry.act, entry.kind, entry.ref) == ("transfers.lodge", "transfer", transfer.ref)

    def test_not_of_more_than_is_held(self, asha):
        with pytest.raises(Breach, match="every day since: 10"):
            ATransfer(asha, shares=11)

        assert lodged() == []

    def test_not_of_shares_that_came_only_later(self, asha, ordinary):
        AHolding(5, member=asha, share_class=ordinary, on=JULY_4)

        with pytest.raises(Breach, match="every day since: 10"):
            ATransfer(asha, shares=11, lodged=JULY_3)
        assert ATransfer(asha, shares=11, lodged=JULY_4)

    def test_not_of_shares_lodged_already(self, asha):
        ATransfer(asha, shares=7)

        with pytest.raises(Breach, match="7 are lodged already and wait for a decision; 3 can still be lodged"):
            ATransfer(asha, shares=4)
        assert ATransfer(asha, shares=3)

    @pytest.mark.parametrize("settle", [refused, lambda each: commands.withdraw(each, withdrawn=AUGUST, by=ADA)])
    def test_again_once_the_first_was_refused_or_withdrawn(self, asha, settle):
        settle(ATransfer(asha))

        assert ATransfer(asha, lodged=AUGUST).number == "T2"

    def test_not_of_cancelled_shares(self, asha, ordinary):
        members.cancel(asha, share_class=ordinary, shares=4, on=JULY_2, what="cancellation", by=ADA)

        with pytest.raises(Breach, match="every day since: 6"):
            ATransfer(asha, shares=7)

    def test_not_of_cancelled_numbers(self, numbered):
        member = AHolding(10, share_class=numbered).member
        members.cancel(member, share_class=numbered, shares=3, first=4, on=JULY_2, what="cancellation", by=ADA)

        with pytest.raises(Breach, match="Share number 4 is not among those"):
            ATransfer(member, shares=1, first=4)
        assert [(each.first, each.last) for each in ATransfer(member).numbers] == [(1, 3), (7, 10)]

    def test_not_from_an_account_that_is_closed(self, asha, ben):
        registered(ATransfer(asha, to=ben))

        with pytest.raises(Breach, match="This account closed on 10 August 2026"):
            ATransfer(asha, shares=1, share_class=asha.movements[0].share_class)

    def test_not_to_an_account_that_is_closed(self, asha, ben):
        registered(ATransfer(ben, to=asha))

        with pytest.raises(Breach, match="admit them first"):
            ATransfer(asha, to=ben)

    def test_not_to_itself(self, asha):
        with pytest.raises(Breach, match="this is the same account"):
            ATransfer(asha, to=asha)

    def test_not_to_persons_who_have_an_account(self, asha, ben):
        with pytest.raises(Breach, match=f"choose their account there, folio {ben.folio}"):
            ATransfer(asha, transferees=[ben.holders[0].person])

    def test_not_to_nobody(self, asha):
        with pytest.raises(Breach, match="Name either a member"):
            ATransfer(asha, transferees=[])

    def test_not_to_the_same_person_twice(self, asha):
        person = APerson()

        with pytest.raises(Breach, match="each named once"):
            ATransfer(asha, transferees=[person, person])

    def test_not_with_a_trust_in_the_address(self, asha):
        with pytest.raises(Breach, match="No notice of a trust"):
            ATransfer(asha, address="In trust for Latham House")

    @pytest.mark.parametrize(
        ("facts", "sentence"),
        [
            ({"instrument_date": JULY_3, "instrument_received": JULY_2}, "this one was signed on 3 July 2026"),
            ({"instrument_received": JULY_4}, "this one came on 4 July 2026"),
            ({"lodged": date(2026, 10, 2)}, "2 October 2026 is still to come"),
            ({"consideration": 1_000_01, "stamping": "certificate 1"}, "£1,000 or less"),
            ({"consideration": 1_000_01, "stamping": "duty paid", "duty": 5_00}, "here £10.00"),
            ({"consideration": 1_000_01, "stamping": "duty paid"}, "here £10.00"),
            ({"stamping": "duty paid", "duty": 5_00}, "no duty is paid"),
            ({"stamping": "certificate 2", "duty": 5_00}, "here £0.00"),
        ],
    )
    def test_not_against_a_rule(self, asha, facts, sentence):
        facts = {"instrument_date": JULY_2} | facts

        with pytest.raises(Breach, match=sentence):
            ATransfer(asha, **facts)

        assert lodged() == []

    def test_with_the_duty_that_was_paid(self, asha):
        transfer = ATransfer(asha, consideration=1_000_01, stamping="duty paid", duty=10_00)

        assert transfer.duty == 10_00

    def test_not_for_a_practice_that_was_closed(self, asha):
        with pytest.raises(Breach, match="not open then"):
            ATransfer(asha, practice=APractice(closed=JULY_3))


class TestRegister:
    def test_leaves_the_transferor_member_and_voter_until_the_day_of_entry(self, asha, ben, ordinary):
        registered(ATransfer(asha, to=ben), entered=AUGUST)

        assert folios_on(date(2026, 8, 9)) == [ben.folio, asha.folio]
        assert folios_on(AUGUST) == [ben.folio]
        assert asha.held(date(2026, 8, 9), ordinary) == 10
        assert ben.held(AUGUST, ordinary) == 13

    def test_admits_whoever_has_no_account(self, asha, ordinary):
        joint = [APerson(forenames="Ben", surname="Okoro"), APerson(forenames="Cara", surname="Lee")]

        transfer = registered(ATransfer(asha, transferees=joint, shares=4))

        assert transfer.to.names_on(AUGUST) == "Ben Okoro and Cara Lee"
        assert (transfer.to.entered, transfer.to.address) == (AUGUST, "2 HIGH STREET\nWIGSTON\nLE18 2EW")
        assert (asha.held(AUGUST, ordinary), transfer.to.held(AUGUST, ordinary)) == (6, 4)
        assert asha.ceased is None

    def test_enters_its_number_and_when_the_instrument_came(self, asha, ben):
        registered(ATransfer(asha, to=ben, instrument_date=JULY_2, instrument_received=JULY_2))

        for member in (asha, ben):
            movement = member.movements[-1]
            assert (movement.reference, movement.instrument_received, movement.on) == ("T1", JULY_2, AUGUST)

    def test_splits_a_range_of_numbers(self, numbered):
        member = AHolding(10, share_class=numbered).member

        transfer = registered(ATransfer(member, shares=3, first=4))

        assert register.account_on(member, AUGUST)["holdings"][0]["numbers"] == "1–3, 7–10"
        assert register.account_on(transfer.to, AUGUST)["holdings"][0]["numbers"] == "4–6"
        assert member.held(AUGUST) + transfer.to.held(AUGUST) == 10

    def test_takes_the_numbers_lodged_whatever_is_registered_first(self, numbered):
        member = AHolding(10, share_class=numbered).member
        first = ATransfer(member, shares=4)
        second = ATransfer(member, shares=4, transferees=[APerson(surname="Second")])

        registered(second)
        registered(first)

        assert register.account_on(first.to, AUGUST)["holdings"][0]["numbers"] == "1–4"
        assert register.account_on(second.to, AUGUST)["holdings"][0]["numbers"] == "5–8"

    def test_not_of_numbers_cancelled_since(self, numbered):
        member = AHolding(10, share_class=numbered).member
        transfer = ATransfer(member, shares=4)
        members.cancel(member, share_class=numbered, shares=1, first=2, on=JULY_4, what="cancellation", by=ADA)

        with pytest.raises(Breach, match="this transfer can only be refused"):
            registered(transfer)

        assert transfer.state(AUGUST) == "lodged"
        assert member.held(AUGUST) == 9

    def test_not_of_shares_cancelled_since(self, asha, ordinary):
        transfer = ATransfer(asha)
        members.cancel(asha, share_class=ordinary, shares=1, on=JULY_4, what="cancellation", by=ADA)

        with pytest.raises(Breach, match="this transfer can only be refused"):
            registered(transfer)

    def test_gives_who_returns_a_new_account(self, asha, ben):
        person = ben.holders[0].person
        registered(ATransfer(ben, to=asha))

        transfer = registered(ATransfer(asha, transferees=[person], shares=2, lodged=AUGUST), entered=date(2026, 9, 1))

        assert transfer.to is not ben
        assert transfer.to.folio > ben.folio
        assert (ben.entered, ben.ceased) == (date(2017, 4, 1), AUGUST)
        assert (transfer.to.entered, transfer.to.ceased) == (date(2026, 9, 1), None)

    def test_gives_whose_account_closed_meanwhile_a_new_one(self, asha, ben):
        waiting = ATransfer(asha, to=ben, shares=2)
        registered(ATransfer(ben, to=asha))

        registered(waiting, entered=date(2026, 9, 1))

        assert waiting.to is not ben
        assert waiting.to.names_on(date(2026, 9, 1)) == "Ben Okoro"

    def test_passes_to_the_account_that_was_opened_meanwhile(self, asha):
        person = APerson(surname="Okoro")
        first, second = (ATransfer(asha, transferees=[person], shares=5) for _ in range(2))

        registered(first)
        registered(second)

        assert second.to is first.to
        assert first.to.held(AUGUST) == 10

    @pytest.mark.parametrize(
        ("entered", "sentence"),
        [(JULY_2, "before it is lodged"), (date(2026, 10, 2), "2 October 2026 is still to come")],
    )
    def test_not_before_it_is_lodged_nor_on_a_day_to_come(self, asha, entered, sentence):
        transfer = ATransfer(asha, lodged=JULY_3)

        with pytest.raises(Breach, match=sentence):
            registered(transfer, entered)

    @pytest.mark.parametrize("settle", [registered, refused])
    def test_once(self, asha, settle):
        transfer = settle(ATransfer(asha, shares=4))

        for again in (registered, refused):
            with pytest.raises(Breach, match=f"this one was {transfer.outcome[0]} on 10 August 2026"):
                again(transfer)
        with pytest.raises(Breach, match="decided once"):
            commands.withdraw(transfer, withdrawn=AUGUST, by=ADA)

    @pytest.mark.parametrize(
        ("entered", "late"),
        [(date(2026, 9, 3), ""), (date(2026, 9, 4), "1 day late"), (date(2026, 10, 1), "28 days late")],
    )
    def test_after_two_months_is_told_as_late(self, asha, entered, late):
        transfer = registered(ATransfer(asha, lodged=JULY_3), entered)

        assert queries.line_of(transfer, date(2026, 10, 1))["late"] == late

    def test_on_the_day_of_the_clocks_change(self, ben, asha):
        with clock.telling(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)):
            registered(ATransfer(asha, to=ben, lodged=date(2026, 10, 24)), entered=date(2026, 10, 25))

        assert asha.ceased == date(2026, 10, 25)


class TestAPractice:
    """For which the shares are then held: in the nominee schedule alone."""

    def test_has_the_whole_of_a_new_account(self, asha):
        practice = APractice()

        transfer = registered(ATransfer(asha, practice=practice))

        (nomination,) = nominations_on(transfer.to, AUGUST)
        assert (nomination.practice, nomination.since, nomination.shares) == (practice, AUGUST, None)

    def test_has_what_came_beside_what_was_there_before(self, asha, ben):
        before, practice = APractice(), APractice()
        registered(ATransfer(ben, practice=before, transferees=[APerson(surname="Lee")], shares=2), JULY_4)
        account = lodged()[0].to

        registered(ATransfer(asha, to=account, shares=4, practice=practice))

        held = {each.practice: each.shares for each in nominations_on(account, AUGUST)}
        assert held == {before: 2, practice: 4}

    def test_has_more_where_it_had_some(self, asha, ben):
        practice = APractice()
        account = registered(ATransfer(ben, practice=practice, shares=2), JULY_4).to

        registered(ATransfer(asha, to=account, shares=4, practice=practice))

        (nomination,) = nominations_on(account, AUGUST)
        assert nomination.shares is None
        registered(ATransfer(asha, to=ben, shares=4, practice=practice))
        registered(ATransfer(asha, to=ben, shares=2, practice=practice))
        assert [each.shares for each in nominations_on(ben, AUGUST)] == [6]

    def test_is_not_on_the_register_of_members(self, asha, ben):
        practice = APractice(name="LATHAM HOUSE")

        registered(ATransfer(asha, to=ben, practice=practice))

        assert "LATHAM" not in str(register.accounts_on(AUGUST)).upper()


class TestADeath:
    """Of a holder: what was signed in life is good; what is signed after it, only by a transmittee."""

    def test_and_a_transfer_on_one_day(self, asha, ben):
        died(asha.holders[0].person, JULY_3)

        transfer = ATransfer(asha, to=ben, instrument_date=JULY_3, lodged=JULY_4)

        assert registered(transfer).state(AUGUST) == "registered"

    def test_before_the_instrument_forbids_it(self, asha, ben):
        died(asha.holders[0].person, JULY_2)

        with pytest.raises(Breach, match="Who died on 2 July 2026 signed nothing after it"):
            ATransfer(asha, to=ben, instrument_date=JULY_3)

    def test_while_it_waits_does_not_stop_it(self, asha, ben):
        transfer = ATransfer(asha, to=ben, lodged=JULY_3)
        died(asha.holders[0].person, JULY_4)

        assert registered(transfer).state(AUGUST) == "registered"

    def test_that_comes_to_be_known_only_later_forbids_its_registration(self, asha, ben):
        transfer = ATransfer(asha, to=ben, lodged=JULY_3)
        died(asha.holders[0].person, JULY_2)

        with pytest.raises(Breach, match="signed nothing after it"):
            registered(transfer)

    def test_is_no_bar_to_a_transmittee_with_evidence_of_title(self, asha, ben):
        died(asha.holders[0].person, JULY_2)

        transfer = ATransfer(asha, to=ben, evidence="Grant of probate to Clare Patel")

        assert registered(transfer).to is ben

    def test_of_a_joint_holder_leaves_the_survivor_to_transfer(self, ordinary, ben):
        asha, cara = APerson(), APerson(forenames="Cara")
        joint = AMember(persons=[asha, cara])
        AHolding(4, member=joint, share_class=ordinary)
        died(asha, JULY_2)

        with pytest.raises(Breach, match="signed nothing after it"):
            ATransfer(joint, to=ben)
        members.strike(joint, person=asha, changed=JULY_2, by=ADA)
        assert registered(ATransfer(joint, to=ben)).state(AUGUST) == "registered"


def a_transmission(member, **facts):
    usual = {"cause": "death", "happened": JULY_2, "evidence": "Grant of probate", "lodged": JULY_3}
    usual |= {"share_class": member.movements[0].share_class, "shares": member.held(date.max)}
    if "to" not in facts:
        usual |= {"transferees": [APerson(forenames="Clare")], "address": "3 HIGH STREET"}
    return commands.lodge_transmission(member, **usual | facts, by=ADA)


class TestLodgeTransmission:
    def test_passes_shares_without_an_instrument(self, asha, ordinary):
        died(asha.holders[0].person, JULY_2)

        transfer = registered(a_transmission(asha))

        movement = transfer.to.movements[0]
        assert (movement.what, movement.instrument_received, movement.reference) == ("transmission in", None, "T1")
        assert (asha.ceased, transfer.to.held(AUGUST, ordinary)) == (AUGUST, 10)

    def test_leaves_the_transmittee_without_a_vote_until_the_day_of_entry(self, asha):
        died(asha.holders[0].person, JULY_2)

        transfer = registered(a_transmission(asha))

        assert folios_on(date(2026, 8, 9)) == [asha.folio]
        assert folios_on(AUGUST) == [transfer.to.folio]

    @pytest.mark.parametrize("on", [None, JULY_3])
    def test_not_unless_the_death_is_on_record(self, asha, on):
        died(asha.holders[0].person, on)

        with pytest.raises(Breach, match="which must be on record first"):
            a_transmission(asha)

    def test_on_a_bankruptcy(self, asha):
        assert a_transmission(asha, cause="bankruptcy", evidence="Order of the court").number == "T1"

    def test_not_before_it_happened(self, asha):
        with pytest.raises(Breach, match="4 July 2026 is after the day of lodging"):
            a_transmission(asha, cause="bankruptcy", happened=JULY_4)

    def test_not_while_a_joint_holder_survives(self, ordinary):
        joint = AMember(persons=[APerson(), APerson(forenames="Cara")])
        AHolding(4, member=joint, share_class=ordinary)

        with pytest.raises(Breach, match="the others hold on"):
            a_transmission(joint)

    def test_not_of_what_is_lodged_for_transfer(self, asha):
        ATransfer(asha, shares=4)
        died(asha.holders[0].person, JULY_2)

        with pytest.raises(Breach, match="6 can still be lodged"):
            a_transmission(asha)

    def test_has_no_day_by_which_it_must_be_decided(self, asha):
        transfer = registered(a_transmission(asha, cause="bankruptcy"), date(2026, 10, 1))

        line = queries.line_of(transfer, date(2026, 10, 1))
        assert (line["due"], line["late"]) == (None, "")


class TestRefuse:
    def test_leaves_the_holder_as_before(self, asha, ben, ordinary):
        before = register.account_on(asha, date.max)

        transfer = refused(ATransfer(asha, to=ben))

        assert register.account_on(asha, date.max) == before
        assert ben.held(date.max, ordinary) == 3
        told = instruments.transfer_on(transfer, AUGUST)
        assert (told["state"], told["refused"]) == ("refused", AUGUST)
        assert told["reasons"] == "He is no partner of a member practice."

    def test_admits_nobody(self, asha):
        refused(ATransfer(asha))

        assert db.session.scalars(select(Member)).all() == [asha]

    def test_not_without_reasons(self, asha):
        transfer = ATransfer(asha)

        with pytest.raises(Breach, match="together with the reasons"):
            commands.refuse(transfer, refused=AUGUST, reasons=" ", by=ADA)

        assert transfer.refused is None

    @pytest.mark.parametrize("day", [JULY_2, date(2026, 10, 2)])
    def test_not_before_it_is_lodged_nor_on_a_day_to_come(self, asha, day):
        transfer = ATransfer(asha)

        with pytest.raises(Breach):
            refused(transfer, day)

    def test_with_the_instrument_returned_at_once(self, asha):
        transfer = ATransfer(asha)

        commands.refuse(transfer, refused=AUGUST, reasons="Not signed.", returned=AUGUST, by=ADA)

        assert queries.to_be_returned_on(AUGUST) == []


class TestWithdraw:
    def test_takes_it_back(self, asha):
        transfer = ATransfer(asha)

        commands.withdraw(transfer, withdrawn=AUGUST, reason="To be signed again", by=ADA)

        assert transfer.state(date(2026, 8, 9)) == "lodged"
        assert transfer.state(AUGUST) == "withdrawn"


class TestReturnInstrument:
    @pytest.mark.parametrize("returned", [date(2026, 8, 9), date(2026, 10, 2)])
    def test_not_before_the_refusal_nor_on_a_day_to_come(self, asha, returned):
        transfer = refused(ATransfer(asha))

        with pytest.raises(Breach):
            commands.return_instrument(transfer, returned=returned, by=ADA)

    def test_once(self, asha):
        transfer = refused(ATransfer(asha))
        commands.return_instrument(transfer, returned=AUGUST, by=ADA)

        with pytest.raises(Breach, match="This instrument was returned on 10 August 2026"):
            commands.return_instrument(transfer, returned=AUGUST, by=ADA)
        with pytest.raises(Breach, match="returned on"):
            commands.withhold_instrument(transfer, withheld="The signature differs.", by=ADA)

    def test_not_of_what_was_not_refused(self, asha):
        with pytest.raises(Breach, match="or is lodged"):
            commands.return_instrument(ATransfer(asha), returned=AUGUST, by=ADA)


class TestWithholdInstrument:
    def test_where_fraud_is_suspected(self, asha):
        transfer = refused(ATransfer(asha))
        assert queries.to_be_returned_on(AUGUST) == [transfer]

        commands.withhold_instrument(transfer, withheld="The signature differs.", by=ADA)

        assert queries.to_be_returned_on(AUGUST) == []
        with pytest.raises(Breach, match="kept, as fraud is suspected"):
            commands.return_instrument(transfer, returned=AUGUST, by=ADA)


class TestDue:
    @pytest.mark.parametrize(
        ("lodged", "due"),
        [
            (date(2025, 8, 29), date(2025, 10, 29)),
            (date(2025, 8, 30), date(2025, 10, 30)),
            (date(2025, 8, 31), date(2025, 10, 31)),
            (date(2025, 12, 28), date(2026, 2, 28)),
            (date(2025, 12, 29), date(2026, 2, 28)),
            (date(2025, 12, 31), date(2026, 2, 28)),
            (date(2023, 12, 29), date(2024, 2, 29)),
            (date(2023, 12, 31), date(2024, 2, 29)),
            (date(2024, 2, 29), date(2024, 4, 29)),
        ],
    )
    def test_is_two_months_from_lodging(self, asha, lodged, due):
        transfer = ATransfer(asha, lodged=lodged)

        assert queries.due(transfer).due == due


class TestCountUndecided:
    def test_is_what_the_register_of_members_says_is_still_to_be_altered(self, asha, ben):
        ATransfer(asha, shares=1, lodged=JULY_3)
        refused(ATransfer(asha, shares=1, lodged=JULY_3), AUGUST)
        registered(ATransfer(asha, to=ben, shares=1, lodged=JULY_4), AUGUST)

        days = (JULY_2, JULY_3, JULY_4, date(2026, 8, 9), AUGUST)
        assert [register.register_on(day).summary["pending"] for day in days] == [0, 2, 3, 3, 1]

    def test_and_as_known_then(self, asha):
        transfer = ATransfer(asha)
        then = clock.now()
        with clock.telling(datetime(2026, 10, 2, 12, tzinfo=UTC), seed=1):
            refused(transfer)

        with ledger.known(then):
            assert queries.count_undecided(AUGUST) == 1
        assert queries.count_undecided(AUGUST) == 0


class TestTransfersOn:
    def test_as_they_stood_on_a_day_the_latest_first(self, asha, ben):
        registered(ATransfer(asha, to=ben, shares=1, lodged=JULY_3), JULY_4)
        ATransfer(ben, to=asha, shares=1, lodged=JULY_4)

        def told(day):
            return [(line["number"], line["state"]) for line in queries.transfers_on(day)]

        assert told(JULY_2) == []
        assert told(JULY_3) == [("T1", "lodged")]
        assert told(JULY_4) == [("T2", "lodged"), ("T1", "registered")]
        assert [line["way"] for line in queries.transfers_of(ben, JULY_4)] == ["Out", "In"]


class TestTwoSecretaries:
    def test_who_lodge_the_same_shares_at_once_are_told_of_each_other(self, shared):
        holding = AHolding(10)
        seller, buyers = holding.member_ref, [APerson().ref, APerson().ref]
        start = Barrier(2)

        def lodge(buyer):
            with shared.app_context(), clock.telling(datetime(2026, 10, 1, 12, tzinfo=UTC), seed=buyers.index(buyer)):
                member, person = db.session.get(Member, seller), db.session.get(Person, buyer)
                start.wait()
                try:
                    return ATransfer(member, transferees=[person]).number
                except Breach as breach:
                    return breach.sentence
                finally:
                    db.session.remove()

        with ThreadPoolExecutor(2) as secretaries:
            answers = sorted(secretaries.map(lodge, buyers))

        told = "Of the shares held, 10 are lodged already and wait for a decision; 0 can still be lodged."
        assert answers == [told, "T1"]
