"""Numbers drawn, and those that the old books gave."""

from datetime import date

import pytest

from registry.decisions import commands
from tests.factories import ADA, ABody, ADecision


def an_old_decision(number, body, on=date(2019, 5, 12)):
    return commands.bring_in(number=number, body=body, on=on, text="To meet.", by=ADA)


class TestOldNumbers:
    def test_of_our_own_kind_are_gone_on_from(self):
        board = ABody(name="Board")
        an_old_decision("B/19/4", board)

        assert ADecision(body=board, on=date(2019, 6, 1)).number == "B/19/5"

    def test_of_another_kind_have_no_place(self):
        board = ABody(name="Board")

        old = an_old_decision("Minute 4.2 of 12 May 2019", board)

        assert (old.place, old.year) == (None, 2019)
        assert ADecision(body=board, on=date(2019, 6, 1)).number == "B/19/1"

    @pytest.mark.parametrize("number", ["B/20/4", "B/19/04", "B/19/0", "b/19/4"])
    def test_of_another_year_or_not_quite_of_our_kind_have_none_either(self, number):
        assert an_old_decision(number, ABody(name="Board")).place is None

    def test_with_the_letters_of_another_body_have_none(self):
        board, other = ABody(name="Board"), ABody(name="Bosworth")
        ADecision(body=board, on=date(2019, 6, 1))

        old = an_old_decision("B/19/4", other)

        assert old.place is None
        assert ADecision(body=other, on=date(2019, 6, 1)).number == "B2/19/1"
        assert ADecision(body=board, on=date(2019, 6, 1)).number == "B/19/2"
