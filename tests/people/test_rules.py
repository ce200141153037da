from datetime import date

import pytest

from registry.law import Breach
from registry.people import rules


class TestForenamesAreInFull:
    @pytest.mark.parametrize("forenames", ["Asha", "Asha Maria", "Jean-Paul", "Al", "Ng", "Siân", "D'Arcy", "ASHA"])
    def test_when_every_name_is_written_out(self, forenames):
        rules.forenames_are_in_full(forenames)

    @pytest.mark.parametrize("forenames", ["A", "A.", "a", "A. M.", "A.M.", "AM", "Asha M", "A Maria", "J-P", "."])
    def test_not_with_an_initial(self, forenames):
        with pytest.raises(Breach) as refused:
            rules.forenames_are_in_full(forenames)

        assert refused.value.field == "forenames"
        assert "s.113A" in refused.value.authority


class TestSurnameIsInFull:
    @pytest.mark.parametrize("surname", ["Patel", "O", "St. John", "Llewelyn-Rees"])
    def test_however_short(self, surname):
        rules.surname_is_in_full(surname)

    def test_not_as_an_initial(self):
        with pytest.raises(Breach) as refused:
            rules.surname_is_in_full("P.")

        assert refused.value.field == "surname"


class TestNameFollowsTheOneBefore:
    def test_from_the_day_after_that_began(self):
        rules.name_follows_the_one_before(date(2021, 4, 2), date(2021, 4, 1))

    @pytest.mark.parametrize("since", [date(2021, 3, 31), date(2021, 4, 1)])
    def test_not_before_nor_on_that_day(self, since):
        with pytest.raises(Breach) as refused:
            rules.name_follows_the_one_before(since, date(2021, 4, 1))

        assert refused.value.sentence.endswith("it begins on a day after 1 April 2021.")


class TestAccountIsOnePersons:
    def test_while_nobody_else_has_it(self):
        rules.account_is_one_persons(False)

    def test_not_once_somebody_has(self):
        with pytest.raises(Breach):
            rules.account_is_one_persons(True)


class TestDeathHasHappened:
    BORN, DIED = date(1950, 5, 1), date(2020, 2, 29)

    def test_by_today_and_after_the_birth(self):
        rules.death_has_happened(self.DIED, self.BORN, today=self.DIED)
        rules.death_has_happened(self.BORN, self.BORN, today=self.DIED)
        rules.death_has_happened(self.DIED, None, today=self.DIED)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="once it has happened"):
            rules.death_has_happened(date(2020, 3, 1), self.BORN, today=self.DIED)

    def test_not_before_the_birth(self):
        with pytest.raises(Breach, match="after the birth"):
            rules.death_has_happened(date(1950, 4, 30), self.BORN, today=self.DIED)
