import re

from tests.conftest import browser_of
from tests.editions.conftest import labels_of
from tests.papers import text_of


def told(client, edition):
    return client.get(f"/editions/{edition.ref}.json").json


def printed(client, edition, whose=""):
    answer = client.get(f"/editions/{edition.ref}.pdf{whose and f'?for={whose}'}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.text
    return answer.data


class TestRegister:
    def test_lists_the_latest_first(self, client, board):
        board.issued()
        board.late_paper()
        board.issued()

        lines = client.get("/editions/register.json").json["items"]

        assert [(line["title"], line["state"]) for line in lines] == [
            ("Edition 2 of the pack for Board of directors, 14 May 2026", "latest"),
            ("Edition 1 of the pack for Board of directors, 14 May 2026", "superseded"),
        ]

    def test_is_for_those_who_sit_and_those_who_check(self, app, visitor):
        assert browser_of(app, "director").get("/editions/register").status_code == 200
        assert browser_of(app, "member").get("/editions/register").status_code == 403
        assert visitor.get("/editions/register").status_code == 401


class TestIssue:
    def test_shows_what_it_comes_to_and_then_does_it(self, client, board):
        board.issued()
        board.late_paper()
        asked = {"why": "A paper came late.", "rev": board.meeting.rev}
        page = client.post(f"/editions/of/{board.meeting.ref}/issue", data=asked)
        assert "Insert page" in page.text

        seen = re.search(r'name="seen" value="([^"]+)"', page.text)[1]
        done = client.post(f"/editions/of/{board.meeting.ref}/issue", data=asked | {"seen": seen})

        assert done.status_code == 303
        assert "edition 2" in client.get(done.location).text.lower()

    def test_is_offered_to_the_secretary_on_the_page_of_the_pack(self, app, client, board):
        address = f"/editions/of/{board.meeting.ref}/issue"

        assert address in client.get(f"/packs/{board.meeting.ref}").text
        assert address not in browser_of(app, "director").get(f"/packs/{board.meeting.ref}").text
        assert browser_of(app, "director").get(address).status_code == 403


class TestEdition:
    def test_prints_its_pages_under_the_labels_it_was_issued_with(self, client, board):
        board.issued()
        board.late_paper(2)
        edition = board.issued()

        pdf = printed(client, edition)

        assert labels_of(pdf) == ["i", "ii", *edition.labels]
        assert f"Page {edition.labels[-1]} of {edition.labels[-1]}" in text_of(pdf)
        assert "Edition 2, issued on" in text_of(pdf)
