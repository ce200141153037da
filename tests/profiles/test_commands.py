from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.db import db
from registry.ledger import known
from registry.practices.models import ListSize
from registry.profiles import commands, queries
from registry.profiles.models import Profile
from tests.breaches import refused
from tests.factories import ADA, APractice, AProfile
from tests.ledger.acts import entries

APRIL_1 = date(2026, 4, 1)


def staff(**heads):
    """Lines of staff: staff(Nurses=3), or staff(Nurses=(3, 250)), with the full-time equivalent in hundredths."""
    pairs = {role: told if isinstance(told, tuple) else (told, None) for role, told in heads.items()}
    return [{"role": role, "headcount": told[0], "full_time_hundredths": told[1]} for role, told in pairs.items()]


def told_of(profile):
    return queries.told(profile, date(2026, 12, 1))


class TestRecord:
    def test_is_told_from_its_day_on(self):
        AProfile(APractice(code="C82013"), on=APRIL_1)

        assert queries.profiles_on(date(2026, 3, 31)) == []
        assert [line["on"] for line in queries.profiles_on(APRIL_1)] == [APRIL_1]

    def test_leaves_what_is_left_out_not_known(self):
        told = told_of(AProfile())

        assert (told["rated_as"], told["premises"], told["staff"], told["full_time"]) == ("Not known",) * 4
        assert (told["patients"], told["total"], told["headcount"], told["roles_not_known"]) == (None, None, None, 10)

    def test_takes_a_blank_for_not_known_and_a_nought_for_nobody(self):
        lines = staff(Nurses=(4, 350), Pharmacists=0, **{"GP locum": None})

        told = told_of(AProfile(staff=lines))

        assert told["staff"] == "4 in 2 roles; 8 roles not known"
        assert told["full_time"] == "3.5 in 1 role; 9 roles not known"
        assert {line["role"]: line["told"] for line in told["roles"] if line["headcount"] is not None} == {
            "Nurses": "4 (3.5 FTE)",
            "Pharmacists": "0",
        }

    def test_keeps_what_the_practice_says_beside_what_the_registers_count(self):
        sizes = [ListSize(on=APRIL_1, patients=7_214), ListSize(on=date(2026, 4, 2), patients=9_000)]
        practice = APractice(list_sizes=sizes)

        told = told_of(AProfile(practice, on=APRIL_1, patients=7_000, nurses=3, total=5))

        assert (told["patients"], told["total"]) == (7_000, 5)
        assert told["patients_compared"] == "214 fewer than the 7,214 counted on 1 April 2026"
        assert told["total_compared"] == "2 more than the 3 in 1 role; 9 roles not known"
        assert practice.patients_on(APRIL_1) == 7_214

    def test_is_one_entry(self):
        profile = AProfile(nurses=3)

        [*_, entry] = entries()
        assert (entry.act, entry.op, entry.kind, entry.ref) == ("profiles.record", "record", "profile", profile.ref)

    def test_a_second_of_one_day_is_refused(self):
        practice = APractice()
        AProfile(practice, on=APRIL_1)

        with refused("on"):
            AProfile(practice, on=APRIL_1)
        AProfile(practice, on=date(2026, 4, 2))
        AProfile(on=APRIL_1)

    @pytest.mark.parametrize(("on", "is_refused"), [(date(2026, 4, 1), False), (date(2026, 4, 2), True)])
    def test_of_a_day_still_to_come_is_refused(self, on, is_refused):
        practice = APractice()

        with clock.telling(datetime(2026, 4, 1, 9, tzinfo=UTC)):
            if is_refused:
                with refused("on"):
                    AProfile(practice, on=on)
            else:
                AProfile(practice, on=on)

    @pytest.mark.parametrize("on", [date(2019, 12, 31), date(2026, 4, 1)])
    def test_of_a_day_on_which_the_practice_was_not_open_is_refused(self, on):
        practice = APractice(opened=date(2020, 1, 1), closed=date(2026, 4, 1))

        with refused("on"):
            AProfile(practice, on=on)

    def test_of_a_rating_whose_day_is_not_known(self):
        assert AProfile(rating="Good").rated is None

    def test_of_a_day_without_a_rating_is_refused(self):
        with refused("rated"):
            AProfile(rated=APRIL_1)

    def test_of_a_rating_given_later_is_refused(self):
        AProfile(on=APRIL_1, rating="Good", rated=APRIL_1)

        with refused("rated"):
            AProfile(on=APRIL_1, rating="Good", rated=date(2026, 4, 2))

    @pytest.mark.parametrize("lines", [staff(Nurses=3) + staff(Nurses=4), staff(Nurses=(0, 100))])
    def test_of_staff_that_cannot_be_is_refused(self, lines):
        with refused("staff"):
            AProfile(staff=lines)
        assert db.session.query(Profile).count() == 0


class TestCorrect:
    def test_writes_the_profile_anew_and_the_ledger_keeps_the_old(self):
        with clock.telling(datetime(2026, 5, 1, 9, tzinfo=UTC)) as now:
            profile = AProfile(on=APRIL_1, staff=staff(Nurses=3, Pharmacists=1), total=4)
            now.at = datetime(2026, 5, 2, 9, tzinfo=UTC)
            answers = {"practice": profile.practice, "on": date(2026, 3, 31), "source": "The senior partner"}
            commands.correct(
                profile, **answers, staff=staff(Nurses=5, **{"GP partners": 2}), reason="Miscounted.", by=ADA
            )

        assert told_of(profile)["staff"] == "7 in 2 roles; 8 roles not known"
        assert (profile.on, profile.source, profile.total) == (date(2026, 3, 31), "The senior partner", None)
        with known(datetime(2026, 5, 1, 12, tzinfo=UTC)):
            [line] = queries.profiles_on(date(2026, 12, 1))
            assert (line["on"], line["staff"]) == (APRIL_1, "4 in 2 roles; 8 roles not known")

    def test_is_a_correction_with_its_reason(self):
        profile = AProfile()

        commands.correct(profile, **as_it_is(profile) | {"note": "By e-mail."}, reason="Left out.", by=ADA)

        [*_, entry] = entries()
        assert (entry.act, entry.op) == ("profiles.correct", "correct")
        assert "Left out." in entry.body

    def test_keeps_the_line_of_a_role_that_is_still_told(self):
        profile = AProfile(nurses=3)
        line = profile.works_as("Nurses").ref

        commands.correct(profile, **as_it_is(profile) | {"staff": staff(Nurses=4)}, reason="Miscounted.", by=ADA)

        assert (profile.works_as("Nurses").ref, profile.works_as("Nurses").headcount) == (line, 4)

    def test_may_say_that_it_was_of_another_practice(self):
        profile, other = AProfile(), APractice(code="C82078")

        commands.correct(profile, **as_it_is(profile) | {"practice": other}, reason="Misread.", by=ADA)

        assert [line["code"] for line in queries.profiles_on(APRIL_1)] == ["C82078"]

    def test_to_a_day_that_has_another_profile_is_refused(self):
        practice = APractice()
        AProfile(practice, on=date(2026, 3, 31))
        profile = AProfile(practice, on=APRIL_1)

        with refused("on"):
            commands.correct(profile, **as_it_is(profile) | {"on": date(2026, 3, 31)}, reason="Misread.", by=ADA)

    def test_to_what_cannot_be_is_refused(self):
        profile = AProfile()

        for wrong, field in (
            ({"on": date(2199, 1, 1)}, "on"),
            ({"rated": date(2026, 3, 1)}, "rated"),
            ({"rating": "Good", "rated": date(2026, 4, 2)}, "rated"),
            ({"staff": staff(Nurses=(0, 50))}, "staff"),
        ):
            with refused(field):
                commands.correct(profile, **as_it_is(profile) | wrong, reason="Misread.", by=ADA)


def as_it_is(profile):
    return {"practice": profile.practice, "on": profile.on, "source": profile.source}
