import pytest

from registry.practices.published import Unreadable, practices_in
from registry.practices.published.epraccur import CLOSED, CODE, NAME, OPENED
from tests.published import a_row, problems_in, quoted


class TestUnreadable:
    def test_tells_every_problem_of_every_line(self):
        file = quoted([a_row({OPENED: "x", NAME: ""}), a_row({CODE: "C82002", CLOSED: "y"})])

        assert [line for line, _ in problems_in(practices_in, file)] == [1, 1, 2]

    def test_tells_fifty_problems_in_full(self):
        with pytest.raises(Unreadable) as refused:
            practices_in(b"junk\r\n" * 50)

        assert len(refused.value.problems) == 50
        assert refused.value.more == 0
        assert len(refused.value.sentences) == 50

    def test_of_fifty_one_says_how_many_more(self):
        with pytest.raises(Unreadable) as refused:
            practices_in(b"junk\r\n" * 51)

        assert len(refused.value.problems) == 50
        assert refused.value.sentences[-1] == "There is 1 more like these"
        assert str(refused.value).endswith("Line 50 has 1 column; an epraccur file has 27\nThere is 1 more like these")

    def test_of_fifty_two_says_so_in_the_plural(self):
        with pytest.raises(Unreadable) as refused:
            practices_in(b"junk\r\n" * 52)

        assert refused.value.sentences[-1] == "There are 2 more like these"
