"""How a pack is made up is asked on a page, and seen in the pack."""

import re

import pytest

from registry.packs.makeup import made_up, made_up_for
from registry.packs.models import SECTIONS
from registry.packs.schemas.asked import in_their_places
from tests.conftest import browser_of
from tests.factories import ABody, ADecision, AMeeting
from tests.packs.papers import a_paper, put


@pytest.fixture
def board():
    return ABody(kind="board", name="Board of directors")


def boxes(*sections, **others):
    """The boxes of the form with these sections ticked, each in the line where the page has it and with its number."""
    ticked = {f"sections-{SECTIONS.index(name)}-section": name for name, _ in sections}
    return ticked | {f"sections-{SECTIONS.index(name)}-place": str(place) for name, place in sections} | others


def line(section, place=None):
    return {"section": section, "place": place}


@pytest.mark.pure
class TestInTheirPlaces:
    def test_are_as_they_are_listed_without_numbers(self):
        assert in_their_places([line("terms"), line("agenda")]) == ["terms", "agenda"]

    def test_go_where_their_number_says(self):
        up = [line("agenda", 1), line("interests", 2), line("terms", 1)]
        down = [line("agenda", 3), line("interests", 2), line("terms", 3)]

        assert in_their_places(up) == ["terms", "agenda", "interests"]
        assert in_their_places(down) == ["interests", "terms", "agenda"]

    def test_leave_out_what_is_not_ticked(self):
        assert in_their_places([line("agenda", 1), line("", 2), line("terms", 3)]) == ["agenda", "terms"]


class TestArrange:
    def test_asks_for_each_section_in_its_present_order(self, client, board):
        client.post(f"/packs/of/{board.ref}/arrange", data=boxes(("agenda", 2), ("terms", 1)))

        page = client.get(f"/packs/of/{board.ref}/arrange").text

        assert re.findall(r'type="checkbox" value="([^"]+)"', page)[:3] == ["terms", "agenda", "interests"]
        assert len(re.findall(r'-section" type="checkbox" value="[^"]+" checked', page)) == 2
        assert re.findall(r'inputmode="numeric" value="(\d+)"', page) == [str(n + 1) for n in range(len(SECTIONS))]

    def test_settles_what_is_ticked(self, client, board):
        agreed = ADecision(body=board)
        asked = boxes(("agenda", 1), ("to-note", 3), ("terms", 2), tells_who_opened="true", decision=agreed.ref)

        answer = client.post(f"/packs/of/{board.ref}/arrange", data=asked)

        assert (answer.status_code, answer.location) == (303, f"/structure/{board.ref}")
        assert made_up(board).sections == ("agenda", "terms", "to-note")
        assert made_up(board).tells_who_opened
        assert 'href="/packs/of/' in client.get(f"/structure/{board.ref}").text

    @pytest.mark.parametrize(
        ("sections", "fault"),
        [
            ([], {"sections": ["Sections, after the cover and the contents: an answer is needed."]}),
            ([line("")], {"sections": ["Choose at least one section."]}),
            ([line("terms"), line("terms")], {"sections": ["“Terms of reference” cannot stand in a pack twice."]}),
            ([line("terms", 0)], {"sections": {"0": {"place": ["Write the number of a place, from 1 to 99."]}}}),
        ],
    )
    def test_refuses_what_makes_no_pack(self, api, board, sections, fault):
        answer = api.post(f"/packs/of/{board.ref}/arrange", json={"sections": sections})

        assert (answer.status_code, answer.json["errors"]) == (422, fault)

    def test_shows_what_is_wrong_beside_the_box_and_what_was_ticked(self, client, board):
        page = client.post(f"/packs/of/{board.ref}/arrange", data=boxes(("agenda", 100), ("terms", 2)))

        assert page.status_code == 422
        assert 'aria-describedby="sections-0-place-error"' in page.text
        assert 'value="terms" checked' in page.text

    def test_is_for_the_secretary_alone(self, app, board):
        assert browser_of(app, "director").get(f"/packs/of/{board.ref}/arrange").status_code == 403
        assert browser_of(app, "auditor").post(f"/packs/of/{board.ref}/arrange").status_code == 403


class TestChoose:
    @pytest.fixture
    def meeting(self, board):
        meeting = AMeeting(body=board, titles=["Budget"])
        put(meeting, 1, "Draft budget", a_paper("Zebra"))
        return meeting

    def test_is_what_the_pack_shows_on_its_page_and_in_json(self, client, meeting):
        answer = client.post(f"/packs/{meeting.ref}/choose", data=boxes(("terms", 1), ("to-decide", 2)))

        told = client.get(f"/packs/{meeting.ref}.json").json
        assert (answer.status_code, answer.location) == (303, f"/packs/{meeting.ref}")
        assert [line["name"] for line in told["contents"]] == ["terms", "item-1", "paper-A"]
        assert (told["sections"], told["starts_on_right"]) == (["terms", "to-decide"], False)
        assert f'href="/packs/{meeting.ref}/choose"' in client.get(f"/packs/{meeting.ref}").text

    def test_prints_an_agenda_whose_papers_are_left_out(self, client, meeting):
        client.post(f"/packs/{meeting.ref}/choose", data=boxes(("agenda", 1)))

        assert client.get(f"/packs/{meeting.ref}.pdf").status_code == 200

    def test_is_remembered_if_that_is_ticked(self, client, meeting):
        client.post(f"/packs/{meeting.ref}/choose", data=boxes(("terms", 1), remember="true"))

        assert made_up(meeting.body) == made_up_for(meeting)

    def test_is_for_the_secretary_alone(self, app, meeting):
        assert browser_of(app, "director").get(f"/packs/{meeting.ref}/choose").status_code == 403
