from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.db import db
from registry.doors import hung
from registry.transfers import commands
from registry.transfers.models import Transfer
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AHolding,
    AMember,
    APerson,
    APractice,
    AShareClass,
    ATransfer,
    given,
)
from tests.papers import text_of
from tests.statements import statements

JULY_3, AUGUST = date(2026, 7, 3), date(2026, 8, 10)
REASONS = "He is no partner of a member practice."


@pytest.fixture(autouse=True)
def autumn():
    """It is 1 October 2026."""
    with clock.telling(datetime(2026, 10, 1, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def ordinary():
    return AShareClass(name="Ordinary")


@pytest.fixture
def asha(ordinary):
    member = AMember(person=APerson(title="Dr"), folio=901)
    AHolding(10, member=member, share_class=ordinary)
    return member


@pytest.fixture
def ben(ordinary):
    member = AMember(person=APerson(forenames="Ben", surname="Okoro"), folio=902, address="2 HIGH STREET\nOAKHAM")
    AHolding(3, member=member, share_class=ordinary)
    return member


@pytest.fixture
def board():
    return ABody(name="Board")


def on(day, month, year, name):
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": str(year)}


def a_form(**answers):
    days = on(2, 7, 2026, "instrument_date") | on(3, 7, 2026, "instrument_received") | on(3, 7, 2026, "lodged")
    usual = {"consideration": "0.00", "shares": "4", "stamping": "certificate 2", "form": "J30"}
    return days | usual | answers


def refusal(transfer, board=None, on=AUGUST):
    ADecision(body=board or ABody(), kind="refuse transfer", lodged=transfer, reasons=REASONS, on=on)
    return transfer


def registration(transfer, board=None, on=AUGUST):
    ADecision(body=board or ABody(), kind="transfer", lodged=transfer, on=on)
    return transfer


def lodged():
    return db.session.query(Transfer).order_by(Transfer.place).all()


class TestRegister:
    def test_tells_each_with_its_due_day_and_state(self, client, asha, ben):
        ATransfer(asha, to=ben, shares=4)

        (line,) = client.get("/transfers/register.json").json["items"]

        assert (line["number"], line["member"], line["to"]) == ("T1", "Dr Asha Patel", "Ben Okoro")
        assert (line["share_class"], line["shares"]) == ("Ordinary", 4)
        assert (line["lodged"], line["due"]) == ("2026-07-03", "2026-09-03")
        assert (line["state"], line["late"]) == ("lodged", "28 days late")

    def test_as_at_a_day(self, client, asha, ben):
        registration(ATransfer(asha, to=ben))

        def state(day):
            return [line["state"] for line in client.get(f"/transfers/register.json?on={day}").json["items"]]

        assert [state(day) for day in ("2026-07-02", "2026-07-03", "2026-08-09", "2026-08-10")] == [
            [],
            ["lodged"],
            ["lodged"],
            ["registered"],
        ]

    def test_of_one_state(self, client, asha, ben):
        ATransfer(asha, to=ben, shares=1)
        refusal(ATransfer(asha, to=ben, shares=2))

        told = client.get("/transfers/register.json?q=refused").json

        assert [line["number"] for line in told["items"]] == ["T2"]
        assert "q=lodged" in client.get("/transfers/register").text

    def test_in_csv(self, client, asha, ben):
        ATransfer(asha, to=ben)

        heads, line = client.get("/transfers/register.csv").text.splitlines()

        assert heads == "Number,Kind,From,To,Class,Shares,Lodged,Due,State,Late"
        assert line == "T1,transfer,Dr Asha Patel,Ben Okoro,Ordinary,10,2026-07-03,2026-09-03,lodged,28 days late"

    def test_prints(self, client, asha, ben):
        ATransfer(asha, to=ben)

        assert "T1 transfer Dr Asha Patel" in text_of(client.get("/transfers/register.pdf").data)

    @pytest.mark.parametrize(("role", "status"), [("director", 200), ("auditor", 200), ("member", 403)])
    def test_is_for_the_board(self, app, role, status):
        assert browser_of(app, role).get("/transfers/register").status_code == status

    def test_takes_as_few_statements_however_many_there_are(self, client, asha, ben):
        for _ in range(6):
            ATransfer(asha, to=ben, shares=1)
        db.session.expire_all()

        with statements() as asked:
            client.get("/transfers/register.json")

        assert len(asked) <= 16


class TestTransfer:
    def test_tells_the_form_in_its_order(self, client, asha):
        transfer = ATransfer(asha, shares=4, consideration=1_000_01, stamping="duty paid", duty=10_00)

        page = client.get(f"/transfers/{transfer.ref}").text

        places = [
            page.index(words)
            for words in (
                "£1,000.01",
                "Ordinary shares of £1.00 each",
                "4 (Four)",
                "Dr Asha Patel</a></dd>",
                "1 HIGH STREET, WIGSTON, LE18 2EW",
                "2 HIGH STREET, WIGSTON, LE18 2EW",
                "£10.00",
                "To be decided by",
            )
        ]
        assert places == sorted(places)
        assert "by 3 September 2026: 2 months from 3 July 2026, when it was lodged." in page

    def test_goes_by_its_number(self, client, asha):
        transfer = ATransfer(asha)

        assert client.get("/transfers/T1.json").json["ref"] == transfer.ref
        assert client.get("/transfers/T2").status_code == 404

    def test_leads_to_the_decision_that_registers_or_refuses_it(self, client, asha):
        transfer = ATransfer(asha)

        page = client.get(f"/transfers/{transfer.ref}").text

        assert f"/decisions/log?kind=transfer&amp;lodged={transfer.ref}" in page
        assert f"/decisions/log?kind=refuse+transfer&amp;lodged={transfer.ref}" in page

    def test_leads_there_only_those_who_may_log_and_while_it_waits(self, app, client, asha):
        transfer = ATransfer(asha)

        assert "/decisions/log" not in browser_of(app, "director").get(f"/transfers/{transfer.ref}").text
        registration(transfer)
        assert "lodged=" not in client.get(f"/transfers/{transfer.ref}").text

    def test_tells_what_came_of_it_and_by_which_decision(self, client, asha, board):
        transfer = refusal(ATransfer(asha), board)

        told = client.get(f"/transfers/{transfer.ref}.json").json

        assert (told["state"], told["refused"], told["reasons"]) == ("refused", "2026-08-10", REASONS)
        assert told["decision"] == "B/26/1"
        assert "/decisions/" in told["decision_href"]
        before = client.get(f"/transfers/{transfer.ref}.json?on=2026-08-09").json
        assert (before["state"], before["reasons"], before["decision"]) == ("lodged", "", None)

    def test_prints_without_the_practice(self, client, asha):
        transfer = ATransfer(asha, practice=APractice(name="LATHAM HOUSE"))

        words = text_of(client.get(f"/transfers/{transfer.ref}.pdf").data)

        assert "Transfer T1" in words
        assert "Number, in words Ten" in words
        assert "LATHAM" not in words.upper()

    def test_as_known_before_it_was_registered(self, client, asha):
        transfer = ATransfer(asha)
        then = clock.now().isoformat().replace("+00:00", "Z")
        with clock.telling(datetime(2026, 10, 2, 12, tzinfo=UTC), seed=1):
            registration(transfer)

        told = client.get(f"/transfers/{transfer.ref}.json?known={then}").json

        assert told["state"] == "lodged"


class TestForm:
    def test_of_a_lodged_transfer(self, client, asha, ben):
        transfer = ATransfer(asha, to=ben, shares=4, lodged_by="Clare Lee, solicitor")

        words = text_of(client.get(f"/transfers/{transfer.ref}/form.pdf").data)

        for each in (
            "Full name of undertaking",
            "Ordinary shares of £1.00 each",
            "Four (4)",
            "1. Dr Asha Patel",
            "1. Ben Okoro",
            "2 HIGH STREET, OAKHAM",
            "Clare Lee, solicitor",
        ):
            assert each in words

    def test_to_be_signed_leaves_blank_what_is_not_known(self, client, asha):
        ATransfer(asha, shares=4)

        told = client.get(f"/transfers/member/{asha.ref}/form.json").json["forms"]

        assert [(form["shares"], form["holders"], form["takers"]) for form in told] == [(6, ["Dr Asha Patel"], [])]
        words = text_of(client.get(f"/transfers/member/{asha.ref}/form.pdf").data)
        assert "Six (6)" in words
        assert "Signature of transferor 1" in words

    def test_to_be_signed_by_each_joint_holder_without_an_address(self, client, ordinary):
        joint = AMember(persons=[APerson(), APerson(forenames="Cara")])
        AHolding(2, member=joint, share_class=ordinary)

        (form,) = client.get(f"/transfers/member/{joint.ref}/form.json").json["forms"]

        assert (form["holders"], form["holder_address"]) == (["Asha Patel", "Cara Patel"], "")

    def test_to_be_signed_says_where_there_is_nothing_to_transfer(self, client):
        member = AMember()

        assert "no shares of this member to transfer" in text_of(
            client.get(f"/transfers/member/{member.ref}/form.pdf").data
        )


class TestNotice:
    def test_gives_the_reasons_to_the_transferee(self, client, asha, board):
        transfer = refusal(ATransfer(asha), board)

        words = text_of(client.get(f"/transfers/{transfer.ref}/notice.pdf").data)

        for each in ("Ben Okoro", "2 HIGH STREET, WIGSTON", "10 August 2026", REASONS, "decision B/26/1"):
            assert each in words
        assert "The instrument of transfer is returned to you with this notice." in words
        assert "Dr Asha Patel remains the registered holder" in words

    def test_does_not_say_why_an_instrument_is_kept(self, client, asha):
        transfer = refusal(ATransfer(asha))
        commands.withhold_instrument(transfer, withheld="The signature is traced.", by=ADA)

        page = client.get(f"/transfers/{transfer.ref}/notice").text

        assert "kept by the company" in page
        assert "traced" not in page

    def test_is_of_a_refused_transfer_alone(self, client, asha):
        transfer = ATransfer(asha)

        page = client.get(f"/transfers/{transfer.ref}/notice")

        assert page.status_code == 404
        assert "there is no notice of refusal" in page.text


class TestLodge:
    def test_begins_with_the_whole_holding(self, client, asha, ordinary):
        ATransfer(asha, shares=4)

        page = client.get(f"/transfers/member/{asha.ref}/lodge").text

        assert f'<option value="{ordinary.ref}" selected' in page
        assert 'name="shares" type="text" value="6"' in page
        assert 'name="consideration" type="text" value="0.00"' in page

    def test_begins_with_the_first_number(self, client):
        member = AHolding(10, share_class=AShareClass(numbered=True)).member
        ATransfer(member, shares=4)

        assert 'name="first" type="text" value="5"' in client.get(f"/transfers/member/{member.ref}/lodge").text

    def test_from_a_page(self, client, asha, ben, ordinary):
        answer = client.post(f"/transfers/member/{asha.ref}/lodge", data=a_form(share_class=ordinary.ref, to=ben.ref))

        assert answer.status_code == 303
        assert "Transfer T1" in client.get(answer.location).text

    def test_from_a_page_to_persons_in_their_order(self, client, asha, ordinary):
        cara, dan = APerson(forenames="Cara"), APerson(forenames="Dan")
        to = {"transferees-0-person": dan.ref, "transferees-1-person": cara.ref, "address": "5 HIGH STREET"}

        client.post(f"/transfers/member/{asha.ref}/lodge", data=a_form(share_class=ordinary.ref, **to))

        (transfer,) = lodged()
        assert [person.forenames for each in transfer.persons for person in each.names] == ["Dan", "Cara"]

    def test_from_json(self, api, asha, ben):
        answers = {"consideration": "1200.00", "share_class": "Ordinary", "shares": 4, "to": ben.ref}
        answers |= {"stamping": "duty paid", "duty": "10", "instrument_date": "2026-07-02"}
        answers |= {"instrument_received": "2026-07-03", "lodged": "2026-07-03"}

        answer = api.post(f"/transfers/member/{asha.ref}/lodge", json=answers)

        assert answer.status_code == 201
        (transfer,) = lodged()
        assert (transfer.consideration, transfer.duty, transfer.form) == (1_200_00, 10_00, "J30")

    def test_from_csv_all_lines_or_none(self, api, asha, ben):
        heads = "consideration,share_class,shares,instrument_date,to,transferees,address,stamping"
        heads += ",instrument_received,lodged\n"
        cara, dan = APerson(forenames="Cara"), APerson(forenames="Dan")
        days = "2026-07-03,2026-07-03\n"
        first = f"0,Ordinary,4,2026-07-02,{ben.ref},,,certificate 2,{days}"
        second = f"0,Ordinary,SO,2026-07-02,,{cara.ref}; {dan.ref},5 HIGH STREET,certificate 2,{days}"

        def post(shares):
            lines = heads + first + second.replace("SO", shares)
            return api.post(f"/transfers/member/{asha.ref}/lodge", data=lines, content_type="text/csv")

        assert (post("7").status_code, lodged()) == (409, [])
        assert (post("many").status_code, lodged()) == (422, [])
        assert post("6").status_code == 201
        assert [(each.number, len(each.persons)) for each in lodged()] == [("T1", 0), ("T2", 2)]

    @pytest.mark.parametrize(
        ("wrong", "status", "sentence"),
        [
            ({"shares": ""}, 422, "Number of shares: an answer is needed."),
            ({"shares": "0"}, 422, "Write a number of shares"),
            ({"first": "0"}, 422, "Write the number of a share, from 1."),
            ({"consideration": "much"}, 422, "Write an amount in pounds"),
            ({"stamping": "none"}, 422, "Must be one of"),
            ({"form": "K99"}, 422, "Must be one of"),
            ({"to": "nobody"}, 422, "There is no member “nobody”."),
            ({"lodged-month": "13"}, 422, "Write a real date"),
            ({"shares": "11"}, 409, "No more can go than is held"),
            ({"first": "3"}, 409, "Share number 3 is not among those"),
            ({"consideration": "1000.01", "stamping": "certificate 1"}, 409, "£1,000 or less"),
            ({"to": ""}, 409, "Name either a member who takes the shares"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, asha, ben, ordinary, wrong, status, sentence):
        answers = a_form(share_class=ordinary.ref, to=ben.ref, lodged_by="Clare Lee") | wrong

        page = client.post(f"/transfers/member/{asha.ref}/lodge", data=answers)

        assert page.status_code == status
        assert sentence in page.text
        assert "Clare Lee" in page.text
        assert lodged() == []

    def test_is_for_the_secretary_alone(self, app, asha, visitor):
        assert browser_of(app, "director").get(f"/transfers/member/{asha.ref}/lodge").status_code == 403
        assert visitor.get(f"/transfers/member/{asha.ref}/lodge").status_code == 401

    def test_of_no_member(self, client):
        assert client.get("/transfers/member/nobody/lodge").status_code == 404


class TestLodgeTransmission:
    @pytest.fixture
    def late_asha(self, asha):
        person = asha.holders[0].person

        def note(on):
            person.died = on
            return person

        given(note, on=date(2026, 7, 2), by=ADA)
        return asha

    def test_begins_with_the_death_on_record(self, client, late_asha):
        page = client.get(f"/transfers/member/{late_asha.ref}/lodge-transmission").text

        assert 'name="happened-day" type="text" inputmode="numeric" value="2"' in page
        assert 'name="shares" type="text" value="10"' in page

    def test_from_a_page(self, client, late_asha, ordinary):
        data = on(2, 7, 2026, "happened") | on(3, 7, 2026, "lodged") | {"cause": "death", "shares": "10"}
        data |= {"evidence": "Grant of probate", "share_class": ordinary.ref, "address": "5 HIGH STREET"}
        data |= {"transferees-0-person": APerson(forenames="Clare").ref}

        answer = client.post(f"/transfers/member/{late_asha.ref}/lodge-transmission", data=data)

        page = client.get(answer.location).text
        assert "Transmission T1" in page
        assert "Grant of probate" in page
        assert f"{answer.location}/form" not in page
        assert client.get(f"{answer.location}/form").status_code == 404
        assert "Grant of probate" in text_of(client.get(f"{answer.location}.pdf").data)

    def test_without_evidence_is_refused(self, client, late_asha):
        page = client.post(f"/transfers/member/{late_asha.ref}/lodge-transmission", data={"cause": "death"})

        assert page.status_code == 422
        assert "Evidence of title: an answer is needed." in page.text


class TestOfMember:
    def test_lists_what_comes_and_goes_with_the_doors_to_lodge_more(self, client, asha, ben):
        ATransfer(asha, to=ben, shares=1)
        ATransfer(ben, to=asha, shares=1)

        told = client.get(f"/transfers/member/{asha.ref}.json").json["items"]
        page = client.get(f"/transfers/member/{asha.ref}").text

        assert [(line["number"], line["way"]) for line in told] == [("T2", "In"), ("T1", "Out")]
        for door in ("lodge", "lodge-transmission", "form"):
            assert f"/transfers/member/{asha.ref}/{door}" in page

    def test_is_on_the_members_own_page_with_its_state(self, client, asha, ben):
        refusal(ATransfer(asha, to=ben))

        for member in (asha, ben):
            page = client.get(f"/members/{member.ref}").text
            assert "Transfers lodged" in page
            assert ">T1</a>" in page
            assert "refused" in page

    def test_does_not_show_a_members_page_to_those_who_are_not_of_the_board(self, app, asha, ben):
        ATransfer(asha, to=ben)

        assert "Transfers lodged" not in browser_of(app, "member").get(f"/members/{asha.ref}").text


class TestWithdraw:
    def test_from_a_page(self, client, asha):
        transfer = ATransfer(asha)

        answer = client.post(
            f"/transfers/{transfer.ref}/withdraw", data=on(10, 8, 2026, "withdrawn") | {"rev": str(transfer.rev)}
        )

        assert answer.status_code == 303
        assert transfer.withdrawn == AUGUST

    @pytest.mark.parametrize(("rev", "status"), [("1", 412), ("2", 409)])
    def test_not_of_one_that_was_decided(self, api, asha, rev, status):
        transfer = registration(ATransfer(asha))

        answer = api.post(
            f"/transfers/{transfer.ref}/withdraw", json={"withdrawn": "2026-08-10"}, headers={"If-Match": rev}
        )

        assert answer.status_code == status
        assert transfer.withdrawn is None

    def test_of_none_or_without_the_rev(self, api, asha):
        transfer = ATransfer(asha)

        assert api.post("/transfers/T9/withdraw", json={"withdrawn": "2026-08-10"}).status_code == 404
        assert api.post(f"/transfers/{transfer.ref}/withdraw", json={"withdrawn": "2026-08-10"}).status_code == 428


class TestReturnInstrument:
    def test_from_a_page_and_then_it_is_offered_no_more(self, client, asha):
        transfer = refusal(ATransfer(asha))
        door = f"/transfers/{transfer.ref}/return-instrument"
        assert door in client.get(f"/transfers/{transfer.ref}").text

        client.post(door, data=on(11, 8, 2026, "returned") | {"rev": str(transfer.rev)})

        assert transfer.returned == date(2026, 8, 11)
        assert door not in client.get(f"/transfers/{transfer.ref}").text

    def test_before_the_refusal_is_refused(self, client, asha):
        transfer = refusal(ATransfer(asha))

        page = client.post(
            f"/transfers/{transfer.ref}/return-instrument",
            data=on(9, 8, 2026, "returned") | {"rev": str(transfer.rev)},
        )

        assert page.status_code == 409
        assert "Model Articles, art. 26(5)" in page.text


class TestWithholdInstrument:
    def test_from_a_page(self, client, asha):
        transfer = refusal(ATransfer(asha))

        client.post(
            f"/transfers/{transfer.ref}/withhold-instrument",
            data={"withheld": "The signature differs.", "rev": str(transfer.rev)},
        )

        assert transfer.withheld == "The signature differs."


def duties(app, day, needs="transfers.lodge"):
    sources = [source for source in hung.DUTIES if source.needs == needs]
    with app.test_request_context("/home/register"):
        return [duty for source in sources for duty in source.gives(day)]


class TestDecisionsDue:
    def test_show_their_day_and_how_it_was_found_until_it_is_decided(self, app, asha, ben):
        transfer = ATransfer(asha, to=ben, shares=4)

        (duty,) = duties(app, JULY_3)

        assert duty.sentence == (
            "Register transfer T1, 4 Ordinary shares from Dr Asha Patel to Ben Okoro, or refuse it with reasons"
        )
        assert (duty.due, duty.reckoned) == (date(2026, 9, 3), "2 months from 3 July 2026, when it was lodged")
        assert duty.authority == "Companies Act 2006, s.771(1)"
        assert duty.href == f"/transfers/{transfer.ref}"
        assert duties(app, date(2026, 7, 2)) == []
        registration(transfer)
        assert [len(duties(app, day)) for day in (date(2026, 8, 9), AUGUST)] == [1, 0]

    def test_are_late_the_day_after_the_two_months(self, client, asha):
        ATransfer(asha)

        assert "1 day late" in client.get("/transfers/register?on=2026-09-04").text
        assert "day late" not in client.get("/transfers/register?on=2026-09-03").text

    def test_of_a_transmission_has_no_day(self, app, asha):
        facts = {"cause": "bankruptcy", "happened": JULY_3, "evidence": "An order", "lodged": JULY_3, "shares": 10}
        facts |= {"share_class": asha.movements[0].share_class, "transferees": [APerson()], "address": "5 HIGH STREET"}
        commands.lodge_transmission(asha, **facts, by=ADA)

        (duty,) = duties(app, JULY_3)

        assert (duty.due, duty.reckoned, duty.authority) == (None, "", "Model Articles, arts 27 to 29")


class TestInstrumentsToReturn:
    def test_with_the_notice_unless_fraud_is_suspected(self, app, asha, ben):
        transfer = refusal(ATransfer(asha, to=ben))

        (duty,) = duties(app, AUGUST, "transfers.return_instrument")

        assert duty.sentence == (
            "Return the instrument of transfer T1 to Ben Okoro with the notice of refusal, unless fraud is suspected"
        )
        assert (duty.due, duty.authority) == (date(2026, 9, 3), "Model Articles, art. 26(5)")
        assert duties(app, date(2026, 8, 9), "transfers.return_instrument") == []
        commands.return_instrument(transfer, returned=date(2026, 8, 12), by=ADA)
        assert len(duties(app, date(2026, 8, 11), "transfers.return_instrument")) == 1
        assert duties(app, date(2026, 8, 12), "transfers.return_instrument") == []


class TestResting:
    def test_tells_what_was_lodged_or_decided_since(self, app, asha, ben):
        registration(ATransfer(asha, to=ben, shares=4))

        def found(member, since):
            with app.test_request_context("/"):
                return [each.text for each in hung.resting_on(member, since) if each.kind == "Transfer"]

        told = ["T1: 4 Ordinary shares from Dr Asha Patel to Ben Okoro"]
        assert found(asha, JULY_3) == found(ben, AUGUST) == told
        assert found(asha, date(2026, 8, 11)) == []


class TestSearch:
    @pytest.mark.parametrize("words", ["t1", "okoro", "asha"])
    def test_finds_by_number_and_by_names(self, app, asha, ben, words):
        ATransfer(asha, to=ben)
        sources = [source for source in hung.SEARCHES if source.needs == "transfers.read"]

        with app.test_request_context("/"):
            found = [each.text for source in sources for each in source.gives(words, AUGUST)]

        assert found == ["T1: 10 Ordinary from Dr Asha Patel to Ben Okoro"]


class TestHistory:
    def test_calls_a_transfer_by_its_number(self, client, asha):
        transfer = ATransfer(asha, consideration=5_00, stamping="certificate 1")

        page = client.get(f"/audit/documents/{transfer.ref}").text

        assert "T1, from" in page
        assert "£5.00" in page
