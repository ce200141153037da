import re

from sqlalchemy import select

from registry.db import db
from registry.editions import commands
from registry.errands.working import work_off
from registry.outbox.models import Letter
from registry.press import Print
from tests.conftest import browser_of
from tests.editions.conftest import labels_of, seated
from tests.factories import ADA
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

    def test_is_refused_where_the_meeting_has_changed_since_it_was_looked_at(self, client, board):
        old = board.meeting.rev
        board.late_paper()

        answer = client.post(f"/editions/of/{board.meeting.ref}/issue", data={"rev": old})

        assert answer.status_code == 412

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

    def test_tells_its_reader_what_has_changed_since_the_copy_she_opened(self, app, client, board):
        asha = seated(app, board.asha)
        first = board.issued(why="")
        assert told(asha, first)["since"] == "You have not opened this pack yet."
        printed(asha, first)
        assert told(asha, first)["since"] == "You have it as it is."
        board.late_paper(2)
        second = board.issued()

        page = asha.get(f"/editions/{second.ref}")

        assert "You opened edition 1" in page.text
        assert any("Insert page" in step for step in told(asha, second)["steps"])
        assert told(asha, first)["superseded"].startswith("Superseded by edition 2 of")

    def test_names_nothing_that_its_reader_may_not_know(self, app, client, board):
        board.restricts(3)
        board.keeps_papers(board.asha, 2)
        edition = board.issued(why="")

        stranger, asha = (
            browser.get(f"/editions/{edition.ref}").text
            for browser in (browser_of(app, "director"), seated(app, board.asha))
        )
        assert ("Draft contract" in stranger, "Draft budget" in stranger) == (False, True)
        assert ("Draft contract" in asha, "Draft budget" in asha) == (True, False)
        assert "Kept from you" in asha
        assert "Draft contract" in client.get(f"/editions/{edition.ref}").text

    def test_prints_no_other_copy_for_whoever_may_not_choose(self, app, client, board):
        edition = board.issued(why="")

        for whose in ("everyone", "archive", board.ben.ref):
            assert browser_of(app, "director").get(f"/editions/{edition.ref}.pdf?for={whose}").status_code == 403
        assert client.get(f"/editions/{edition.ref}.pdf?for=nobody").status_code == 422


class TestChoose:
    def test_offers_a_copy_for_each_who_receives_the_pack(self, client, board):
        edition = board.issued(why="")

        lines = client.get(f"/editions/{edition.ref}/choose.json").json["items"]

        assert [line["whose"] for line in lines] == [
            "For everyone",
            "For the public",
            "For the archive",
            "For Asha Ashason",
            "For Ben Benson",
        ]
        assert lines[3]["href"] == f"/editions/{edition.ref}.pdf?for={board.asha.ref}"


class TestInsert:
    def test_tells_what_to_do_since_any_earlier_edition(self, client, board):
        first = board.issued(why="")
        board.late_paper(2)
        second = board.issued()

        assert client.get(f"/editions/{first.ref}/insert").status_code == 404
        lines = client.get(f"/editions/{second.ref}/insert.json?since=1").json["items"]
        assert any(line["sentence"].startswith("Insert page") for line in lines)
        assert client.get(f"/editions/{second.ref}/insert.json?since=7").status_code == 422
        assert labels_of(client.get(f"/editions/{second.ref}/insert.pdf").data)[0] == "List 1"


class TestHad:
    def test_says_who_had_which_copy_and_when(self, app, client, board):
        edition = board.issued(why="")
        printed(seated(app, board.asha), edition)
        printed(client, edition, board.ben.ref)
        printed(client, edition, "public")

        lines = client.get(f"/editions/{edition.ref}/had.json").json["items"]

        assert [(line["who"], line["copy"]) for line in lines][1:] == [("Ben Benson", "own"), ("Asha Ashason", "own")]
        assert (lines[0]["copy"], lines[0]["who"] == lines[1]["by"]) == ("public", True)
        assert browser_of(app, "director").get(f"/editions/{edition.ref}/had").status_code == 403


class TestStanding:
    def test_of_a_printed_copy_holds_until_another_edition_is_issued(self, client, visitor, board):
        edition = board.issued(why="")
        printed(client, edition, "everyone")
        code = db.session.scalar(select(Print.code).where(Print.about_ref == edition.ref))
        board.late_paper(2)
        before = visitor.get(f"/check/{code}.json").json
        board.issued()

        after = visitor.get(f"/check/{code}.json").json

        assert (before["state"], before["sentence"][:25]) == ("matches the books", "It is the latest edition ")
        assert after["state"] == "superseded"
        assert after["sentence"].startswith("Superseded by edition 2 of")


class TestCirculate:
    def test_writes_to_each_with_a_link_to_her_own_copy(self, app, client, visitor, board):
        board.keeps_papers(board.asha, 3)
        edition = board.issued(why="")
        commands.circulate(edition, by=ADA)
        letter = db.session.scalar(select(Letter).where(Letter.person_ref == board.asha.ref))

        address = re.search(r"/editions/sent/\S+", letter.body)[0]
        page = visitor.get(address)
        pdf = visitor.get(f"{address}.pdf")

        assert "Edition 1 of the pack" in page.text
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert "Wombat" not in text_of(pdf.data)
        assert "Zebra" in text_of(pdf.data)
        assert client.get(f"/editions/{edition.ref}/had.json").json["items"][0]["who"] == "Asha Ashason"
        assert visitor.get("/editions/sent/another").status_code == 404

    def test_is_offered_until_all_have_it(self, client, board):
        edition = board.issued(why="")
        page = client.post(f"/editions/{edition.ref}/circulate", data={"rev": edition.rev})
        assert "Asha Ashason" in page.text
        seen = re.search(r'name="seen" value="([^"]+)"', page.text)[1]

        done = client.post(f"/editions/{edition.ref}/circulate", data={"rev": edition.rev, "seen": seen})

        assert done.status_code == 303
        shown = client.get(done.location).text
        assert "Ben Benson" in shown
        assert f"/editions/{edition.ref}/circulate" not in shown


class TestBuild:
    def test_is_done_in_the_background(self, app, client, board):
        edition = board.issued(why="")

        sent = client.post(f"/editions/{edition.ref}/build", data={"copy": "everyone"})
        again = client.post(f"/editions/{edition.ref}/build", data={"copy": "everyone"})
        work_off(app)

        assert sent.location == again.location
        with client.get(f"{sent.location}/file") as answer:
            assert labels_of(answer.data)[2:] == edition.labels
