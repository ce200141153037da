import zipfile
from io import BytesIO

import pytest

from registry.demo.facts.networks import NETWORKS, SPELLS
from registry.structure.published import networks_in
from tests.published import NETWORK_HEADING, SPELL_HEADING, epcn, network_cells, problems_in, workbook


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


class TestNetworksInAFileThatIsNoWorkbook:
    def test_empty(self):
        assert problems_in(networks_in, b"") == [(0, "The file is empty")]

    @pytest.mark.parametrize("file", [b'"C82001","A"\r\n', b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
    def test_a_csv_or_an_old_or_locked_workbook(self, file):
        assert problems_in(networks_in, file) == [
            (0, "The file is not an .xlsx workbook: it may be an older .xls, a CSV, or locked by a password")
        ]

    @pytest.mark.parametrize(
        "file",
        [
            zipped({"epraccur.csv": b"C82001"}),
            epcn(NETWORKS, SPELLS)[:2_000],
            zipped({"[Content_Types].xml": b"<not xml"}),
        ],
        ids=["another zip", "cut short", "broken inside"],
    )
    def test_a_zip_that_is_no_workbook(self, file):
        assert problems_in(networks_in, file) == [
            (0, "The file is not a workbook that can be read; fetch it again, or save it as .xlsx")
        ]

    def test_too_large(self):
        assert problems_in(networks_in, b"PK\x03\x04" + b"x" * 10_000_000) == [
            (0, "The file is larger than 10 MB, the most a published file can be")
        ]

    @pytest.mark.parametrize(
        "file",
        [
            zipped({"xl/sheet1.xml": bytes(30_000_001)}),
            zipped({f"xl/{n}.xml": b"" for n in range(1_001)}),
            zipped({"xl/sheet1.xml": b"<c/>" * 2_500_001}),
        ],
        ids=["one great part", "many parts", "many cells"],
    )
    def test_a_small_zip_that_unpacks_to_too_much(self, file):
        assert len(file) < 1_000_000
        assert problems_in(networks_in, file) == [
            (0, "The file unpacks to far more than a published file holds; it is not read")
        ]

    def test_more_rows_than_a_sheet_can_have(self):
        parts = zipfile.ZipFile(BytesIO(epcn([], [])))
        content = {name: parts.read(name) for name in parts.namelist()}
        sheet = "xl/worksheets/sheet1.xml"
        content[sheet] = content[sheet].replace(b"</sheetData>", b'<row r="99999999"><c r="A1"/></row></sheetData>')

        assert problems_in(networks_in, zipped(content)) == [
            (0, "The sheet PCNDetails has more rows than a sheet can have")
        ]


class TestSheets:
    def test_a_sheet_missing(self):
        file = workbook({"PCNDetails": [NETWORK_HEADING, network_cells(NETWORKS[0])]})

        assert problems_in(networks_in, file) == [(0, "The workbook has no sheet PCN Core Partner Details")]

    def test_both_sheets_missing(self):
        assert problems_in(networks_in, workbook({"Sheet1": [["A"]]})) == [
            (0, "The workbook has no sheet PCNDetails"),
            (0, "The workbook has no sheet PCN Core Partner Details"),
        ]

    def test_a_column_missing(self):
        heading = [name for name in NETWORK_HEADING if name != "Open Date"]
        file = workbook({"PCNDetails": [heading], "PCN Core Partner Details": [SPELL_HEADING]})

        assert problems_in(networks_in, file) == [(1, "Row 1 of PCNDetails: the heading has no column “Open Date”")]

    def test_a_sheet_without_a_word_on_it_lacks_every_column(self):
        file = workbook({"PCNDetails": [NETWORK_HEADING], "PCN Core Partner Details": []})

        assert len(problems_in(networks_in, file)) == 7

    def test_a_sheet_that_understates_its_size_is_read_whole(self):
        parts = zipfile.ZipFile(BytesIO(epcn(NETWORKS, SPELLS)))
        content = {name: parts.read(name) for name in parts.namelist()}
        sheet = "xl/worksheets/sheet2.xml"
        content[sheet] = content[sheet].replace(b"<sheetData>", b'<dimension ref="A1:A1"/><sheetData>')

        assert len(networks_in(zipped(content)).spells) == 35
