import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from registry.accounts.models import Access
from registry.db import db
from registry.outbox import commands
from registry.outbox.models import REFUSED, SENT, WAITING
from registry.people import commands as people
from tests.conftest import browser_of
from tests.factories import ADA, APerson
from tests.mailbox import taking_letters


@pytest.fixture
def asha():
    return APerson(title="Dr", email="asha@example.com")


@pytest.fixture
def letter(asha):
    return commands.write(asha, subject="Your declaration", body="Open s3cret today.", secret="s3cret")


def what_was_read():
    return db.session.scalars(select(Access.what)).all()


class TestWrite:
    def test_to_somebody_without_an_address_is_refused_by_name(self, app):
        with pytest.raises(ValidationError, match="No e-mail address is on record for Asha Patel"):
            commands.write(APerson(), subject="Hello", body="Text")


class TestRegister:
    def test_tells_what_was_written_to_whom_and_that_it_waits(self, client, letter):
        page = client.get("/outbox/register").text

        assert "Dr Asha Patel" in page
        assert "No mail server is set up, so letters wait." in page
        assert client.get("/outbox/register.json").json["items"][0]["state"] == WAITING
        assert "s3cret" not in client.get("/outbox/register.csv").text

    def test_is_for_the_secretary_alone(self, app, visitor, letter):
        for role in ("auditor", "director", "member"):
            assert browser_of(app, role).get("/outbox/register").status_code == 403
        assert visitor.get(f"/outbox/{letter.ref}").status_code == 401

    def test_is_shown_on_the_page_of_the_person(self, app, client, asha, letter):
        assert "Your declaration" in client.get(f"/people/{asha.ref}").text
        assert "Your declaration" not in browser_of(app, "auditor").get(f"/people/{asha.ref}").text


class TestLetter:
    def test_is_read_whole_while_it_waits_which_is_noted(self, client, letter):
        assert "Open s3cret today." in client.get(f"/outbox/{letter.ref}").text
        assert what_was_read() == ["read a letter with a live link"]

    def test_holds_no_secret_once_it_is_sent(self, app, client, letter):
        with taking_letters(app):
            client.post("/outbox/send", json={})

        page = client.get(f"/outbox/{letter.ref}").text
        assert "the link, which the letter alone held" in page
        assert "s3cret" not in page
        assert what_was_read() == []


class TestSend:
    def test_sends_what_waits_and_says_how_many(self, app, client, letter):
        with taking_letters(app) as mailbox:
            told = client.post("/outbox/send", data={"rev": ""}, follow_redirects=True).text

        assert "1 letter sent." in told
        assert len(mailbox.messages) == 1
        assert (
            "No letter waits to be sent." in client.post("/outbox/send", data={"rev": ""}, follow_redirects=True).text
        )

    def test_only_tried_sends_nothing(self, app, client, letter):
        with taking_letters(app) as mailbox:
            client.post("/outbox/send?rehearse=1", json={})

        assert mailbox.messages == []


class TestDuties:
    def test_count_the_letters_that_have_not_gone(self, app, client, letter):
        assert "1 letter has not gone: see why, or post them." in client.get("/home/duties").text

        with taking_letters(app):
            client.post("/outbox/send", json={})

        assert "not gone" not in client.get("/home/duties").text


class TestSendAgain:
    def test_goes_to_the_address_that_the_person_has_now(self, app, client, asha, letter):
        with taking_letters(app) as mailbox:
            mailbox.refusals = {"asha@example.com": "550 No such user"}
            client.post("/outbox/send", json={})
            assert letter.state == REFUSED
            people.give_address(asha, email="a.patel@example.com", by=ADA)
            told = client.post(f"/outbox/{letter.ref}/send-again", data={"rev": letter.rev}, follow_redirects=True)

        assert "1 letter sent." in told.text
        assert mailbox.addresses == ["a.patel@example.com"]

    def test_is_not_for_one_that_has_been_sent(self, app, client, letter):
        letter.state = SENT
        db.session.commit()

        answer = client.post(f"/outbox/{letter.ref}/send-again", data={"rev": letter.rev})

        assert answer.status_code == 422
        assert "This letter has been sent." in answer.text


class TestNoteSent:
    def test_of_one_that_was_posted_sends_it_no_more_and_forgets_its_secret(self, app, client, letter):
        address = f"/outbox/{letter.ref}"
        assert f"{address}/note-sent" in client.get(address).text

        client.post(f"{address}/note-sent", data={"rev": letter.rev})

        with taking_letters(app) as mailbox:
            client.post("/outbox/send", json={})
        assert mailbox.messages == []
        assert "s3cret" not in client.get(address).text
        assert client.post(f"{address}/note-sent", data={"rev": letter.rev}).status_code == 422
