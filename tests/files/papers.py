"""Files as people send them."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import pikepdf
from openpyxl import Workbook
from pikepdf import Array, Dictionary, Name, String

SCHEMAS = "http://schemas.openxmlformats.org"
OF_PACKAGE, OF_OFFICE = f"{SCHEMAS}/package/2006", f"{SCHEMAS}/officeDocument/2006/relationships"
WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
UPRIGHT = (595, 842)


def a_plain_pdf(*words: str, **of_page: object) -> bytes:
    """Pages in a face that is not embedded, each with some words near its head and others outside any crop."""
    pdf = pikepdf.new()
    for each in words:
        add_page(pdf, each, **of_page)
    return written(pdf)


def add_page(pdf: pikepdf.Pdf, words: str, size: Sequence[int] = UPRIGHT, **more: object) -> pikepdf.Page:
    page = pdf.add_blank_page(page_size=size)
    head = size[1] - 60
    told = f"/F1 12 Tf 60 {head} Td ({words}) Tj -55 {10 - head} Td (Margin) Tj"
    page.obj.Contents = pdf.make_stream(f"0 1 1 0 k 30 30 40 40 re f 0 g BT {told} ET".encode())
    page.obj.Resources = Dictionary(Font=Dictionary(F1=_face(pdf)))
    for name, value in more.items():
        page.obj[f"/{name}"] = value
    return page


def _face(pdf: pikepdf.Pdf) -> pikepdf.Object:
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return pdf.make_indirect(face)


def a_form(filled_in: str, kind: Name = Name.Tx) -> bytes:
    """A form with one field, whose value its sender's reader was left to draw."""
    pdf = pikepdf.new()
    page = add_page(pdf, "Name")
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=kind, T=String("name"), V=String(filled_in), F=4)
    field.Rect, field.DA = Array([60, 600, 300, 630]), String("/F1 12 Tf 0 g")
    page.obj.Annots = Array([pdf.make_indirect(field)])
    faces = Dictionary(Font=Dictionary(F1=_face(pdf)))
    pdf.Root.AcroForm = Dictionary(Fields=page.obj.Annots, DR=faces, DA=String("/F1 12 Tf 0 g"))
    return written(pdf)


def unnamed_letters(content: bytes) -> bytes:
    """A PDF whose fonts do not say which letters they draw."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, Dictionary) and "/ToUnicode" in each:
                del each["/ToUnicode"]
        return written(pdf)


def written(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def a_word_document(words: str, picture: str = "", **more: bytes) -> bytes:
    """A paragraph and, where `picture` says where one is to be fetched, a link to that."""
    out = BytesIO()
    shown = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{PICTURE if picture else ''}"
    link = f'<Relationship Id="r1" Type="{OF_OFFICE}/image" Target="{picture}" TargetMode="External"/>'
    whole = f'<Relationship Id="r1" Type="{OF_OFFICE}/officeDocument" Target="word/document.xml"/>'
    of_words = f"{SCHEMAS}/wordprocessingml/2006/main"
    with ZipFile(out, "w") as parts:
        parts.writestr("[Content_Types].xml", CONTENT_TYPES)
        parts.writestr("_rels/.rels", RELATIONSHIPS.format(whole))
        parts.writestr("word/_rels/document.xml.rels", RELATIONSHIPS.format(link if picture else ""))
        parts.writestr("word/document.xml", f'<w:document xmlns:w="{of_words}"><w:body>{shown}</w:body></w:document>')
        for name, content in more.items():
            parts.writestr(f"word/{name}.bin", content)
    return out.getvalue()


RELATIONSHIPS = f'<Relationships xmlns="{OF_PACKAGE}/relationships">{{}}</Relationships>'
CONTENT_TYPES = f"""<Types xmlns="{OF_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{WORDS}"/></Types>"""
PICTURE = f"""<w:p><w:r><w:drawing><wp:inline xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing">
<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x"/><a:graphic xmlns:a="{SCHEMAS}/drawingml/2006/main">
<a:graphicData uri="{SCHEMAS}/drawingml/2006/picture"><pic:pic xmlns:pic="{SCHEMAS}/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>
<a:blip xmlns:r="{OF_OFFICE}" r:link="r1"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing></w:r></w:p>"""


def a_workbook(*cells: str) -> bytes:
    book, out = Workbook(), BytesIO()
    for cell in cells:
        book.active.append([cell])
    book.save(out)
    return out.getvalue()
