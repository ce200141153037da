import re
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest
import time_machine
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.doors.asked import NOT_A_STYLE
from registry.files import Kept
from registry.paper import STYLES
from registry.people import commands as people
from registry.press import Print
from registry.wording import day as in_words
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AMeeting, APerson
from tests.packs.papers import alter, lose
from tests.papers import codes_on, text_of

SEEN = {"If-Match": '"1"'}
CODE = re.compile(r"Check ((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})")


@pytest.fixture
def asha():
    return APerson(title="Dr", forenames="Asha", surname="Patel")


@pytest.fixture
def later_version(app):
    """A version of the registry that says the same in other words."""

    @contextmanager
    def installed():
        before = app.jinja_env.loader
        words = before.get_source(app.jinja_env, "print_macros.html")[0].replace("As at", "As it stood on")
        app.jinja_env.loader = ChoiceLoader([DictLoader({"print_macros.html": words}), before])
        yield
        app.jinja_env.loader = before

    return installed


@pytest.fixture
def stranger(app):
    return app.test_client()


def printed(client, address):
    """A paper, and the code at its foot."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.data, CODE.search(text_of(answer.data))[1]


def prints():
    db.session.expire_all()
    return db.session.scalars(select(Print).order_by(Print.at)).all()


def standing(stranger, code):
    return stranger.get(f"/check/{code}.json").json


def rename(person):
    people.rename(person, title="Dr", forenames="Asha", surname="Shah", since=date(2026, 6, 1), by=ADA)


class TestTheLinksBesideAPage:
    def test_lead_to_its_paper_in_each_style_as_at_the_same_day(self, client, asha):
        page = client.get(f"/people/{asha.ref}?on=2026-05-14&style=large").text

        downloads = re.search(r'class="downloads".*?</ul>', page, re.DOTALL)[0]
        links = re.findall(r'href="[^"]*?\.pdf\?([^"]*)">([^<]+)<', downloads)
        assert links == [
            ("on=2026-05-14", "Print (PDF)"),
            ("on=2026-05-14&amp;style=large", "Large print"),
            ("on=2026-05-14&amp;style=black", "Plain black"),
        ]


class TestAPaper:
    def test_carries_a_code_and_is_kept_with_what_was_asked(self, client, asha):
        paper, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        [entered] = prints()
        assert (entered.code, entered.about_ref, entered.door) == (code.replace("-", ""), asha.ref, "people.person")
        assert (entered.on, entered.pages) == (date(2026, 5, 14), len(pikepdf.open(BytesIO(paper)).pages))
        assert asha.ref in entered.shows
        assert db.session.get(Kept, entered.sha256).content == paper

    def test_of_the_same_facts_has_the_same_code_and_is_entered_once(self, client, asha):
        first, second = (printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14") for _ in range(2))

        assert first == second
        assert len(prints()) == 1

    def test_of_another_style_has_another_and_says_which(self, client, asha):
        codes = {printed(client, f"/people/{asha.ref}.pdf?style={style}")[1] for style in STYLES}

        assert len(codes) == len(STYLES)
        assert [each.asked["style"] for each in prints()] == list(STYLES)

    def test_of_a_style_that_there_is_not_is_refused(self, client, asha):
        answer = client.get(f"/people/{asha.ref}.pdf?style=pink", headers={"Accept": "application/json"})

        assert (answer.status_code, answer.json["errors"]) == (422, {"address": {"style": [NOT_A_STYLE]}})
        assert prints() == []

    def test_of_other_facts_has_another(self, client, asha):
        _, one = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        _, other = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-15")

        assert one != other

    def test_of_another_registry_has_another(self, app, client, asha):
        _, one = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        app.config["SECRET_KEY"] = "another’s"
        _, other = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        assert one != other

    def test_that_was_bound_carries_its_code_on_every_page(self, client):
        meeting = AMeeting(body=ABody(kind="board"))

        answer = client.get(f"/packs/{meeting.ref}.pdf")

        pages = len(pikepdf.open(BytesIO(answer.data)).pages)
        codes = CODE.findall(text_of(answer.data))
        assert len(codes) == pages > 2
        assert len(set(codes)) == 1

    def test_is_had_again_byte_for_byte_after_later_corrections(self, client, asha):
        paper, _ = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        rename(asha)

        [entered] = prints()
        assert client.get(f"/check/printed/{entered.ref}/again").data == paper

    def test_is_had_again_years_and_versions_later(self, app, client, asha, later_version):
        address = f"/people/{asha.ref}.pdf?on=2026-05-14"
        paper, code = printed(client, address)

        with time_machine.travel(datetime(2036, 5, 14, tzinfo=UTC)), later_version():
            [entered], later = prints(), browser_of(app, "secretary")
            again, anew = later.get(f"/check/printed/{entered.ref}/again").data, printed(later, address)[1]

        assert again == paper
        assert anew != code

    def test_is_had_again_by_the_secretary_alone(self, app, client, asha):
        printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        [entered] = prints()

        auditor = browser_of(app, "auditor")
        assert auditor.get(f"/check/printed/{entered.ref}").status_code == 200
        assert auditor.get(f"/check/printed/{entered.ref}/again").status_code == 403


class TestAPaperWhoseBytes:
    def again(self, client):
        [entered] = prints()
        return client.get(f"/check/printed/{entered.ref}/again")

    def test_were_lost_is_made_again_and_kept_as_it_was(self, app, client, asha):
        address = f"/people/{asha.ref}.pdf?on=2026-05-14"
        before, _ = printed(client, address)
        lose(app)
        assert self.again(client).status_code == 404

        assert client.get(address).data == before
        assert self.again(client).data == before

    def test_were_altered_is_made_again_and_never_had_again_as_it_is_not(self, app, client, asha):
        address = f"/people/{asha.ref}.pdf?on=2026-05-14"
        before, _ = printed(client, address)
        alter(app)

        assert client.get(address).data == before
        assert "no longer here as they were printed" in self.again(client).text


class TestTheLog:
    def test_tells_every_paper_and_those_that_show_something(self, client, asha):
        printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        printed(client, "/practices/register.pdf?on=2026-05-14")

        def titles(address):
            return [line["title"] for line in client.get(address).json["items"]]

        assert sorted(titles("/check/register.json")) == ["Person", "Practices"]
        assert titles(f"/check/register.json?shows={asha.ref}") == ["Person"]

    def test_stands_on_the_page_of_what_was_printed(self, client, asha):
        printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        assert "Printed" in client.get(f"/people/{asha.ref}").text

    def test_is_the_offices_alone(self, app):
        assert browser_of(app, "director").get("/check/register").status_code == 403


class TestThePictureOfACode:
    """Read from a picture of the page, and followed."""

    def followed(self, stranger, paper, **printed):
        [address] = set(codes_on(paper, **printed))
        return stranger.get(address.partition("8000")[2] + ".json").json["state"]

    @pytest.mark.parametrize(("size", "tone"), [(1.0, ""), (0.5, "mono")])
    def test_opens_the_right_answer_for_each_of_three_papers(self, client, stranger, asha, size, tone):
        ben = APerson(forenames="Ben", surname="Okafor")
        cara = APerson(forenames="Cara", surname="Evans")
        papers = [printed(client, f"/people/{each.ref}.pdf?on=2026-05-14")[0] for each in (asha, ben, cara)]
        rename(asha)
        withdrawn = next(each for each in prints() if each.about_ref == cara.ref)
        client.post(f"/check/printed/{withdrawn.ref}/withdraw", json={"why": "Sent in error"}, headers=SEEN)

        found = [self.followed(stranger, each, size=size, tone=tone) for each in papers]
        assert found == ["superseded", "matches the books", "withdrawn"]

    def test_stands_on_every_page_of_what_was_bound(self, client, stranger):
        meeting = AMeeting(body=ABody(kind="board"))

        pack = client.get(f"/packs/{meeting.ref}.pdf").data

        assert len(codes_on(pack)) == len(pikepdf.open(BytesIO(pack)).pages)
        assert self.followed(stranger, pack) == "matches the books"

    def test_leads_to_where_the_registry_is_reached(self, app, client, asha):
        app.config["ADDRESS"] = "https://registry.example.nhs.uk/"

        paper, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        assert codes_on(paper)[0] == f"https://registry.example.nhs.uk/check/{code.replace('-', '')}"


class TestACode:
    def test_tells_a_stranger_that_the_paper_matches_and_nothing_that_it_says(self, client, stranger, asha):
        _, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        page = stranger.get(f"/check/{code}")
        assert "matches the books" in page.text
        assert "Patel" not in page.text
        told = standing(stranger, code)
        assert (told["state"], told["paper"], told["on"]) == ("matches the books", "Person", "2026-05-14")

    def test_may_be_typed_as_people_type(self, client, stranger, asha):
        _, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert stranger.get("/check/paper.json", query_string={"code": typed}).json["state"] == "matches the books"

    def test_says_since_when_the_books_say_otherwise(self, client, stranger, asha):
        _, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        rename(asha)

        told = standing(stranger, code)
        assert told["state"] == "superseded"
        assert in_words(clock.today()) in told["sentence"]

    def test_of_a_register_says_so_once_something_is_added_to_it(self, client, stranger, asha):
        _, code = printed(client, "/people/register.pdf?on=2026-05-14")
        before = standing(stranger, code)["state"]
        APerson(forenames="Ben", surname="Okafor")

        assert (before, standing(stranger, code)["state"]) == ("matches the books", "superseded")

    def test_is_not_troubled_by_what_the_paper_does_not_show(self, client, stranger, asha):
        _, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        APerson(forenames="Ben", surname="Okafor")

        assert standing(stranger, code)["state"] == "matches the books"

    def test_of_a_paper_withdrawn_says_on_what_day(self, client, stranger, asha):
        _, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        [entered] = prints()
        client.post(f"/check/printed/{entered.ref}/withdraw", json={"why": "Sent in error"}, headers=SEEN)

        told = standing(stranger, code)
        assert told["state"] == "withdrawn"
        assert "Sent in error" not in str(told)

    def test_of_no_paper_of_ours_is_told_apart(self, stranger):
        answer = stranger.get("/check/ZZZZ-ZZZZ-ZZZZ")

        assert answer.status_code == 404
        assert "No paper of this registry has this code" in answer.text

    def test_may_be_guessed_at_only_so_often(self, app, stranger):
        app.config["SIGN_IN_LIMIT"] = "3 per minute"

        assert [stranger.get(f"/check/ZZZZZZZZZZZ{n}").status_code for n in range(5)] == [404, 404, 404, 429, 429]

    def test_is_asked_for_where_none_is_given(self, stranger):
        page = stranger.get("/check/paper")

        assert page.status_code == 200
        assert 'name="code"' in page.text


class TestCompare:
    def sent(self, client, content):
        return client.post("/check/compare", data={"file": (BytesIO(content), "paper.pdf")})

    def test_finds_the_paper_of_these_very_bytes(self, client, stranger, asha):
        paper, code = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")

        answer = self.sent(stranger, paper)

        assert answer.status_code == 303
        assert answer.location.endswith(f"/check/{code.replace('-', '')}")

    def test_tells_a_forged_one_apart_and_keeps_nothing_of_it(self, client, stranger, asha):
        paper, _ = printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        kept = db.session.query(Kept).count()

        answer = self.sent(stranger, paper + b" ")

        assert answer.status_code == 422
        assert "No paper of this registry has these bytes" in answer.text
        assert db.session.query(Kept).count() == kept

    def test_asks_for_a_file(self, stranger):
        assert stranger.post("/check/compare", data={"file": ""}).status_code == 422


class TestWithdraw:
    def test_of_one_withdrawn_already_is_refused(self, client, asha):
        printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        [entered] = prints()
        address = f"/check/printed/{entered.ref}/withdraw"
        client.post(address, json={"why": "Sent in error"}, headers=SEEN)

        again = client.post(address, json={"why": "Again"}, headers={"If-Match": '"2"'})

        assert again.status_code == 409
        assert "was withdrawn on" in again.json["detail"]

    def test_wants_to_know_why(self, client, asha):
        printed(client, f"/people/{asha.ref}.pdf?on=2026-05-14")
        [entered] = prints()

        answer = client.post(f"/check/printed/{entered.ref}/withdraw", json={}, headers=SEEN)
        assert answer.status_code == 422
