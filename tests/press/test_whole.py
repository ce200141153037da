from collections import Counter
from io import BytesIO

import pikepdf
import pytest

from registry.press import typeset
from tests.papers import elements

pytestmark = pytest.mark.pure


def printed(body):
    return pikepdf.open(BytesIO(typeset(f"<html lang=en-GB><title>Register</title><body>{body}")))


def tags_of(pdf):
    return list(elements(pdf.Root.StructTreeRoot.K[0]))


def counted(pdf):
    return Counter(str(each.S) for each in tags_of(pdf))


LINES = "".join(f"<tr><th scope=row>{place}<td>Dr Asha Patel<td>Chair" for place in range(120))
HEAD = "<thead><tr><th scope=col>Folio<th scope=col>Name<th scope=col>Seat</thead>"
WORDS = "Words. " * 3000
LINKED_HEAD = HEAD.replace("Folio", "<a href='https://example.org/'>Folio</a>")
TABLE = f"<table>{HEAD}<tbody>{LINES}</table>"


class TestATableOverSeveralPages:
    def test_is_one_table_with_each_row_once(self):
        pdf = printed(TABLE)

        told = counted(pdf)
        assert len(pdf.pages) > 2
        assert (told["/Table"], told["/THead"], told["/TBody"], told["/TR"]) == (1, 1, 1, 121)

    def test_has_its_headings_once_and_each_cell_names_them(self):
        pdf = printed(TABLE)

        told = tags_of(pdf)
        ids = {str(each.ID) for each in told if "/ID" in each}
        columns = [str(each.ID) for each in told if each.S == "/TH"][:3]
        cells = [each for each in told if each.S == "/TD"]
        assert len(cells) == 240
        for place, cell in enumerate(cells):
            named = [str(each) for each in cell.A.Headers]
            assert set(named) <= ids
            assert named[-1] == columns[1 + place % 2]

    def test_draws_its_heading_on_every_page_for_the_eye_alone(self):
        pdf = printed(TABLE)

        later = pdf.pages[1]
        marks = [str(each.operands[0]) for each in pikepdf.parse_content_stream(later) if str(each.operator) == "BMC"]
        assert "/Artifact" in marks

    def test_leads_from_its_heading_once(self):
        pdf = printed(f"<table>{LINKED_HEAD}<tbody>{LINES}</table>")

        assert [len(page.obj.get("/Annots", [])) for page in pdf.pages] == [1, 0, 0, 0]
        assert counted(pdf)["/Link"] == 1


class TestWordsOverSeveralPages:
    def test_are_one_paragraph(self):
        pdf = printed(f"<p>{'A long word or two. ' * 900}</p>")

        assert len(pdf.pages) > 2
        assert counted(pdf)["/P"] == 1

    def test_are_one_list_and_each_item_once(self):
        pdf = printed(f"<ul>{''.join(f'<li>Item {place}' for place in range(150))}</ul>")

        assert len(pdf.pages) > 2
        assert (counted(pdf)["/L"], counted(pdf)["/LI"]) == (1, 150)

    @pytest.mark.parametrize(
        "body",
        [
            f"<p><a href='https://example.org/'>{'Words. ' * 3000}</a></p>",
            f"<table>{LINKED_HEAD}<tbody>{LINES}</table>",
        ],
        ids=["a link", "the heading of a table"],
    )
    def test_have_no_link_but_what_leads_from_an_element_that_is_heard_of(self, body):
        pdf = printed(body)

        keys = pdf.Root.StructTreeRoot.ParentTree.Nums
        links = {int(key): owner for key, owner in zip(keys[::2], keys[1::2], strict=True) if key >= len(pdf.pages)}
        heard = {each.objgen for each in tags_of(pdf)}
        assert len(pdf.pages) > 2
        assert links
        assert all(owner is None or owner.objgen in heard for owner in links.values())
        assert {int(link.StructParent) for page in pdf.pages for link in page.obj.get("/Annots", [])} == {
            key for key, owner in links.items() if owner is not None
        }

    def test_of_two_paragraphs_on_two_pages_stay_two(self):
        pdf = printed("<p>One</p><p style='break-before: page'>Two</p>")

        assert counted(pdf)["/P"] == 2

    def test_every_mark_on_a_page_is_owned_by_an_element_that_is_heard_of(self):
        pdf = printed(f"{TABLE}<p>{'Words. ' * 3000}</p>")

        keys = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {each.objgen for marks in keys[1::2] for each in marks if isinstance(each, pikepdf.Dictionary)}
        heard = {each.objgen for each in tags_of(pdf)}
        feet = {each.objgen for each in map(pdf.get_object, owners) if not is_under(each, pdf.Root.StructTreeRoot)}
        assert owners - heard == feet

    def test_is_the_same_bytes_every_time(self):
        body = f"<html lang=en-GB><title>Register</title><body>{TABLE}"

        assert typeset(body) == typeset(body)


def is_under(element, root):
    """Whether an element is reached from the root: heads and feet of pages are tagged apart from the tree."""
    while element.objgen != root.objgen:
        parent = element.P
        if parent.objgen != root.objgen and element.objgen not in {
            each.objgen for each in parent.K if isinstance(each, pikepdf.Dictionary)
        }:
            return False
        element = parent
    return True
