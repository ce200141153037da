import pytest

from registry.structure.picture import BETWEEN, BOX, Column, Group, draw

pytestmark = pytest.mark.pure

KIBWORTH, OAKHAM, CROFT = ("C82001", "KIBWORTH"), ("C82010", "OAKHAM"), ("C82067", "CROFT")


def texts(picture):
    return [(box["head"]["text"], [row["text"] for row in box["rows"]]) for box in picture["boxes"]]


def test_nothing_is_drawn_of_nothing():
    picture = draw([])

    assert (picture["width"], picture["boxes"], picture["lines"]) == (0, [], [])


def test_each_practice_has_a_row_in_its_body():
    picture = draw([Column("Hubs", [Group("Rutland", [OAKHAM]), Group("Harborough", [KIBWORTH, CROFT])])])

    assert texts(picture) == [("Rutland (1)", ["OAKHAM"]), ("Harborough (2)", ["KIBWORTH", "CROFT"])]
    assert picture["width"] == BOX


def test_a_line_leads_from_where_each_was_to_where_it_is():
    picture = draw([Column("Hubs", [Group("Harborough", [KIBWORTH])]), Column("PCNs", [Group("Cross", [KIBWORTH])])])

    [line] = picture["lines"]
    assert (line["code"], line["name"]) == KIBWORTH
    assert line["d"].startswith(f"M{BOX} ")
    assert f" {BOX + BETWEEN} " in line["d"]


def test_bodies_stand_as_high_as_their_practices_did_before():
    hubs = Column("Hubs", [Group("First", [KIBWORTH]), Group("Second", [OAKHAM])])
    networks = Column("PCNs", [Group("A", [OAKHAM]), Group("B", [KIBWORTH])])

    assert [title for title, _ in texts(draw([hubs, networks]))] == ["First (1)", "Second (1)", "B (1)", "A (1)"]


def test_those_that_are_in_none_stand_below_and_no_line_leads_there():
    picture = draw([Column("Hubs", [Group("H", [KIBWORTH, OAKHAM])]), Column("PCNs", [Group("P", [OAKHAM])])])

    assert texts(picture)[-1] == ("In none of them (1)", ["KIBWORTH"])
    assert [line["code"] for line in picture["lines"]] == ["C82010"]


def test_a_body_without_practices_says_so():
    assert texts(draw([Column("Areas", [Group("Area 1", [])])])) == [("Area 1", ["No practice on record"])]


def test_a_scheme_without_any_practice_leaves_nobody_out():
    picture = draw([Column("Areas", [Group("Area 1", [])]), Column("Hubs", [Group("H", [KIBWORTH])])])

    assert "In none of them" not in str(texts(picture))


@pytest.mark.parametrize(("name", "shown"), [("A" * 30, "A" * 30), ("A" * 31, "A" * 29 + "…")])
def test_a_long_name_is_cut_where_the_box_ends(name, shown):
    assert texts(draw([Column("H", [Group("G", [("C82001", name)])])])) == [("G (1)", [shown])]


def test_boxes_do_not_lie_over_one_another():
    groups = [Group(f"G{n}", [(f"C8{n}{m:03}", f"P{m}") for m in range(n)]) for n in range(5)]
    picture = draw([Column("H", groups)])

    spans = sorted((box["y"], box["y"] + box["height"]) for box in picture["boxes"])
    assert all(end < start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert spans[-1][1] <= picture["height"]
