from html.parser import HTMLParser
from time import process_time

import pytest

from registry.answers import LONGEST_TEXT
from registry.prose import prose

SECONDS_FOR_THE_WORST_TEXT = 20


class Reader(HTMLParser):
    """What a browser would make of it: the tags, and the names and values of their attributes."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = set(), {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= dict(attributes)


@pytest.mark.pure
class TestProse:
    def test_reads_markdown(self):
        assert prose("The hub *meets*:\n\n1. monthly\n2. in **public**") == (
            "<p>The hub <em>meets</em>:</p>\n<ol>\n<li>monthly</li>\n<li>in <strong>public</strong></li>\n</ol>\n"
        )

    @pytest.mark.parametrize("mark", ["#", "##", "###", "####"])
    def test_begins_its_headings_just_below_the_pages_own(self, mark):
        assert prose(f"{mark} Chair\n\n{mark}# Deputy") == "<h3>Chair</h3>\n<h4>Deputy</h4>\n"

    def test_knows_no_lower_heading_than_the_sixth(self):
        assert prose("# Chair\n\n###### Deputy") == "<h3>Chair</h3>\n<h6>Deputy</h6>\n"

    def test_says_what_a_tables_headings_stand_over(self):
        html = prose("| Practice | Votes |\n|:---|---:|\n| Oakham | 1 |")

        assert '<th scope="col">Practice</th>' in html
        assert "style" not in html

    def test_numbers_on_from_where_it_was_told(self):
        assert prose("4. Fourth") == '<ol start="4">\n<li>Fourth</li>\n</ol>\n'

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href='#' onclick='alert(1)'>here</a>",
            "[here](javascript:alert(1))",
            "[here](data:text/html;base64,PHNjcmlwdD4=)",
            "![here](https://example.org/seen.png)",
            '[here](https://example.org "\\" onmouseover=alert(1)")',
            "<style>@import url(//example.org)</style>",
            "<!-- --><iframe src=//example.org>",
        ],
    )
    def test_runs_nothing_and_fetches_nothing(self, text):
        read = Reader(prose(text))

        assert read.tags <= {"p", "a"}
        assert read.attributes.keys() <= {"href", "title", "rel"}
        assert read.attributes.get("href", "https:").startswith("https:")

    def test_leads_only_to_pages_and_letter_boxes(self):
        assert 'href="https://www.england.nhs.uk/"' in prose("[NHS England](https://www.england.nhs.uk/)")
        assert 'href="mailto:hub@example.org"' in prose("[hub](mailto:hub@example.org)")

    def test_keeps_every_letter_of_every_name(self):
        assert prose("Siân Ŵyn o Lŷn, £5 — “ŷ”") == "<p>Siân Ŵyn o Lŷn, £5 — “ŷ”</p>\n"

    @pytest.mark.parametrize("text", ["", None, "   "])
    def test_of_nothing_is_nothing(self, text):
        assert prose(text) == ""

    @pytest.mark.parametrize("piece", ["[", "> ", "|a|b|\n|-|-|\n"])
    def test_is_not_held_up_by_the_longest_text_a_form_takes(self, piece):
        began = process_time()

        prose((piece * LONGEST_TEXT)[:LONGEST_TEXT])

        assert process_time() - began < SECONDS_FOR_THE_WORST_TEXT
