from datetime import date

import pytest
from sqlalchemy import select

from registry.accounts import commands as accounts
from registry.accounts.models import Access
from registry.db import db
from registry.doors import Duty, hung
from registry.home.finding import MOST_TOLD
from registry.home.queries import FIRST_STEPS, MOST_OF_A_KIND, dated, standing
from registry.home.views import NEEDED_NOW
from registry.ledger.documents import kinds
from tests.conftest import browser_of
from tests.factories import (
    ABody,
    ADecision,
    AHolding,
    AMeeting,
    AnAccount,
    AnInterest,
    APerson,
    APractice,
    ASeat,
    SomeTerms,
)
from tests.finding import found_by
from tests.statements import statements

PASSWORD = "correct horse battery"


class TestFront:
    def test_leads_to_the_front_page(self, client):
        answer = client.get("/", follow_redirects=True)

        assert (answer.status_code, answer.request.path) == (200, "/home/register")

    def test_a_stranger_signs_in_there_and_then_and_comes_back(self, visitor):
        account = AnAccount("secretary")
        accounts.set_password(account, PASSWORD)

        refused = visitor.get("/people/register?on=2026-04-01&q=patel")

        assert refused.status_code == 401
        assert 'action="/accounts/sign-in"' in refused.text
        assert 'name="onward" value="/people/register?on=2026-04-01&amp;q=patel"' in refused.text
        answers = {"email": account.email, "password": PASSWORD, "onward": "/people/register?on=2026-04-01&q=patel"}
        assert visitor.post("/accounts/sign-in", data=answers).location == answers["onward"]

    def test_a_stranger_at_the_front_page_signs_in(self, visitor):
        answer = visitor.get("/", follow_redirects=True)

        assert (answer.status_code, answer.request.path) == (200, "/accounts/sign-in")

    def test_a_stranger_who_sent_something_begins_again_from_the_front(self, visitor):
        answer = visitor.post("/people/enter", data={"surname": "Patel"})

        assert answer.status_code == 401
        assert 'name="onward" value="/"' in answer.text

    def test_a_program_is_told_in_its_own_way(self, visitor):
        answer = visitor.get("/home/register.json", headers={"Accept": "application/json"})

        assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


class TestRegister:
    def test_tells_a_duty_with_its_authority_and_where_it_is_done(self, client):
        seat = ASeat(title="Rutland")

        duty = next(each for each in client.get("/home/register.json").json["duties"] if "Rutland" in each["sentence"])

        assert duty["href"] == f"/seats/{seat.ref}"
        assert duty["authority"]
        assert f'href="/seats/{seat.ref}"' in client.get("/home/register").text

    def test_tells_a_few_and_where_the_rest_are(self, client):
        for _ in range(NEEDED_NOW + 1):
            ASeat()

        told = client.get("/home/register.json").json
        everything = client.get("/home/duties.json").json

        assert len(told["duties"]) == NEEDED_NOW
        assert told["count"] == everything["count"] == NEEDED_NOW + 1
        assert f"See all {NEEDED_NOW + 1}" in client.get("/home/register").text

    def test_tells_what_was_recorded_to_those_who_may_read_it(self, client, app):
        APerson()

        assert client.get("/home/register.json").json["recent"][-1]["documents"]
        assert "Recently recorded" in client.get("/home/register").text
        director = browser_of(app, "director")
        assert director.get("/home/register.json").json["recent"] == []
        assert "Recently recorded" not in director.get("/home/register").text

    def test_tells_the_first_steps_of_empty_books(self, client):
        told = client.get("/home/register.json").json["steps"]

        assert [step["text"] for step in told] == [text for _, text in FIRST_STEPS.values()]
        assert [client.get(step["href"]).status_code for step in told] == [200] * len(told)

    def test_tells_no_step_that_was_taken(self, client):
        APractice(), AHolding(), SomeTerms(), AMeeting(), ASeat(), ADecision()

        assert client.get("/home/register.json").json["steps"] == []
        assert "To open the books" not in client.get("/home/register").text

    def test_tells_no_step_to_those_who_may_not_take_it(self, app):
        assert browser_of(app, "auditor").get("/home/register.json").json["steps"] == []

    def test_leads_a_member_to_her_own_page_first(self, app):
        person = APerson()
        AnInterest(person=person)
        member = browser_of(app, "member", person.ref)

        told = member.get("/home/register.json").json["mine"]

        assert told["href"] == "/interests/mine"
        page = member.get("/home/register").text
        assert 0 < page.index("Your declarations of interest") < page.index("Needs you now")
        assert member.get(told["href"]).status_code == 200

    def test_leads_nobody_who_is_no_person_there(self, client):
        assert client.get("/home/register.json").json["mine"] is None
        assert "Your declarations" not in client.get("/home/register").text

    def test_is_told_as_at_a_day_and_as_known_then(self, client):
        ASeat(title="Rutland", since=date(2026, 4, 1))

        def count(asked):
            return client.get(f"/home/register.json?{asked}").json["count"]

        assert (count("on=2026-03-31"), count("on=2026-04-01")) == (0, 1)
        assert count("known=2020-01-01") == 0

    def test_is_printed(self, client):
        ASeat()

        assert client.get("/home/register.pdf").data.startswith(b"%PDF")

    def test_asks_no_more_of_the_database_for_more_acts(self, client):
        APerson()
        with statements() as few:
            client.get("/home/register")
        for _ in range(20):
            APerson()

        with statements() as many:
            client.get("/home/register")

        assert len(many) == len(few)


class TestDuties:
    @pytest.mark.parametrize(
        ("due", "told"),
        [
            (date(2026, 3, 30), "2 days late"),
            (date(2026, 3, 31), "1 day late"),
            (date(2026, 4, 1), "soon"),
            (date(2026, 5, 1), "soon"),
            (date(2026, 5, 2), None),
            (None, None),
        ],
    )
    def test_are_late_from_the_day_after_and_soon_for_thirty_days(self, due, told):
        assert standing(due, date(2026, 4, 1)) == told

    def test_keep_their_words(self):
        duty = Duty("Fill the seat.", date(2026, 4, 1), "Model Articles, art. 17", "/seats/1")

        assert dated([duty], date(2026, 4, 2))[0] == vars(duty) | {"standing": "1 day late"}

    def test_are_listed_in_every_form(self, client):
        ASeat(title="Rutland")

        assert [client.get(f"/home/duties{kind}").status_code for kind in ("", ".json", ".csv", ".pdf")] == [200] * 4
        assert "Rutland" in client.get("/home/duties.csv").text


class TestSearch:
    def test_finds_in_every_room_and_says_of_which_kind(self, client):
        APerson(surname="Oadby"), ASeat(title="Oadby seat"), ADecision(text="RESOLVED that Oadby be so.")

        found = client.get("/home/search.json?q=oadby").json

        assert {"Person", "Seat"} <= {group["kind"] for group in found["groups"]}
        assert found["kinds"] == [{"kind": "Decision", "count": 1}]
        page = client.get("/home/search?q=oadby").text
        for each in [*found["hits"], *(one for group in found["groups"] for one in group["found"])]:
            assert f'href="{each["href"]}"' in page
            assert client.get(each["href"]).status_code == 200

    @pytest.mark.parametrize("words", ["seat", "nowhere"])
    def test_is_printed(self, client, words):
        ASeat(title="Oadby seat")

        assert client.get(f"/home/search.pdf?q={words}").data.startswith(b"%PDF")

    def test_says_what_to_write_where_nothing_was_sought(self, client):
        assert "Write part of a name" in client.get("/home/search").text
        assert client.get("/home/search.json?q=%20").json["count"] == 0

    @pytest.mark.parametrize("words", ["nowhere", "%", "a\x00%", "<b>"])
    def test_says_that_nothing_was_found(self, client, words):
        answer = client.get("/home/search", query_string={"q": words})

        assert answer.status_code == 200
        assert "Nothing in the registers" in answer.text
        assert "<b>" not in answer.text

    def test_tells_the_first_of_very_many(self, client):
        for _ in range(MOST_OF_A_KIND + 1):
            APerson(surname="Oadby")

        group = client.get("/home/search.json?q=oadby").json["groups"][0]

        assert (group["count"], len(group["found"])) == (MOST_OF_A_KIND + 1, MOST_OF_A_KIND)

    def test_looks_only_where_the_reader_may(self, app):
        meeting = AMeeting(place="The Springs, Oadby")
        member, director = (browser_of(app, role) for role in ("member", "director"))

        def found(browser):
            return browser.get("/home/search", query_string={"q": meeting.body.name}).text

        assert f"/meetings/{meeting.ref}" in found(director)
        assert f"/meetings/{meeting.ref}" not in found(member)

    def test_marks_what_was_found_in_the_words_around_it(self, client):
        decision = ADecision(body=ABody(name="Board"), text="RESOLVED that the <b>leases</b> be signed.")

        page = client.get("/home/search?q=lease").text

        assert f'<a href="/decisions/{decision.ref}">{decision.number}</a>' in page
        assert "&lt;b&gt;<mark>leases</mark>&lt;/b&gt; be signed." in page
        assert "Board, 14 May 2026" in page

    def test_seeks_among_a_kind_a_body_and_days(self, client):
        board = ABody(name="Board")
        ADecision(body=board, on=date(2026, 5, 14), text="RESOLVED that rent be paid.")
        AMeeting(on=date(2026, 5, 15), titles=["Rent"])

        def kinds(**among):
            return [hit["kind"] for hit in found_by(client, "rent", **among)]

        assert sorted(kinds()) == ["Agenda item", "Decision"]
        assert kinds(kind="Decision") == kinds(body=board.ref) == kinds(to="2026-05-14") == ["Decision"]
        assert kinds(**{"from": "2026-05-15"}) == ["Agenda item"]
        page = client.get(f"/home/search?q=rent&kind=Decision&body={board.ref}&from=2026-05-01&to=2026-05-31").text
        assert "<option selected>Decision</option>" in page
        assert f'<option value="{board.ref}" selected>Board</option>' in page
        assert 'value="2026-05-01"' in page

    def test_leaves_out_names_where_it_is_narrowed(self, client):
        APerson(surname="Rent")

        assert client.get("/home/search.json?q=rent").json["named"] == 1
        assert client.get("/home/search.json?q=rent&kind=Decision").json["named"] == 0
        assert "of any kind, body or day" in client.get("/home/search?q=rent&kind=Decision").text

    @pytest.mark.parametrize(
        ("among", "status"),
        [
            ("body=nobody", 404),
            ("kind=nothing", 404),
            ("from=soon", 422),
            ("to=0001-01-01", 422),
            ("from=2026-05-02&to=2026-05-01", 422),
        ],
    )
    def test_says_what_makes_no_sense(self, client, among, status):
        assert client.get(f"/home/search?q=rent&{among}").status_code == status

    def test_tells_the_best_of_very_many_and_how_many_there_are(self, client):
        AMeeting(titles=[f"Rent {number}" for number in range(MOST_TOLD + 1)])

        told = client.get("/home/search.json?q=rent").json

        assert (told["count"], len(told["hits"])) == (MOST_TOLD + 1, MOST_TOLD)
        assert f"These are the best {MOST_TOLD}" in client.get("/home/search?q=rent").text
        assert client.get("/home/search.pdf?q=rent").data.startswith(b"%PDF")

    def test_offers_only_the_kinds_that_the_reader_may_seek_among(self, app):
        assert "<option>Paper</option>" in browser_of(app, "director").get("/home/search").text
        assert "<option>Paper</option>" not in browser_of(app, "member").get("/home/search").text

    def test_counts_nothing_that_the_reader_may_not_read(self, app):
        AnInterest(organisation="Peregrine", public=False, private_reason="Safety")

        told = browser_of(app, "director").get("/home/search.json?q=peregrine").json

        assert (told["count"], told["kinds"], told["hits"]) == (0, [], [])

    def test_of_what_is_private_the_access_log_says_who_was_told(self, client):
        interest = AnInterest(organisation="Peregrine", public=False, private_reason="Safety")
        AnInterest(organisation="Peregrine")

        assert len(found_by(client, "peregrine")) == 2

        asked = select(Access.about).where(Access.what == "found private or restricted words")
        assert db.session.scalars(asked).all() == [interest.ref]

    def test_asks_a_stranger_to_sign_in(self, visitor):
        assert visitor.get("/home/search?q=oadby").status_code == 401


class TestHelp:
    def test_lists_the_guides_for_anybody(self, visitor):
        page = visitor.get("/home/help")

        assert page.status_code == 200
        assert 'href="/home/help/secretary"' in page.text

    @pytest.mark.parametrize("name", ["secretary", "member", "director-and-auditor", "administrator"])
    def test_shows_each_guide(self, visitor, name):
        page = visitor.get(f"/home/help/{name}")

        assert page.status_code == 200
        assert "<h2" in page.text
        assert visitor.get(f"/home/help/{name}.pdf").data.startswith(b"%PDF")

    @pytest.mark.parametrize("name", ["porter", "..%2F..%2FREADME"])
    def test_of_which_there_is_none_is_not_found(self, visitor, name):
        assert visitor.get(f"/home/help/{name}").status_code == 404


class TestFirstSteps:
    def test_are_of_kinds_and_doors_that_there_are(self, app):
        assert set(FIRST_STEPS) <= set(kinds())
        assert {door for door, _ in FIRST_STEPS.values()} <= set(app.view_functions)


class TestHung:
    def test_every_search_says_what_it_needs(self, app):
        assert all(source.needs for source in (*hung.SEARCHES, *hung.DUTIES))
