"""The office's doors, from the draft to the paper that is kept, and what this room brings to others' pages."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from registry import clock
from registry.db import db
from registry.people import commands as people
from registry.resolutions import commands
from registry.resolutions.models import SPECIAL, Resolution, ResolutionDraft
from registry.resolutions.returns import passed_in_writing
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AResolution
from tests.papers import text_of
from tests.resolutions.answering import JUNE_1, MIDNIGHT, SPECIALLY, agree, person, stands

DRAFTED = {
    "passes_as": "ordinary resolution",
    "title": "The contract",
    "text": "RESOLVED that the contract be approved.",
    "kind": "approve",
}


@pytest.fixture
def body(holders):
    return ABody(name="General Meeting", kind="general meeting")


@pytest.fixture
def resolution(body):
    return AResolution(body=body)


def seen_in(page):
    return re.search(r'name="seen" value="(\w+)"', page)[1]


class TestDrafting:
    def test_is_saved_shown_written_anew_and_circulated_after_a_look_at_what_it_comes_to(self, client, holders, body):
        people.give_address(person(holders["Asha"]), email="asha@example.com", by=ADA)
        saved = client.post("/resolutions/draft", data=DRAFTED | {"body": body.ref}, follow_redirects=True)
        assert "RESOLVED that the contract be approved." in saved.text
        draft = db.session.query(ResolutionDraft).one()
        assert "The contract" in client.get("/resolutions/drafts").text
        at = f"/resolutions/drafts/{draft.ref}"
        assert "RESOLVED that the contract be approved." in client.get(f"{at}/redraft").text
        again = DRAFTED | {"body": body.ref, "title": "Extended hours", "rev": "1"}
        client.post(f"{at}/redraft", data=again)

        answers = {"by_email": "True", "otherwise": "post", "note": "", "rev": "2"}
        page = client.post(f"{at}/circulate", data=answers).text

        assert "Nothing is recorded yet" in page
        assert "100 votes in all. It passes when more than half have agreed: 51." in page
        assert "It lapses with the end of 28 June 2026: 28 days beginning with 1 June 2026" in page
        assert db.session.query(Resolution).count() == 0
        page = client.post(f"{at}/circulate", data=answers | {"seen": seen_in(page)}, follow_redirects=True).text
        assert "Extended hours" in page
        assert "Open for 28 days more, today counted." in page
        assert client.get(at).status_code == 404

    def test_is_shown_again_where_the_register_has_changed_since(self, client, holders, body, ordinary, admits):
        client.post("/resolutions/draft", data=DRAFTED | {"body": body.ref})
        at = f"/resolutions/drafts/{db.session.query(ResolutionDraft).one().ref}"
        answers = {"by_email": "False", "otherwise": "post", "note": "", "rev": "1"}
        seen = seen_in(client.post(f"{at}/circulate", data=answers).text)
        admits(Eve=1)

        page = client.post(f"{at}/circulate", data=answers | {"seen": seen}).text

        assert "The registers have changed since this was shown to you." in page
        assert "101 votes in all" in page

    def test_asks_beside_it_for_what_its_kind_needs(self, client, body):
        answer = client.post("/resolutions/draft", data=DRAFTED | {"body": body.ref, "kind": "appoint"})

        assert answer.status_code == 422
        assert "Say which seat is filled." in answer.text

    def test_by_a_program_is_told_the_law(self, api, body):
        sent = DRAFTED | {"body": body.ref, "passes_as": "special resolution"}
        at = api.post("/resolutions/draft", json=sent).json["at"]

        answer = api.post(f"{at}/circulate", json={"by_email": False, "otherwise": "post"}, headers={"If-Match": "1"})

        assert answer.status_code == 409
        assert answer.json["authority"] == "Companies Act 2006, s.283(3)"

    def test_may_be_thrown_away(self, client, body):
        client.post("/resolutions/draft", data=DRAFTED | {"body": body.ref})
        at = f"/resolutions/drafts/{db.session.query(ResolutionDraft).one().ref}"

        assert client.post(f"{at}/discard", data={"rev": "1"}).status_code == 303
        assert db.session.query(ResolutionDraft).count() == 0


class TestResolution:
    def test_shows_how_far_it_is_and_who_has_not_answered(self, client, holders, resolution):
        agree(resolution, holders["Ben"])

        page = client.get(f"/resolutions/{resolution.ref}").text

        assert "25 of 100 votes agreed; more than half are needed, 51: 26 votes short." in page
        people = page[page.index('id="people"') :]
        assert people.index("Asha Patel") < people.index("Ben Patel")

    def test_is_told_in_json_with_the_same_words(self, client, holders, resolution):
        told = client.get(f"/resolutions/{resolution.ref}.json").json

        assert (told["agreed"], told["needed"], told["total"], told["short"], told["days_left"]) == (0, 51, 100, 51, 28)
        assert [line["says"] for line in told["people"]] == ["Not yet"] * 4

    def test_on_a_day_and_as_known_then(self, app, time, holders, resolution):
        time.at = datetime(2026, 6, 10, 9, tzinfo=UTC)
        client = browser_of(app, "secretary")
        agree(resolution, holders["Ben"])

        at = f"/resolutions/{resolution.ref}.json"
        assert client.get(f"{at}?on=2026-06-09").json["agreed"] == 0
        assert client.get(f"{at}?on=2026-06-10").json["agreed"] == 25
        assert client.get(f"{at}?known=2026-06-09T09:00Z").json["agreed"] == 0
        assert client.get(f"{at}?on=2026-07-01").json["state"] == "lapsed"

    def test_prints_the_record_once_it_has_passed_with_a_place_to_sign(self, client, holders, resolution):
        agree(resolution, holders["Asha"], holders["Ben"])

        paper = text_of(client.get(f"/resolutions/{resolution.ref}.pdf").data)

        assert "Record of a resolution: The contract" in paper
        assert "GM/26/1" in paper
        assert "s.356(2)" in paper
        assert "Agreed so far" in paper
        assert "Director, or company secretary" in paper

    def test_prints_the_paper_to_sign_with_the_day_and_how_to_agree(self, client, resolution):
        assert "place to sign" in client.get(f"/resolutions/{resolution.ref}/paper").text

        paper = " ".join(text_of(client.get(f"/resolutions/{resolution.ref}/paper.pdf").data).split())

        assert "Written resolution: The contract" in paper
        assert "It lapses if it has not passed by the end of 28 June 2026" in paper
        assert "It passes when 51 of 100 votes have agreed." in paper
        assert "I agree to this resolution" in paper

    def test_lists_the_answers_as_a_spreadsheet(self, client, resolution):
        lines = client.get(f"/resolutions/{resolution.ref}/answers.csv").text.splitlines()

        assert lines[0] == "Name,As,Votes,Answer,Came,How it came,Last copy"
        assert re.match(r"Asha Patel,Folio \d+,40,Not yet,,,", lines[1])

    def test_is_on_the_register_with_the_decision_that_it_logged(self, client, holders, resolution):
        agree(resolution, holders["Asha"], holders["Ben"])

        [line] = client.get("/resolutions/register.json").json["items"]
        assert (line["state"], line["decision"], line["agreed"]) == ("passed", "GM/26/1", 65)


class TestDoing:
    def post(self, client, resolution, door, **answers):
        page = client.post(f"/resolutions/{resolution.ref}/{door}", data=answers | {"rev": str(resolution.rev)})
        db.session.expire_all()
        return page

    def test_records_an_answer_from_paper(self, client, holders, resolution):
        came = {"came_on-day": "1", "came_on-month": "6", "came_on-year": "2026", "came_at": "10:30"}
        told = {"person": person(holders["Asha"]).ref, "says": "agreed", "how": "on paper"}

        assert self.post(client, resolution, "record-answer", **told, **came).status_code == 303
        assert stands(resolution)[1] == 40

    def test_records_answers_from_a_spreadsheet_all_or_none(self, api, holders, resolution):
        refs = [person(holders[name]).ref for name in ("Asha", "Ben")]
        lines = ["person,says,how,came_on,came_at,signed_by"]
        lines += [f"{ref},agreed,on paper,2026-06-01,10:30," for ref in refs]
        headers = {"If-Match": str(resolution.rev), "Content-Type": "text/csv"}

        answer = api.post(f"/resolutions/{resolution.ref}/record-answer", data="\n".join(lines), headers=headers)

        assert answer.status_code == 201, answer.text
        db.session.expire_all()
        assert stands(resolution) == ("passed", 65, 51, 100)

    def test_notes_a_copy_withdraws_and_logs_a_lapse(self, app, client, time, holders, resolution):
        sent = {"sent_on-day": "1", "sent_on-month": "6", "sent_on-year": "2026", "sent_at": "10:30"}
        asha = person(holders["Asha"]).ref
        assert self.post(client, resolution, "give-copy", person=asha, how="by hand", **sent).status_code == 303
        other = AResolution(body=resolution.body)
        assert self.post(client, other, "withdraw", because="It fell through").status_code == 303
        assert "Withdrawn on 1 June 2026 at 10:30: It fell through" in client.get(f"/resolutions/{other.ref}").text
        assert self.post(client, resolution, "lapse").status_code == 409
        time.at = MIDNIGHT

        assert self.post(browser_of(app, "secretary"), resolution, "lapse").status_code == 303
        assert resolution.decision.number == "GM/26/1"

    def test_by_somebody_who_saw_an_older_state_is_refused(self, client, resolution):
        answer = client.post(f"/resolutions/{resolution.ref}/withdraw", data={"because": "No", "rev": "0"})

        assert answer.status_code == 412


class TestReaders:
    def test_are_the_office_the_directors_and_the_auditor(self, app, resolution):
        for role, status in (("secretary", 200), ("director", 200), ("auditor", 200), ("member", 403)):
            browser = browser_of(app, role)
            assert browser.get("/resolutions/register").status_code == status
            assert browser.get(f"/resolutions/{resolution.ref}.json").status_code == status

    def test_others_act_on_nothing(self, app, resolution):
        for role in ("director", "auditor", "member"):
            for door in ("record-answer", "send-again", "withdraw", "lapse", "give-copy"):
                assert browser_of(app, role).get(f"/resolutions/{resolution.ref}/{door}").status_code == 403


class TestOnOtherPages:
    def test_the_body_the_member_and_the_decision_tell_of_it(self, client, holders, resolution):
        agree(resolution, holders["Asha"], holders["Ben"])

        assert "Resolutions without a meeting" in client.get(f"/structure/{resolution.body_ref}").text
        assert "Written resolutions" in client.get(f"/members/{holders['Asha'].ref}").text
        page = client.get(f"/decisions/{resolution.decision.number}").text
        assert "How it was agreed to" in page
        assert "By written resolution; 65 agreed, 35 had not" in page

    def test_a_member_may_not_read_it_there(self, app, holders, resolution):
        agree(resolution, holders["Asha"], holders["Ben"])

        page = browser_of(app, "member").get(f"/decisions/{resolution.decision.number}").text
        assert "How it was agreed to" not in page

    def test_home_says_how_long_and_how_far_short_and_whose_answer_is_wanting(self, app, time, holders, resolution):
        agree(resolution, holders["Asha"])
        time.at = datetime(2026, 6, 26, 9, tzinfo=UTC)
        client = browser_of(app, "secretary")
        page = client.get("/home/duties").text
        assert "The contract: lapses in 3 days, 11 votes short; no answer yet from Ben Patel, Cara Patel" in page

        time.at = datetime(2026, 6, 28, 9, tzinfo=UTC)
        client = browser_of(app, "secretary")
        assert "The contract: lapses at midnight, 11 votes short" in client.get("/home/duties").text
        time.at = MIDNIGHT
        client = browser_of(app, "secretary")
        assert "The contract: it has lapsed; log that it did." in client.get("/home/duties").text
        commands.lapse(resolution, by=ADA)
        assert "The contract" not in client.get("/home/duties").text

    def test_a_search_finds_its_words(self, app, client, resolution):
        assert "The contract: open" in client.get("/home/search?q=so+resolved").text
        assert "The contract: open" not in browser_of(app, "member").get("/home/search?q=so+resolved").text

    def test_whoever_leaves_is_still_the_one_to_agree(self, client, holders, resolution):
        page = client.get(f"/people/{person(holders['Asha']).ref}/leaving").text

        assert "Is still the one to agree to “The contract”, as it was circulated" in page

    def test_what_rests_on_an_account_counts_the_votes_that_it_had(self, client, holders, resolution):
        page = client.get(f"/members/{holders['Asha'].ref}/resting?on=2026-06-01").text

        assert "The contract: counted with 40 votes" in page


class TestReturns:
    def test_a_copy_of_a_special_one_is_to_be_sent_within_15_days(self, holders, body):
        special = AResolution(body=body, passes_as=SPECIAL, text=SPECIALLY)
        ordinary = AResolution(body=body)
        for each in (special, ordinary):
            agree(each, holders["Asha"], holders["Ben"])
        assert list(passed_in_writing(JUNE_1)) == []
        agree(special, holders["Cara"])

        [arising] = passed_in_writing(JUNE_1)
        assert (arising.sentence, arising.deadline.due) == (
            "Send a copy of the special resolution GM/26/2",
            date(2026, 6, 16),
        )
        assert list(passed_in_writing(date(2026, 5, 31))) == []


class TestLateEntered:
    def test_a_page_of_tomorrow_foretells_the_lapse(self, client, resolution):
        day = (JUNE_1 + timedelta(days=28)).isoformat()

        assert client.get(f"/resolutions/register.json?on={day}").json["items"][0]["state"] == "lapsed"
        assert clock.today() == date(2026, 6, 1)
