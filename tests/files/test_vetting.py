from io import BytesIO
from zlib import compress

import pikepdf
import pytest
from marshmallow import ValidationError
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from registry.files import vetting
from registry.files.vetting import vetted
from tests.files.papers import a_form, a_plain_pdf, add_page, written
from tests.packs.papers import a_paper, locked
from tests.papers import a_pdf, text_of

pytestmark = pytest.mark.pure

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def a_pdf_with(**root):
    pdf = pikepdf.new()
    page = add_page(pdf, "Zebra")
    page.obj.Annots = Array([pdf.make_indirect(each) for each in root.pop("annotations", [])])
    for name, value in root.items():
        pdf.Root[f"/{name}"] = value
    return written(pdf)


def an_annotation(kind, **more):
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([0, 0, 9, 9]), **more)


def refusal(content, name="budget.pdf"):
    with pytest.raises(ValidationError) as refused:
        vetted(name, content)
    return refused.value.messages[0]


class TestVetted:
    @pytest.mark.parametrize(
        ("content", "named"),
        [
            (a_pdf_with(OpenAction=SCRIPT), ["a script"]),
            (a_pdf_with(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array()))), ["a file inside it"]),
            (a_pdf_with(annotations=[an_annotation("Link", A=Dictionary(S=Name.URI, URI=String("x")))]), ["links"]),
            (
                a_pdf_with(annotations=[an_annotation("RichMedia"), an_annotation("Text", Contents=String("Hm"))]),
                ["a film or a sound", "notes in the margin"],
            ),
            (a_form("", Name.Sig), ["a digital signature"]),
            (a_pdf_with(), []),
        ],
    )
    def test_takes_out_what_is_active_and_names_it(self, content, named):
        found = vetted("budget.pdf", content)

        with pikepdf.open(BytesIO(found.content)) as pdf:
            assert not {"/OpenAction", "/AcroForm", "/AF"} & set(pdf.Root.keys())
            assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
            assert "/Annots" not in pdf.pages[0].obj
        assert found.removed == named
        assert text_of(found.content).endswith("Margin")

    def test_leaves_what_was_filled_in_to_be_seen(self):
        found = vetted("form.pdf", a_form("Zebra"))

        assert "Zebra" in text_of(found.content)
        assert found.removed == ["a form"]

    def test_leaves_bookmarks_but_not_what_they_would_start(self):
        with pikepdf.open(BytesIO(a_plain_pdf("One", "Two"))) as pdf:
            with pdf.open_outline() as outline:
                outline.root += [OutlineItem("Two", 1), OutlineItem("Script", action=SCRIPT)]
            found = vetted("budget.pdf", written(pdf))

        with pikepdf.open(BytesIO(found.content)) as pdf, pdf.open_outline() as outline:
            assert [(each.title, each.action) for each in outline.root] == [("Two", None), ("Script", None)]

    def test_shows_no_more_than_the_crop_whatever_the_trim(self):
        content = a_plain_pdf("Zebra", CropBox=Array([50, 50, 400, 800]), TrimBox=Array([0, 0, 595, 842]))

        with pikepdf.open(BytesIO(vetted("budget.pdf", content).content)) as pdf:
            assert list(map(int, pdf.pages[0].trimbox)) == [50, 50, 400, 800]

    def test_comes_to_the_same_bytes_every_time(self):
        form = a_form("Zebra")

        assert vetted("a.pdf", form) == vetted("b.pdf", form)

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (a_pdf(0), "“budget.pdf” has no pages."),
            (a_pdf(2001), "“budget.pdf” has 2,001 pages. A paper may have 2,000; send it in parts."),
            (b"\x89PNG and so on", "“budget.pdf” is not a PDF."),
            (b"%PDF-1.7 but really something else", "“budget.pdf” is damaged and cannot be opened."),
            (locked(), "“budget.pdf” is locked with a password. Send it without."),
            (
                a_pdf_with(NeedsRendering=True),
                "“budget.pdf” is a form that only Adobe’s own reader can show. Print it to a PDF there, and send that.",
            ),
        ],
        ids=["empty", "endless", "picture", "something else", "locked", "form"],
    )
    def test_refuses_by_name(self, content, sentence):
        assert refusal(content) == sentence

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.98])
    def test_refuses_what_was_cut_off(self, share):
        content = a_paper(*("Zebra",) * 5)

        assert "damaged" in refusal(content[: int(len(content) * share)])

    @pytest.mark.parametrize("memory", [1024, 250])
    def test_refuses_what_swells_up(self, monkeypatch, memory):
        monkeypatch.setattr(vetting, "MEMORY_MB", memory)
        pdf = pikepdf.new()
        pdf.add_blank_page().obj.Contents = pikepdf.Stream(pdf, compress(compress(b" " * (2**28 + 1))))
        pdf.pages[0].obj.Contents.Filter = Array([Name.FlateDecode, Name.FlateDecode])

        assert refusal(written(pdf)) == "“budget.pdf” unpacks to more than this registry can read."

    def test_refuses_pages_that_lead_in_a_circle(self):
        content = a_plain_pdf("Zebra", "Quokka").replace(b"/Type /Pages", b"/Type /Pages /Parent 2 0 R")
        with pikepdf.open(BytesIO(content)) as pdf:
            pdf.Root.Pages.Kids.append(pdf.Root.Pages)

            assert "damaged" in refusal(written(pdf))

    def test_does_not_wait_for_ever(self, monkeypatch):
        monkeypatch.setattr(vetting, "SECONDS", 0.01)

        assert refusal(a_pdf()) == "“budget.pdf” cannot be opened: it took longer than 0.01 seconds."
