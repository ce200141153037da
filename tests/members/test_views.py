from datetime import date

import pytest
from flask import g

from registry import clock
from registry.doors import hung
from registry.members import queries, standing
from tests.conftest import browser_of
from tests.factories import ADA, AHolding, AMember, APerson, AShareClass
from tests.members.acts import ADDRESS, SPRING, SUMMER, at, transfer, typed

ENTERED = typed(1, 4, 2017, "entered")


class TestCreateClass:
    ASKED = {"name": "Ordinary", "nominal": "1.00", "votes_per_share": "1"}

    def test_from_a_page(self, client):
        answer = client.post("/members/create-class", data=self.ASKED)

        assert (answer.status_code, answer.location) == (303, "/members/classes")
        assert standing.class_named("Ordinary").nominal == 100

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"name": ""}, "Name: an answer is needed."),
            ({"name": "x" * 1_001}, "at most 1000 letters"),
            ({"nominal": ""}, "Nominal value of a share: an answer is needed."),
            ({"nominal": "a pound"}, "Write an amount in pounds, such as 12 or 12.50."),
            ({"nominal": "9" * 5_000}, "Write an amount in pounds, such as 12 or 12.50."),
            ({"votes_per_share": "one"}, "Write a whole number."),
            ({"votes_per_share": "-1"}, "Write a number of votes, from 0 to 1000."),
            ({"colour": "red"}, "This form does not ask for that."),
        ],
    )
    def test_an_answer_that_makes_no_sense_is_sent_back(self, client, wrong, sentence):
        answer = client.post("/members/create-class", data=self.ASKED | wrong)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert standing.only_class() is None

    def test_a_name_that_is_taken_is_refused_beside_it(self, client):
        AShareClass(name="Ordinary")

        answer = client.post("/members/create-class", data=self.ASKED)

        assert answer.status_code == 409
        assert answer.text.count("this one is taken") == 3
        assert "Companies Act 2006, s.113(3)" in answer.text


class TestAdmit:
    def test_from_a_page_with_joint_holders_in_order(self, client):
        zoe, asha = APerson(forenames="Zoe"), APerson(forenames="Asha")
        holders = {"holders-0-person": zoe.ref, "holders-1-person": asha.ref, "holders-2-person": ""}

        answer = client.post("/members/admit", data={"address": ADDRESS} | holders | ENTERED)

        assert answer.status_code == 303
        assert client.get(f"{answer.location}.json").json["holders"] == ["Zoe Patel", "Asha Patel"]

    def test_from_json_by_refs(self, api):
        asked = {"holders": [APerson().ref], "address": ADDRESS, "entered": "2017-04-01"}

        answer = api.post("/members/admit", json=asked)

        assert answer.status_code == 201
        assert len(answer.json["entries"]) == 1
        assert [line["name"] for line in queries.register_on(SPRING)] == ["Asha Patel"]

    def test_from_csv_all_lines_in_one_act(self, api):
        asha, ben, zoe = APerson(), APerson(), APerson()
        lines = f"holders,address,entered\n{asha.ref},WIGSTON,2017-04-01\n{ben.ref}; {zoe.ref},OADBY,2017-04-02\n"

        answer = api.post("/members/admit", data=lines, content_type="text/csv")

        assert answer.status_code == 201
        assert sorted(len(line["holders"]) for line in queries.register_on(date(2017, 4, 2))) == [1, 2]

    def test_from_csv_one_bad_line_and_nobody_is_admitted(self, api):
        lines = f"holders,address,entered\n{APerson().ref},WIGSTON,2017-04-01\nNOBODY,OADBY,1 April\n"

        answer = api.post("/members/admit", data=lines, content_type="text/csv")

        assert answer.status_code == 422
        assert "There is no person “NOBODY”." in str(answer.json["errors"]["3"])
        assert len(queries.register_on(clock.today())) == 0

    def test_begins_with_today(self, client):
        assert f'value="{clock.today().year}"' in client.get("/members/admit").text

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"holders-0-person": ""}, "Holders: an answer is needed."),
            ({"holders-0-person": "NOBODY"}, "There is no person “NOBODY”."),
            ({"address": " "}, "Service address: an answer is needed."),
            ({"entered-month": "13"}, "Write a real date, such as 31 3 2026."),
            ({"practice": "C82001"}, "This form does not ask for that."),
        ],
    )
    def test_an_answer_that_makes_no_sense_is_sent_back(self, client, wrong, sentence):
        asked = {"holders-0-person": APerson().ref, "address": "WIGSTON WEST"} | ENTERED

        answer = client.post("/members/admit", data=asked | wrong)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert 'value="2017"' in answer.text
        assert len(queries.register_on(clock.today())) == 0

    def test_five_holders_are_too_many(self, api):
        asked = {"holders": [APerson().ref for _ in range(5)], "address": ADDRESS, "entered": "2017-04-01"}

        answer = api.post("/members/admit", json=asked)

        assert answer.status_code == 422
        assert answer.json["errors"]["holders"] == ["Name one holder, or up to 4 who hold jointly."]

    @pytest.mark.parametrize("holders", [5, "", [], {}, [5], [None], [{"person": 5}], [{"name": "Asha"}]])
    def test_holders_that_are_none_are_refused(self, api, holders):
        answer = api.post("/members/admit", json={"holders": holders, "address": ADDRESS, "entered": "2017-04-01"})

        assert answer.status_code == 422
        assert "holders" in answer.json["errors"]

    def test_the_same_member_again_is_refused_beside_the_holders(self, client):
        asha = APerson()
        AMember(person=asha, folio=7)

        answer = client.post("/members/admit", data={"holders-0-person": asha.ref, "address": "WIGSTON WEST"} | ENTERED)

        assert answer.status_code == 409
        assert "folio 7" in answer.text
        assert "WIGSTON WEST" in answer.text

    def test_with_a_trust_in_the_address_is_refused_beside_it(self, client):
        asked = {"holders-0-person": APerson().ref, "address": "As trustee of Kibworth"} | ENTERED

        answer = client.post("/members/admit", data=asked)

        assert answer.status_code == 409
        assert "No notice of a trust may be entered on the register" in answer.text
        assert "Companies Act 2006, s.126; Model Articles, art. 23" in answer.text

    def test_is_not_for_directors(self, app):
        assert browser_of(app, "director").get("/members/admit").status_code == 403


class TestChangesOfAnAccount:
    """Doors that enter what has changed: each by a page and by JSON, told which rev was seen."""

    @pytest.fixture(autouse=True)
    def _an_account(self, app):
        self.asha, self.ben = APerson(died=SUMMER), APerson(forenames="Ben")
        self.member = AMember(persons=[self.asha, self.ben])
        self.address = f"/members/{self.member.ref}"

    def asked(self, act):
        return {
            "readdress": {"address": "2 LOW LANE"},
            "reorder": {"holders": [self.ben.ref, self.asha.ref]},
            "strike": {"person": self.asha.ref},
        }[act] | {"changed": "2018-07-01"}

    @pytest.mark.parametrize("act", ["readdress", "reorder", "strike"])
    def test_from_json(self, api, act):
        answer = api.post(f"{self.address}/{act}", json=self.asked(act), headers={"If-Match": "1"})

        assert (answer.status_code, answer.json["at"]) == (201, self.address)
        assert (self.member.rev, len(self.member.notes)) == (2, 1)

    @pytest.mark.parametrize("act", ["readdress", "reorder", "strike"])
    def test_of_another_rev_or_of_none_is_refused(self, api, act):
        asked = self.asked(act)

        assert api.post(f"{self.address}/{act}", json=asked, headers={"If-Match": "0"}).status_code == 412
        assert api.post(f"{self.address}/{act}", json=asked).status_code == 428
        assert self.member.notes == []

    @pytest.mark.parametrize("act", ["readdress", "reorder", "strike"])
    def test_is_not_for_directors_and_not_of_nobody(self, app, client, act):
        assert browser_of(app, "director").post(f"{self.address}/{act}").status_code == 403
        assert client.post(f"/members/NOBODY/{act}").status_code == 404

    @pytest.mark.parametrize("act", ["readdress", "reorder", "strike"])
    def test_on_a_day_to_come_is_against_the_law_and_without_one_makes_no_sense(self, api, act):
        asked = self.asked(act) | {"changed": "2099-07-01"}
        late = api.post(f"{self.address}/{act}", json=asked, headers={"If-Match": "1"})
        none = api.post(f"{self.address}/{act}", json={"changed": "soon"}, headers={"If-Match": "1"})

        assert (late.status_code, none.status_code) == (409, 422)
        assert "changed" in none.json["errors"]

    def test_readdress_from_a_page(self, client):
        asked = {"address": "2 LOW LANE", "rev": "1"} | typed(1, 7, 2018, "changed")

        answer = client.post(f"{self.address}/readdress", data=asked)

        assert (answer.status_code, answer.location) == (303, self.address)
        assert self.member.address == "2 LOW LANE"

    def test_reorder_from_a_page(self, client):
        holders = {"holders-0-person": self.ben.ref, "holders-1-person": self.asha.ref}

        answer = client.post(f"{self.address}/reorder", data={"rev": "1"} | holders | typed(1, 7, 2018, "changed"))

        assert answer.status_code == 303
        assert self.member.names_on(SUMMER) == "Ben Patel and Asha Patel"

    def test_strike_from_a_page(self, client):
        asked = {"person": self.asha.ref, "rev": "1"} | typed(1, 7, 2018, "changed")

        answer = client.post(f"{self.address}/strike", data=asked)

        assert answer.status_code == 303
        assert self.member.names_on(SUMMER) == "Ben Patel"

    def test_strike_of_the_living_is_refused_beside_the_date(self, client):
        asked = {"person": self.ben.ref, "rev": "1"} | typed(1, 7, 2018, "changed")

        answer = client.post(f"{self.address}/strike", data=asked)

        assert answer.status_code == 409
        assert "must be on record first" in answer.text


class TestRemove:
    @pytest.fixture(autouse=True)
    def _a_former_member(self, app):
        holding = AHolding(5)
        transfer(holding.member, AMember(), holding.share_class, 5)
        self.member, self.door = holding.member, f"/members/{holding.member.ref}/remove"

    def test_from_the_list_of_what_may_be_removed(self, app):
        with at(2028, 7, 2):
            client = browser_of(app, "secretary")
            listed = client.get("/members/removable.json").json["items"]
            answer = client.post(self.door, data={"reason": "ten years", "rev": str(self.member.rev)})

        assert [(line["folio"], line["removable"]) for line in listed] == [(self.member.folio, "2028-07-02")]
        assert (answer.status_code, answer.location) == (303, "/members/removable")
        assert self.member.removed == date(2028, 7, 2)

    def test_too_early_without_a_reason_or_a_rev_is_refused(self, app):
        asked = {"reason": "ten years", "rev": str(self.member.rev)}
        with at(2028, 7, 1):
            client = browser_of(app, "secretary")
            assert client.post(self.door, data=asked).status_code == 409
        with at(2028, 7, 2):
            client = browser_of(app, "secretary")
            assert client.post(self.door, data=asked | {"reason": ""}).status_code == 422
            assert client.post(self.door, data=asked | {"rev": "1"}).status_code == 412

        assert self.member.removed is None

    def test_is_proposed_on_home_and_never_done_by_itself(self, app):
        def proposed(day):
            with app.test_request_context():
                g.account = ADA
                return [duty.href for duty in hung.duties(day) if "may be removed" in duty.sentence]

        assert proposed(date(2028, 7, 1)) == []
        assert proposed(date(2028, 7, 2)) == [self.door]
        assert self.member.removed is None

    def test_is_not_for_directors(self, app):
        assert browser_of(app, "director").get(self.door).status_code == 403
        assert browser_of(app, "director").get("/members/removable").status_code == 403
