import json

import pytest

from registry.db import db
from registry.drafts import commands
from registry.drafts.models import Draft
from registry.terms.models import TEN_HEADINGS, TERMS_OF_REFERENCE, Terms, TermsMember
from tests.conftest import browser_of
from tests.drafts.drafting import a_draft
from tests.factories import ADA, ABody, APerson, APractice, SomeTerms
from tests.papers import text_of

WORDS = {"title": "Terms of the hub", "version": "0.1", "sections-0-heading": "Purpose", "sections-0-text": "To care."}


def out(draft):
    """What the form to circulate sends."""
    return {"circulated-day": 1, "circulated-month": 3, "circulated-year": 2026, "rev": draft.rev}


@pytest.fixture
def draft(app):
    return a_draft(body=ABody(kind="hub", name="Rutland"), **WORDS)


def write(draft, boxes, *, desk="other"):
    commands.write(draft, was=WORDS, boxes=boxes, desk=desk, by=ADA)


def clash(draft):
    """Ada’s title, and Ben’s kept beside it."""
    for name in ("Ada’s", "Ben’s"):
        write(draft, {"title": name}, desk=name)


def told(client, draft):
    return client.get(f"/drafts/{draft.ref}.json").json


class TestRegister:
    def test_tells_what_is_being_written_and_by_whom_it_was_saved(self, client, draft):
        line = client.get("/drafts/register.json").json["items"][0]

        assert (line["title"], line["body"], line["to_settle"]) == ("Terms of the hub, version 0.1", "Rutland", 0)
        assert "Terms of the hub, version 0.1" in client.get("/drafts/register").text
        assert client.get("/drafts/register.pdf").data.startswith(b"%PDF")

    def test_is_for_the_secretary(self, app, visitor):
        assert visitor.get("/drafts/register").status_code == 401
        assert browser_of(app, "director").get("/drafts/register").status_code == 403


class TestBegin:
    def test_begins_with_the_ten_headings(self, client):
        asked = {"body": ABody().ref, "kind": TERMS_OF_REFERENCE}

        answer = client.post("/drafts/begin", data=asked)

        assert answer.status_code == 303
        page = client.get(answer.location).text
        assert all(f'value="{heading}"' in page for heading in TEN_HEADINGS)
        assert db.session.query(Terms).count() == 0

    def test_after_a_version_begins_with_its_words(self, client):
        before = SomeTerms(version="1.0", quorum=3, table=[TermsMember(place=1, responsibility="Chair of the hub")])

        assert f'value="{before.body_ref}" selected' in client.get(f"/drafts/begin?terms={before.ref}").text
        asked = {"body": before.body_ref, "kind": before.kind, "terms": before.ref}
        page = client.get(client.post("/drafts/begin", data=asked).location).text

        assert "What is agreed about purpose." in page
        assert 'value="Chair of the hub"' in page
        assert 'value="1.0"' not in page

    def test_says_beside_each_box_what_is_wrong(self, client):
        answer = client.post("/drafts/begin", data={"body": "NOBODY", "kind": "song"})

        assert answer.status_code == 422
        assert "There is no body “NOBODY”." in answer.text
        assert db.session.query(Draft).count() == 0


class TestDraft:
    def test_shows_what_is_written_and_that_it_is_a_working_paper(self, client, draft):
        page = client.get(f"/drafts/{draft.ref}").text

        assert "1. Purpose" in page
        assert "To care." in page
        assert "not in the ledger" in page

    def test_prints(self, client, draft):
        words = text_of(client.get(f"/drafts/{draft.ref}.pdf").data)

        assert "To care." in words
        assert "working paper" in words

    def test_runs_nothing_that_was_written_in_it(self, client, draft):
        write(draft, {"sections-0-text": "<script>alert(1)</script> Llŷn"})

        page = client.get(f"/drafts/{draft.ref}").text

        assert "<script>alert" not in page
        assert "Llŷn" in page

    def test_is_not_found_in_the_past_which_knows_only_the_ledger(self, client, draft):
        assert client.get(f"/drafts/{draft.ref}?known=2100-01-01").status_code == 404

    def test_shows_both_wordings_and_lets_one_be_chosen(self, client, draft):
        clash(draft)

        page = client.get(f"/drafts/{draft.ref}").text
        assert "Ada’s" in page
        assert "Ben’s" in page
        wording = told(client, draft)["wordings"][0]
        assert (wording["place"], wording["beside"]) == ("Title", "Ben’s")
        asked = {"wording": wording["ref"], "stands": "Ada’s", "choice": "take"}
        assert client.post(f"/drafts/{draft.ref}/settle", data=asked).status_code == 303
        assert told(client, draft)["boxes"]["title"] == "Ben’s"
        assert client.post(f"/drafts/{draft.ref}/settle", data=asked).status_code == 409

    def test_tells_a_choice_by_its_words(self, client, draft):
        ann, practice = APerson(), APractice(name="OAKHAM MEDICAL PRACTICE", code="C82077")
        write(draft, {"table-0-person": ann.ref, "table-0-practice": practice.ref})

        assert any("OAKHAM MEDICAL PRACTICE" in line for line in told(client, draft)["table"])
        assert any("Asha Patel" in line for line in told(client, draft)["table"])


class TestWrite:
    def test_from_a_page_saves_it_half_done(self, client, draft):
        asked = WORDS | {"was": json.dumps(WORDS), "version": "", "review_due-day": "31", "provisions-0-number": "five"}

        answer = client.post(f"/drafts/{draft.ref}/write", data=asked)

        assert answer.status_code == 303
        boxes = told(client, draft)["boxes"]
        assert (boxes["review_due-day"], boxes["provisions-0-number"]) == ("31", "five")
        assert 'value="five"' in client.get(f"/drafts/{draft.ref}/write").text

    def test_from_two_pages_opened_at_once_loses_nothing(self, app, client, draft):
        ben = browser_of(app, "secretary")
        as_seen = WORDS | {"was": json.dumps(WORDS)}

        client.post(
            f"/drafts/{draft.ref}/write",
            data=as_seen | {"desk": "a", "title": "Ada’s", "sections-1-heading": "Quorum"},
        )
        ben.post(
            f"/drafts/{draft.ref}/write",
            data=as_seen
            | {"desk": "b", "title": "Ben’s", "sections-0-text": "To heal.", "sections-1-heading": "Review"},
        )

        page = told(client, draft)
        assert page["boxes"]["title"] == "Ada’s"
        assert sorted(each["beside"] for each in page["wordings"]) == ["Ben’s", "Review"]
        assert page["sections"][0]["text"] == "To heal."
        [heading] = [each["ref"] for each in page["wordings"] if each["in_line"]]
        asked = {"wording": heading, "stands": "Quorum", "choice": "apart"}
        client.post(f"/drafts/{draft.ref}/settle", data=asked)
        assert [each["heading"] for each in told(client, draft)["sections"]] == ["Purpose", "Quorum", "Review"]

    def test_of_a_figure_beyond_all_bounds_is_shown_as_it_stands(self, client, draft):
        write(draft, {"provisions-0-what": "quorum", "provisions-0-number": "9" * 5_000})

        assert client.get(f"/drafts/{draft.ref}").status_code == 200
        assert client.post(f"/drafts/{draft.ref}/circulate", data=out(draft)).status_code == 422

    def test_from_json_sends_only_what_was_changed(self, api, draft):
        answer = api.post(f"/drafts/{draft.ref}/write", json={"was": {"title": WORDS["title"]}, "title": "Terms"})

        assert (answer.status_code, answer.json["entries"]) == (201, [])
        assert told(api, draft)["boxes"] == WORDS | {"title": "Terms"}

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"was": {}, "colour": "blue"}, "colour"),
            ({"was": WORDS, "songs-0-text": "La"}, "songs-0-text"),
            ({"was": WORDS, "sections-0-colour": "blue"}, "sections-0-colour"),
            ({"was": WORDS, "title": ["a", "list"]}, "title"),
            ({"was": WORDS, "title": "x" * 100_001}, "title"),
            ({"title": "Terms"}, "was"),
            ({"was": "x", "title": "Terms"}, "was"),
            ({"was": [], "title": "Terms"}, "was"),
            ({"was": {"title": 1}, "title": "Terms"}, "was"),
            ({"was": {}, "sections": "abc"}, "sections"),
            ({"was": {}, "sections-03-text": "abc"}, "sections-03-text"),
            ({"was": {}, "sections-999-text": "abc"}, "sections-999-text"),
            ({"was": {}, "title-day": "1"}, "title-day"),
            ({"was": {}, "desk": "x" * 41}, "desk"),
        ],
    )
    def test_refuses_what_is_no_box_of_the_page(self, api, draft, given, field):
        answer = api.post(f"/drafts/{draft.ref}/write", json=given)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [field]
        assert told(api, draft)["boxes"] == WORDS

    def test_adds_rows_and_saves_nothing(self, client, draft):
        asked = WORDS | {"was": json.dumps(WORDS), "title": "Typed", "more": "sections"}

        page = client.post(f"/drafts/{draft.ref}/write", data=asked).text

        assert 'value="Typed"' in page
        assert 'name="sections-3-heading"' in page
        assert told(client, draft)["boxes"] == WORDS

    def test_is_for_the_secretary(self, app, draft):
        director = browser_of(app, "director")

        assert director.post(f"/drafts/{draft.ref}/write", data=WORDS | {"was": json.dumps(WORDS)}).status_code == 403


class TestCirculate:
    def test_enters_a_version_with_the_day_and_to_whom(self, client, draft):
        asked = {"circulated_to": "The practices of the hub"}

        answer = client.post(f"/drafts/{draft.ref}/circulate", data=asked | out(draft))

        version = client.get(f"{answer.location}.json").json
        assert (version["version"], version["circulated"], version["status"]) == ("0.1", "2026-03-01", "circulated")
        assert version["circulated_to"] == "The practices of the hub"
        assert told(client, draft)["circulated"] == "0.1"

    def test_says_what_in_the_draft_cannot_go_out_and_where(self, client, draft):
        wrong = {
            "title": "", "version": "x" * 21, "provisions-0-what": "quorum", "provisions-0-number": "five",
            "table-0-practice": "NOWHERE", "review_due-day": "31", "review_due-month": "2", "review_due-year": "2027",
        }  # fmt: skip
        write(draft, wrong)

        answer = client.post(f"/drafts/{draft.ref}/circulate", data=out(draft))

        assert answer.status_code == 422
        for sentence in (
            "Title: an answer is needed.",
            "Version: Write at most 20 letters here.",
            "Rules, line 1: figure: Write a whole number.",
            "Membership table, line 1: practice: There is no practice “NOWHERE”.",
            "Review due: Write a real date, such as 31 3 2026.",
        ):
            assert sentence in answer.text
        assert db.session.query(Terms).count() == 0

    @pytest.mark.parametrize(
        ("boxes", "sentence"),
        [
            ({"provisions-0-what": "quorum"}, "says too little"),
            ({"provisions-0-what": "quorum", "provisions-0-number": "3", "provisions-0-clause": "9"}, "no clause 9"),
        ],
    )
    def test_of_a_rule_that_does_not_hold_is_refused_with_its_reason(self, client, draft, boxes, sentence):
        write(draft, boxes)

        answer = client.post(f"/drafts/{draft.ref}/circulate", data=out(draft))

        assert answer.status_code == 409
        assert sentence in answer.text

    def test_of_a_version_there_is_already_is_refused(self, client, draft):
        SomeTerms(body=draft.body, version="0.1")

        answer = client.post(f"/drafts/{draft.ref}/circulate", data=out(draft))

        assert answer.status_code == 409
        assert "this one is taken" in answer.text

    def test_asks_for_the_day_with_wordings_to_settle_says_where(self, client, draft):
        clash(draft)

        answer = client.post(f"/drafts/{draft.ref}/circulate", data=out(draft))

        assert answer.status_code == 409
        assert "See: Title." in answer.text
        assert (
            client.post(f"/drafts/{draft.ref}/circulate", data={"circulated_to": "All", "rev": draft.rev}).status_code
            == 422
        )

    def test_of_what_was_written_since_the_page_was_opened_is_refused(self, client, draft):
        opened = out(draft)
        write(draft, {"title": "Half a sent"})

        assert client.post(f"/drafts/{draft.ref}/circulate", data=opened).status_code == 412
        assert db.session.query(Terms).count() == 0

    def test_counts_the_lines_as_the_page_does(self, client, draft):
        write(draft, {"sections-4-text": "Words without a heading."})

        answer = client.post(f"/drafts/{draft.ref}/circulate", data=out(draft))

        assert "Sections, line 5: heading: Heading: an answer is needed." in answer.text


class TestDiscard:
    def test_of_what_was_written_since_the_page_was_opened_is_refused(self, client, draft):
        opened = {"rev": draft.rev}
        write(draft, {"title": "Half a sent"})

        assert client.post(f"/drafts/{draft.ref}/discard", data=opened).status_code == 412
        assert db.session.get(Draft, draft.ref) is draft

    def test_throws_it_away(self, client, draft):
        assert client.post(f"/drafts/{draft.ref}/discard", data={"rev": draft.rev}).status_code == 303

        assert client.get(f"/drafts/{draft.ref}").status_code == 404


class TestPanel:
    def test_a_bodys_page_shows_what_is_being_drafted_to_those_who_may_see_it(self, app, client, draft):
        assert f'href="/drafts/{draft.ref}"' in client.get(f"/structure/{draft.body_ref}").text
        assert "Being drafted" not in browser_of(app, "member").get(f"/structure/{draft.body_ref}").text


class TestSearch:
    def test_finds_a_draft_by_its_title(self, client, draft):
        assert f'href="/drafts/{draft.ref}"' in client.get("/home/search?q=terms+of+the+HUB").text
