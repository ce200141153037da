from datetime import date

import pytest

from registry import clock, ledger
from registry.deputies import commands, queries
from registry.law import Breach
from registry.seats import commands as seats
from registry.terms.models import Provision
from tests.conftest import browser_of
from tests.factories import ADA, ABody, APerson, ASeat, SomeTerms
from tests.papers import text_of

MARCH_31, APRIL_1, MAY_1 = date(2022, 3, 31), date(2022, 4, 1), date(2022, 5, 1)


@pytest.fixture
def seat(app):
    """A seat of a hub whose terms, from April on, let each member send one deputy."""
    hub = ABody(kind="hub", name="Rutland")
    rule = Provision(place=1, what="deputies", number=1, clause="4.1")
    SomeTerms(body=hub, version="2.0", since=APRIL_1, provisions=[rule])
    seat = ASeat(body=hub, title="Oakham")
    seats.appoint(seat, person=APerson(surname="Osei"), since=MARCH_31, by=ADA)
    return seat


class TestName:
    def test_is_by_the_terms_in_force_on_the_day(self, seat):
        with pytest.raises(Breach, match="these say nothing of it"):
            commands.name(seat, person=APerson(), since=MARCH_31, by=ADA)
        commands.name(seat, person=APerson(), since=APRIL_1, by=ADA)

        assert queries.deputies_on(MARCH_31) == []
        [line] = queries.deputies_on(APRIL_1)
        assert (line["name"], line["authority"]) == ("Asha Patel", "Terms of reference v2.0, clause 4.1")

    def test_of_more_than_they_allow_is_refused(self, seat):
        first = commands.name(seat, person=APerson(), since=APRIL_1, by=ADA)

        with pytest.raises(Breach, match="let a seat have 1 at a time"):
            commands.name(seat, person=APerson(), since=MAY_1, by=ADA)
        commands.end(first, until=MAY_1, by=ADA)
        commands.name(seat, person=APerson(), since=MAY_1, by=ADA)

    def test_of_the_holder_is_refused(self, seat):
        holder = seat.appointment(APRIL_1).person

        with pytest.raises(Breach, match="holds the seat"):
            commands.name(seat, person=holder, since=APRIL_1, by=ADA)

    def test_from_the_page_of_the_seat(self, client, app, seat):
        person = APerson()
        asked = {"person": person.ref, "since-day": 1, "since-month": 4, "since-year": 2022}
        address = f"/deputies/seats/{seat.ref}/name"

        assert address in client.get(f"/seats/{seat.ref}").text
        assert client.post(address, data=asked).status_code == 303
        assert "Asha Patel" in client.get(f"/seats/{seat.ref}").text
        again = client.post(address, data=asked)
        assert again.status_code == 409
        assert 'href="#since-day"' in again.text
        assert client.post(address, data={"person": person.ref}).status_code == 422
        assert browser_of(app, "director").get(address).status_code == 403


class TestEnd:
    def test_shows_no_later_end_on_an_earlier_day_and_is_known_from_when_it_was_said(self, seat):
        deputy = commands.name(seat, person=APerson(), since=APRIL_1, by=ADA)
        before = clock.now()
        commands.end(deputy, until=MAY_1, by=ADA)

        assert queries.deputies_on(date(2022, 4, 30))[0]["last_day"] is None
        assert queries.deputies_on(MAY_1) == []
        assert queries.deputies_of(seat, MAY_1)[0]["last_day"] == date(2022, 4, 30)
        with ledger.known(before):
            assert len(queries.deputies_on(MAY_1)) == 1

    def test_wants_the_rev_that_was_seen(self, api, seat):
        deputy = commands.name(seat, person=APerson(), since=APRIL_1, by=ADA)
        address = f"/deputies/{deputy.ref}/end"

        assert api.post(address, json={"until": "2022-05-01"}).status_code == 428
        stale = {"If-Match": "9"}
        assert api.post(address, json={"until": "2022-05-01"}, headers=stale).status_code == 412


class TestRegister:
    def test_comes_as_a_page_json_csv_and_paper(self, client, seat):
        commands.name(seat, person=APerson(), since=APRIL_1, by=ADA)

        assert "Asha Patel" in client.get("/deputies/register").text
        assert client.get("/deputies/register.json").json["count"] == 1
        assert "Asha Patel" in client.get("/deputies/register.csv").text
        assert "Asha Patel" in text_of(client.get("/deputies/register.pdf").data)
