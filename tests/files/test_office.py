from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from zipfile import ZipFile

import pytest
from marshmallow import ValidationError

from registry.files import office
from registry.files.documents import ODT, kind_of
from registry.files.office import as_pdf
from tests.files.papers import a_word_document, a_workbook
from tests.papers import a_pdf, text_of

pytestmark = pytest.mark.pure

OLD_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi Zebra \u373? \par}"


def old(*parts):
    return OLD_START + b"\0".join(part.encode("utf-16-le") for part in parts)


def turned(name, content, program="soffice"):
    return as_pdf(name, content, kind_of(content), program)


def refusal(name, content, program="soffice"):
    with pytest.raises(ValidationError) as refused:
        turned(name, content, program)
    return refused.value.messages[0]


class TestKindOf:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (a_word_document("Zebra"), ("a Word document", ".docx")),
            (a_workbook("Zebra"), ("a spreadsheet", ".xlsx")),
            (old("Root Entry", "WordDocument"), ("a Word document", ".doc")),
            (old("Root Entry", "Workbook"), ("a spreadsheet", ".xls")),
            (RTF, ("a text document", ".rtf")),
        ],
        ids=["docx", "xlsx", "doc", "xls", "rtf"],
    )
    def test_is_told_by_what_is_in_it(self, content, told):
        kind = kind_of(content)

        assert (kind.called, kind.ending) == told

    @pytest.mark.parametrize("content", [a_pdf(), b"PK\x03\x04 cut off", OLD_START, b""])
    def test_is_none_of_anything_else(self, content):
        assert kind_of(content) is None


class TestAsPdf:
    def test_refuses_what_is_damaged_inside(self):
        out = BytesIO()
        with ZipFile(out, "w") as parts:
            parts.writestr("mimetype", ODT.media_type)
            parts.writestr("META-INF/manifest.xml", "whole")
        content = out.getvalue().replace(b"whole", b"holed")

        assert refusal("a.odt", content) == "“a.odt” is damaged and cannot be opened."

    @pytest.mark.parametrize(
        ("name", "content"), [("a.docx", a_word_document("Zebra ŵ")), ("a.xlsx", a_workbook("Zebra ŵ")), ("a.rtf", RTF)]
    )
    def test_turns_it_into_a_pdf(self, name, content):
        words = text_of(turned(name, content))

        assert "Zebra ŵ" in words or "Zebra ŵ" in words

    def test_fetches_nothing_that_it_names(self):
        with listening() as (address, heard):
            pdf = turned("a.docx", a_word_document("Zebra", picture=f"{address}/picture.png"))

        assert "Zebra" in text_of(pdf)
        assert heard == []

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (old("EncryptedPackage"), "“plan.docx” is locked with a password. Send it without."),
            (
                a_word_document("Zebra", vbaProject=b"Sub Open()"),
                "“plan.docx” has macros in it. Save it without them, and send that.",
            ),
            (
                a_word_document("Zebra", swollen=b" " * (2**28 + 1)),
                "“plan.docx” unpacks to more than this registry can read.",
            ),
        ],
        ids=["locked", "macros", "swollen"],
    )
    def test_refuses_by_name(self, content, sentence):
        assert refusal("plan.docx", content) == sentence

    def test_refuses_where_there_is_no_libreoffice(self):
        assert refusal("plan.docx", a_word_document("Zebra"), program="") == (
            "“plan.docx” is a Word document, and this registry cannot turn it into a PDF. Save it as PDF and send that."
        )

    @pytest.mark.parametrize(("program", "why"), [("true", "it cannot be read"), ("false", "it cannot be read")])
    def test_says_what_came_of_it_where_it_fails(self, program, why):
        assert refusal("plan.docx", a_word_document("Zebra"), program) == (
            f"“plan.docx” could not be turned into a PDF: {why}. Save it as PDF and send that."
        )

    def test_does_not_wait_for_ever(self, monkeypatch):
        monkeypatch.setattr(office, "SECONDS", 0.01)

        assert "it took longer than 0.01 seconds" in refusal("plan.docx", a_word_document("Zebra"))


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what it is asked for."""
    heard: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append(self.path)
            self.send_error(404)

        do_OPTIONS = do_HEAD = do_GET

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    server.server_close()
