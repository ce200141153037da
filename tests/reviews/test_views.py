from datetime import date, timedelta

import pytest

from registry import clock, ledger
from registry.accounts.models import Access
from registry.db import db
from registry.reviews import commands, queries
from registry.reviews.models import WITHHELD
from tests.conftest import browser_of
from tests.factories import ADA, AMeeting, AnAppointment, AnInterest, APerson, AReview, ASeat
from tests.papers import text_of
from tests.reviews.test_commands import PRIVATE, change

MAY_14 = date(2026, 5, 14)
SEEN = {"on-day": 14, "on-month": 5, "on-year": 2026, "publication": "published"}


@pytest.fixture
def harriet(app):
    return APerson(forenames="Harriet", surname="Ashworth")


@pytest.fixture
def own(app, harriet):
    """The browser of Harriet Ashworth, a member."""
    return browser_of(app, "member", harriet.ref)


class TestRegister:
    def test_shows_each_with_its_earlier_words_and_the_next_meeting(self, client, harriet):
        meeting = AMeeting(on=clock.today() + timedelta(days=30))
        AnAppointment(seat=ASeat(body=meeting.body), person=harriet)
        interest = AnInterest(person=harriet, description="Partner in the practice")
        AReview(interest)
        change(interest, description="Salaried partner in the practice")

        page = client.get("/reviews/register").text

        assert "Harriet Ashworth: Latham House Medical Practice" in page
        assert "[deleted: </span>Partner<" in page
        assert "[inserted: </span>Salaried partner<" in page
        assert meeting.called in page

    def test_is_sifted_by_person_kind_and_status(self, client, harriet):
        AnInterest(person=harriet, kind="indirect")
        changed = AnInterest()
        AReview(changed)
        change(changed, description="Something else")

        def found(words):
            return [line["person"] for line in client.get(f"/reviews/register.json?q={words}").json["items"]]

        assert found("ashworth") == found("indirect") == found("new") == ["Harriet Ashworth"]
        assert found("changed") == ["Asha Patel"]

    def test_comes_as_json_csv_and_paper_and_only_for_the_office(self, app, client, own):
        AnInterest()

        assert client.get("/reviews/register.json").json["items"][0]["status"] == "new"
        assert "Asha Patel" in client.get("/reviews/register.csv").text
        assert "Asha Patel" in text_of(client.get("/reviews/register.pdf").data)
        assert browser_of(app, "auditor").get("/reviews/register").status_code == 200
        for browser in (own, browser_of(app, "director")):
            assert browser.get("/reviews/register").status_code == 403

    def test_of_what_is_private_is_noted_in_the_access_log(self, client):
        AnInterest()
        client.get("/reviews/register")
        assert db.session.query(Access).filter_by(what="read private interests").count() == 0
        interest = AnInterest(**PRIVATE)

        client.get("/reviews/register")
        client.get(f"/reviews/interests/{interest.ref}/review")

        assert db.session.query(Access).filter_by(what="read private interests").count() == 2

    def test_of_what_awaits_its_kind_is_noted_as_well_since_it_is_not_published(self, client):
        AnInterest(kind="not sure")

        assert client.get("/reviews/register.json").json["items"][0]["kind"] == "Not sure"
        assert db.session.query(Access).filter_by(what="read private interests").count() == 1

    def test_as_known_before_an_interest_was_reviewed(self, client):
        interest = AnInterest()
        before = clock.now()
        AReview(interest)

        with ledger.known(before):
            assert queries.mitigations_on(MAY_14) == {}
        then = before.isoformat().replace("+00:00", "Z")
        assert client.get("/reviews/register.json").json["count"] == 0
        assert client.get(f"/reviews/register.json?known={then}").json["count"] == 1

    def test_as_known_when_it_had_changed_once_tells_that_change_alone(self, client):
        interest = AnInterest(description="Partner")
        AReview(interest)
        change(interest, description="Locum")
        then = clock.now().isoformat().replace("+00:00", "Z")
        change(interest, description="Locum", organisation="Vale Surgery")

        def changed(address):
            return client.get(address).json["items"][0]["changed"]

        assert changed(f"/reviews/register.json?known={then}") == ["What it is: [deleted: Partner][inserted: Locum]"]
        assert len(changed("/reviews/register.json")) == 2


class TestReview:
    def test_chooses_measures_that_are_offered_and_says_them_beside_the_interest(self, app, client, own, harriet):
        interest = AnInterest(person=harriet)
        offered = app.config["MITIGATIONS"]
        address = f"/reviews/interests/{interest.ref}/review"

        assert offered[0] in client.get(address).text
        sent = SEEN | {"measures": offered[1:3], "mitigation": "Unless the chair asks", "rev": 1}
        assert client.post(address, data=sent).status_code == 303

        words = f"{offered[1]}. {offered[2]}. Unless the chair asks."
        assert queries.mitigations_on(MAY_14) == {interest.ref: words}
        for browser in (client, own, browser_of(app, "director")):
            assert words in browser.get(f"/interests/{interest.ref}").text
        assert own.post(address, data=sent).status_code == 403

    def test_with_a_measure_of_ones_own_says_where_to_write_it(self, client):
        interest = AnInterest()

        sent = SEEN | {"measures": ["Pretends"], "rev": 1}
        answer = client.post(f"/reviews/interests/{interest.ref}/review", data=sent)

        assert answer.status_code == 422
        assert 'href="#measures">Choose from those offered' in answer.text

    def test_gives_reasons_for_withholding_only_where_it_is_withheld(self, client, harriet):
        address = f"/reviews/interests/{AnInterest().ref}/review"
        sent = SEEN | {"mitigation": "Noted", "rev": 1, "withheld_because": "It names a patient"}

        answer = client.post(address, data=sent)
        assert answer.status_code == 422
        assert "Leave this empty unless" in answer.text
        assert client.post(address, data=sent | {"publication": WITHHELD}).status_code == 409
        assert (
            client.post(address, data=sent | {"publication": WITHHELD, "approved_by": harriet.ref}).status_code == 303
        )

    def test_of_an_interest_that_changed_while_it_was_read_is_refused(self, api):
        interest = AnInterest()
        change(interest, description="Something else")
        sent = {"on": "2026-05-14", "publication": "published", "mitigation": "Noted"}

        address = f"/reviews/interests/{interest.ref}/review"
        assert api.post(address, json=sent, headers={"If-Match": "1"}).status_code == 412
        assert api.post(address, json=sent, headers={"If-Match": "2"}).status_code == 201


class TestInterest:
    def test_shows_its_holder_what_was_made_of_it_and_nothing_of_anothers(self, own, harriet):
        mine, anothers = AnInterest(person=harriet, **PRIVATE), AnInterest()
        AReview(mine, publication=WITHHELD, withheld_because="Agreed", approved_by=APerson())
        commands.note(mine, text="Look again next year", by=ADA)

        page = own.get(f"/reviews/interests/{mine.ref}").text
        assert "Agreed" in page
        assert "Look again next year" not in page
        assert own.get(f"/reviews/interests/{anothers.ref}").status_code == 403

    def test_shows_the_office_its_notes(self, client):
        interest = AnInterest()
        address = f"/reviews/interests/{interest.ref}/note"

        assert address in client.get(f"/interests/{interest.ref}").text
        assert client.post(address, data={"text": "Look again next year"}).status_code == 303
        assert "Look again next year" in client.get(f"/reviews/interests/{interest.ref}").text


class TestHandled:
    def test_stands_on_the_page_of_whoever_declared_it_as_it_was_said_last(self, app, own, harriet):
        interest = AnInterest(person=harriet)
        AReview(interest, on=date(2026, 5, 13), mitigation="Leaves the meeting")
        AReview(interest, mitigation="Speaks, and does not vote")

        assert "Speaks, and does not vote" in own.get("/interests/mine").text
        assert "Leaves the meeting" not in own.get("/interests/mine").text
        others = browser_of(app, "member", APerson().ref).get(f"/people/{harriet.ref}").text
        assert "How declared interests are handled" not in others

    def test_is_told_no_longer_than_the_private_register_keeps_the_interest(self, client, harriet):
        ended = AnInterest(person=harriet, since=date(2019, 1, 1), until=date(2020, 5, 15))
        AReview(ended, mitigation="Left the meeting")

        def told(day):
            pages = (f"/people/{harriet.ref}", "/reviews/done")
            return ["Left the meeting" in client.get(f"{page}?on={day}").text for page in pages]

        assert (told("2026-05-14"), told("2026-05-15")) == ([True, True], [False, False])


class TestAsk:
    def test_stands_on_the_page_of_whoever_declared_it_and_at_home_until_it_is_answered(self, client, own, harriet):
        interest = AnInterest(person=harriet)
        client.post(f"/reviews/interests/{interest.ref}/ask", data={"text": "Is it paid?"})

        assert "Is it paid?" in own.get("/interests/mine").text
        assert "You were asked about your interest" in own.get("/home/register").text
        [line] = queries.questions_to(harriet, clock.today())
        address = f"/reviews/questions/{line['ref']}"
        assert f"{address}/answer" in own.get(address).text
        assert own.post(f"{address}/answer", data={"answer": "Yes", "rev": 1}).status_code == 303
        assert "You were asked" not in own.get("/home/register").text
        assert "Yes" in client.get(f"/reviews/interests/{interest.ref}").text

    def test_of_another_is_neither_read_nor_answered(self, own):
        question = commands.ask(AnInterest(), text="Is it paid?", by=ADA)

        assert own.get(f"/reviews/questions/{question.ref}").status_code == 403
        assert own.post(f"/reviews/questions/{question.ref}/answer", data={"answer": "Yes"}).status_code == 403
        assert "Is it paid?" not in own.get("/interests/mine").text


class TestDuties:
    def test_tell_the_secretary_how_many_wait(self, client):
        AnInterest()
        assert "1 interest awaits review" in client.get("/home/duties").text
        AnInterest()
        assert "2 interests await review" in client.get("/home/duties").text


class TestDone:
    def test_lists_the_reviews_made_the_latest_first(self, client):
        AReview(on=date(2026, 5, 13), mitigation="First")
        AReview(on=MAY_14, mitigation="Second")

        lines = client.get("/reviews/done.json?on=2026-05-14").json["items"]
        assert [line["mitigation"] for line in lines] == ["Second.", "First."]
        assert client.get("/reviews/done.json?on=2026-05-13").json["count"] == 1


class TestTheRegister:
    def test_prints_what_is_done_about_each_interest_in_its_last_column(self, client):
        AReview(AnInterest(since=date(2024, 4, 1)), mitigation="Recused")

        [line] = client.get("/interests/register.json?on=2026-05-20").json["items"]
        assert line["handled"] == "Recused."
        assert "Recused." in text_of(client.get("/interests/register.pdf?on=2026-05-20").data)

    def test_says_nothing_of_what_was_reviewed_later(self, client):
        AReview(AnInterest(since=date(2024, 4, 1)), on=date(2026, 5, 14))
        assert client.get("/interests/register.json?on=2026-05-13").json["items"][0]["handled"] == ""
