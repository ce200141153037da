from io import BytesIO

import pytest

from registry import clock
from registry.accounts.models import Account
from registry.db import db
from registry.people import commands as people
from registry.recruitment import commands
from registry.recruitment.models import Candidate, Recruitment
from tests.conftest import browser_of
from tests.factories import ADA, APerson, ASeat
from tests.packs.papers import a_paper
from tests.papers import text_of
from tests.recruitment.recruiting import MARCH_15, MAY_1, a_recruitment


@pytest.fixture
def recruitment(app):
    return a_recruitment()


def browser_of_panel(app, recruitment):
    """The browser of somebody who signs in and is on the panel."""
    browser = browser_of(app, "director")
    account = db.session.scalars(db.select(Account).order_by(Account.ref.desc())).first()
    people.give_account(recruitment.panel[0].person, account=account, by=ADA)
    return browser


def boxes(name, day):
    return {f"{name}-year": day.year, f"{name}-month": day.month, f"{name}-day": day.day}


class TestBegin:
    def test_from_the_page_of_the_seat(self, client):
        seat = ASeat(title="Clinical director")

        assert f"/recruitment/seats/{seat.ref}/begin" in client.get(f"/seats/{seat.ref}").text
        answer = client.post(
            f"/recruitment/seats/{seat.ref}/begin", data=boxes("opened", MARCH_15) | {"why": "The term ends"}
        )

        assert answer.status_code == 303
        assert "The term ends" in client.get(answer.location).text
        assert answer.location in client.get(f"/seats/{seat.ref}").text

    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client):
        address = f"/recruitment/seats/{ASeat().ref}/begin"
        late = boxes("opened", MARCH_15) | boxes("closes", MARCH_15) | {"why": "The term ends"}

        assert client.post(address, data={"why": "The term ends"}).status_code == 422
        answer = client.post(address, data=late)
        assert answer.status_code == 409
        assert 'href="#closes-day"' in answer.text
        assert "The term ends" in answer.text
        assert db.session.query(Recruitment).count() == 0

    def test_is_for_the_secretary(self, app):
        assert browser_of(app, "director").get(f"/recruitment/seats/{ASeat().ref}/begin").status_code == 403


class TestRecruitment:
    def test_shows_stages_panel_and_papers_on_page_and_paper(self, client, recruitment):
        commands.reach(recruitment, what="advertised", on=MARCH_15, note="In the bulletin", by=ADA)
        sent = {"title": "Advertisement", "file": (BytesIO(a_paper("Apply")), "ad.pdf"), "rev": recruitment.rev}
        assert client.post(f"/recruitment/{recruitment.ref}/add_paper", data=sent).status_code == 303

        page = client.get(f"/recruitment/{recruitment.ref}").text
        words = text_of(client.get(f"/recruitment/{recruitment.ref}.pdf").data)
        for told in ("In the bulletin", "Works with a candidate", "Does not score", "Advertisement"):
            assert told in page
            assert told in words
        assert "Apply" in text_of(client.get(f"/recruitment/{recruitment.ref}/papers/1").data)
        assert client.get(f"/recruitment/{recruitment.ref}/papers/9").status_code == 404

    def test_register_comes_as_a_page_csv_and_paper(self, client, recruitment):
        assert recruitment.seat.called in client.get("/recruitment/register").text
        assert recruitment.seat.called in client.get("/recruitment/register.csv").text
        assert client.get("/recruitment/register.pdf").data.startswith(b"%PDF")


class TestReach:
    def test_wants_the_rev_that_was_seen(self, api, recruitment):
        asked = {"what": "advertised", "on": "2022-03-15"}
        address = f"/recruitment/{recruitment.ref}/reach"

        assert api.post(address, json=asked).status_code == 428
        assert api.post(address, json=asked, headers={"If-Match": "9"}).status_code == 412
        assert api.post(address, json=asked, headers={"If-Match": str(recruitment.rev)}).status_code == 201


class TestNamePanel:
    def test_begins_with_who_is_on_it_and_says_of_whom_a_conflict_was_left(self, client, recruitment):
        address = f"/recruitment/{recruitment.ref}/name_panel"
        asked = {"panel-0-person": APerson().ref, "panel-0-conflict": "Kin", "rev": recruitment.rev}

        assert "Works with a candidate" in client.get(address).text
        answer = client.post(address, data=asked)
        assert answer.status_code == 409
        assert "the conflict of Asha Patel" in answer.text


class TestCandidates:
    def test_are_read_by_those_who_run_it_alone(self, app, client, recruitment):
        sent = {"name": "Dr Hopeful", "statement": "I would like to"}
        assert client.post(f"/recruitment/{recruitment.ref}/add_candidate", data=sent).status_code == 303
        candidate = db.session.query(Candidate).one()
        addresses = [f"/recruitment/{recruitment.ref}/candidates", f"/recruitment/candidates/{candidate.ref}"]

        panel = browser_of_panel(app, recruitment)
        for address in addresses:
            assert "Dr Hopeful" in client.get(address).text
            assert "Dr Hopeful" in panel.get(address).text
            for role in ("director", "member", "auditor"):
                assert browser_of(app, role).get(address).status_code == 403
        for address in (
            f"/recruitment/{recruitment.ref}",
            f"/recruitment/{recruitment.ref}.json",
            "/home/search?q=hopeful",
        ):
            assert "Dr Hopeful" not in client.get(address).text

    def test_are_not_read_through_the_past_by_whoever_was_on_the_panel(self, app, recruitment):
        panel = browser_of_panel(app, recruitment)
        commands.add_candidate(recruitment, name="Dr Hopeful", by=ADA)
        then = f"{clock.now():%Y-%m-%dT%H:%M:%S.%fZ}"
        commands.name_panel(recruitment, panel=[{"person": APerson()}, {"person": APerson()}], by=ADA)

        for asked in ("", f"?known={then}"):
            assert panel.get(f"/recruitment/{recruitment.ref}/candidates{asked}").status_code == 403

    def test_are_marked_by_the_panel(self, app, recruitment):
        candidate = commands.add_candidate(recruitment, name="Dr Hopeful", by=ADA)
        panel = browser_of_panel(app, recruitment)
        asked = {"standing": "shortlisted", "notes": "Strong", "rev": candidate.rev}

        assert panel.post(f"/recruitment/candidates/{candidate.ref}/mark", data=asked).status_code == 303
        assert (candidate.standing, candidate.notes) == ("shortlisted", "Strong")

    def test_are_not_known_to_any_past(self, client, recruitment):
        candidate = commands.add_candidate(recruitment, name="Dr Hopeful", by=ADA)
        then = f"{clock.now():%Y-%m-%dT%H:%M:%S.%fZ}"

        assert client.get(f"/recruitment/candidates/{candidate.ref}?known={then}").status_code == 404

    def test_are_removed_once_it_is_over(self, client, recruitment):
        commands.add_candidate(recruitment, name="Dr Hopeful", by=ADA)
        address = f"/recruitment/{recruitment.ref}/remove_candidates"

        assert client.post(address, data={"csrf_token": ""}).status_code == 409
        commands.conclude(recruitment, outcome="nobody suitable", closed=MAY_1, by=ADA)
        assert client.post(address, data={"csrf_token": ""}).status_code == 303
        assert db.session.query(Candidate).count() == 0


class TestConclude:
    def test_of_an_appointment_wants_it_made_first(self, client, recruitment):
        asked = boxes("closed", MAY_1) | {
            "outcome": "appointed", "appointed": APerson().ref, "rev": recruitment.rev,
        }  # fmt: skip

        answer = client.post(f"/recruitment/{recruitment.ref}/conclude", data=asked)

        assert answer.status_code == 409
        assert 'href="#appointed"' in answer.text
