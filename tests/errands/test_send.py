import os

import pytest
from sqlalchemy import func, select

from registry.accounts import commands as accounts
from registry.db import db
from registry.errands.models import DONE, FAILED, RUNNING, WAITING, Errand
from registry.errands.queue import GIVEN_UP, MOST_TRIES, Lost, claim, sweep
from registry.errands.shelf import folder, kept
from registry.errands.words import UNFORESEEN
from registry.errands.working import NO_LONGER_MAY, work_off
from registry.ledger import rehearsal
from tests.errands.counting import now_of, send
from tests.factories import ADA, LONG_AGO, AnAccount, APerson

pytestmark = pytest.mark.usefixtures("instance")


class TestSend:
    def test_waits_until_a_worker_does_it_with_the_rights_of_whoever_sent_it(self, app):
        asha = AnAccount()
        errand = send(by=asha)

        assert (errand.state, errand.sha256) == (WAITING, "")
        assert work_off(app) == 1

        done = now_of(errand)
        assert (done.state, done.name, done.media_type) == (DONE, "count.txt", "text/plain")
        assert (done.done, done.of, done.words) == (2, 3, "")
        assert kept(done.sha256).read_text() == f"{asha.name} counted to 3"

    def test_of_the_same_is_the_same_errand_for_all_who_ask(self, app):
        accounts = [AnAccount() for _ in range(3)]
        first, second = (send(by=account) for account in accounts[:2])
        work_off(app)

        assert first.ref == second.ref == send(by=accounts[2]).ref
        assert send(key="to four", to=4).ref != first.ref

    def test_is_another_once_the_books_say_something_else(self, app):
        first = send()
        work_off(app)
        APerson()

        assert send().ref != first.ref

    def test_is_another_where_the_file_is_no_longer_there(self, app):
        first = send()
        work_off(app)
        (folder() / now_of(first).sha256).unlink()

        assert send().ref != first.ref

    def test_in_an_act_that_is_undone_was_never_sent(self, app):
        with rehearsal():
            send()

        assert db.session.scalar(select(func.count()).select_from(Errand)) == 0

    def test_of_a_kind_that_nothing_does_is_a_mistake(self, app):
        with pytest.raises(LookupError, match=r"tests\.nothing"):
            send("tests.nothing")


class TestFailing:
    def test_says_in_the_words_of_the_registers_why(self, app):
        errand = send("tests.fall", over="nothing")
        work_off(app)

        assert (now_of(errand).state, now_of(errand).failure) == (FAILED, "There is nothing to stand on.")

    def test_of_a_cause_without_words_is_logged(self, app, caplog):
        errand = send("tests.fall")
        work_off(app)

        assert now_of(errand).failure == UNFORESEEN
        assert "RuntimeError: fell" in caplog.text

    def test_is_not_for_ever(self, app):
        errand = send("tests.fall", over="nothing")
        work_off(app)

        assert send("tests.fall", over="nothing").ref != errand.ref

    def test_comes_of_rights_that_have_ended(self, app):
        account = AnAccount("director")
        errand = send(by=account)
        [grant] = account.grants
        accounts.end_grant(account, grant=grant, until=LONG_AGO.replace(year=2011), by=ADA)
        work_off(app)

        assert now_of(errand).failure == NO_LONGER_MAY


class TestClaim:
    def test_is_of_what_somebody_waits_for_first(self, app):
        unasked, asked = send(key="for nobody"), send(key="for somebody", by=AnAccount())

        assert [claim().ref, claim().ref, claim()] == [asked.ref, unasked.ref, None]

    def test_lasts_while_the_errand_is_heard_of(self, app):
        send()
        app.config["ERRAND_LEASE_SECONDS"] = 0
        first, second = claim(), claim()

        with pytest.raises(Lost):
            first.note(words="still here")
        second.note(words="here now")

        assert (first.ref, now_of(first).state, now_of(first).words) == (second.ref, RUNNING, "here now")

    def test_is_given_up_after_a_few_tries(self, app):
        errand = send()
        app.config["ERRAND_LEASE_SECONDS"] = 0

        assert [claim() is None for _ in range(MOST_TRIES + 1)] == [False] * MOST_TRIES + [True]
        assert (now_of(errand).state, now_of(errand).failure) == (FAILED, GIVEN_UP)


class TestSweep:
    def test_lets_go_of_what_ended_long_ago_with_its_file(self, app):
        errand = send(by=AnAccount())
        work_off(app)
        place, app.config["ERRAND_DAYS"] = kept(now_of(errand).sha256), 0
        os.utime(place, (0, 0))

        sweep()

        assert now_of(errand) is None
        assert not place.exists()

    def test_leaves_what_waits_and_what_is_new(self, app):
        waiting, done = send(key="later"), send(key="now")
        claim().end(FAILED), claim().leave()

        sweep()

        assert {now_of(waiting).state, now_of(done).state} == {FAILED, RUNNING}
