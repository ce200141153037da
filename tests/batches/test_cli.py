from datetime import date
from zipfile import ZipFile

import pikepdf
import pytest
from click.testing import CliRunner
from flask.cli import ScriptInfo

from registry.certificates import commands as certificates
from registry.cli import main
from tests.factories import ADA, AHolding


@pytest.fixture
def registry(app):
    return lambda *words: CliRunner().invoke(main, words, obj=ScriptInfo(create_app=lambda: app))


class TestBatch:
    def test_prints_certificates_to_a_zip_or_to_one_file(self, registry, tmp_path):
        certificates.issue(AHolding(10).member, on=date(2017, 5, 1), by=ADA)

        zipped = registry("batch", "certificates", "-o", str(tmp_path / "all.zip"))
        bound = registry("batch", "members", "-o", str(tmp_path / "all.pdf"))

        assert zipped.output == f"1 paper in {tmp_path / 'all.zip'}\n"
        assert bound.output == f"2 papers in {tmp_path / 'all.pdf'}\n"
        assert ZipFile(tmp_path / "all.zip").namelist() == ["0001 Certificate 1, Asha Patel.pdf", "list.csv"]
        assert len(pikepdf.open(tmp_path / "all.pdf").pages) == 8

    def test_of_nothing_says_so(self, registry, tmp_path):
        answer = registry("batch", "certificates", "-o", str(tmp_path / "all.zip"))

        assert (answer.exit_code, answer.output) == (1, "Error: There is nothing to print.\n")

    def test_wants_both_days_or_neither(self, registry, tmp_path):
        answer = registry("batch", "certificates", "-o", str(tmp_path / "all.zip"), "--since", "2017-01-01")

        assert answer.exit_code == 2
        assert "both --since and --until" in answer.output
