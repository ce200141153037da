from datetime import date

import pytest

from registry.db import db
from registry.practices.models import ListSize
from registry.profiles.models import ROLES, Profile
from tests.conftest import browser_of
from tests.factories import APractice, AProfile
from tests.papers import text_of
from tests.statements import statements

APRIL_1 = date(2026, 4, 1)
SENT = {"on-day": "1", "on-month": "4", "on-year": "2026", "source": "The practice manager"}
ROLES_SENT = {f"staff-{place}-role": role for place, role in enumerate(ROLES)}


@pytest.fixture
def bushloe():
    return APractice(code="C82013", name="BUSHLOE SURGERY", list_sizes=[ListSize(on=APRIL_1, patients=11_287)])


class TestRegister:
    def test_tells_the_latest_of_each_practice_open_that_day(self, client, bushloe):
        closed = APractice(code="C82036", closed=date(2026, 6, 1))
        AProfile(bushloe, on=APRIL_1)
        AProfile(bushloe, on=date(2026, 5, 1))
        AProfile(closed, on=APRIL_1)

        def told(on):
            lines = client.get(f"/profiles/register.json?on={on}").json["items"]
            return [(line["code"], line["on"]) for line in lines]

        assert told("2026-03-31") == []
        assert told("2026-04-30") == [("C82013", "2026-04-01"), ("C82036", "2026-04-01")]
        assert told("2026-05-31") == [("C82013", "2026-05-01"), ("C82036", "2026-04-01")]
        assert told("2026-06-01") == [("C82013", "2026-05-01")]

    def test_is_a_page_and_a_file(self, client, bushloe):
        AProfile(bushloe, nurses=3, rating="Good", rated=date(2019, 5, 12), building="Health centre", tenure="Leased")

        page, file = client.get("/profiles/register").text, client.get("/profiles/register.csv").text

        for words in ("3 in 1 role; 9 roles not known", "Good, 12 May 2019", "Health centre; Leased"):
            assert words in page
            assert words in file

    def test_is_printed_with_the_roles_down_and_the_practices_across(self, client):
        for place in range(7):
            AProfile(APractice(code=f"C8200{place}", name=f"PRACTICE {place}"), nurses=place)

        paper = text_of(client.get("/profiles/register.pdf").data)

        assert "Nurses 0 1 2 3 4 " in paper
        assert "Nurses 5 6 " in paper
        assert "7 entries" in paper

    def test_asks_a_few_questions_of_the_database_however_long_it_is(self, client):
        for _ in range(15):
            AProfile(nurses=3)

        with statements() as asked:
            client.get("/profiles/register.json")

        assert len(asked) <= 12


class TestProfile:
    def test_tells_of_the_practice_as_at_its_day(self, client, bushloe):
        profile = AProfile(bushloe, nurses=3, patients=11_300, total=4)

        page = client.get(f"/profiles/{profile.ref}").text
        told = client.get(f"/profiles/{profile.ref}.json").json

        assert "11,300. 13 more than the 11,287 counted on 1 April 2026." in page
        assert "4. 1 more than the 3 in 1 role; 9 roles not known." in page
        assert told["title"] == "Profile of BUSHLOE SURGERY"
        assert told["roles"][3] == {"role": "Nurses", "headcount": 3, "full_time": None, "told": "3"}
        assert told["roles"][0]["headcount"] is None

    def test_says_that_the_practice_told_again(self, client, bushloe):
        first = AProfile(bushloe, on=APRIL_1)
        AProfile(bushloe, on=date(2026, 5, 1))

        assert "told of itself again" not in client.get(f"/profiles/{first.ref}?on=2026-04-30").text
        assert "as at 1 May 2026</a>" in client.get(f"/profiles/{first.ref}?on=2026-05-01").text

    def test_is_printed_as_the_data_table_of_a_business_plan(self, client, bushloe):
        profile = AProfile(bushloe, nurses=3, total=4, note="Two nurses leave in June.")

        paper = text_of(client.get(f"/profiles/{profile.ref}.pdf").data)

        for words in ("Nurses 3", "GP partners Not known", "Total staff 3 in 1 role; 9 roles not known", "in June"):
            assert words in paper


class TestOfPractice:
    def test_lists_what_it_has_told_the_latest_first(self, client, bushloe):
        for day in (APRIL_1, date(2026, 5, 1)):
            AProfile(bushloe, on=day)
        AProfile()

        lines = client.get("/profiles/practice/C82013.json").json["items"]

        assert [line["on"] for line in lines] == ["2026-05-01", "2026-04-01"]


class TestRecord:
    def test_asks_for_each_of_the_ten_roles(self, client, bushloe):
        page = client.get("/profiles/practice/C82013/record").text

        assert [f'value="{role}"' in page for role in ROLES] == [True] * 10
        assert "staff-10-role" not in page

    def test_offers_what_the_practice_told_last(self, client, bushloe):
        AProfile(bushloe, nurses=8, rating="Good", rated=date(2019, 5, 12), building="Health centre", note="By e-mail.")

        page = client.get("/profiles/practice/C82013/record").text

        assert 'name="staff-3-headcount" type="text" value="8"' in page
        assert "Health centre" in page
        assert "By e-mail." not in page
        assert "The practice manager" not in page

    def test_takes_what_was_typed(self, client, bushloe):
        typed = ROLES_SENT | {"staff-0-headcount": "4", "staff-3-full_time": "2.5", "staff-4-headcount": "0"}

        answer = client.post("/profiles/practice/C82013/record", data=SENT | typed)

        assert answer.status_code == 303
        told = client.get(answer.location.rstrip("/") + ".json").json
        assert (told["staff"], told["full_time"]) == (
            "4 in 2 roles; 8 roles not known",
            "2.5 in 1 role; 9 roles not known",
        )

    @pytest.mark.parametrize(("typed", "hundredths"), [("12", 1_200), ("0.75", 75), ("3.5", 350), (" 0 ", 0)])
    def test_takes_full_time_as_people_write_it(self, api, bushloe, typed, hundredths):
        sent = {"on": "2026-04-01", "source": "Letter", "staff": [{"role": "Nurses", "full_time": typed}]}

        assert api.post("/profiles/practice/C82013/record", json=sent).status_code == 201
        assert db.session.query(Profile).one().works_as("Nurses").full_time_hundredths == hundredths

    @pytest.mark.parametrize(
        ("wrong", "status", "words"),
        [
            ({"source": ""}, 422, "Who said so: an answer is needed."),
            ({"staff-3-full_time": "0.755"}, 422, "Write a number such as 12 or 0.75."),
            ({"staff-3-full_time": "-1"}, 422, "Write a number such as 12 or 0.75."),
            ({"staff-3-headcount": "some"}, 422, "Write a whole number."),
            ({"staff-3-headcount": "-1"}, 422, "Write a number of people, from 0 to 10000."),
            ({"staff-3-headcount": "0", "staff-3-full_time": "1"}, 409, "Nurses: nobody works there"),
            ({"rated-day": "1", "rated-month": "3", "rated-year": "2026"}, 409, "say which rating"),
            ({"rating": "Fair"}, 422, "Choose one of these"),
            ({"on-year": "2199"}, 409, "is still to come"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, bushloe, wrong, status, words):
        page = client.post("/profiles/practice/C82013/record", data=SENT | ROLES_SENT | {"note": "Kept."} | wrong)

        assert page.status_code == status
        assert words in page.text
        assert "Kept." in page.text
        assert db.session.query(Profile).count() == 0

    def test_is_the_secretarys_alone(self, app, visitor, bushloe):
        assert visitor.get("/profiles/practice/C82013/record").status_code == 401
        assert browser_of(app, "director").get("/profiles/practice/C82013/record").status_code == 403


class TestCorrect:
    def test_begins_with_what_was_said(self, client, bushloe):
        profile = AProfile(bushloe, nurses=8)

        page = client.get(f"/profiles/{profile.ref}/correct").text

        assert 'name="staff-3-headcount" type="text" value="8"' in page
        assert 'value="The practice manager"' in page
        assert f'<option value="{bushloe.ref}" selected>' in page

    def test_needs_a_reason_and_what_was_seen(self, client, bushloe):
        profile = AProfile(bushloe)
        at, right = f"/profiles/{profile.ref}/correct", SENT | {"practice": bushloe.ref, "total": "9", "rev": "1"}

        assert client.post(at, data=right).status_code == 422
        assert client.post(at, data=right | {"reason": "Misread.", "rev": "7"}).status_code == 412
        assert client.post(at, data=right | {"reason": "Misread."}).status_code == 303
        assert client.get(f"/profiles/{profile.ref}.json").json["total"] == 9


class TestPanel:
    def test_tells_the_latest_on_the_page_of_the_practice_and_those_before_it(self, client, bushloe):
        AProfile(bushloe, on=APRIL_1, nurses=3)
        AProfile(bushloe, on=date(2026, 5, 1), nurses=4)

        page = client.get("/practices/C82013?on=2026-05-01").text

        assert page.index("4 in 1 role") < page.index("3 in 1 role")
        assert "4 in 1 role" not in client.get("/practices/C82013?on=2026-04-30").text

    def test_says_that_it_has_told_nothing(self, client, bushloe):
        assert "It has told nothing of its staff" in client.get("/practices/C82013").text


class TestSearch:
    def test_finds_a_profile_by_practice_building_or_rating(self, client, bushloe):
        AProfile(bushloe, building="Health centre", rating="Good", rated=APRIL_1)

        def found(words):
            return "C82013 BUSHLOE SURGERY, 1 April 2026" in client.get(f"/home/search?q={words}").text

        assert [found(words) for words in ("bushloe", "health+centre", "good", "inadequate")] == [True] * 3 + [False]
