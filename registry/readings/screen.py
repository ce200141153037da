"""A section as it goes to the press, made over for a screen: the same words in the same order, as HTML that reflows."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup
from tinyhtml5 import parse

from registry.readings.folios import FOLIO_ROW

PACK = "pack:"
"""How one section names another: the press makes it a place in the book, and the screen another page."""

OF_THE_SHEET = frozenset({"head-left", "head-right", "foot-left", "foot-right", "opening__company"})
"""What stands on every sheet of paper, and is said once on a screen."""

HEADINGS = {"h1": "nhsuk-heading-l", "h2": "nhsuk-heading-m", "h3": "nhsuk-heading-s"}
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
EMPTY = "reading__none"
UNSEEN = "nhsuk-u-visually-hidden"


def body_of(html: str) -> Element:
    """What stands on the sheets of a section, without what stands on every sheet."""
    body = parse(html, namespace_html_elements=False).find("body")
    assert body is not None
    for parent in list(body.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag == "colgroup" or OF_THE_SHEET & {*_classes(child)}:
                _take_out(parent, child)
    _number(body)
    return body


def _number(body: Element) -> None:
    """Clauses are numbered by the press as it sets them."""
    for clauses in body.iterfind(".//*[@class='clauses']"):
        for number, heading in enumerate(clauses.iter("h2"), start=1):
            heading.text = f"{number}. {heading.text or ''}"


def on_screen(body: Element, ways: Mapping[str, str]) -> Markup:
    """The words as a page tells them; `ways` are the addresses of the other sections, by their names on paper."""
    for element in body.iter():
        element.attrib.pop("style", None)
        _dress(element, ways)
    for table in list(body.iter("table")):
        _lay_out(table)
    told = (tostring(child, encoding="unicode", method="html") for child in body)
    return Markup("".join((body.text or "", *told)))


def _dress(element: Element, ways: Mapping[str, str]) -> None:
    """Give an element what our screens dress it by, and lead its links elsewhere than on paper."""
    classes = [UNSEEN if name == "unseen" else name for name in _classes(element)]
    if element.tag in HEADINGS:
        classes.append(HEADINGS[element.tag])
    if classes:
        element.set("class", " ".join(classes))
    href = element.get("href", "")
    if href.startswith(PACK):
        del element.attrib["href"]
        if way := ways.get(href.removeprefix(PACK)):
            element.set("href", way)


def _lay_out(table: Element) -> None:
    """A table with headings over its columns is drawn line by line where there is no room for them, each cell named."""
    table.set("class", f"{table.get('class', '')} reading__table".strip())
    heads = [" ".join("".join(each.itertext()).split()) for each in table.iterfind("thead/tr/th")]
    lines = [row for row in table.iterfind("tbody/tr") if row.get("class") != FOLIO_ROW]
    if not heads or any(cell.get("colspan") for row in lines for cell in row):
        return
    table.set("role", "table")
    table.set("class", f"{table.get('class')} reading__table--in-lines")
    for part in table.iter():
        if part.tag in ROLES:
            part.set("role", ROLES[part.tag])
    for row in lines:
        for head, cell in zip(heads, row, strict=False):
            cell.set("role", "rowheader" if cell.tag == "th" else "cell")
            _name(cell, head)
    for over in table.iterfind("thead/tr/th"):
        over.set("role", "columnheader")


def _name(cell: Element, head: str) -> None:
    """Say before a cell what it is, to the eye alone: whoever listens is told the heading of its column."""
    if not "".join(cell.itertext()).strip():
        cell.set("class", f"{cell.get('class', '')} {EMPTY}".strip())
    shown = Element("span", {"class": "reading__head", "aria-hidden": "true"})
    shown.text, shown.tail, cell.text = f"{head} ", cell.text, None
    cell.insert(0, shown)


def _take_out(parent: Element, child: Element) -> None:
    """Without what follows it being lost."""
    before = list(parent)[: list(parent).index(child)]
    if child.tail and before:
        before[-1].tail = (before[-1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _classes(element: Element) -> Iterator[str]:
    return iter(element.get("class", "").split())
