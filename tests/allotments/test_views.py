from datetime import date

import pytest

from registry.allotments import commands
from registry.allotments.models import EXCLUDED, OFFERED
from registry.db import db
from registry.doors import hung
from registry.filings import commands as filings
from registry.members import commands as members
from registry.practices.models import ListSize
from tests.allotments.acts import BORN, JULY, JUNE, MAY, autumn, set_formula, subscribe, typed
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABelonging,
    ABody,
    ACompany,
    ADecision,
    AHolding,
    AMember,
    AnAllotment,
    AnAuthority,
    ANomination,
    APerson,
    APractice,
    AShareClass,
)
from tests.papers import text_of
from tests.statements import statements


@pytest.fixture(autouse=True)
def today():
    with autumn():
        yield


@pytest.fixture
def ordinary():
    return AShareClass(name="Ordinary")


@pytest.fixture
def asha():
    return AMember(person=APerson(title="Dr"), folio=901)


@pytest.fixture
def ben():
    return AMember(person=APerson(forenames="Ben", surname="Okoro"), folio=902)


@pytest.fixture
def clare():
    return AMember(person=APerson(forenames="Clare", surname="Patel"), folio=903)


def items(client, path):
    return client.get(f"/allotments/{path}").json["items"]


class TestRegister:
    def test_tells_each_with_its_authority_and_its_return(self, client, ordinary, asha, ben, clare):
        AnAllotment((asha, 10), share_class=ordinary, on=JUNE)
        authority = AnAuthority(share_class=ordinary)
        AnAllotment((asha, 10), (ben, 3), (clare, 1), share_class=ordinary, authority=authority, on=JULY)

        second, first = items(client, "register.json")

        assert (second["number"], second["shares"], second["members"]) == ("A2", 14, "Dr Asha Patel and 2 others")
        assert (second["authority"], second["return_due"]) == ("Ordinary resolution of 3 May 2026", "2026-08-01")
        assert (first["number"], first["authority"], first["returned"]) == ("A1", None, None)

    def test_as_at_a_day(self, client, ordinary, asha):
        AnAllotment((asha, 10), share_class=ordinary, on=JUNE, entered=JULY)

        assert [len(items(client, f"register.json?on={day}")) for day in ("2026-05-31", "2026-06-01")] == [0, 1]

    def test_says_when_the_return_was_sent_as_at_a_day(self, client, ordinary, asha):
        allotment = AnAllotment((asha, 10), share_class=ordinary, on=JUNE)
        send_return(allotment, date(2026, 6, 20))

        def returned(day):
            return items(client, f"register.json?on={day}")[0]["returned"]

        assert [returned(day) for day in ("2026-06-19", "2026-06-20")] == [None, "2026-06-20"]

    def test_in_csv(self, client, ordinary, asha, ben):
        AnAllotment((asha, 10), (ben, 3), share_class=ordinary)

        heads, line = client.get("/allotments/register.csv").text.splitlines()

        assert heads == "Number,Allotted,Class,Shares,To,Paid per share,Authority,Return due,Return sent"
        assert line == "A1,2026-07-01,Ordinary,13,Dr Asha Patel and Ben Okoro,1.00,,2026-08-01,"

    def test_prints(self, client, ordinary, asha):
        AnAllotment((asha, 10), share_class=ordinary)

        assert "A1 1 July 2026 Ordinary 10" in text_of(client.get("/allotments/register.pdf").data)

    def test_leads_to_the_authorities_and_the_entitlement(self, client):
        page = client.get("/allotments/register").text

        assert "/allotments/authorities" in page
        assert "/allotments/entitlement" in page

    @pytest.mark.parametrize(("role", "status"), [("member", 200), ("director", 200), ("auditor", 200)])
    def test_is_for_those_who_have_signed_in(self, app, visitor, role, status):
        assert browser_of(app, role).get("/allotments/register").status_code == status
        assert visitor.get("/allotments/register").status_code == 401

    def test_takes_as_few_statements_however_many_there_are(self, client, ordinary, asha, ben):
        for _ in range(6):
            AnAllotment((asha, 1), (ben, 1), share_class=ordinary)
        db.session.expire_all()

        with statements() as asked:
            client.get("/allotments/register.json")

        assert len(asked) <= 14


def send_return(allotment, sent):
    return filings.record(form="SH01", sent=sent, sent_by="The secretary", about=allotment.ref, by=ADA)


class TestAllotment:
    def test_tells_all_of_it(self, client, ordinary, asha, ben):
        offer = {"preemption": OFFERED, "offered": JUNE, "closes": date(2026, 6, 15), "answered": date(2026, 6, 12)}
        allotment = AnAllotment((asha, 10), (ben, 3), share_class=ordinary, paid=150, **offer)

        told = client.get(f"/allotments/{allotment.ref}.json").json

        assert (told["shares"], told["nominal"], told["money"]) == (13, "13.00", "19.50")
        assert told["preemption"] == (
            "Offered to the existing holders on 1 June 2026; the offer was to close on 15 June 2026,"
            " and all had answered by 12 June 2026"
        )
        assert [(lot["folio"], lot["member"], lot["shares"]) for lot in told["lots"]] == [
            (901, "Dr Asha Patel", 10),
            (902, "Ben Okoro", 3),
        ]
        assert (told["kind"], told["consideration"], told["put_right"]) == ("Allotted by the directors", "Cash", [])

    def test_goes_by_its_number_too(self, client, ordinary, asha):
        AnAllotment((asha, 10), share_class=ordinary)

        assert "<h1" in client.get("/allotments/A1").text
        assert client.get("/allotments/A2").status_code == 404

    def test_says_by_which_decision_and_that_leads_there(self, client, ordinary, asha):
        ADecision(body=ABody(name="Board"), kind="allot shares", member=asha, share_class=ordinary, shares=2, paid=100,
                  preemption=EXCLUDED)  # fmt: skip

        assert client.get("/allotments/A1.json").json["decision"] == "B/26/1"
        assert "/decisions/" in client.get("/allotments/A1").text

    def test_says_so_where_the_register_has_been_put_right(self, client, ordinary, asha, ben, clare):
        AnAllotment((asha, 10), (ben, 3), (clare, 1), share_class=ordinary)
        put_right(asha, shares=8)
        put_right(ben, shares=0)

        told = client.get("/allotments/A1.json").json

        assert told["put_right"] == [
            "The register now shows, of Dr Asha Patel, folio 901, 8 Ordinary shares,"
            " entered on 1 July 2026, with £1.00 paid on each.",
            "The register no longer shows these shares of Ben Okoro, folio 902.",
        ]
        assert [lot["shares"] for lot in told["lots"]] == [10, 3, 1]
        assert "have been put right since" in client.get("/allotments/A1").text
        assert "Put right since" in text_of(client.get("/allotments/A1.pdf").data)

    def test_as_it_was_known_before_it_was_put_right(self, client, ordinary, asha):
        AnAllotment((asha, 10), share_class=ordinary)
        with autumn() as now:
            now.at = now.at.replace(hour=13)
            put_right(asha, shares=8)

        assert client.get("/allotments/A1.json?known=2026-10-01T12:30:00Z").json["put_right"] == []

    def test_prints(self, client, asha):
        numbered = AShareClass(name="Ordinary", numbered=True)
        AnAllotment((asha, 10), share_class=numbered)

        words = text_of(client.get("/allotments/A1.pdf").data)

        assert "Allotment A1" in words
        assert "Dr Asha Patel 901 10 1–10" in words

    def test_of_subscribers_wants_no_return(self, client, ordinary):
        ACompany(incorporated=BORN)
        subscribe((AMember(entered=BORN), 1), share_class=ordinary)

        told = client.get("/allotments/A1.json").json

        assert (told["kind"], told["return_due"]) == ("Taken by the subscribers", None)

    def test_shows_its_return_to_those_who_may_read_it(self, app, client, ordinary, asha):
        filing = send_return(AnAllotment((asha, 10), share_class=ordinary), date(2026, 7, 20))

        assert f"/filings/{filing.ref}" in client.get("/allotments/A1").text
        assert f"/filings/{filing.ref}" not in browser_of(app, "member").get("/allotments/A1").text


def put_right(member, **right):
    (movement,) = member.movements
    was = {"on": movement.on, "shares": movement.shares, "paid": movement.paid}
    facts = {"authority": "consent", "reason": "misread"} | was | right
    members.correct_movement(member, movement=movement, **facts, by=ADA)


class TestAllot:
    def an_answer(self, share_class, *lots, **more):
        lines = [{"member": member.ref, "shares": shares} for member, shares in lots]
        facts = {"share_class": share_class.ref, "on": "2026-07-01", "entered": "2026-07-02", "paid": "1.00"}
        return facts | {"lots": lines, "preemption": EXCLUDED} | more

    def on_a_page(self, share_class, *lots, **more):
        days = typed(1, 7, 2026, "on") | typed(2, 7, 2026, "entered")
        lines = {
            f"lots-{place}-{name}": value
            for place, (member, shares) in enumerate(lots)
            for name, value in (("member", member.ref), ("shares", str(shares)))
        }
        return days | lines | {"share_class": share_class.ref, "paid": "1", "preemption": EXCLUDED} | more

    def test_begins_at_par_today_by_the_authority_in_force_to_whom_the_address_names(self, client, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)

        page = client.get(f"/allotments/allot?member={asha.ref}").text

        assert f'value="{ordinary.ref}" selected' in page
        assert f'value="{authority.ref}" selected' in page
        assert f'value="{asha.ref}" selected' in page
        assert 'name="paid" type="text" value="1.00"' in page
        assert 'name="on-day" type="text" inputmode="numeric" value="1"' in page

    def test_of_two_classes_leaves_the_choice(self, client, ordinary):
        AShareClass(name="B")

        assert f'value="{ordinary.ref}" selected' not in client.get("/allotments/allot").text

    def test_from_a_page(self, client, ordinary, asha, ben):
        answer = client.post("/allotments/allot", data=self.on_a_page(ordinary, (asha, 10), (ben, 3)))

        assert answer.status_code == 303
        page = client.get(answer.location).text
        assert "Allotment A1" in page
        assert (asha.held(date(2026, 7, 1)), asha.held(date(2026, 7, 2)), ben.held(date(2026, 7, 2))) == (0, 10, 3)

    def test_from_json(self, api, ordinary, asha, ben):
        done = api.post("/allotments/allot", json=self.an_answer(ordinary, (asha, 10), (ben, 3)))

        assert (done.status_code, len(done.json["entries"])) == (201, 3)

    def test_from_csv_an_allotment_a_line(self, api, ordinary, asha, ben):
        text = (
            "share_class,lots,on,entered,paid,preemption\n"
            f"Ordinary,{asha.ref} 10; {ben.ref} 3,2026-07-01,2026-07-02,1.00,{EXCLUDED}\n"
            f"Ordinary,{ben.ref} 4,2026-07-01,2026-07-02,1.00,{EXCLUDED}\n"
        )

        done = api.post("/allotments/allot", data=text, content_type="text/csv")

        assert done.status_code == 201
        assert [line["number"] for line in items(api, "register.json")] == ["A2", "A1"]
        assert (asha.held(JULY + (date(2026, 7, 2) - JULY)), ben.held(date(2026, 7, 2))) == (10, 7)

    @pytest.mark.parametrize(
        ("cell", "errors"),
        [
            ("{asha}", {"lots": ["Write the member’s ref and the number of shares, a space between them."]}),
            ("{asha} ten", {"lots": {"0": {"shares": ["Write a whole number."]}}}),
            ("{asha} 10; nobody 3", {"lots": {"1": {"member": ["There is no member “nobody”."]}}}),
            ("{asha} 0", {"lots": {"0": {"shares": ["Write a number of shares, from 1 to 1000000000."]}}}),
            ("", {"lots": ["To whom: an answer is needed."]}),
        ],
    )
    def test_from_a_csv_that_is_wrong_says_where_and_does_nothing(self, api, ordinary, asha, cell, errors):
        text = (
            "share_class,lots,on,entered,paid,preemption\n"
            f"Ordinary,{asha.ref} 10,2026-07-01,2026-07-02,1.00,{EXCLUDED}\n"
            f"Ordinary,{cell.format(asha=asha.ref)},2026-07-01,2026-07-02,1.00,{EXCLUDED}\n"
        )

        refused = api.post("/allotments/allot", data=text, content_type="text/csv")

        assert (refused.status_code, refused.json["errors"]) == (422, {"3": errors})
        assert items(api, "register.json") == []

    def test_from_a_csv_whose_second_line_the_law_forbids_does_nothing(self, api, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, maximum=10)
        line = f"Ordinary,{asha.ref} 6,2026-07-01,2026-07-02,1.00,{EXCLUDED},{authority.ref}\n"
        text = f"share_class,lots,on,entered,paid,preemption,authority\n{line}{line}"

        refused = api.post("/allotments/allot", data=text, content_type="text/csv")

        assert refused.status_code == 409
        assert "4 are left; the last allotment was A1" in refused.json["detail"]
        assert items(api, "register.json") == []

    @pytest.mark.parametrize(
        ("wrong", "errors"),
        [
            ({"lots": []}, {"lots": ["To whom: an answer is needed."]}),
            ({"lots": "nobody 1"}, {"lots": {"0": {"member": ["There is no member “nobody”."]}}}),
            ({"lots": 7}, {"lots": ["Write the member’s ref and the number of shares, a space between them."]}),
            ({"lots": [7]}, {"lots": {"0": {"_schema": ["Send the answers as an object."]}}}),
            ({"lots": [{"shares": 1}]}, {"lots": {"0": {"member": ["Member: an answer is needed."]}}}),
            (
                {"lots": [{"member": "nobody", "shares": 1, "price": 2}]},
                {
                    "lots": {
                        "0": {
                            "member": ["There is no member “nobody”."],
                            "price": ["This form does not ask for that."],
                        }
                    }
                },
            ),
            ({"on": "2026-02-30"}, {"on": ["Write a real date, such as 31 3 2026."]}),
            ({"paid": "a pound"}, {"paid": ["Write an amount in pounds, such as 12 or 12.50."]}),
            ({"preemption": "forgotten"}, None),
            ({"preemption": "subscriber shares"}, None),
            ({"consideration": "love"}, None),
            ({"authority": "nobody"}, {"authority": ["There is no authority “nobody”."]}),
            ({"share_class": "B"}, {"share_class": ["There is no share class “B”."]}),
        ],
    )
    def test_from_json_that_is_wrong_says_where(self, api, ordinary, asha, wrong, errors):
        refused = api.post("/allotments/allot", json=self.an_answer(ordinary, (asha, 10)) | wrong)

        assert refused.status_code == 422
        assert refused.json["errors"] == errors or (errors is None and set(refused.json["errors"]) == set(wrong))
        assert items(api, "register.json") == []

    def test_from_json_that_the_law_forbids_says_by_which(self, api, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, maximum=9)

        refused = api.post("/allotments/allot", json=self.an_answer(ordinary, (asha, 10), authority=authority.ref))

        assert (refused.status_code, refused.json["authority"]) == (409, "Companies Act 2006, s.551(3)")

    def test_from_a_page_that_is_wrong_keeps_what_was_typed_beside_what_is_wrong(self, client, ordinary, asha):
        wrong = self.on_a_page(ordinary, (asha, "many"), given="The goodwill")

        page = client.post("/allotments/allot", data=wrong)

        assert page.status_code == 422
        assert 'href="#lots-0-shares"' in page.text
        assert "The goodwill" in page.text

    def test_from_a_page_that_the_law_forbids_says_so_at_the_question(self, client, ordinary, asha):
        AnAuthority(share_class=ordinary)

        page = client.post("/allotments/allot", data=self.on_a_page(ordinary, (asha, 1)))

        assert page.status_code == 409
        assert "Choose the authority" in page.text
        assert 'id="authority-error"' in page.text

    @pytest.mark.parametrize("door", ["allot", "subscribe", "authorise", "set-formula"])
    @pytest.mark.parametrize("role", ["director", "member", "auditor"])
    def test_is_the_secretarys_alone_as_are_the_others(self, app, visitor, door, role):
        assert browser_of(app, role).get(f"/allotments/{door}").status_code == 403
        assert visitor.get(f"/allotments/{door}").status_code == 401


class TestSubscribe:
    def test_from_a_page(self, client, ordinary):
        ACompany(incorporated=BORN)
        asha = AMember(entered=BORN)
        lots = {"lots-0-member": asha.ref, "lots-0-shares": "1"}

        answer = client.post("/allotments/subscribe", data=lots | {"share_class": ordinary.ref, "paid": "1"})

        assert answer.status_code == 303
        assert asha.held(BORN) == 1

    def test_before_the_company_is_on_record_says_what_to_do(self, api, ordinary, asha):
        lots = [{"member": asha.ref, "shares": 1}]

        refused = api.post("/allotments/subscribe", json={"share_class": "Ordinary", "paid": "1", "lots": lots})

        assert refused.status_code == 409
        assert "enter the company, with that day, first" in refused.json["detail"]


class TestAuthorities:
    def test_tell_what_is_left_and_for_how_long_as_at_a_day(self, client, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, maximum=10, expires=date(2026, 8, 30))
        AnAllotment((asha, 7), share_class=ordinary, authority=authority, on=JULY)

        def told(day):
            (line,) = items(client, f"authorities.json?on={day}")
            return line["allotted"], line["left"], line["days_left"], line["state"]

        assert items(client, "authorities.json?on=2026-05-02") == []
        assert told("2026-05-03") == (0, 10, 119, "in force")
        assert told("2026-06-30") == (0, 10, 61, "in force")
        assert told("2026-07-01") == (7, 3, 60, "in force")
        assert told("2026-08-30") == (7, 3, 0, "in force")
        assert told("2026-08-31") == (7, 3, None, "expired")

    def test_tell_when_one_was_revoked(self, client, ordinary):
        commands.revoke(AnAuthority(share_class=ordinary), revoked=JULY, by=ADA)

        states = [items(client, f"authorities.json?on={day}")[0]["state"] for day in ("2026-06-30", "2026-07-01")]

        assert states == ["in force", "revoked"]

    def test_in_csv_and_on_paper(self, client, ordinary):
        AnAuthority(share_class=ordinary)

        heads, line = client.get("/allotments/authorities.csv").text.splitlines()
        assert heads == "Given by,Class,Maximum,Allotted,Left,Given on,Expires,Days to expiry,State,Revoked"
        assert line.startswith("Ordinary resolution of 3 May 2026,Ordinary,300,0,300,2026-05-03,2031-05-03,")
        assert "Ordinary resolution" in text_of(client.get("/allotments/authorities.pdf").data)


class TestAuthority:
    def test_tells_what_was_allotted_under_it(self, client, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)
        AnAllotment((asha, 7), share_class=ordinary, authority=authority)

        told = client.get(f"/allotments/authorities/{authority.ref}.json").json

        assert (told["left"], [each["number"] for each in told["allotments"]]) == (293, ["A1"])
        assert "A1" in text_of(client.get(f"/allotments/authorities/{authority.ref}.pdf").data)

    def test_offers_to_revoke_it_only_while_it_is_in_force(self, client, ordinary):
        authority = AnAuthority(share_class=ordinary)
        place = f"/allotments/authorities/{authority.ref}"

        assert f"{place}/revoke" in client.get(place).text
        commands.revoke(authority, revoked=JULY, by=ADA)
        assert f"{place}/revoke" not in client.get(place).text


class TestAuthorise:
    ANSWERS = {"maximum": "300", "resolution": "Ordinary resolution of 3 May 2026"}

    def test_from_a_page(self, client, ordinary):
        days = typed(3, 5, 2026, "granted") | typed(3, 5, 2031, "expires")

        answer = client.post("/allotments/authorise", data=self.ANSWERS | days | {"share_class": ordinary.ref})

        assert answer.status_code == 303
        assert items(client, "authorities.json")[0]["maximum"] == 300

    @pytest.mark.parametrize(("expires", "status"), [("2031-05-03", 201), ("2031-05-04", 409), ("2031-02-29", 422)])
    def test_ends_within_five_years(self, api, ordinary, expires, status):
        days = {"granted": "2026-05-03", "expires": expires, "share_class": "Ordinary"}

        assert api.post("/allotments/authorise", json=self.ANSWERS | days).status_code == status

    @pytest.mark.parametrize("maximum", ["0", "-1", "1.5", "some", ""])
    def test_of_no_shares_is_no_answer(self, api, ordinary, maximum):
        days = {"granted": "2026-05-03", "expires": "2031-05-03", "share_class": "Ordinary"}

        refused = api.post("/allotments/authorise", json=self.ANSWERS | days | {"maximum": maximum})

        assert (refused.status_code, list(refused.json["errors"])) == (422, ["maximum"])


class TestRevoke:
    def test_from_a_page(self, client, ordinary):
        authority = AnAuthority(share_class=ordinary)
        place = f"/allotments/authorities/{authority.ref}"

        answer = client.post(f"{place}/revoke", data=typed(1, 7, 2026, "revoked") | {"rev": "1"})

        assert answer.status_code == 303
        assert client.get(f"{place}.json").json["state"] == "revoked"

    def test_that_somebody_has_overtaken_is_told_so(self, api, ordinary):
        place = f"/allotments/authorities/{AnAuthority(share_class=ordinary).ref}/revoke"

        assert api.post(place, json={"revoked": "2026-07-01"}).status_code == 428
        assert api.post(place, json={"revoked": "2026-07-01"}, headers={"If-Match": "2"}).status_code == 412
        assert api.post(place, json={"revoked": "2026-11-01"}, headers={"If-Match": "1"}).status_code == 409
        assert api.post(place, json={"revoked": "2026-07-01"}, headers={"If-Match": "1"}).status_code == 201


class TestCorrectAuthority:
    def test_shows_what_was_allotted_under_it_before_anything_is_done(self, client, ordinary, asha):
        authority = AnAuthority(share_class=ordinary)
        AnAllotment((asha, 7), share_class=ordinary, authority=authority)
        place = f"/allotments/authorities/{authority.ref}/correct-authority"
        days = typed(3, 5, 2026, "granted") | typed(3, 5, 2030, "expires")
        answers = {
            "share_class": ordinary.ref,
            "maximum": "200",
            "resolution": "Articles, art. 12",
            "reason": "misread",
        }

        page = client.post(place, data=days | answers | {"rev": "1"})
        assert "A1, of 7 shares to Dr Asha Patel" in page.text
        assert authority.maximum == 300

        done = client.post(place, data=days | answers | {"rev": "1", "seen": "2026-05-03"})
        assert done.status_code == 303
        db.session.expire_all()
        assert (authority.maximum, authority.expires) == (200, date(2030, 5, 3))

    def test_begins_with_what_it_says(self, client, ordinary):
        place = f"/allotments/authorities/{AnAuthority(share_class=ordinary).ref}/correct-authority"

        assert 'value="Ordinary resolution of 3 May 2026"' in client.get(place).text


class TestFormula:
    def test_is_set_and_put_right(self, client, ordinary):
        asked = {"share_class": ordinary.ref, "per_thousand": "1.00", "rounding": "down", "reserve": "20"}
        answer = client.post("/allotments/set-formula", data=asked | typed(1, 6, 2026, "since"))
        assert answer.location.endswith("/allotments/entitlement")

        (line,) = items(client, "formulas.json")
        assert (line["per_thousand"], line["rounding"], line["reserve"]) == ("1.00", "down", 20)

        right = asked | typed(2, 6, 2026, "since") | {"rounding": "up", "reason": "misread", "rev": "1"}
        place = f"/allotments/formulas/{line['ref']}"
        assert client.post(f"{place}/correct-formula", data=right).status_code == 303
        told = client.get(f"{place}.json").json
        assert (told["rounding"], told["since"]) == ("up", "2026-06-02")
        assert 'value="20"' in client.get(f"{place}/correct-formula").text
        assert "Formula since 2 June 2026" in text_of(client.get(f"{place}.pdf").data)

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [
            ({"per_thousand": "0"}, 409),
            ({"since": "2026-10-02"}, 409),
            ({"per_thousand": "-1"}, 422),
            ({"rounding": "sideways"}, 422),
            ({"reserve": -1}, 422),
            ({"since": "soon"}, 422),
        ],
    )
    def test_that_is_wrong_is_refused(self, api, ordinary, wrong, status):
        asked = {"share_class": "Ordinary", "per_thousand": "1.00", "rounding": "down", "since": "2026-06-01"}

        refused = api.post("/allotments/set-formula", json=asked | wrong)

        assert refused.status_code == status
        assert items(api, "formulas.json") == []


@pytest.fixture
def federation(ordinary):
    """Three practices of a network, one that has closed and one without a list size; two of them with shares."""
    network = ABody(kind="PCN", name="Rutland Health")
    sizes = {
        "OAKHAM": [ListSize(on=date(2026, 4, 1), patients=14_600), ListSize(on=date(2026, 8, 1), patients=15_400)],
        "BUSHLOE": [ListSize(on=date(2026, 4, 1), patients=9_499)],
        "EMPINGHAM": [],
    }
    practices = {name: APractice(name=name, list_sizes=list_sizes) for name, list_sizes in sizes.items()}
    practices["CLOSED"] = APractice(name="CLOSED", closed=JUNE, list_sizes=[ListSize(on=MAY, patients=3_000)])
    for name in sizes:
        ABelonging(body=network, practice=practices[name])
    APractice(name="ELSEWHERE", list_sizes=[ListSize(on=MAY, patients=7_000)])
    for name, shares in (("OAKHAM", 12), ("BUSHLOE", 10), ("CLOSED", 3)):
        member = AHolding(shares, share_class=ordinary).member
        ANomination(member=member, practice=practices[name])
    return practices


class TestEntitlement:
    def told(self, client, query=""):
        lines = items(client, f"entitlement.json{query}")
        return {line["practice"]: (line["entitlement"], line["issued"], line["difference"]) for line in lines}

    def test_stands_beside_what_is_issued_practice_by_practice(self, client, ordinary, federation):
        set_formula(ordinary)

        assert self.told(client) == {
            "BUSHLOE": (9, 10, -1),
            "CLOSED": (None, 3, -3),
            "EMPINGHAM": (None, 0, None),
            "OAKHAM": (15, 12, 3),
        }

    def test_says_why_there_is_none(self, client, ordinary, federation):
        set_formula(ordinary)

        remarks = {line["practice"]: line["remark"] for line in items(client, "entitlement.json")}

        assert remarks["CLOSED"] == "Closed: 31 May 2026 was its last day"
        assert remarks["EMPINGHAM"] == "No list size published by 1 October 2026"
        assert remarks["OAKHAM"] == ""

    @pytest.mark.parametrize(
        ("query", "patients", "counted", "entitlement"),
        [
            ("", 15_400, "2026-08-01", 15),
            ("?sizes=2026-08-01", 15_400, "2026-08-01", 15),
            ("?sizes=2026-07-31", 14_600, "2026-04-01", 15),
            ("?on=2026-07-31", 14_600, "2026-04-01", 15),
            ("?on=2026-07-31&sizes=2026-08-01", 15_400, "2026-08-01", 15),
            ("?sizes=2026-03-31", None, None, None),
        ],
    )
    def test_is_by_the_list_sizes_of_whichever_day(
        self, client, ordinary, federation, query, patients, counted, entitlement
    ):
        set_formula(ordinary)

        line = items(client, f"entitlement.json{query}")[-1]

        assert (line["practice"], line["patients"], line["counted"]) == ("OAKHAM", patients, counted)
        assert line["entitlement"] == entitlement

    @pytest.mark.parametrize(("rounding", "shares"), [("down", 15), ("nearest", 15), ("up", 16)])
    def test_is_rounded_as_the_formula_says(self, client, ordinary, federation, rounding, shares):
        set_formula(ordinary, rounding=rounding)

        assert self.told(client)["OAKHAM"][0] == shares

    def test_is_in_pounds_too_by_the_nominal_value(self, client, federation):
        ten_pence = AShareClass(name="B", nominal=10)
        set_formula(ten_pence, rounding="down")

        line = items(client, "entitlement.json")[-1]

        assert (line["entitlement"], line["value"], line["issued"]) == (154, "15.40", 0)

    def test_is_by_the_formula_of_the_day(self, client, ordinary, federation):
        set_formula(ordinary, since=JUNE)
        set_formula(ordinary, since=JULY, per_thousand=200)

        shares = [self.told(client, f"?on={day}&sizes=2026-08-01")["OAKHAM"][0] for day in ("2026-06-30", "2026-07-01")]

        assert shares == [15, 31]

    def test_has_totals_and_a_reserve_from_which_later_allotments_come(self, client, ordinary, federation, asha):
        set_formula(ordinary, reserve=20)
        AnAllotment((asha, 5), share_class=ordinary, on=JUNE)
        AnAllotment((asha, 6), share_class=ordinary, on=JULY)

        told = client.get("/allotments/entitlement.json").json

        assert (told["reserve"], told["reserve_left"], told["unsized"]) == (20, 14, 1)
        assert told["totals"] == {"patients": 24_899, "entitlement": 24, "value": 2400, "issued": 36, "difference": -12}
        assert client.get("/allotments/entitlement.json?on=2026-06-30").json["reserve_left"] == 20

    def test_counts_shares_that_are_held_for_no_practice(self, client, ordinary, federation, asha):
        set_formula(ordinary)
        AnAllotment((asha, 5), share_class=ordinary)

        line = items(client, "entitlement.json")[-1]

        assert (line["practice"], line["issued"], line["difference"]) == ("Dr Asha Patel", 5, -5)
        assert line["remark"] == "A holder for no practice on the nominee schedule"

    def test_of_merged_practices_may_exceed_what_is_issued(self, client, ordinary, federation):
        """One has taken over the other's patients; its shares follow only when they are transferred."""
        set_formula(ordinary)

        told = self.told(client, "?on=2026-09-01")

        assert (told["CLOSED"], told["OAKHAM"]) == ((None, 3, -3), (15, 12, 3))

    def test_without_a_formula_says_so(self, client, federation):
        assert "No formula is on record" in client.get("/allotments/entitlement").text
        assert items(client, "entitlement.json") == []
        assert "No formula is on record" in text_of(client.get("/allotments/entitlement.pdf").data)

    def test_on_a_page_shows_signs_totals_and_what_is_left_of_the_reserve(self, client, ordinary, federation):
        set_formula(ordinary, reserve=20)

        page = client.get("/allotments/entitlement?sizes=2026-08-01").text

        assert "+3" in page
        assert "−1" in page
        assert "£1.00 of Ordinary shares for each 1,000 patients, in shares of £1.00, rounded to the nearest" in page
        assert "Of 20 shares held back, 20 are left." in page
        assert "Together" in page
        assert 'value="2026-08-01"' in page
        assert "sizes=2026-08-01" in page.split("downloads")[1]

    def test_prints_with_totals(self, client, ordinary, federation):
        set_formula(ordinary, reserve=20)

        words = text_of(client.get("/allotments/entitlement.pdf").data)

        assert "+3" in words
        assert "Together" in words
        assert "Of 20 shares held back, 20 are left." in words

    def test_in_csv(self, client, ordinary, federation):
        set_formula(ordinary)

        lines = client.get("/allotments/entitlement.csv").text.splitlines()

        assert lines[0] == (
            "Practice,ODS code,Patients,Counted on,Shares it is entitled to,Nominal value,"
            "Shares issued,Difference,Remark"
        )
        assert lines[-1].endswith(",15400,2026-08-01,15,15.00,12,3,")

    @pytest.mark.parametrize("sizes", ["soon", "2026-02-30", "0001-01-01"])
    def test_of_a_day_that_is_none_is_refused(self, client, ordinary, sizes):
        assert client.get(f"/allotments/entitlement.json?sizes={sizes}").status_code == 422

    def test_takes_as_few_statements_however_many_practices_there_are(self, client, ordinary, federation):
        set_formula(ordinary)
        db.session.expire_all()

        with statements() as asked:
            client.get("/allotments/entitlement.json")

        assert len(asked) <= 24


class TestPanelOfAMember:
    def test_tells_what_was_allotted_to_it_and_by_which_allotment(self, client, ordinary, asha, ben):
        allotment = AnAllotment((asha, 10), (ben, 3), share_class=ordinary)
        AnAllotment((ben, 8), share_class=ordinary)

        panel = client.get(f"/members/{asha.ref}").text.split("Allotted to it</h2>")[1].split("</section>")[0]

        assert f'href="/allotments/{allotment.ref}">A1</a>' in panel
        assert "<span>10</span>" in panel
        assert "A2" not in panel


def duties(client, day="2026-10-01"):
    return client.get(f"/home/duties.json?on={day}").json["items"]


class TestDuties:
    def test_of_an_authority_that_ends_within_sixty_days_with_something_left(self, client, ordinary, asha):
        authority = AnAuthority(share_class=ordinary, maximum=10, expires=date(2026, 8, 30))
        AnAllotment((asha, 7), share_class=ordinary, authority=authority, on=JUNE)

        def told(day):
            return [line for line in duties(client, day) if "Renew the authority" in line["sentence"]]

        assert [len(told(day)) for day in ("2026-06-30", "2026-07-01", "2026-08-30", "2026-08-31")] == [0, 1, 1, 0]
        assert told("2026-07-01")[0]["due"] == "2026-08-30"
        assert "it has 3 of its 10 Ordinary shares left" in told("2026-07-01")[0]["sentence"]

    def test_but_not_if_nothing_is_left_or_another_goes_on(self, client, ordinary, asha):
        AnAuthority(share_class=ordinary, expires=date(2026, 10, 30))
        used = AnAuthority(share_class=AShareClass(name="B"), maximum=7, expires=date(2026, 10, 30))
        AnAllotment((asha, 7), share_class=used.share_class, authority=used)
        AnAuthority(share_class=ordinary)

        assert [line for line in duties(client) if "Renew the authority" in line["sentence"]] == []

    def test_of_a_return_until_it_is_sent(self, client, ordinary, asha):
        allotment = AnAllotment((asha, 7), share_class=ordinary, on=date(2026, 8, 31))

        (duty,) = [line for line in duties(client) if "SH01" in line["sentence"]]
        assert (duty["due"], duty["authority"]) == ("2026-09-30", "Companies Act 2006, s.555(2)")
        assert "return of allotment A1, of 7 Ordinary shares on 31 August 2026" in duty["sentence"]

        send_return(allotment, date(2026, 9, 1))
        assert [line for line in duties(client) if "SH01" in line["sentence"]] == []

    def test_of_a_return_is_late_the_day_after_the_month(self, client, ordinary, asha):
        AnAllotment((asha, 7), share_class=ordinary, on=date(2026, 8, 31))

        def late(day):
            (line,) = client.get(f"/filings/outstanding.json?on={day}").json["items"]
            return line["late"]

        assert [late("2026-09-30"), late("2026-10-01")] == [0, 1]


class TestResting:
    def test_names_the_allotments_that_came_to_a_member_since_a_day(self, client, ordinary, asha, ben):
        AnAllotment((asha, 10), (ben, 3), share_class=ordinary, on=JUNE, entered=JULY)
        AnAllotment((ben, 3), share_class=ordinary)

        def found(since):
            return [each.text for each in hung.resting_on(asha, since) if each.kind == "Allotment"]

        with client:
            client.get("/")
            assert found(JULY) == ["A1: 13 Ordinary shares to Dr Asha Patel and Ben Okoro"]
            assert found(date(2026, 7, 2)) == []


class TestSearch:
    def test_finds_allotments_by_number_and_member_and_authorities_by_their_words(self, client, ordinary, asha):
        AnAllotment((asha, 10), share_class=ordinary)
        AnAuthority(share_class=ordinary)

        def found(words):
            return client.get(f"/home/search?q={words}").text

        assert "A1: 10 Ordinary to Dr Asha Patel" in found("asha+patel")
        assert "Ordinary resolution of 3 May 2026" in found("resolution")


class TestAudit:
    def test_calls_what_is_kept_here_by_its_name(self, client, ordinary, asha):
        formula, authority = set_formula(ordinary, per_thousand=150), AnAuthority(share_class=ordinary)
        allotment = AnAllotment((asha, 10), share_class=ordinary, authority=authority)

        def told(document):
            return client.get(f"/audit/documents/{document.ref}").text

        assert "allotment A1" in told(allotment)
        assert "authority to allot, Ordinary resolution of 3 May 2026" in told(authority)
        assert "formula since 1 June 2026" in told(formula)
        assert "£1.50" in told(formula)
