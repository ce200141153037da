"""Every template of ours, read as a compiler reads it and as a browser would."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from jinja2 import meta, nodes
from markupsafe import escape

from registry.screens import ROOT

pytestmark = pytest.mark.pure

TEMPLATES = ROOT / "templates"
OURS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
ON_SCREEN = [name for name in OURS if "print" not in name]

EVERYWHERE = {"company", "account", "nav", "today", "ledger_size", "datebar", "on", "known", "links", "room", "view"}
EVERYWHERE |= {"problems", "csrf_token"}
BY_KIND = {
    "page": {"title", "row", "facts", "fact", "count", "page", "size", "q", "panels", "alternates", "summary"},
    "form": {"title", "caption", "form", "values", "rev", "back", "action", "enctype", "shown", "seen", "beside"},
    "error": {"title", "sentences", "authority", "next"},
    "paper": {"company_number", "registered_office", "sealed", "bound", "signed", "style"},
}
GIVEN = EVERYWHERE.union(*BY_KIND.values())


def its_own(words):
    """The names a template imports, sets or defines; jinja2.meta forgets them inside blocks."""
    names = [name for found in words.find_all(nodes.FromImport) for name in found.names]
    imported = {name[1] if isinstance(name, tuple) else name for name in names}
    stored = {name.name for name in words.find_all(nodes.Name) if name.ctx == "store"}
    return imported | stored | {macro.name for macro in words.find_all(nodes.Macro)}


@pytest.mark.parametrize("name", OURS)
class TestTemplate:
    def test_compiles(self, house, name):
        assert house.jinja_env.get_template(name).name == name

    def test_reads_only_what_it_is_given(self, house, name):
        words = house.jinja_env.parse((TEMPLATES / name).read_text())

        read = meta.find_undeclared_variables(words) - its_own(words)
        assert read - GIVEN - set(house.jinja_env.globals) == set()

    def test_uses_filters_and_tests_there_are(self, house, name):
        words = house.jinja_env.parse((TEMPLATES / name).read_text())

        assert {found.name for found in words.find_all(nodes.Filter)} <= set(house.jinja_env.filters)
        assert {found.name for found in words.find_all(nodes.Test)} <= set(house.jinja_env.tests)

    def test_imports_only_macros_there_are(self, house, name):
        words = house.jinja_env.parse((TEMPLATES / name).read_text())

        for found in words.find_all(nodes.FromImport):
            offered = house.jinja_env.get_template(found.template.value).module
            wanted = [each[0] if isinstance(each, tuple) else each for each in found.names]
            assert [each for each in wanted if not hasattr(offered, each)] == []

    def test_fetches_nothing_from_outside(self, name):
        assert re.findall(r"""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//""", (TEMPLATES / name).read_text()) == []


@pytest.mark.parametrize("name", ON_SCREEN)
def test_a_strict_policy_forbids_nothing_on_the_page(name):
    words = (TEMPLATES / name).read_text()

    assert re.findall(r"\sstyle=|<style|\son[a-z]+=[\"']|javascript:|<script(?![^>]*src=)", words) == []


class Lines:
    """A row of two columns."""

    def columns(self, facts=()):
        return [
            {"name": "name", "label": "Practice", "numeric": False, "link": "href"},
            {"name": "patients", "label": "Patients", "numeric": True, "link": None},
            {"name": "since", "label": "Since", "numeric": False, "link": None},
        ]


@pytest.fixture
def macros(house):
    with house.test_request_context("/accounts/register?on=2022-04-01&q=oak&page=3"):
        yield house.jinja_env.get_template("macros.html").module


def tidy(markup):
    return re.sub(r"\s+", " ", str(markup))


class TestTable:
    def test_says_values_in_house_words(self, macros):
        fact = {"name": "Oakham <Medical>", "href": "/practices/C82010", "patients": 15000, "since": "1974-04-01"}

        table = tidy(macros.table(Lines(), [fact], "Practices"))

        assert '<a href="/practices/C82010">Oakham &lt;Medical&gt;</a>' in table
        assert (
            '__cell--numeric"> <span class="nhsuk-table__heading" aria-hidden="true">Patients </span><span>15,000'
            in table
        )
        assert "1 April 1974" in table

    def test_tells_a_listener_that_there_is_none(self, macros):
        table = tidy(macros.table(Lines(), [{"name": "Oakham", "patients": 0, "since": None}], "Practices"))

        assert '<span aria-hidden="true">–</span><span class="nhsuk-u-visually-hidden">None</span>' in table
        assert "<span>0</span>" in table

    def test_is_a_sentence_when_there_are_no_lines(self, macros):
        assert tidy(macros.table(Lines(), [], "Shares", empty="No shares on this day.")).strip() == (
            '<p class="nothing">No shares on this day.</p>'
        )


class TestDatebar:
    TODAY = date(2026, 11, 22)

    def test_is_quiet_today(self, macros):
        assert "elsewhen" not in macros.datebar(self.TODAY, None, self.TODAY)

    @pytest.mark.parametrize("on", [date(2026, 11, 21), date(2026, 11, 23)])
    def test_warns_on_every_other_day(self, macros, on):
        assert "Nothing can be changed from here." in macros.datebar(on, None, self.TODAY)

    def test_says_both_dates_in_words_and_the_way_back(self, macros):
        bar = tidy(macros.datebar(date(2022, 4, 1), datetime(2022, 5, 2, 9, 0, tzinfo=UTC), self.TODAY))

        assert "as at 1 April 2022, as known on 2 May 2022 at 10:00." in bar
        assert '<a href="/accounts/register?q=oak">Return to today</a>' in bar

    def test_keeps_what_was_sought_but_not_the_page_of_it(self, macros):
        bar = tidy(macros.datebar(self.TODAY, None, self.TODAY))

        assert '<input type="hidden" name="q" value="oak">' in bar
        assert 'name="page"' not in bar


class TestPager:
    def test_leads_to_the_pages_on_either_side(self, macros):
        pager = tidy(macros.pager(134, 3, 30))

        assert "61 to 90 of 134, page 3 of 5" in pager
        assert 'rel="prev" href="/accounts/register?on=2022-04-01&amp;q=oak&amp;page=2"' in pager
        assert 'rel="next" href="/accounts/register?on=2022-04-01&amp;q=oak&amp;page=4"' in pager

    def test_is_absent_from_a_list_of_one_page(self, macros):
        assert macros.pager(30, 1, 30).strip() == ""


class TestActions:
    LINKS = [{"text": "Appoint", "href": "/seats/appoint"}]

    def test_are_links_today(self, macros):
        assert 'href="/seats/appoint">Appoint</a>' in macros.actions(self.LINKS)

    def test_give_their_reason_on_another_day(self, macros):
        shut = macros.actions(self.LINKS, elsewhen=True)

        assert "/seats/appoint" not in shut
        assert "the past cannot be changed" in shut


KINDS = ["text", "long", "date", "number", "money", "choice", "pick", "flag", "many", "file", "secret", "email"]
OPTIONS = [{"value": "a", "text": "Chair"}, {"value": "b", "text": "Director"}]


def a_question(kind, name="asked", **more):
    blank = {"hint": "", "options": [], "required": True, "width": None, "multiple": False, "columns": []}
    return blank | {"name": name, "label": "Asked", "kind": kind, "options": OPTIONS} | more


class TestQuestion:
    @pytest.mark.parametrize("kind", KINDS)
    def test_of_every_kind_says_what_is_wrong_and_is_where_the_summary_leads(self, house, macros, kind):
        asked, problems = a_question(kind), {"asked": ["Enter it again."]}

        field = macros.question(asked, {}, problems, "asked")
        summary = macros.problem_summary([asked], problems)

        address = re.search(r'href="#([^"]+)"', summary)[1]
        assert f'id="{address}"' in field
        assert "Enter it again." in field
        assert 'id="asked-error"' in field

    @pytest.mark.parametrize(("kind", "typed"), [("text", "O'Neill & Sons"), ("long", "a <b>"), ("money", "1,5")])
    def test_keeps_what_was_typed(self, macros, kind, typed):
        assert str(escape(typed)) in macros.question(a_question(kind), {"asked": typed}, {}, "asked")

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_text_and_not_markup_whoever_wrote_it(self, macros, kind):
        options = [{"value": "<i>", "text": "<i>", "hint": "<i>"}]
        asked = a_question(kind, label="<i>", hint="<i>", options=options)

        assert "<i>" not in macros.question(asked, {"asked": "<i>"}, {"asked": ["<i>"]}, "asked")

    def test_never_sends_a_secret_back(self, macros):
        assert "hunter2" not in macros.question(a_question("secret"), {"asked": "hunter2"}, {}, "asked")

    @pytest.mark.parametrize(
        ("kind", "typed", "chosen"),
        [
            ("choice", "b", r'value="b"\s+checked'),
            ("pick", "b", r'value="b"\s+selected'),
            ("many", ["b"], r'value="b"\s+checked'),
            ("flag", "true", r'value="true"\s+checked'),
        ],
    )
    def test_keeps_what_was_chosen(self, macros, kind, typed, chosen):
        chosen_field = macros.question(a_question(kind), {"asked": typed}, {}, "asked")
        blank_field = macros.question(a_question(kind), {}, {}, "asked")

        assert re.search(chosen, chosen_field)
        assert not re.search(chosen, blank_field)

    def test_of_a_date_keeps_what_was_typed_in_each_box(self, macros):
        typed = {"asked-day": "31", "asked-month": "2", "asked-year": "2019"}

        field = macros.question(a_question("date"), typed, {}, "asked")

        assert re.findall(r'name="(asked-\w+)"[^>]*value="(\d+)"', field) == list(typed.items())

    def test_says_so_where_no_answer_is_needed(self, macros):
        assert "Asked (optional)" in macros.question(a_question("text", required=False), {}, {}, "asked")


class TestLineGroup:
    LINES = a_question("lines", columns=[a_question("text", "name"), a_question("date", "from")])

    def test_offers_three_blank_lines(self, macros):
        assert re.findall(r'name="(asked-\d-name)"', macros.question(self.LINES, {}, {}, "asked")) == [
            "asked-0-name",
            "asked-1-name",
            "asked-2-name",
        ]

    def test_says_which_line_is_wrong_beside_it_and_above(self, macros):
        problems = {"asked-0-from": ["31 2 2019 is not a date."], "asked-1": ["Line 2 repeats line 1."]}

        field = macros.question(self.LINES, {}, problems, "asked")
        summary = macros.problem_summary([self.LINES], problems)

        assert re.findall(r'href="(#[^"]+)"', summary) == ["#asked-0-from-day", "#asked-1"]
        assert 'id="asked-0-from-day"' in field
        assert 'id="asked-1"' in field
        assert "31 2 2019 is not a date." in field
        assert "Line 2 repeats line 1." in field


class TestAsk:
    class Form:
        def questions(self):
            return [a_question("text")]

    def test_says_the_law_before_the_form_with_its_authority(self, macros):
        law = {"sentence": "The seat is not vacant.", "authority": "Model Articles, art. 17(1)"}

        page = tidy(macros.ask(self.Form(), {}, {"law": [law]}, 3, "Appoint"))

        assert page.index("There is a problem") < page.index("The seat is not vacant.") < page.index("<form")
        assert "Model Articles, art. 17(1)" in page
        assert '<input type="hidden" name="rev" value="3">' in page

    def test_has_no_summary_when_nothing_is_wrong(self, macros):
        assert "There is a problem" not in macros.ask(self.Form(), {}, {}, None, "Appoint")

    def test_return_in_a_field_presses_the_action_and_not_the_button_for_more_rows(self, macros):
        class Form:
            def questions(self):
                return [TestLineGroup.LINES]

        page = macros.ask(Form(), {}, {}, None, "Appoint")

        assert re.search(r"<button[^>]*>", page)[0].count('name="more"') == 0


@pytest.fixture
def papers(house):
    return house.jinja_env.get_template("print_macros.html").module


class TestRegisterOnPaper:
    def test_numbers_its_lines_and_says_where_it_ends(self, papers):
        facts = [{"name": "Oakham", "patients": 15000, "since": "1974-04-01"}, {"name": "Empingham", "since": None}]

        paper = tidy(papers.register(Lines(), facts))

        assert re.findall(r'<td class="numeric aside">(\d+)</td>', paper) == ["1", "2"]
        assert '<td class="numeric">15,000</td>' in paper
        assert '<td class="time">1 April 1974</td>' in paper
        assert "2 entries. No other entries. End of register." in paper

    def test_says_that_it_is_empty(self, papers):
        assert "0 entries. No other entries. End of register." in papers.register(Lines(), [])


class TestControl:
    def test_leaves_out_what_has_no_value(self, papers):
        table = tidy(papers.control([("Company", "Example Limited"), ("Known on", None)]))

        assert "Example Limited" in table
        assert "Known on" not in table


class TestAsAtOnPaper:
    def test_says_both_dates(self, papers):
        at = datetime(2022, 5, 2, 9, 0, tzinfo=UTC)

        assert papers.as_at(date(2022, 4, 1), at) == "As at 1 April 2022, as known on 2 May 2022 at 10:00"
        assert papers.as_at(date(2022, 4, 1), None) == "As at 1 April 2022"


def test_the_css_of_paper_has_no_flex_which_takes_the_press_ages():
    assert "flex" not in re.sub(r"/\*.*?\*/", "", (Path(ROOT) / "registry/static/print.css").read_text())
