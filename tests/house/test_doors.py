"""What a page offers of the house: the way to each room, and what can be done from there."""

import re

from registry import ledger
from tests.conftest import browser_of
from tests.factories import AHolding, AMember, APerson, AShareClass


def ways(page):
    """The navigation: (text, whether it is below another, whether it is where one is)."""
    nav = page[page.index('class="rooms"') : page.index("</nav>", page.index('class="rooms"'))]
    found, depth = [], 0
    for tag, attributes, text in re.findall(r"<(/?ul|a)([^>]*)>([^<]*)", nav):
        depth += {"ul": 1, "/ul": -1}.get(tag, 0)
        if tag == "a":
            found.append((text.strip(), depth > 1, "aria-current" in attributes))
    return found


class TestNavigation:
    def test_tells_the_rooms_below_one_only_to_those_who_are_in_it(self, client):
        inside, outside = ways(client.get("/members/register").text), ways(client.get("/people/register").text)

        assert "Nominee schedule" in "".join(text for text, below, _ in inside if below)
        assert [text for text, below, _ in outside if below] == []
        assert [text for text, below, _ in inside if not below] == [text for text, _, _ in outside]

    def test_keeps_them_open_in_the_rooms_themselves(self, client):
        there = ways(client.get("/nominees/register").text)

        assert [below for _, below, here in there if here] == [True]
        assert ("Members", False, False) in there

    def test_marks_where_one_is(self, client):
        for address, text in (("/members/register", "Members"), ("/people/register", "People")):
            assert [way for way in ways(client.get(address).text) if way[2]] == [(text, False, True)]

    def test_offers_no_room_that_one_may_not_enter(self, app):
        told = {text for text, _, _ in ways(browser_of(app, "director").get("/members/register").text)}
        all_told = {text for text, _, _ in ways(browser_of(app, "secretary").get("/members/register").text)}

        assert "Accounts" in all_told - told


class TestActs:
    def test_stand_under_their_headings_where_they_are_many(self, client):
        page = client.get(f"/members/{AHolding(5).member.ref}").text

        assert re.findall(r'actions__head">([^<]+)<', page)[-2:] == ["It changed", "It was wrong"]

    def test_stand_in_a_row_where_they_are_few(self, client):
        assert "actions__head" not in client.get(f"/people/{APerson().ref}").text

    def test_are_offered_only_of_what_they_can_be_done_to(self, client):
        sole, joint = AMember(), AMember(persons=[APerson(), APerson()])

        offered = ["Joint holder died" in client.get(f"/members/{member.ref}").text for member in (sole, joint)]

        assert offered == [False, True]

    def test_that_are_not_offered_are_refused_all_the_same(self, api):
        member, asked = AMember(person=(asha := APerson())), {"changed": "2018-07-01"}

        answer = api.post(f"/members/{member.ref}/strike", json=asked | {"person": asha.ref}, headers={"If-Match": "1"})

        assert answer.status_code == 409

    def test_give_way_to_the_way_back_on_another_day(self, client):
        page = client.get(f"/members/{AHolding(5).member.ref}?on=2018-07-01").text

        assert "the past cannot be changed" in page
        assert "actions__head" not in page


class TestForm:
    def test_asked_only_for_its_headers_does_nothing(self, client):
        size = ledger.head().size

        answer = client.head("/people/enter", data={"forenames": "Asha", "surname": "Patel"})

        assert (answer.status_code, ledger.head().size) == (200, size)


class TestRehearsal:
    ASKED = {"forenames": "Asha", "surname": "Patel"}

    def test_answers_what_would_be_and_records_nothing(self, api):
        size = ledger.head().size

        answer = api.post("/people/enter?rehearse=1", json=self.ASKED)

        assert (answer.status_code, answer.json) == (200, {"recorded": False, "would": []})
        assert ledger.head().size == size

    def test_tells_what_rests_on_what_would_be_changed(self, api):
        member = AHolding(5, share_class=AShareClass(name="Ordinary")).member
        asked = {"entered": "2017-03-31", "authority": "clerical", "reason": "A slip."}

        answer = api.post(f"/members/{member.ref}/correct-entry?rehearse=1", json=asked, headers={"If-Match": "2"})

        held = {
            "kind": "Holding",
            "text": "5 Ordinary from 1 April 2017: Allotment",
            "href": f"/members/{member.ref}",
        }
        assert answer.json == {"recorded": False, "would": [{"since": "2017-03-31", "found": [held]}]}
        assert api.get(f"/members/{member.ref}.json").json["entered"] == "2017-04-01"

    def test_refuses_what_the_act_would_refuse(self, api):
        assert api.post("/people/enter?rehearse=1", json={"forenames": "Asha"}).status_code == 422
        assert api.post("/people/enter?rehearse=1", json=[]).status_code == 422

    def test_is_only_for_those_who_may_act(self, app):
        assert browser_of(app, "director").post("/people/enter?rehearse=1", data=self.ASKED).status_code == 403
