"""Decisions taken while an interest was not yet declared."""

from datetime import date

from tests.factories import ABody, ADecision, AnAppointment, AnInterest, APerson, ASeat

APRIL_1, APRIL_29, APRIL_30 = date(2026, 4, 1), date(2026, 4, 29), date(2026, 4, 30)


class TestDecidedMeanwhile:
    def shown(self, client, interest):
        text = client.get(f"/interests/{interest.ref}").text
        assert ("Decided between its arising and its declaration" in text) == ("RESOLVED" in text)
        return [
            words
            for words in ("early", "first", "last", "after", "elsewhere", "unseated")
            if f"RESOLVED {words}" in text
        ]

    def test_are_those_of_bodies_the_person_sat_on_from_its_arising_to_the_day_before_a_late_declaration(self, client):
        person, board, committee = APerson(), ABody(kind="board"), ABody(kind="committee")
        AnAppointment(seat=ASeat(body=board), person=person)
        AnAppointment(seat=ASeat(body=committee), person=person, until=APRIL_1)
        for words, body, on in (
            ("early", board, date(2026, 3, 31)),
            ("first", board, APRIL_1),
            ("last", board, APRIL_29),
            ("after", board, APRIL_30),
            ("elsewhere", ABody(kind="hub"), APRIL_1),
            ("unseated", committee, APRIL_1),
        ):
            ADecision(body=body, text=f"RESOLVED {words}", on=on)

        assert self.shown(client, AnInterest(person=person, since=APRIL_1, declared_on=APRIL_30)) == ["first", "last"]

    def test_are_none_where_it_was_declared_in_time(self, client):
        person, board = APerson(), ABody(kind="board")
        AnAppointment(seat=ASeat(body=board), person=person)
        ADecision(body=board, text="RESOLVED first", on=APRIL_1)

        assert self.shown(client, AnInterest(person=person, since=APRIL_1, declared_on=APRIL_29)) == []
