import pytest

from registry.declarations import rules
from registry.law import Breach

pytestmark = pytest.mark.pure


class TestWordIsGiven:
    def test_a_tick_is_a_word(self):
        rules.word_is_given(True)

        with pytest.raises(Breach) as broken:
            rules.word_is_given(False)
        assert broken.value.field == "agreed"
