from datetime import date

import pytest

from registry.structure.chart import BETWEEN, BOX, draw
from registry.structure.models import HUB, LOCALITY, PCN
from tests.factories import ABody
from tests.papers import text_of
from tests.press.conforming import faults


def body(ref, kind, parent=None, practices=None):
    return {"ref": ref, "name": ref.title(), "kind": kind, "parent_ref": parent, "practices": practices}


@pytest.mark.pure
class TestDraw:
    def test_nothing_of_nothing(self):
        assert draw([]) == {"width": 0, "height": 0, "boxes": [], "lines": [], "titles": []}

    def test_puts_each_body_to_the_right_of_the_one_it_answers_to_and_joins_them(self):
        drawn = draw(
            [body("company", "company"), body("board", "board", "company"), body("audit", "committee", "board")]
        )

        assert [(box["text"], box["x"]) for box in drawn["boxes"]] == [
            ("Company", 0),
            ("Board", BOX + BETWEEN),
            ("Audit", 2 * (BOX + BETWEEN)),
        ]
        assert len(drawn["lines"]) == 2
        assert drawn["width"] == 3 * BOX + 2 * BETWEEN

    def test_puts_no_two_in_one_place(self):
        hubs = [body(f"hub {place}", HUB, "north", place) for place in range(3)]

        boxes = draw([body("north", LOCALITY, practices=0), *hubs, body("network", PCN, practices=4)])["boxes"]

        assert len({(box["x"], box["y"]) for box in boxes}) == len(boxes) == 5

    def test_heads_those_that_answer_to_none_on_the_chart_by_their_kind(self):
        drawn = draw([body("company", "company"), body("hub", HUB, "gone", 4), body("network", PCN, practices=5)])

        assert [title["text"] for title in drawn["titles"]] == [
            "The company and its bodies",
            "Hubs",
            "Primary care networks",
        ]
        assert [box["text"] for box in drawn["boxes"]] == ["Company", "Hub (4)", "Network (5)"]


class TestChart:
    def test_is_of_the_day_looked_at_on_a_page_and_on_paper_that_can_be_kept_and_read_out(self, client):
        company = ABody(name="The Federation", kind="company", since=date(2015, 4, 1))
        ABody(name="The Board", kind="board", parent=company, since=date(2016, 4, 1))

        assert "The Board" not in client.get("/structure/chart?on=2016-03-31").text
        page = client.get("/structure/chart?on=2016-04-01").text
        assert "<title>Chart of 2 bodies" in page
        assert "/structure/chart" in client.get("/structure/register").text
        paper = client.get("/structure/chart.pdf?on=2016-04-01").data
        assert text_of(paper).count("The Board") == 2
        assert faults({"chart": paper}) == {}

    def test_of_a_day_before_all_of_them_says_so(self, client):
        assert "No body is on record." in text_of(client.get("/structure/chart.pdf").data)
