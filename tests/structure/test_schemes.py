"""The schemes of grouping side by side: at the desk, as JSON, as CSV and on paper."""

from datetime import date

import pytest

from registry.practices.models import ListSize
from registry.structure import commands
from tests.conftest import browser_of
from tests.factories import ADA, ABelonging, ABody, APractice
from tests.papers import text_of

DAY_BEFORE, DAY = date(2019, 6, 30), date(2019, 7, 1)


@pytest.fixture
def side_by_side(app):
    """Kibworth in the hub Harborough since 2018, and in the network Cross Counties since July 2019."""
    kibworth = APractice(code="C82001", name="KIBWORTH", list_sizes=[ListSize(on=date(2019, 6, 1), patients=34_999)])
    ABelonging(
        practice=kibworth, body=ABody(kind="hub", name="Harborough", since=date(2018, 4, 1)), since=date(2018, 4, 1)
    )
    ABelonging(practice=kibworth, body=ABody(kind="PCN", name="Cross Counties", since=DAY), since=DAY)
    source = {"source": "The federation’s page on its hubs", "by": ADA}
    commands.introduce(
        name="Six hubs", kind="hub", since=date(2018, 4, 1), dates="in the course of 2017–18", least=35_000, **source
    )
    commands.introduce(name="Seven networks", kind="PCN", since=DAY, least=30_000, most=50_000, **source)
    commands.report(patients=325_000, about=True, on=DAY_BEFORE, **source)
    commands.flag(text="The hubs list 31 practices.", noted=DAY, **source)


@pytest.mark.usefixtures("side_by_side")
class TestSideBySide:
    def test_as_json_the_schemes_of_the_day(self, client):
        def told(day):
            return client.get(f"/structure/groupings.json?on={day}").json

        assert [scheme["name"] for scheme in told(DAY_BEFORE)["schemes"]] == ["Six hubs"]
        schemes = told(DAY)["schemes"]
        assert [(each["name"], each["practices"], each["patients"]) for each in schemes] == [
            ("Six hubs", 1, 34_999),
            ("Seven networks", 1, 34_999),
        ]
        assert schemes[0]["remarks"] == [
            "Harborough: 34,999 patients: fewer than the 35,000 that a hub is meant to have."
        ]
        assert schemes[1]["remarks"] == []
        assert schemes[0]["dates"] == "from 1 April 2018; in the course of 2017–18"
        assert [line["d"] for line in told(DAY)["picture"]["lines"]] != []
        assert told(DAY)["changes"] == ["2018-04-01", "2019-07-01"]

    @pytest.mark.parametrize("words", ["Six hubs", "About 325,000", "The hubs list 31 practices.", "Where the figures"])
    def test_at_the_desk(self, client, words):
        assert words in client.get(f"/structure/groupings?on={DAY}").text

    def test_the_picture_names_every_body_and_practice_of_the_day(self, client):
        def drawn(day):
            page = client.get(f"/structure/groupings?on={day}").text
            return page[page.index("<svg") : page.index("</svg>")]

        assert "Cross Counties" not in drawn(DAY_BEFORE)
        assert "Cross Counties (1)" in drawn(DAY)
        assert "KIBWORTH" in drawn(DAY)

    def test_on_paper_with_the_picture(self, client):
        words = " ".join(text_of(client.get(f"/structure/groupings.pdf?on={DAY}").data).split())

        for each in ("Side by side", "Cross Counties (1)", "Seven networks", "325,000", "The hubs list 31 practices."):
            assert each in words


class TestDoors:
    SCHEME = {"name": "Six hubs", "kind": "hub", "since": "2018-04-01", "source": "A page"}
    POST = {
        "structure/schemes/introduce": SCHEME,
        "structure/populations/report": {"patients": "325000", "about": True, "on": "2019-06-30", "source": "A page"},
        "structure/discrepancies/flag": {"text": "31 names", "source": "A page", "noted": "2019-07-01"},
    }

    @pytest.mark.parametrize("path", POST)
    def test_are_the_secretarys(self, app, path):
        assert browser_of(app, "director").get(f"/{path}").status_code == 403
        assert browser_of(app, "secretary").get(f"/{path}").status_code == 200

    @pytest.mark.parametrize(("path", "asked"), POST.items())
    def test_enter_and_lead_on(self, api, path, asked):
        answer = api.post(f"/{path}", json=asked)

        assert answer.status_code == 201
        assert api.get(answer.json["at"]).status_code == 200

    @pytest.mark.parametrize(
        ("path", "wrong"),
        [
            ("structure/schemes/introduce", {"least": 0}),
            ("structure/schemes/introduce", {"kind": "board"}),
            ("structure/populations/report", {"patients": "many"}),
            ("structure/discrepancies/flag", {"source": ""}),
        ],
    )
    def test_ask_again_what_was_not_well_answered(self, api, path, wrong):
        answer = api.post(f"/{path}", json=self.POST[path] | wrong)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == list(wrong)

    def test_change_what_they_are_of(self, api):
        scheme = api.post("/structure/schemes/introduce", json=self.SCHEME).json["at"]
        retired = api.post(f"{scheme}/retire", json={"until": "2019-07-01"}, headers={"If-Match": "1"})
        again = self.SCHEME | {"reason": "It goes on.", "name": "Six locality hubs"}
        del again["kind"]
        amended = api.post(f"{scheme}/amend", json=again, headers={"If-Match": "2"})
        stale = api.post(f"{scheme}/retire", json={"until": "2019-07-01"}, headers={"If-Match": "1"})

        assert [answer.status_code for answer in (retired, amended, stale)] == [201, 201, 412]
        told = api.get(f"{scheme}.json").json
        assert (told["title"], told["last_day"]) == ("Six locality hubs", None)

    def test_settle_a_contradiction(self, api):
        noted = api.post("/structure/discrepancies/flag", json=self.POST["structure/discrepancies/flag"]).json["at"]

        early = api.post(f"{noted}/settle", json={"settled": "2019-06-30", "how": "x"}, headers={"If-Match": "1"})
        settled = api.post(f"{noted}/settle", json={"settled": "2019-07-01", "how": "x"}, headers={"If-Match": "1"})

        assert (early.status_code, settled.status_code) == (409, 201)

    def test_strike_and_resume_a_belonging_and_strike_a_body(self, api, client):
        belonging = ABelonging(body=ABody(kind="hub"), since=DAY, until=date(2022, 4, 1))
        at, reason = f"/structure/belongings/{belonging.ref}", {"reason": "A slip."}
        assert "It did not end then" in client.get(at).text

        resumed = api.post(f"{at}/resume", json=reason, headers={"If-Match": "1"})
        kept = api.post(f"/structure/{belonging.body_ref}/strike", json=reason, headers={"If-Match": "1"})
        struck = api.post(f"{at}/strike", json=reason, headers={"If-Match": "2"})
        gone = api.post(f"/structure/{belonging.body_ref}/strike", json=reason, headers={"If-Match": "1"})

        assert [answer.status_code for answer in (resumed, kept, struck, gone)] == [201, 409, 201, 201]
        assert "It was never in that body" not in client.get(at).text
