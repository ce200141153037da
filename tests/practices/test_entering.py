"""What no file of the NHS has told: practices, branches and list sizes entered by hand."""

from datetime import UTC, date, datetime

import pytest

from registry.clock import telling
from registry.law import Breach
from registry.practices import commands, queries
from registry.practices.models import ListSize
from tests.factories import ADA, APractice

DAY_BEFORE, DAY = date(2019, 6, 30), date(2019, 7, 1)
BY_THE_PRACTICE = "The practice’s own count"


def enter(code="C82777", **more):
    return commands.enter(**{"code": code, "name": "SHARNFORD SURGERY", "opened": DAY} | more, by=ADA)


class TestEnter:
    def test_is_open_from_its_first_day(self):
        practice = enter(address="2 LEICESTER ROAD\nSHARNFORD", commissioner="04V")

        assert [practice.is_open(day) for day in (DAY_BEFORE, DAY)] == [False, True]
        told = queries.practice_on(practice, DAY)
        assert (told["name"], told["address"], told["commissioner"], told["state"]) == (
            "SHARNFORD SURGERY",
            "2 LEICESTER ROAD, SHARNFORD",
            "04V",
            "open",
        )

    def test_not_by_a_code_in_the_register(self):
        APractice(code="C82777", name="KIBWORTH")

        with pytest.raises(Breach, match="that of KIBWORTH"):
            enter()

    @pytest.mark.parametrize("code", ["U09521", "C82001001"])
    def test_not_by_the_code_of_a_network_or_a_branch(self, code):
        with pytest.raises(Breach, match="a capital letter and five digits"):
            enter(code)

    def test_not_before_it_opens(self):
        with telling(datetime(2019, 6, 30, 9, tzinfo=UTC)), pytest.raises(Breach, match="still to come"):
            enter()


class TestStrike:
    def test_leaves_no_practice_on_any_day(self):
        practice = enter()

        commands.strike(practice, reason="It is a branch.", by=ADA)

        assert not practice.is_open(DAY)
        assert [line["code"] for line in queries.practices_on(DAY)] == []
        assert "entered in error" in queries.practice_on(practice, DAY)["became"]

    def test_not_once_more_has_been_entered_of_it(self):
        practice = enter()
        commands.count(practice, on=DAY, patients=3_000, source=BY_THE_PRACTICE, by=ADA)

        with pytest.raises(Breach, match="More has been entered"):
            commands.strike(practice, reason="It is a branch.", by=ADA)


class TestCount:
    def test_tells_by_whose_count(self):
        practice = APractice(list_sizes=[ListSize(on=DAY_BEFORE, patients=4_000)])

        commands.count(practice, on=DAY, patients=4_100, source=BY_THE_PRACTICE, by=ADA)

        assert [practice.patients_on(day) for day in (DAY_BEFORE, DAY)] == [4_000, 4_100]
        sources = [size["source"] for size in queries.practice_on(practice, DAY)["list_sizes"]]
        assert sources == ["NHS Digital, Patients Registered at a GP Practice", BY_THE_PRACTICE]

    def test_not_twice_of_one_day(self):
        practice = APractice(list_sizes=[ListSize(on=DAY, patients=4_000)])

        with pytest.raises(Breach, match="a count of that day already, of 4,000 patients"):
            commands.count(practice, on=DAY, patients=4_100, source=BY_THE_PRACTICE, by=ADA)

    def test_not_of_a_day_to_come(self):
        with telling(datetime(2019, 6, 30, 9, tzinfo=UTC)), pytest.raises(Breach, match="still to come"):
            commands.count(APractice(), on=DAY, patients=1, source=BY_THE_PRACTICE, by=ADA)


class TestUncount:
    def test_the_count_before_stands(self):
        practice = APractice(list_sizes=[ListSize(on=DAY_BEFORE, patients=4_000)])
        commands.count(practice, on=DAY, patients=4_100, source=BY_THE_PRACTICE, by=ADA)

        commands.uncount(practice, on=DAY, reason="It was another practice’s.", by=ADA)

        assert practice.patients_on(DAY) == 4_000

    def test_not_where_nobody_counted(self):
        with pytest.raises(Breach, match="no count of that day"):
            commands.uncount(APractice(), on=DAY, reason="A slip.", by=ADA)


class TestBranches:
    def test_are_told_from_the_first_day_to_the_last(self):
        practice = APractice(code="C82001")
        commands.open_branch(practice, code="C82001001", name="THE MARKET PLACE", since=DAY, by=ADA)
        commands.close_branch(practice, code="C82001001", until=date(2022, 4, 1), by=ADA)

        def told(day):
            return [(line["code"], line["last_day"]) for line in queries.practice_on(practice, day)["branches"]]

        assert told(DAY_BEFORE) == []
        assert told(DAY) == told(date(2022, 3, 31)) == [("C82001001", None)]
        assert told(date(2022, 4, 1)) == [("C82001001", date(2022, 3, 31))]

    def test_have_the_code_of_their_practice(self):
        with pytest.raises(Breach, match="C82001, with three digits after it"):
            commands.open_branch(APractice(code="C82001"), code="C82036001", since=DAY, by=ADA)

    def test_never_share_a_code(self):
        practice = APractice(code="C82001")
        commands.open_branch(practice, code="C82001001", since=DAY, by=ADA)

        with pytest.raises(Breach, match="a branch of that code already"):
            commands.open_branch(practice, code="C82001001", since=DAY, by=ADA)

    def test_do_not_close_twice_or_before_they_open(self):
        practice = APractice(code="C82001")
        commands.open_branch(practice, code="C82001001", since=DAY, by=ADA)

        with pytest.raises(Breach, match="not open just before this day"):
            commands.close_branch(practice, code="C82001001", until=DAY, by=ADA)
        commands.close_branch(practice, code="C82001001", until=date(2022, 4, 1), by=ADA)
        with pytest.raises(Breach, match="not open just before this day"):
            commands.close_branch(practice, code="C82001001", until=date(2022, 5, 1), by=ADA)

    def test_reopen_where_the_closing_was_wrong(self):
        practice = APractice(code="C82001")
        commands.open_branch(practice, code="C82001001", since=DAY, by=ADA)
        commands.close_branch(practice, code="C82001001", until=date(2022, 4, 1), by=ADA)

        commands.reopen_branch(practice, code="C82001001", reason="It did not close.", by=ADA)

        assert [line["last_day"] for line in queries.practice_on(practice, date(2022, 4, 1))["branches"]] == [None]
        with pytest.raises(Breach, match="no end on record"):
            commands.reopen_branch(practice, code="C82001001", reason="Again.", by=ADA)


class TestDoors:
    def test_enter_count_and_open_a_branch_from_the_page(self, client):
        client.post("/practices/enter", data={"code": "c82777", "name": "SHARNFORD", **written("opened", DAY)})
        client.post(
            "/practices/C82777/count",
            data={"patients": "3000", "source": BY_THE_PRACTICE, "rev": "1", **written("on", DAY)},
        )
        client.post("/practices/C82777/open-branch", data={"code": "C82777001", "rev": "2", **written("since", DAY)})

        page = client.get("/practices/C82777").text

        assert BY_THE_PRACTICE in page
        assert "C82777001" in page

    def test_tell_what_cannot_be_beside_its_question(self, client):
        APractice(code="C82777", name="KIBWORTH")

        page = client.post("/practices/enter", data={"code": "C82777", "name": "SHARNFORD", **written("opened", DAY)})

        assert page.status_code == 409
        assert "is that of KIBWORTH" in page.text
        assert 'value="SHARNFORD"' in page.text

    @pytest.mark.parametrize("patients", ["-1", "3.5", "many"])
    def test_take_whole_numbers_of_patients_only(self, api, patients):
        APractice(code="C82777")
        asked = {"on": "2019-07-01", "patients": patients, "source": BY_THE_PRACTICE}

        assert api.post("/practices/C82777/count", json=asked, headers={"If-Match": "1"}).status_code == 422

    def test_take_no_branch_for_a_practice(self, api):
        APractice(code="C82001")
        board = api.post("/structure/found", json={"name": "O", "kind": "hub", "since": "2018-04-01"}).json["at"]

        answer = api.post(f"{board}/join", json={"practice": "C82001001", "since": "2019-07-01"})

        assert answer.status_code == 422
        assert answer.json["errors"]["practice"] == [
            "“C82001001” is the code of a branch; the practice it is of has the code C82001."
        ]

    def test_strike_and_close_a_branch(self, api):
        APractice(code="C82001")
        api.post(
            "/practices/C82001/open-branch",
            json={"code": "C82001001", "since": "2019-07-01"},
            headers={"If-Match": "1"},
        )

        closed = api.post(
            "/practices/C82001/close-branch",
            json={"code": "C82001001", "until": "2020-07-01"},
            headers={"If-Match": "2"},
        )
        struck = api.post("/practices/C82001/strike", json={"reason": "No."}, headers={"If-Match": "3"})

        assert closed.status_code == 201
        assert struck.status_code == 409

    def test_strike_what_was_entered_in_error(self, api):
        enter()

        answer = api.post("/practices/C82777/strike", json={"reason": "It is a branch."}, headers={"If-Match": "1"})

        assert answer.status_code == 201
        assert api.get("/practices/register.json").json["count"] == 0


def written(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}
