from io import BytesIO

import pikepdf
import pytest

from registry.packs.binding import Leaves, Uploaded, bind
from registry.press import typeset
from tests.packs.papers import a_paper
from tests.press.conforming import READ_OUT, faults

pytestmark = pytest.mark.pure


def page(body):
    return typeset(f"<html lang=en-GB><title>Register of members</title><body class=bound><h1>Members</h1>{body}")


LINES = "".join(f"<tr><th scope=row>{place}<td>Dr Asha Patel" for place in range(90))
LINKED = "<a href='https://www.england.nhs.uk/'>Folio</a>"
TABLE = f"<table><thead><tr><th scope=col>{LINKED}<th scope=col>Name<tbody>{LINES}</table>"
LIST = f"<ul>{''.join(f'<li>Item {place}' for place in range(90))}</ul>"
LINK = "<p><a href='https://www.england.nhs.uk/'>NHS England</a></p>"
MARKS = "<p>Cymraeg: ŵ, ŷ; ½ · – “quoted” → ✓</p>"


class TestAPaperOfOurs:
    def test_is_to_be_kept_and_to_be_read_out(self):
        papers = {"table": TABLE, "list": LIST, "link": LINK, "marks": MARKS}

        assert faults({name: page(body) for name, body in papers.items()}) == {}

    def test_without_a_language_is_neither(self):
        with pikepdf.open(BytesIO(page(MARKS))) as pdf:
            del pdf.Root.Lang
            out = BytesIO()
            pdf.save(out)

        assert {fault.split()[0] for fault in faults({"mute": out.getvalue()})["mute"]} == {READ_OUT}


class TestABook:
    def test_of_our_sections_is_to_be_kept_and_to_be_read_out(self):
        sections = [
            Leaves("contents", "Contents", page("<a href='pack:register'>Register</a>")),
            Leaves("register", "Register", page(TABLE + "<h2>End</h2>")),
            Leaves("agenda", "Agenda", page(TABLE + LIST + LINK)),
        ]

        assert faults({"book": bind(sections, title="Pack & papers", foot="As at 14 May 2026")}) == {}

    def test_with_an_uploaded_paper_is_to_be_read_out_and_claims_no_more(self):
        sheet = page("<div class='sheet'></div>")
        uploaded = Leaves("paper-A", "Paper A", sheet, 2, Uploaded.of(a_paper("Zebra"), is_to_be_kept=False))

        book = bind([Leaves("item-1", "Item 1", page("")), uploaded], title="Pack", foot="As at 14 May 2026")

        assert [fault for fault in faults({"book": book})["book"] if fault.startswith(READ_OUT)] == []
        assert b"pdfaid" not in pikepdf.open(BytesIO(book)).Root.Metadata.read_bytes()
