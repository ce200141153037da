from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from registry import clock, ledger
from registry.accounts import commands as accounts
from registry.accounts import permissions
from registry.accounts.caller import HOUSE
from registry.accounts.models import Access
from registry.db import db
from registry.people import commands as people
from registry.seats import commands as seats
from registry.terms import commands as terms
from tests.conftest import browser_of
from tests.factories import ADA, LONG_AGO, ADecision, AnAccount, AnInterest, APerson, APractice, ASeat, SomeTerms
from tests.statements import statements

NOBODY_S_REF = "01JD8X7M2Q4R6T8V0W2Y4Z6A8B"
PAGES = ["/audit/register", "/audit/acts/0", f"/audit/documents/{NOBODY_S_REF}", "/audit/check"]


def renamed(person, surname="Jones", reason="On marriage", by=ADA):
    people.rename(person, title="Dr", forenames="Asha", surname=surname, since=date(2024, 1, 1), reason=reason, by=by)


@pytest.mark.parametrize("page", PAGES)
class TestEveryPage:
    @pytest.mark.parametrize("role", ["director", "member"])
    def test_is_for_the_secretary_and_the_auditor_alone(self, app, page, role):
        assert browser_of(app, role).get(page).status_code == 403

    def test_asks_a_stranger_to_sign_in(self, visitor, page):
        assert visitor.get(page).status_code == 401


class TestRegister:
    def test_tells_each_act_the_latest_first(self, client):
        person = APerson()
        renamed(person)

        latest = next(act for act in client.get("/audit/register.json").json["items"] if act["reason"])

        assert latest["act"] == "Enter a new name"
        assert latest["documents"] == ["person Dr Asha Jones"]
        assert latest["reason"] == "On marriage"
        assert latest["href"].startswith("/audit/acts/")

    def test_names_whoever_acted(self, client):
        account = AnAccount()
        renamed(APerson(), by=account)

        assert client.get("/audit/register.json").json["items"][0]["by"] == account.name

    def test_names_the_registry_itself(self, client):
        renamed(APerson(), by=HOUSE)

        assert client.get("/audit/register.json").json["items"][0]["by"] == "the registry itself"

    def test_tells_an_account_that_is_gone_by_its_ref(self, client):
        renamed(APerson())

        assert client.get("/audit/register.json").json["items"][0]["by"] == ADA.ref

    def test_names_a_few_of_many_documents_and_counts_the_rest(self, client):
        with ledger.together():
            for surname in ("Patel", "Okafor", "Pryce", "Shah", "Jones"):
                APerson(surname=surname)

        documents = client.get("/audit/register.json").json["items"][0]["documents"]

        assert documents == ["person Asha Patel", "person Asha Okafor", "person Asha Pryce", "and 2 more"]

    def test_leads_to_the_decision_that_authorised_an_act(self, client):
        adopts, decision = SomeTerms(), ADecision()
        with ledger.because(decision):
            terms.adopt(adopts, since=date(2026, 6, 1), by=ADA)

        act = client.get("/audit/register.json").json["items"][0]

        assert act["because"] == f"decision {decision.number}"
        assert decision.text in client.get(act["because_href"]).text

    def test_is_cut_into_pages_by_the_database(self, client):
        for _ in range(5):
            APerson()
        count = client.get("/audit/register.json").json["count"]

        pages = [client.get(f"/audit/register.json?size=2&page={page}").json["items"] for page in range(1, count)]

        firsts = [act["first"] for page in pages for act in page]
        assert firsts == sorted(firsts, reverse=True)
        assert len(set(firsts)) == count

    def test_past_its_last_page_is_empty(self, client):
        assert client.get("/audit/register.json?page=99999999999999999999").json["items"] == []

    @pytest.mark.parametrize("words", ["rename", "ENTER A NEW", "people.ren", "Somebody Who", "{ref}"])
    def test_finds_by_what_was_done_to_what_and_by_whom(self, client, words):
        account = accounts.open(name="Somebody Who Renames", email="renames@example.org", by=ADA)
        person = APerson()
        renamed(person, by=account)

        found = client.get("/audit/register.json", query_string={"q": words.format(ref=person.ref.lower())}).json

        assert "Enter a new name" in [act["act"] for act in found["items"]]
        assert found["count"] == len(found["items"]) <= 2

    @pytest.mark.parametrize("words", ["share class", "%", "_x", "nothing\x00"])
    def test_finds_nothing_where_nothing_is(self, client, words):
        APerson()

        assert client.get("/audit/register.json", query_string={"q": words}).json["count"] == 0

    def test_is_told_as_it_stood_on_a_day(self, api):
        with clock.telling(datetime(2030, 3, 31, 22, 59, 59, tzinfo=UTC)):  # one second to midnight in London
            APerson()
        with clock.telling(datetime(2030, 3, 31, 23, 0, tzinfo=UTC), seed=1):
            APerson(forenames="Ben")
            told = api.get("/audit/register.json?on=2030-03-31").json["items"]
            later = api.get("/audit/register.json?on=2030-04-01").json["items"]

        assert told[0]["documents"] == ["person Asha Patel"]
        assert later[0]["documents"] == ["person Ben Patel"]

    def test_is_told_as_it_was_known(self, client):
        with clock.telling(datetime(2030, 1, 1, tzinfo=UTC)):
            person = APerson()
        with clock.telling(datetime(2030, 2, 1, tzinfo=UTC), seed=1):
            renamed(person)

        then = client.get("/audit/register.json?on=2031-01-01&known=2030-01-15T00:00Z").json["items"]

        assert then[0]["documents"] == ["person Asha Patel"]

    def test_is_given_as_a_page_as_csv_and_on_paper(self, client):
        renamed(APerson())

        page, lines, paper = (client.get(f"/audit/register{kind}") for kind in ("", ".csv", ".pdf"))

        assert "person Dr Asha Jones" in page.text
        assert "Enter a new name,person Dr Asha Jones,On marriage" in lines.text
        assert paper.data.startswith(b"%PDF")

    def test_asks_no_more_of_the_database_for_more_acts(self, client):
        for number in range(30):
            AnInterest(person=APerson(surname=f"Patel {number}"))

        with statements() as asked:
            client.get("/audit/register")

        assert len(asked) <= 12


class TestAct:
    def test_tells_all_its_entries_with_what_each_changed(self, client):
        seat, person = ASeat(title="Rutland"), APerson(born=date(1975, 5, 1))
        seats.appoint(seat, person=person, since=date(2026, 4, 1), by=ADA)
        first = client.get("/audit/register.json").json["items"][0]["first"]

        act = client.get(f"/audit/acts/{first}.json").json

        assert act["title"] == "Appoint to this seat"
        assert act["entries"][0]["document"].startswith("seat Rutland, Body")
        assert act["entries"][0]["differences"] == [
            {
                "particular": "Appointment added",
                "was": "–",
                "now": "Capacity: in full; Person: Asha Patel; First day: 1 April 2026",
            }
        ]
        assert "Asha Patel; First day: 1 April 2026" in client.get(f"/audit/acts/{first}").text
        assert client.get(f"/audit/acts/{first}.pdf").data.startswith(b"%PDF")

    def test_is_read_a_page_at_a_time(self, client):
        with ledger.together():
            for _ in range(3):
                APerson()
        first = client.get("/audit/register.json").json["items"][0]["first"]

        act = client.get(f"/audit/acts/{first}.json?size=2&page=2").json

        assert (act["count"], [entry["seq"] for entry in act["entries"]]) == (3, [first + 2])

    @pytest.mark.parametrize("seq", ["x", "-1", "1000", "99999999999999999999999"])
    def test_that_there_is_none_of_is_not_found(self, client, seq):
        assert client.get(f"/audit/acts/{seq}").status_code == 404

    def test_is_known_by_its_first_entry_alone(self, client):
        with ledger.together():
            APerson(), APerson()
        first = client.get("/audit/register.json").json["items"][0]["first"]

        assert client.get(f"/audit/acts/{first}").status_code == 200
        assert client.get(f"/audit/acts/{first + 1}").status_code == 404

    def test_is_not_there_before_it_was_recorded(self, client):
        with clock.telling(datetime(2030, 1, 1, tzinfo=UTC)):
            APerson()
        first = client.get("/audit/register.json?on=2031-01-01").json["items"][0]["first"]

        assert client.get(f"/audit/acts/{first}?on=2029-12-31").status_code == 404
        assert client.get(f"/audit/acts/{first}?on=2030-01-01").status_code == 200


class TestDocument:
    def test_tells_every_version_the_latest_first(self, client):
        person = APerson()
        renamed(person)

        life = client.get(f"/audit/documents/{person.ref.lower()}.json").json

        assert life["title"] == "History of person Dr Asha Jones"
        assert [entry["rev"] for entry in life["entries"]] == [2, 1]
        assert [line["particular"] for line in life["entries"][0]["differences"]] == [
            "Name (Asha, 1 January 2010, Patel): first day no longer",
            "Name added",
        ]
        assert life["entries"][0]["reason"] == "On marriage"

    def test_leads_to_the_document_and_the_document_to_it(self, client):
        person = APerson()

        assert f'href="/people/{person.ref}"' in client.get(f"/audit/documents/{person.ref}").text
        assert f'href="/audit/documents/{person.ref}"' in client.get(f"/people/{person.ref}").text

    def test_is_not_offered_to_those_who_may_not_read_it(self, app):
        person = APerson()

        assert "/audit/documents/" not in browser_of(app, "director").get(f"/people/{person.ref}").text

    def test_is_printed(self, client):
        assert client.get(f"/audit/documents/{APerson().ref}.pdf").data.startswith(b"%PDF")

    @pytest.mark.parametrize("ref", [NOBODY_S_REF, "C82010", "x" * 300, "%00"])
    def test_that_there_is_none_of_is_not_found(self, client, ref):
        assert client.get(f"/audit/documents/{ref}").status_code == 404

    def test_shows_private_particulars_to_those_who_may_see_them(self, client):
        person = APerson(born=date(1975, 5, 1))

        assert "1 May 1975" in client.get(f"/audit/documents/{person.ref}").text

    def test_hides_them_from_a_reader_of_the_ledger_who_may_not(self, client, monkeypatch):
        person = APerson(born=date(1975, 5, 1), email="asha@example.org")
        interest = AnInterest(
            person=person, description="Treated for an illness", public=False, private_reason="Health"
        )
        pages = [f"/audit/documents/{each.ref}{kind}" for each in (person, interest) for kind in ("", ".json")]
        pages += ["/audit/register.csv", *(f"/audit/acts/{seq}" for seq in range(4))]

        for permission in ("people.read_private", "interests.read_private"):
            monkeypatch.setitem(permissions.EVERYWHERE, permission, ())
        told = [client.get(page) for page in pages]

        assert {answer.status_code for answer in told} <= {200, 404}
        for secret in ("1 May 1975", "asha@example.org", "illness", "Health", "interest of Asha"):
            assert [answer.request.path for answer in told if secret in answer.text] == []

    def test_tells_when_its_role_began(self, client):
        account = AnAccount("director")

        assert f"First day: {LONG_AGO.day} January 2010" in client.get(f"/audit/documents/{account.ref}").text


class TestCheck:
    def test_says_that_the_books_are_whole(self, client):
        APerson()

        told = client.get("/audit/check.json").json

        assert (told["whole"], told["findings"]) == (True, [])
        assert (told["size"], told["root"]) == (ledger.head().size, ledger.head().root)
        assert told["last"] == ledger.head().at.isoformat()
        assert "The ledger is whole" in client.get("/audit/check").text
        assert client.get("/audit/check.pdf").data.startswith(b"%PDF")

    @pytest.mark.tampers
    def test_names_what_is_wrong_and_where(self, client):
        with db.engine.begin() as connection:
            connection.execute(text("UPDATE ledger_head SET size = size + 1"))

        told = client.get("/audit/check.json").json

        assert told["whole"] is False
        assert told["findings"][0]["fault"] == "head"
        assert "The ledger&#39;s head says" in client.get("/audit/check").text
        assert client.get("/audit/check.pdf").data.startswith(b"%PDF")

    def test_is_of_now_whatever_day_is_looked_at(self, client):
        APerson()

        assert client.get("/audit/check.json?on=2001-01-01&known=2001-01-01").json["size"] == ledger.head().size


class TestPrivateReading:
    def test_of_a_private_text_is_in_the_access_log(self, client):
        interest = AnInterest(public=False, private_reason="It would identify a patient")

        client.get(f"/audit/documents/{interest.ref}")
        client.get(f"/interests/{interest.ref}/change")

        read = [line.about for line in db.session.query(Access) if line.what.startswith("read private")]
        assert read == [interest.ref, interest.person_ref]

    def test_of_anything_else_is_not(self, client):
        client.get(f"/audit/documents/{APractice().ref}")

        assert [line.what for line in db.session.query(Access)] == []
