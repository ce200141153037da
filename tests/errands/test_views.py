import pytest

from registry.accounts.models import Account
from registry.db import db
from registry.errands.queue import claim
from registry.errands.shelf import kept
from registry.errands.views import NO_LONGER_HERE
from registry.errands.working import work_off
from tests.conftest import browser_of
from tests.errands.counting import now_of, send

pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture
def errand(client):
    """What the secretary, whose browser `client` is, sent for."""
    return send(by=db.session.query(Account).one())


class TestErrand:
    def test_tells_how_far_it_has_come_and_asks_again_without_a_script(self, app, client, errand):
        waits = client.get(f"/errands/{errand.ref}").text
        claim().note(done=1, of=3, words="Counting 1")

        runs = client.get(f"/errands/{errand.ref}").text

        assert "It waits for its turn." in waits
        assert "Counting 1: 1 of 3 parts" in runs
        assert 'max="3" value="1"' in runs
        assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in runs
        told = client.get(f"/errands/{errand.ref}.json").json
        assert (told["state"], told["done"], told["of"], told["going"]) == ("running", 1, 3, True)

    def test_that_is_done_has_its_file_and_asks_no_more(self, app, client, errand):
        work_off(app)

        page = client.get(f"/errands/{errand.ref}").text
        with client.get(f"/errands/{errand.ref}/file") as answer:
            assert answer.text.endswith("counted to 3")

        assert "refresh" not in page
        assert f'href="/errands/{errand.ref}/file"' in page
        assert answer.headers["Content-Disposition"] == "attachment; filename=count.txt"
        assert answer.headers["Content-Type"].startswith("text/plain")

    def test_that_failed_says_why(self, app, client):
        errand = send("tests.fall", by=db.session.query(Account).one(), over="nothing")
        work_off(app)

        assert "There is nothing to stand on." in client.get(f"/errands/{errand.ref}").text

    def test_is_for_whoever_asked_for_it_alone(self, app, client, visitor, errand):
        work_off(app)

        for path in ("", ".json", "/file"):
            with client.get(f"/errands/{errand.ref}{path}") as answer:
                assert answer.status_code == 200
            assert browser_of(app, "secretary").get(f"/errands/{errand.ref}{path}").status_code == 403
            assert visitor.get(f"/errands/{errand.ref}{path}").status_code == 401

    def test_is_not_for_those_who_may_not_have_what_it_is_for(self, app):
        member = browser_of(app, "member")
        errand = send(by=db.session.query(Account).one())

        assert member.get(f"/errands/{errand.ref}").status_code == 403

    def test_whose_file_was_altered_is_not_handed_out(self, app, client, errand):
        work_off(app)
        kept(now_of(errand).sha256).write_text("counted to four")

        answer = client.get(f"/errands/{errand.ref}/file")

        assert (answer.status_code, NO_LONGER_HERE in answer.text) == (404, True)


class TestRegister:
    def test_lists_what_one_asked_for_oneself(self, app, client, errand):
        assert [line["title"] for line in client.get("/errands/register.json").json["items"]] == ["Counting"]
        assert "Counting" in client.get("/errands/register").text
        assert "Counting" not in browser_of(app, "secretary").get("/errands/register").text
