from datetime import date

import pytest

from registry import clock, ledger
from registry.authorisations import commands
from registry.authorisations.models import WITHDRAWN
from registry.authorisations.queries import authorisations_on
from registry.directors import commands as directors
from registry.periods import ONE_DAY
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AnAppointment, AnAuthorisation, AnInterest, APerson, ASeat
from tests.finding import found_by
from tests.papers import text_of

MAY_13, MAY_14, MAY_15 = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)


@pytest.fixture
def asha(app):
    return APerson(surname="Osei", born=date(1970, 1, 1))


class TestStatus:
    def test_is_review_due_from_the_day_after_and_lapsed_from_its_day(self, asha):
        AnAuthorisation(asha, review_due=MAY_14, lapses=date(2026, 5, 16))

        days = (MAY_14, MAY_15, date(2026, 5, 16))
        assert [authorisations_on(day)[0]["status"] for day in days] == ["in force", "review due", "lapsed"]

    def test_of_one_that_was_ended_was_in_force_before_and_as_known_before(self, asha):
        authorisation = AnAuthorisation(asha)
        before = clock.now()
        commands.end(authorisation, until=MAY_15, ended=WITHDRAWN, by=ADA)

        [line] = authorisations_on(MAY_14)
        assert (line["status"], line["last_day"]) == ("in force", None)
        assert authorisations_on(MAY_15)[0]["status"] == "withdrawn"
        with ledger.known(before):
            assert authorisations_on(MAY_15)[0]["status"] == "in force"


class TestRegister:
    def test_comes_as_a_page_json_csv_and_paper_for_the_board_and_the_office(self, app, client, asha):
        AnAuthorisation(asha)

        for role in ("secretary", "director", "auditor"):
            assert "Tutor at the training hub" in browser_of(app, role).get("/authorisations/register").text
        assert client.get("/authorisations/register.json").json["count"] == 1
        assert "Tutor at the training hub" in client.get("/authorisations/register.csv").text
        assert "Tutor at the training hub" in text_of(client.get("/authorisations/register.pdf").data)
        assert browser_of(app, "member").get("/authorisations/register").status_code == 403


class TestAuthorisation:
    def test_prints_its_terms_for_the_director_to_sign(self, client, asha):
        authorisation = AnAuthorisation(asha, conditions="Tells the board of each bid")

        paper = text_of(client.get(f"/authorisations/{authorisation.ref}.pdf").data)

        for words in ("Tells the board of each bid", "It is no leave to vote", "I have read and accept these terms"):
            assert words in paper

    def test_leads_to_the_interest_only_whom_it_may_be_shown(self, app, client, asha):
        interest = AnInterest(person=asha, public=False, private_reason="Real danger of harm")
        address = f"/authorisations/{AnAuthorisation(asha, interest=interest).ref}"

        link = f'href="/interests/{interest.ref}"'
        assert link in client.get(address).text
        assert link not in browser_of(app, "director").get(address).text

    def test_stands_on_the_pages_of_the_person_and_of_the_interest(self, client, asha):
        interest = AnInterest(person=asha)
        AnAuthorisation(asha, interest=interest)

        for address in (f"/people/{asha.ref}", f"/interests/{interest.ref}"):
            assert "Tutor at the training hub" in client.get(address).text

    def test_is_told_of_whoever_would_leave_while_it_holds(self, client, asha):
        AnAuthorisation(asha, lapses=MAY_15)

        address = f"/people/{asha.ref}/leaving?on="
        assert "The board ends what it authorised" in client.get(f"{address}2026-05-14").text
        assert "The board ends what it authorised" not in client.get(f"{address}2026-05-15").text

    def test_is_found_by_its_words(self, client, asha):
        AnAuthorisation(asha)

        [found] = found_by(client, "tutor osei")
        assert "Tutor at the training hub" in found["said"]


class TestDuties:
    def test_tell_of_a_review_sixty_days_before_it_is_due_and_once_it_is_overdue_while_it_holds(self, client, asha):
        AnAuthorisation(asha, review_due=clock.today() + 60 * ONE_DAY)
        AnAuthorisation(asha, review_due=clock.today() + 61 * ONE_DAY)
        AnAuthorisation(asha, since=date(2020, 1, 1), review_due=date(2021, 1, 1))
        AnAuthorisation(asha, since=date(2020, 1, 1), review_due=date(2021, 1, 1), lapses=clock.today())

        assert client.get("/home/duties").text.count("The board looks again") == 2


class TestDecide:
    @pytest.fixture
    def board(self, asha):
        board = ABody(kind="board", name="Board")
        day = date(2020, 4, 1)
        for person in (asha, APerson(), APerson()):
            AnAppointment(seat=ASeat(body=board), person=person)
        directors.appoint(person=asha, since=day, consented=day, declared=day, by=ADA)
        return board

    def test_begins_with_what_the_interest_says_unless_it_is_private(self, client, board, asha):
        interest = AnInterest(person=asha, description="Tutor")
        private = AnInterest(person=asha, description="Quiet", public=False, private_reason="Real danger of harm")

        address = f"/decisions/log?kind=authorise+a+conflict&interest={interest.ref}"
        assert address.replace("&", "&amp;") in client.get(f"/reviews/interests/{interest.ref}").text
        assert "Tutor, with Latham House" in client.get(address).text
        page = client.get(f"/decisions/log?interest={private.ref}").text
        assert ">Quiet, with" not in page
        assert "Asha Osei: private, declared on 1 April 2024" in page

    def test_from_the_page_enters_it_and_says_beside_each_question_what_it_lacks(self, client, board, asha):
        days = {
            f"{name}-{box}": value
            for name in ("on", "since")
            for box, value in (("day", 14), ("month", 5), ("year", 2026))
        }
        sent = days | {"body": board.ref, "kind": "authorise a conflict", "route": "unanimous", "outcome": "carried"}
        sent |= {"text": "RESOLVED that it be so.", "person": asha.ref, "situation": "Tutor"}

        answer = client.post("/decisions/log", data=sent)
        assert answer.status_code == 422
        assert 'href="#covers">Say what the director may do in it.' in answer.text
        answer = client.post("/decisions/log", data=sent | {"covers": "Hold the post", "votes_for": 3})
        assert answer.status_code == 409
        assert 'href="#votes_for"' in answer.text
        assert client.post("/decisions/log", data=sent | {"covers": "Hold the post"}).status_code == 303
        assert authorisations_on(MAY_14)[0]["situation"] == "Tutor"

    def test_from_its_own_page_begins_with_what_it_says_or_ends_it(self, client, board, asha):
        authorisation = AnAuthorisation(asha)
        page = client.get(f"/authorisations/{authorisation.ref}").text
        address = f"/decisions/log?authorisation={authorisation.ref}&kind="

        assert f"{address}end+an+authorisation".replace("&", "&amp;") in page
        assert "Tutor at the training hub" in client.get(f"{address}authorise+a+conflict").text
        assert ">Tutor at the training hub" not in client.get(f"{address}end+an+authorisation").text
        commands.end(authorisation, until=MAY_14, ended=WITHDRAWN, by=ADA)
        assert "end+an+authorisation" not in client.get(f"/authorisations/{authorisation.ref}").text
