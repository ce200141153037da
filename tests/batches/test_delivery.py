from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from registry.batches.delivery import delivered, safe
from registry.batches.packets import ONE_FILE, ZIP, Packet, Paper
from registry.batches.printing import printed
from registry.certificates import commands as certificates
from registry.press.signatures import signatures_in
from tests.factories import ADA, AHolding
from tests.papers import text_of
from tests.press.conforming import faults
from tests.press.keys import a_key


@pytest.fixture
def packets(app):
    """One packet of two papers, of which one is of nothing there is."""
    [made] = certificates.issue(AHolding(10).member, on=date(2017, 5, 1), by=ADA)
    papers = [
        Paper("Certificate 9", "certificates.certificate", "9"),
        Paper("The other", "certificates.certificate", made.ref),
    ]
    return [Packet(1, "Asha Patel", "1 HIGH STREET\nWIGSTON", papers)]


def batch(app, packets, delivered_as, into):
    with app.test_request_context():
        papers = printed(packets, title="A batch", by=ADA, tell=lambda *_: None)
        return delivered(papers, delivered_as=delivered_as, title="A batch", into=into)


class TestDelivered:
    def test_in_a_zip_a_bad_paper_loses_no_other_and_is_named(self, app, packets, tmp_path):
        outcome = batch(app, packets, ZIP, tmp_path)

        assert isinstance(outcome.content, Path)
        with ZipFile(outcome.content) as zipped:
            bad, good, listed = zipped.namelist()
            assert "Ten (10)" in text_of(zipped.read(good))
            assert "This paper could not be printed" in text_of(zipped.read(bad))
            assert "Why it was not printed" in zipped.read(listed).decode()
        assert bad == "0001 NOT PRINTED Certificate 9, Asha Patel.pdf"
        assert outcome.words == "1 paper; 1 paper could not be printed, as the list says"

    def test_in_one_file_a_sheet_lies_in_its_place(self, app, packets, tmp_path):
        outcome = batch(app, packets, ONE_FILE, tmp_path)

        assert isinstance(outcome.content, bytes)
        words = text_of(outcome.content)
        assert "Not printed:" in words
        assert "This sheet lies in its place." in words
        assert "Ten (10)" in words

    def test_is_the_same_bytes_each_time(self, app, packets, tmp_path):
        first, second = (batch(app, packets, ONE_FILE, tmp_path).content for _ in range(2))

        assert first == second


class TestSigned:
    @pytest.fixture(autouse=True)
    def key(self, app, tmp_path):
        app.config.update(a_key(tmp_path))

    def test_papers_are_so_in_a_zip_alone(self, app, packets, tmp_path):
        in_a_zip = batch(app, packets, ZIP, tmp_path).content
        bound = batch(app, packets, ONE_FILE, tmp_path).content

        assert isinstance(in_a_zip, Path)
        with ZipFile(in_a_zip) as zipped:
            assert len(signatures_in(zipped.read(zipped.namelist()[1]))) == 1
        assert signatures_in(bound) == []
        assert faults({"a signed paper, bound": bound}) == {}


class TestSafe:
    @pytest.mark.parametrize(
        ("name", "safely"),
        [
            ("Certificate 1/2: “Asha”", "Certificate 1 2 “Asha”"),
            ("../../etc/passwd", "etc passwd"),
            ("Ŵyn\x00 <Jones>.", "Ŵyn Jones"),
            ("a" * 300, "a" * 100),
        ],
    )
    def test_leaves_out_what_a_computer_does_not_take(self, name, safely):
        assert safe(name) == safely
