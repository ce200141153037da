"""Tables in large print: their columns fitted anew or, where not even their longest words fit, read down the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from registry.paper import GAP_MM, mm_of, widths

UPRIGHT_MM, LYING_MM = 168, 255
"""What large print leaves between the margins of a sheet of A4."""
TIMES = 2.0
"""How much larger its letters are than those of a table in the standard print."""
WORD_MM, WISH_MM = 72, 150
"""A column asks for no more than this for its longest word, and no more than that for its longest text."""
READ_DOWN = "read-down"


@dataclass(frozen=True)
class Cell:
    """A cell of a table, and the first of the columns that it stands in."""

    element: Element
    column: int

    @property
    def span(self) -> int:
        return int(self.element.get("colspan", "1"))

    @property
    def text(self) -> str:
        return " ".join("".join(self.element.itertext()).split())


def fit_tables(root: Element) -> None:
    room = LYING_MM if "wide" in (root.find("body") or root).get("class", "").split() else UPRIGHT_MM
    for table in list(root.iter("table")):
        _fit(table, room)


def _fit(table: Element, room: float) -> None:
    rows, heads = _cells(table), _cells(table, "thead")
    count = max((cell.column + cell.span for row in rows for cell in row), default=0)
    if not count:
        return
    needs, wishes = zip(*(_needs(column, rows) for column in range(count)), strict=True)
    table.attrib.pop("style", None)
    if sum(needs) > room and heads:
        _read_down(table, heads)
    elif table.find("colgroup") is not None or max(needs) * count > room:
        _set_columns(table, [{"style": f"width: {share}%"} for share in widths(needs, wishes, min(room, sum(wishes)))])


def _cells(table: Element, *parts: str) -> list[list[Cell]]:
    """The rows of a table or of some parts of it, with the columns that each cell of theirs stands in."""
    taken: dict[tuple[int, int], bool] = {}
    return [list(_of_row(row, place, taken)) for place, row in enumerate(_rows(table, *parts))]


def _rows(table: Element, *parts: str) -> Iterator[Element]:
    for part in table:
        if part.tag in (parts or ("thead", "tbody", "tfoot")):
            yield from part.iterfind("tr")


def _of_row(row: Element, place: int, taken: dict[tuple[int, int], bool]) -> Iterator[Cell]:
    column = 0
    for element in row:
        while taken.get((place, column)):
            column += 1
        cell = Cell(element, column)
        yield cell
        for below in range(int(element.get("rowspan", "1"))):
            taken |= {(place + below, column + beside): True for beside in range(cell.span)}
        column += cell.span


def _needs(column: int, rows: list[list[Cell]]) -> tuple[float, float]:
    """The millimetres that a column cannot do without, and those that it would like."""
    cells = [cell for row in rows for cell in row if cell.column == column and cell.span == 1]
    unbroken = [cell.text for cell in cells if "time" in cell.element.get("class", "").split()]
    words = [word for cell in cells for word in cell.text.split()] + unbroken
    need = min(TIMES * max(map(mm_of, words), default=0.0) + GAP_MM, WORD_MM)
    wish = min(TIMES * max((mm_of(cell.text) for cell in cells), default=0.0) + GAP_MM, WISH_MM)
    return need, max(need, wish)


def _set_columns(table: Element, columns: list[dict[str, str]]) -> None:
    for old in table.findall("colgroup"):
        table.remove(old)
    group = Element("colgroup")
    group.extend(Element("col", column) for column in columns)
    table.insert(1 if table.find("caption") is not None else 0, group)


def _read_down(table: Element, heads: list[list[Cell]]) -> None:
    """Let each row be a part of the table, with a line for each of its cells: what it is, and what it says."""
    labels = {
        column: " ".join(cell.text for row in heads for cell in row if cell.column <= column < cell.column + cell.span)
        for column in {cell.column + beside for row in heads for cell in row for beside in range(cell.span)}
    }
    rows = _cells(table, "tbody", "tfoot")
    said = {cell.column for row in rows for cell in row if cell.text}
    for part in [each for each in table if each.tag != "caption"]:
        table.remove(part)
    table.set("class", f"{table.get('class', '')} {READ_DOWN}".strip())
    _set_columns(table, [{}, {}])
    table.extend(_one_by_one(row, labels, said) for row in rows)


def _one_by_one(row: list[Cell], labels: dict[int, str], said: set[int]) -> Element:
    """Without what is left empty, unless its column is empty in every row: that is to be filled in."""
    part = Element("tbody")
    part.extend(_line(cell, labels) for cell in row if cell.text or cell.column not in said)
    return part


def _line(cell: Cell, labels: dict[int, str]) -> Element:
    line, value = Element("tr"), Element("td", {"class": cell.element.get("class", "")})
    value.text = cell.element.text
    value.extend(cell.element)
    told = labels.get(cell.column, "") if cell.span == 1 else ""
    if told:
        label = Element("th", {"scope": "row"})
        label.text = told
        line.append(label)
    else:
        value.set("colspan", "2")
    line.append(value)
    return line
