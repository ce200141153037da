"""What a program may send of an interest, in one go."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.db import db
from registry.interests.models import CLOSE, FINANCIAL, INDIRECT, NOT_SURE, OWN, Interest
from tests.factories import ABody, APerson, APractice
from tests.interests.test_views import JSON


@pytest.fixture
def sends(api):
    harriet = APerson()

    def send(**answers):
        return api.post(f"/interests/person/{harriet.ref}/declare", json=JSON | answers)

    return send


def declared():
    return db.session.scalar(select(Interest))


class TestDeclareForm:
    def test_takes_the_whole_of_it_at_once(self, sends):
        told = {"whose": CLOSE, "relation": "sister", "nature": FINANCIAL, "kind": INDIRECT}
        sends(**told, topics=["premises", "digital"], touches="She may bid.", until="2026-03-10")

        found = declared()
        assert {name: getattr(found, name) for name in told} == told
        assert (found.topics, found.touches, found.until) == ("premises; digital", "She may bid.", date(2026, 3, 10))

    def test_takes_it_from_csv(self, api):
        csv = (
            "kind,organisation,description,since,public,whose,topics\n"
            f"{FINANCIAL},A,Partner,2026-03,yes,{OWN},premises; money\n"
        )

        answer = api.post(f"/interests/person/{APerson().ref}/declare", data=csv, content_type="text/csv")

        assert answer.status_code == 201
        assert (declared().topics, declared().dates) == ("premises; money", "March 2026")

    @pytest.mark.parametrize(
        ("kind", "sent", "found"), [(FINANCIAL, "", (FINANCIAL, OWN, "")), (INDIRECT, "", (INDIRECT, CLOSE, ""))]
    )
    def test_takes_its_simplest_form_to_be_ones_own_or_if_indirect_of_someone_close(self, sends, kind, sent, found):
        sends(kind=kind, whose=sent)

        assert (declared().kind, declared().whose, declared().nature) == found

    def test_takes_what_someone_close_has_for_indirect(self, sends):
        sends(whose=CLOSE, relation="husband")

        assert (declared().kind, declared().nature) == (INDIRECT, FINANCIAL)

    def test_takes_somebody_who_is_not_sure(self, sends):
        sends(kind=NOT_SURE)

        assert (declared().kind, declared().is_open) == (NOT_SURE, False)

    @pytest.mark.parametrize(
        ("since", "day", "dates"),
        [
            ("2026-03-02", date(2026, 3, 2), ""),
            ("2026-02", date(2026, 2, 28), "February 2026"),
            ("2024-02", date(2024, 2, 29), "February 2024"),
        ],
    )
    def test_takes_a_month_for_its_last_day(self, sends, since, day, dates):
        sends(since=since)

        assert (declared().since, declared().dates) == (day, dates)

    @pytest.mark.parametrize(("until", "status"), [("2026-02-02", 201), ("2026-02-01", 409), ("2026-03-01", 201)])
    def test_takes_a_month_in_which_it_has_ended_too(self, sends, until, status):
        assert sends(since="2026-02", until=until).status_code == status

        assert status == 409 or declared().since == date.fromisoformat(until) - timedelta(days=1)

    @pytest.mark.parametrize("since", ["2026-13", "0000-02", "2026"])
    def test_takes_no_month_that_there_is_not(self, sends, since):
        answer = sends(since=since)

        assert answer.status_code == 422
        assert "since" in answer.json["errors"]

    def test_takes_no_topic_that_there_is_not(self, sends):
        assert sends(topics=["weather"]).status_code == 422

    @pytest.mark.parametrize("written", ["LATHAM HOUSE (C82001)", "latham house", "c82001"])
    def test_knows_an_organisation_by_its_name_or_code(self, sends, written):
        practice = APractice(code="C82001", name="LATHAM HOUSE")

        sends(organisation=written)

        assert (declared().organisation, declared().organisation_ref) == ("LATHAM HOUSE", practice.ref)

    def test_tells_two_bodies_of_one_name_apart_by_their_kind(self, sends):
        hub, _network = (ABody(kind=kind, name="North Blaby") for kind in ("hub", "PCN"))

        sends(organisation="North Blaby (hub)")

        assert (declared().organisation, declared().organisation_ref) == ("North Blaby", hub.ref)

    def test_takes_a_name_that_several_have_as_it_is_written(self, sends):
        for code in ("C82001", "C82002"):
            APractice(code=code, name="THE SURGERY")

        sends(organisation="The Surgery")

        assert (declared().organisation, declared().organisation_ref) == ("The Surgery", None)
