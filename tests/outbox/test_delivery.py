from datetime import UTC, datetime
from threading import Thread

import pytest
from click.testing import CliRunner
from flask.cli import ScriptInfo
from sqlalchemy import update

from registry import clock
from registry.cli import main
from registry.db import db
from registry.outbox import commands
from registry.outbox.delivery import NO_LONGER_HELD, deliver
from registry.outbox.message import message_of
from registry.outbox.models import REFUSED, SENDING, SENT, STOPPED, WAITING, Letter
from tests.factories import APerson
from tests.mailbox import taking_letters

MAY_1 = datetime(2026, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def mailbox(app):
    with taking_letters(app) as mailbox:
        yield mailbox


def a_letter(email="asha@example.com", **more):
    """A letter to Dr Asha Patel, which waits."""
    person = APerson(title="Dr", email=email)
    return commands.write(person, **{"subject": "Your declaration", "body": "Please answer."} | more)


def delivering(app):
    with app.app_context():
        deliver()
        db.session.remove()


class TestDeliver:
    def test_sends_each_letter_once_over_one_connection(self, mailbox):
        first, second = a_letter(), a_letter("ben@example.com")

        told = deliver()
        deliver()

        assert told == {SENT: 2}
        assert mailbox.addresses == ["asha@example.com", "ben@example.com"]
        assert mailbox.connections == 1
        assert first.sent is not None
        assert (second.state, second.tries) == (SENT, 1)

    def test_leaves_letters_to_wait_where_there_is_no_server(self, app):
        letter = a_letter()

        assert deliver() == {WAITING: 1}
        assert (letter.tries, letter.failure) == (0, "")

    def test_with_the_server_down_says_so_and_sends_when_it_is_back(self, app):
        with taking_letters(app) as mailbox:
            pass
        letter = a_letter()

        assert deliver() == {WAITING: 1}
        assert letter.failure.startswith("The mail server could not be used: ")
        with taking_letters(app) as mailbox:
            assert deliver() == {SENT: 1}
        assert (len(mailbox.messages), letter.failure) == (1, "")

    def test_goes_on_after_one_whom_the_server_refuses(self, mailbox):
        mailbox.refusals = {"nobody@example.com": "550 No such user"}
        refused, taken = a_letter("nobody@example.com"), a_letter()

        assert deliver() == {REFUSED: 1, SENT: 1}

        assert refused.failure == "The mail server refused it: 550 No such user"
        assert mailbox.addresses == [taken.address]
        assert deliver() == {}

    def test_tries_again_what_was_refused_for_now(self, mailbox):
        mailbox.refusals = {"asha@example.com": "451 Come back later"}
        letter = a_letter()
        assert deliver() == {WAITING: 1}
        mailbox.refusals = {}

        assert deliver() == {SENT: 1}
        assert letter.tries == 2

    def test_tries_again_where_the_server_would_not_take_it_from_us(self, mailbox):
        mailbox.refuses_us = "530 Sign in first"
        letter = a_letter()

        assert deliver() == {WAITING: 1}
        assert letter.failure == "The mail server refused it: 530 Sign in first"

    def test_after_a_crash_between_writing_and_sending_finds_what_waits(self, app, mailbox):
        a_letter()
        db.session.remove()

        answer = CliRunner().invoke(main, ["outbox", "send"], obj=ScriptInfo(create_app=lambda: app))

        assert answer.output == "1 letter sent.\n"
        assert len(mailbox.messages) == 1

    def test_does_not_send_again_what_may_have_been_taken(self, mailbox):
        mailbox.hangs_up_on = "asha@example.com"
        unsure, waiting = a_letter(), a_letter("ben@example.com")

        assert deliver() == {SENDING: 1, WAITING: 1}
        assert unsure.failure.startswith("The mail server was cut off, so it is not known whether it took the letter")
        assert deliver() == {SENT: 1}
        assert unsure.state == SENDING
        assert waiting.state == SENT

    def test_leaves_alone_a_letter_that_another_has_begun_to_send(self, mailbox):
        letter = a_letter()
        db.session.execute(update(Letter).values(state=SENDING))
        db.session.commit()

        assert deliver([letter.ref]) == {}
        assert mailbox.messages == []

    def test_by_two_at_once_sends_no_letter_twice(self, shared):
        with taking_letters(shared) as mailbox:
            addresses = [f"reader{number}@example.com" for number in range(8)]
            for address in addresses:
                a_letter(address)

            threads = [Thread(target=delivering, args=(shared,)) for _ in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        assert sorted(mailbox.addresses) == addresses

    def test_says_nothing_in_clear_where_starttls_is_wanted_and_not_to_be_had(self, app, mailbox):
        app.config["MAIL_STARTTLS"] = True
        letter = a_letter()

        assert deliver() == {WAITING: 1}
        assert "STARTTLS" in letter.failure
        assert mailbox.messages == []

    def test_forgets_the_secret_of_what_was_sent(self, mailbox):
        letter = a_letter(body="Open https://r.example/s3cret now.", secret="https://r.example/s3cret")
        assert "s3cret" in letter.body

        deliver()

        assert "https://r.example/s3cret" in mailbox.messages[0].get_content()
        assert letter.body == f"Open {NO_LONGER_HELD} now."
        assert letter.secret == ""

    def test_refuses_for_good_an_address_that_is_none(self, mailbox):
        letter = a_letter("asha@")

        assert deliver() == {REFUSED: 1}
        assert "is no address" in letter.failure


class TestMessage:
    def test_has_the_headers_that_mail_servers_and_absent_readers_want(self, mailbox):
        letter = a_letter()
        with clock.telling(MAY_1):
            deliver()

        [message] = mailbox.messages
        assert message["From"] == "registry@example.org"
        assert message["To"] == "Dr Asha Patel <asha@example.com>"
        assert message["Date"].datetime == MAY_1
        assert message["Message-ID"] == f"<{letter.ref.lower()}@example.org>"
        assert message["Auto-Submitted"] == "auto-generated"
        assert message.get_content().strip() == "Please answer."

    def test_carries_any_letters_of_any_script(self, mailbox):
        person = APerson(forenames="Zoë", surname="Łukasz, the “younger”", email="zoe@example.com")
        commands.write(person, subject="Déclaration – été", body="Straße\n\n" + "word " * 100)

        deliver()

        [message] = mailbox.messages
        assert message["To"].addresses[0].display_name == "Zoë Łukasz, the “younger”"
        assert message["Subject"] == "Déclaration – été"
        assert message.get_content().startswith("Straße\r\n\r\nword word")

    def test_lets_no_name_or_subject_begin_another_header(self, mailbox):
        person = APerson(surname="Patel\r\nBcc: all@example.com", email="asha@example.com")
        commands.write(person, subject="Hello\nX-Evil: yes", body="Text")

        deliver()

        [message] = mailbox.messages
        assert message["Subject"] == "Hello X-Evil: yes"
        assert "Bcc" not in message
        assert mailbox.addresses == ["asha@example.com"]

    def test_is_to_one_address_alone(self, app):
        letter = a_letter("asha@example.com, all@example.com")

        with pytest.raises(ValueError, match="is no address"):
            message_of(letter, "registry@example.org")


class TestStop:
    def test_keeps_from_being_sent_what_is_about_something_that_is_over(self, mailbox):
        about = APerson().ref
        stopped, other = a_letter(about_ref=about, body="Open s3cret", secret="s3cret"), a_letter()

        commands.stop(about)

        assert deliver() == {SENT: 1}
        assert (stopped.state, stopped.body, other.state) == (STOPPED, f"Open {NO_LONGER_HELD}", SENT)
