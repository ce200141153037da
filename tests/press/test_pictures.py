from io import BytesIO

import pytest
from PIL import Image

from registry.press.pictures import PHONE, TALLEST, TWICE, picture_of
from tests.papers import a_pdf, a_pdf_saying


def size(picture):
    return Image.open(BytesIO(picture)).size


class TestPictureOf:
    def test_is_as_wide_as_a_telephone_and_twice_as_wide(self, app):
        paper = a_pdf_saying("One", "Two")

        assert [size(picture_of(paper, 2, width))[0] for width in (PHONE, TWICE)] == [720, 1440]

    def test_of_a_page_without_end_is_no_taller_than_it_may_be(self, app):
        page = a_pdf().replace(b"612 792", b"100 9000")

        assert size(picture_of(page, 1, PHONE))[1] <= PHONE * TALLEST

    def test_is_made_once(self, app, monkeypatch, tmp_path):
        monkeypatch.setattr(app, "instance_path", str(tmp_path))
        app.config["KEEP_WHAT_IS_SET"] = True

        assert picture_of(a_pdf_saying("One"), 1, PHONE) == picture_of(a_pdf_saying("One"), 1, PHONE)
        assert len(list((tmp_path / "press").glob("??/*"))) == 1

    def test_is_of_a_page_that_there_is(self, app):
        with pytest.raises(LookupError):
            picture_of(a_pdf(), 2, PHONE)
