from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event

from registry import clock
from registry.accounts.passwords import hash_secret
from registry.db import db
from registry.links import commands
from registry.links.models import Link
from registry.links.queries import NO_LONGER, NOT_OURS, Shut, find
from tests.conftest import browser_of
from tests.factories import APerson

JUNE_1 = date(2026, 6, 1)
"""The first day on which the link opens nothing."""


def at(day, hour=10):
    return clock.telling(datetime(2026, day[0], day[1], hour, tzinfo=UTC))


@pytest.fixture
def secret(app):
    with at((5, 1)):
        return commands.issue(APerson(email="asha@example.com"), purpose="rounds.answer", until=JUNE_1)


def the_link():
    return db.session.query(Link).one()


class TestIssue:
    def test_keeps_only_a_hash_of_what_is_given_once(self, secret):
        kept = [str(getattr(the_link(), column.key)) for column in Link.__table__.columns]

        assert the_link().hash == hash_secret(secret)
        assert secret not in " ".join(kept)

    def test_gives_no_secret_twice(self, app):
        person = APerson()

        assert len({commands.issue(person, purpose="rounds.answer", until=JUNE_1) for _ in range(3)}) == 3


class TestFind:
    def test_opens_until_its_last_day(self, secret):
        with at((5, 31), 22):
            assert find(secret, "rounds.answer") is the_link()
        with at((6, 1), 10):
            assert find(secret, "rounds.answer") == Shut(NO_LONGER, "This link could be used until 31 May 2026.")

    def test_knows_none_that_was_altered(self, secret):
        with at((5, 2)):
            for altered in (secret[:-1], secret + "a", secret.upper(), "", "x" * 5_000):
                assert find(altered, "rounds.answer").status == NOT_OURS

    def test_opens_nothing_but_what_it_was_given_for(self, secret):
        with at((5, 2)):
            assert find(secret, "meetings.answer").status == NOT_OURS

    def test_says_that_it_was_withdrawn(self, secret):
        with at((5, 2)):
            commands.withdraw(the_link())

            assert find(secret, "rounds.answer") == Shut(NO_LONGER, "This link was withdrawn on 2 May 2026 at 11:00.")


class TestUse:
    def test_is_counted_with_when_it_was_last_and_acts_as_the_person(self, secret):
        with at((5, 3)):
            bearer = commands.use(the_link())

        assert bearer.ref == the_link().person_ref
        assert (the_link().uses, the_link().used) == (1, datetime(2026, 5, 3, 10, tzinfo=UTC))


class TestRegister:
    def test_tells_who_was_given_a_link_and_never_its_secret(self, client, secret):
        page = client.get("/links/register").text

        assert "Asha Patel" in page
        assert "Your declaration of interests" in page
        assert secret not in page
        assert hash_secret(secret) not in client.get("/links/register.json").text

    def test_takes_as_many_queries_for_five_links_as_for_one(self, client, secret):
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        client.get("/links/register")
        for_one = len(asked)
        for _ in range(4):
            commands.issue(APerson(), purpose="rounds.answer", until=JUNE_1)
        db.session.expire_all()
        asked.clear()

        client.get("/links/register")

        assert len(asked) <= for_one

    def test_is_for_the_secretary_alone(self, app, secret):
        assert browser_of(app, "auditor").get("/links/register").status_code == 403


class TestWithdraw:
    def test_from_the_page_of_the_link(self, client, secret):
        address = f"/links/{the_link().ref}"
        assert f"{address}/withdraw" in client.get(address).text

        client.post(f"{address}/withdraw", data={"rev": 1})

        assert the_link().withdrawn is not None
        assert f"{address}/withdraw" not in client.get(address).text
