import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event

from registry import clock
from registry.db import db
from registry.links.models import Link
from registry.outbox.models import Letter
from registry.rounds import commands
from registry.rounds.answers import CONFIRMED, DECLARED, NOTHING
from tests.conftest import browser_of
from tests.factories import ADA, AConfirmation, AnAppointment, AnInterest, APerson, ARound
from tests.mailbox import taking_letters
from tests.papers import text_of

MAY_12 = datetime(2026, 5, 12, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_may_12(app):
    """It is 12 May 2026, in the midst of a round; the tests may move on."""
    with clock.telling(MAY_12) as time:
        yield time


@pytest.fixture
def asha(app):
    return APerson(title="Dr", email="asha@example.com")


@pytest.fixture
def ben(app):
    return APerson(forenames="Ben", surname="Quarles", email="ben@example.com")


@pytest.fixture
def round(asha, ben):
    """Asha has answered; Ben has not, nor has Carol, who has no e-mail address."""
    round = ARound(asha, ben, APerson(forenames="Carol", surname="Crewe"))
    AConfirmation(person=asha, on=date(2026, 5, 3))
    return round


def seen(page):
    return re.search(r'name="seen" value="([^"]+)"', page)[1]


class TestOpen:
    def test_asks_what_a_round_needs(self, client):
        AnAppointment()
        asked = {"title": "Spring", "kind": "annual", "everyone": "True"}
        asked |= {"opens-day": 12, "opens-month": 5, "opens-year": 2026}
        due = {"due-day": 31, "due-month": 5, "due-year": 2026}

        assert "/rounds/open" in client.get("/rounds/register").text
        assert client.post("/rounds/open", data=asked).status_code == 422
        answer = client.post("/rounds/open", data=asked | due, follow_redirects=True)
        assert "0 of 1 have answered, and 1 has not." in answer.text
        again = client.post("/rounds/open", data=asked | due)
        assert again.status_code == 409
        assert "close “Spring” first" in again.text

    def test_is_for_the_secretary_alone(self, app):
        assert browser_of(app, "director").get("/rounds/open").status_code == 403


class TestRound:
    def test_counts_how_they_stand_and_names_who_has_not_answered(self, client, round):
        page = client.get(f"/rounds/{round.ref}").text

        assert "1 of 3 has answered, and 2 have not." in page
        assert f'/rounds/{round.ref}/answers?q=Nothing+to+declare">Nothing to declare: 1</a>' in page
        assert page.index("Who has not answered") < page.index("Ben Quarles") < page.index("Who has answered")
        assert "No e-mail address" in page

    def test_is_printed_with_the_names(self, client, round):
        paper = text_of(client.get(f"/rounds/{round.ref}.pdf").data)

        assert "Who has not answered" in paper
        assert "Ben Quarles" in paper

    def test_says_nothing_of_addresses_to_others(self, app, round):
        member = browser_of(app, "member")

        assert "Ben Quarles" in member.get(f"/rounds/{round.ref}").text
        assert "No e-mail address" not in member.get(f"/rounds/{round.ref}").text
        assert "No e-mail address" not in member.get(f"/rounds/{round.ref}/answers.csv").text
        assert "/remind" not in member.get(f"/rounds/{round.ref}").text

    def test_says_to_others_who_has_answered_and_not_what(self, app, round):
        """Of somebody whose interests are all private, the register of interests tells nothing."""
        [carol] = (each.person for each in round.asked if each.person.called == "Carol Crewe")
        AnInterest(
            person=carol, public=False, private_reason="Harm", since=date(2026, 5, 2), declared_on=date(2026, 5, 2)
        )
        member = browser_of(app, "member")
        at, answers = f"/rounds/{round.ref}", f"/rounds/{round.ref}/answers"

        told = [member.get(page).text for page in (at, f"{at}.json", answers, f"{answers}.json", f"{answers}.csv")]
        told.append(member.get(f"/people/{carol.ref}").text.partition("Rounds of declarations</h2>")[2])

        assert all("Answered" in page for page in told)
        assert not any(words in page for page in told for words in (DECLARED, CONFIRMED, NOTHING))
        assert member.get(f"/rounds/{round.ref}.json").json["declared"] is None

    def test_is_not_for_strangers(self, visitor, round):
        assert visitor.get(f"/rounds/{round.ref}").status_code == 401


class TestPanelOfAPerson:
    def test_tells_which_rounds_asked_somebody_and_how_she_stood(self, client, round, asha, ben):
        def told(person):
            page = client.get(f"/people/{person.ref}").text
            return page[page.index("Rounds of declarations</h2>") :]

        assert "Nothing to declare" in told(asha)
        assert "Not yet" in told(ben)
        assert "Rounds of declarations</h2>" not in client.get(f"/people/{APerson().ref}").text


class TestAnswers:
    def test_are_sifted_by_how_they_stand(self, client, round):
        def named(words):
            found = client.get(f"/rounds/{round.ref}/answers.json?q={words}").json["items"]
            return [line["person"] for line in found]

        assert named("Not yet") == ["Carol Crewe", "Ben Quarles"]
        assert named("Nothing to declare") == ["Dr Asha Patel"]

    def test_come_as_csv_and_paper(self, client, round):
        lines = client.get(f"/rounds/{round.ref}/answers.csv").text.splitlines()

        assert lines[1].startswith("Carol Crewe,Not yet,")
        assert "Carol Crewe" in text_of(client.get(f"/rounds/{round.ref}/answers.pdf").data)
        assert "3 people asked in" in client.get(f"/rounds/{round.ref}/answers").text

    def test_take_few_queries_however_many_are_asked(self, client):
        round = ARound(*(person := [APerson() for _ in range(5)]))
        for each in person:
            AConfirmation(person=each, on=date(2026, 5, 3))
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

        client.get(f"/rounds/{round.ref}")

        assert len(asked) <= 16


class TestRemind:
    def test_first_shows_exactly_whom_it_will_write_to_and_in_what_words(self, client, round, ben):
        address, asked = f"/rounds/{round.ref}/remind", {"rev": round.rev, "words": "Thank you all."}

        page = client.post(address, data=asked).text

        assert "Nothing is recorded yet." in page
        assert "ben@example.com" in page
        assert "asha@example.com" not in page
        assert page.index("Carol Crewe") < page.index("no e-mail address") < page.index("Thank you all.")
        assert db.session.query(Letter).count() == db.session.query(Link).count() == 0

    def test_shows_many_with_few_queries(self, client):
        round = ARound(*(APerson(email=f"{each}@example.com") for each in range(9)))
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        db.session.expire_all()

        page = client.post(f"/rounds/{round.ref}/remind", data={"rev": 1, "words": ""}).text

        assert "8@example.com" in page
        assert len(asked) <= 30

    def test_then_writes_and_sends_to_them_alone_each_with_her_own_working_link(self, app, client, visitor, round, ben):
        dan = APerson(forenames="Dan", surname="Dunn", email="dan@example.com")
        AConfirmation(person=dan, on=date(2025, 5, 3))
        with clock.telling(MAY_12, seed=7):
            commands.close(round, closed=date(2026, 5, 12), by=ADA)
            round = ARound(ben, dan, APerson(surname="Crewe"), opens=date(2026, 5, 12), title="Another")
        address, asked = f"/rounds/{round.ref}/remind", {"rev": round.rev, "words": ""}
        first = client.post(address, data=asked).text

        with taking_letters(app) as mailbox:
            told = client.post(address, data=asked | {"seen": seen(first)}, follow_redirects=True).text

        assert "2 letters sent." in told
        assert sorted(mailbox.addresses) == ["ben@example.com", "dan@example.com"]
        for message in mailbox.messages:
            link = re.search(r"http://localhost(/rounds/answer/\S+)", message.get_content())[1]
            page = visitor.get(link)
            assert message["To"].addresses[0].display_name in page.text
        assert "12 May 2026" in client.get(f"/rounds/{round.ref}").text

    def test_shows_again_what_has_changed_since_it_was_shown(self, client, round, ben):
        address, asked = f"/rounds/{round.ref}/remind", {"rev": round.rev, "words": ""}
        first = client.post(address, data=asked).text
        AConfirmation(person=ben, on=date(2026, 5, 12))

        answer = client.post(address, data=asked | {"seen": seen(first)})

        assert answer.status_code == 409
        assert "nobody to write to" in answer.text

    def test_tells_a_program_what_it_would_come_to(self, api, round):
        told = api.post(f"/rounds/{round.ref}/remind?rehearse=1", json={}, headers={"If-Match": str(round.rev)}).json

        assert [each["name"] for each in told["would"][0]["comes_to"][0]["lines"]] == ["Ben Quarles"]


class TestClose:
    def test_says_from_when_it_is_over(self, client, round):
        asked = {"closed-day": 12, "closed-month": 5, "closed-year": 2026, "rev": round.rev}

        page = client.post(f"/rounds/{round.ref}/close", data=asked, follow_redirects=True).text

        assert "over since 12 May 2026" in page
        assert "/remind" not in page
        assert client.get("/rounds/register.json").json["items"][0]["state"] == "closed"


class TestDuties:
    def told(self, client, day):
        with clock.telling(datetime(2026, *day, 10, tzinfo=UTC)):
            return client.get("/home/duties").text

    def test_name_who_has_not_answered_and_whom_to_write_to(self, client, round):
        told = self.told(client, (5, 12))

        assert "Annual declarations 2026: no answer yet from Carol Crewe and Ben Quarles." in told
        assert "write to 1 person who have not answered" not in told
        assert "1 person has still to be written to" in told

    def test_ask_the_reader_herself_until_she_has_answered(self, app, client, round, asha, ben):
        answered, not_yet = browser_of(app, "member", asha.ref), browser_of(app, "member", ben.ref)

        assert "confirm what you have declared" not in self.told(answered, (5, 12))
        assert "Annual declarations 2026: confirm what you have declared." in self.told(not_yet, (5, 12))

    def test_of_the_next_round_come_a_month_before_it_is_due(self, client, asha):
        ARound(asha, closed=date(2026, 1, 31), opens=date(2025, 12, 10), kind="six-monthly")

        assert "Open the next round" not in self.told(client, (5, 10))
        assert "Open the next round" in self.told(client, (5, 11))
