import re

import pytest

from registry.asking import faults, lines
from registry.paper import PAGE_MM, shares
from registry.screens import here, nhsuk_css, turning

pytestmark = pytest.mark.pure

DATE = {"name": "since", "kind": "date"}
HOLDERS = {"name": "holders", "kind": "lines", "columns": [{"name": "name", "kind": "text"}, DATE]}


class TestLines:
    def test_are_three_to_begin_with(self):
        assert lines(HOLDERS, {}) == range(3)

    def test_are_three_more_than_were_used(self):
        assert lines(HOLDERS, {"holders-0-name": "Dr Pryce", "holders-1-name": ""}) == range(4)

    def test_stay_as_many_as_were_drawn(self):
        assert lines(HOLDERS, {"holders-5-name": ""}) == range(6)

    def test_grow_by_three_when_more_are_asked_for(self):
        drawn = {f"holders-{line}-name": "" for line in range(3)}

        assert lines(HOLDERS, drawn | {"more": "holders"}) == range(6)
        assert lines(HOLDERS, drawn | {"more": "others"}) == range(3)


class TestFaults:
    def test_come_in_the_order_of_the_questions(self):
        problems = {"holders-1-name": ["b"], "holders-0-since": ["a"], "since": ["first"]}

        assert faults([DATE, HOLDERS], problems) == [
            {"text": "first", "href": "#since-day"},
            {"text": "a", "href": "#holders-0-since-day"},
            {"text": "b", "href": "#holders-1-name"},
        ]

    def test_that_no_question_asks_about_come_first_and_lead_nowhere(self):
        assert faults([DATE], {"since": ["a"], "_schema": ["b"]})[0] == {"text": "b", "href": None}

    def test_leave_the_law_to_be_said_apart(self):
        assert faults([DATE], {"law": [{"sentence": "a", "authority": "b"}]}) == []

    def test_do_not_mistake_another_question_for_a_line(self):
        problems = {"holders-total": ["a"], "holders-all-of-them": ["b"]}
        total = {"name": "holders-total", "kind": "number"}

        assert faults([HOLDERS, total], problems) == [
            {"text": "b", "href": None},
            {"text": "a", "href": "#holders-total"},
        ]


class TestTurning:
    @pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3)])
    def test_counts_a_page_begun_as_a_page(self, count, pages):
        assert turning(count, 1, 30)["pages"] == pages

    def test_has_nothing_before_the_first_nor_after_the_last(self):
        assert turning(31, 1, 30) == {"pages": 2, "first": 1, "last": 30, "previous": None, "next": 2}
        assert turning(31, 2, 30) == {"pages": 2, "first": 31, "last": 31, "previous": 1, "next": None}


class TestHere:
    def test_changes_one_question_and_keeps_the_rest(self, house):
        with house.test_request_context("/accounts/register?on=2022-04-01&known=2022-05-02T09:00Z&q="):
            assert here(page=2) == "/accounts/register?on=2022-04-01&known=2022-05-02T09:00Z&page=2"
            assert here(on=None, known=None) == "/accounts/register"


class TestShares:
    COLUMNS = [{"name": "code", "label": "Code"}, {"name": "text", "label": "Words"}]

    def test_fill_the_width(self):
        assert sum(shares(self.COLUMNS, [{"code": "C82010", "text": "a b " * 40}])) == pytest.approx(100)

    def test_give_most_to_the_long_texts(self):
        code, text = shares(self.COLUMNS, [{"code": "C82010", "text": "a b " * 40}])

        assert code < 20 < 80 <= text

    def test_leave_a_date_unbroken(self):
        columns = [{"name": "since", "label": "Since"}, {"name": "text", "label": "Words"}]

        since, _ = shares(columns, [{"since": "2018-09-30", "text": "a b " * 40}])

        assert since * PAGE_MM / 100 > 26

    def test_leave_an_amount_unbroken_with_its_sign(self):
        columns = [{"name": "value", "label": "Worth", "money": True}, {"name": "text", "label": "Words"}]
        lines = [{"value": "95.00", "text": "a b " * 40}]

        plain, _ = shares([{"name": "value", "label": "Worth"}, columns[1]], [lines[0] | {"value": "£95.00"}])

        assert shares(columns, lines)[0] == plain

    def test_need_no_lines(self):
        assert sum(shares(self.COLUMNS, [])) == pytest.approx(100)


class TestAssets:
    def test_the_style_sheet_fetches_nothing_from_outside(self):
        assert "https:" not in nhsuk_css()
        assert "//" not in re.sub(r"data:[^)]*|/\*.*?\*/", "", nhsuk_css())
        assert "Frutiger" not in nhsuk_css()

    def test_the_pictures_that_the_style_sheet_asks_for_are_there(self, passer_by):
        for path in set(re.findall(r"url\((/assets/[^)]+)\)", nhsuk_css())):
            with passer_by.get(path) as picture:
                assert picture.status_code == 200

    @pytest.mark.parametrize(
        "path", ["images/favicon.svg", "images/nhsuk-icon-../x.svg", "../package.json", "nhsuk-frontend.js", ""]
    )
    def test_no_other_file_is_there_and_least_of_all_the_logo(self, passer_by, path):
        assert passer_by.get(f"/assets/{path}").status_code == 404

    def test_a_file_is_kept_for_a_year_under_an_address_of_its_own(self, passer_by):
        page = passer_by.get("/accounts/sign-in").text
        found = re.findall(r'(?:href|src|data-nhsuk)="(/(?:assets|static)/[^"]+)"', page)

        assert len(found) == 5
        for path in found:
            assert re.search(r"\?v=[0-9a-f]{12}$", path)
            with passer_by.get(path) as file:
                assert "max-age=31536000" in file.headers["Cache-Control"]
