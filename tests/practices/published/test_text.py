import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from registry.demo.facts.practices import IN_2019
from registry.practices.published import practices_in
from tests.published import epraccur, problems_in

KIBWORTH, COUNTESTHORPE = IN_2019[:2]


class TestPracticesInAFileThatIsNoCsv:
    def test_empty(self):
        assert problems_in(practices_in, b"") == [(0, "The file is empty")]

    def test_only_line_ends(self):
        assert problems_in(practices_in, b"\r\n\r\n") == [(0, "The file is empty")]

    def test_nul_bytes(self):
        problems = problems_in(practices_in, epraccur([KIBWORTH]).decode().encode("utf-16"))

        assert problems == [(0, "The file has NUL bytes in it: it is not a CSV file in UTF-8")]

    def test_neither_utf_8_nor_windows(self):
        problems = problems_in(practices_in, epraccur([KIBWORTH]) + b"\x81\r\n")

        assert problems == [(0, "The file is not text: line 2 is neither UTF-8 nor Windows-1252")]

    def test_still_in_its_zip(self):
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("epraccur.csv", epraccur([KIBWORTH]))

        problems = problems_in(practices_in, file.getvalue())

        assert problems == [(0, "The file is a zip or a workbook, not a CSV file; take the CSV file out of it")]

    def test_too_large(self):
        problems = problems_in(practices_in, b"x" * 20_000_001)

        assert problems == [(0, "The file is larger than 20 MB, the most a published file can be")]


class TestLines:
    def test_a_line_left_empty_in_the_middle(self):
        file = epraccur([KIBWORTH]) + b"\r\n" + epraccur([COUNTESTHORPE])

        assert problems_in(practices_in, file) == [(2, "Line 2 is empty")]

    def test_control_characters(self):
        file = epraccur([replace(KIBWORTH, name="BELL\x07")])

        assert problems_in(practices_in, file) == [(1, "Line 1 has control characters in it, which are not text")]

    @pytest.mark.parametrize("junk", [b'"C82001"junk,"A"', b'"C82001,"A', b'"C82001'])
    def test_a_quote_left_open_spoils_no_other_line(self, junk):
        file = junk + b"\r\n" + epraccur([COUNTESTHORPE, COUNTESTHORPE])

        assert problems_in(practices_in, file) == [
            (1, "Line 1 is not CSV: a quote is left open, or something stands between a quote and a comma"),
            (3, "Line 3: C82002 is on line 2 already"),
        ]
