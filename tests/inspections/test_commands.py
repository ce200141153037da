from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.inspections import commands, queries
from registry.members.pending import PENDING
from tests.breaches import refused
from tests.factories import ADA, AHolding

WHOLE = {
    "received": date(2026, 4, 20),
    "wants": "copy",
    "name": "Jo Public",
    "address": "1 High Street",
    "purpose": "To write to the members",
    "discloses": False,
}


def log(**changed):
    return commands.log(**WHOLE | changed, by=ADA)


def due(request):
    return queries.due(request).due


def standing(request, day):
    return queries.told(request, day)["standing"]


class TestTheClock:
    """Section 117(1): five working days, which exclude weekends and England's bank holidays (s.1173)."""

    @pytest.mark.parametrize(
        ("received", "by"),
        [
            (date(2026, 4, 20), date(2026, 4, 27)),  # a Monday
            (date(2026, 4, 18), date(2026, 4, 24)),  # a Saturday
            (date(2026, 4, 1), date(2026, 4, 10)),  # before Good Friday, 3 April, and Easter Monday, 6 April
            (date(2026, 4, 29), date(2026, 5, 7)),  # before the early May bank holiday, 4 May
            (date(2020, 12, 23), date(2021, 1, 4)),  # Christmas Day, Boxing Day's substitute, New Year's Day
            (date(2026, 3, 27), date(2026, 4, 7)),  # the clocks go forward on 29 March
            (date(2024, 2, 28), date(2024, 3, 6)),  # 29 February between
        ],
    )
    def test_runs_over_working_days_alone(self, received, by):
        assert due(log(received=received)) == by

    def test_says_what_it_did_not_count(self):
        reckoned = queries.due(log(received=date(2026, 4, 29))).reckoned

        assert reckoned == "5 working days from 29 April 2026, not counting May Day on 4 May 2026"

    def test_is_in_time_on_the_last_day_and_late_on_the_next(self):
        request = log()

        assert standing(request, date(2026, 4, 27)) == "open"
        assert standing(request, date(2026, 4, 28)) == "open, 1 day late"

    def test_does_not_run_for_a_request_that_lacks_something(self):
        request = log(purpose="")

        assert queries.due(request) is None
        assert standing(request, date(2026, 6, 1)) == "not valid"
        assert list(queries.to_be_answered_on(date(2026, 6, 1))) == []

    def test_runs_from_the_day_on_which_the_rest_came(self):
        request = log(purpose="")

        commands.complete(request, on=date(2026, 5, 11), purpose="Research", by=ADA)

        assert due(request) == date(2026, 5, 18)


class TestLog:
    def test_numbers_the_requests_without_gaps(self):
        assert [log().number, log().number] == ["IN1", "IN2"]

    def test_on_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2026, 4, 19, 12, tzinfo=UTC)), refused("received"):
            log()

    def test_shows_what_had_come_by_a_day(self):
        log()

        assert queries.log_on(date(2026, 4, 19)) == []
        assert len(queries.log_on(date(2026, 4, 20))) == 1


class TestComplete:
    def test_may_leave_something_lacking_still(self):
        request = log(purpose="", discloses=None)

        commands.complete(request, on=date(2026, 4, 21), discloses=True, by=ADA)

        assert len(queries.told(request, date(2026, 4, 21))["lacks"]) == 2

    def test_of_what_lacked_nothing_is_refused(self):
        with refused():
            commands.complete(log(), on=date(2026, 4, 21), purpose="Another", by=ADA)

    def test_before_the_request_came_is_refused(self):
        with refused("on"):
            commands.complete(log(purpose=""), on=date(2026, 4, 19), purpose="Research", by=ADA)

    def test_on_a_day_still_to_come_is_refused(self):
        with refused("on"):
            commands.complete(log(purpose=""), on=date(2199, 1, 1), purpose="Research", by=ADA)

    def test_replaces_those_to_whom_it_will_be_disclosed(self):
        recipient = {"name": "A Journal", "address": "", "responsible": "", "purpose": "An article"}
        request = log(discloses=True, recipients=[recipient])

        whole = [recipient | {"address": "3 Fleet Street"}]
        commands.complete(request, on=date(2026, 4, 21), recipients=whole, by=ADA)

        assert queries.told(request, date(2026, 4, 21))["lacks"] == []
        assert len(request.recipients) == 1


class TestSayWhatLacks:
    def test_is_a_duty_until_it_has_been_said(self):
        request = log(purpose="")

        commands.say_what_lacks(request, on=date(2026, 4, 22), by=ADA)

        assert len(list(queries.lacking_on(date(2026, 4, 21)))) == 1
        assert list(queries.lacking_on(date(2026, 4, 22))) == []

    def test_of_a_request_that_lacks_nothing_is_refused(self):
        with refused():
            commands.say_what_lacks(log(), on=date(2026, 4, 22), by=ADA)

    @pytest.mark.parametrize("on", [date(2026, 4, 19), date(2199, 1, 1)])
    def test_before_it_came_or_on_a_day_still_to_come_is_refused(self, on):
        with refused("on"):
            commands.say_what_lacks(log(purpose=""), on=on, by=ADA)


class TestComply:
    def test_keeps_what_the_requester_has_to_be_told(self, monkeypatch):
        AHolding(5, on=date(2018, 7, 1))
        monkeypatch.setattr("registry.members.pending.PENDING", [*PENDING, lambda on: 2])
        request = log()

        commands.comply(request, on=date(2026, 4, 27), how="Copy sent", fee=350, by=ADA)

        told = queries.told(request, date(2026, 4, 27))
        assert (told["altered_to"], told["pending"], told["fee"]) == (date(2018, 7, 1), 2, 350)
        assert told["standing"] == "complied"
        assert standing(request, date(2026, 4, 26)) == "open"
        assert list(queries.to_be_answered_on(date(2026, 4, 27))) == []
        assert len(list(queries.to_be_answered_on(date(2026, 4, 26)))) == 1

    def test_late_says_by_how_many_days(self):
        request = log()

        commands.comply(request, on=date(2026, 4, 29), how="Inspected", by=ADA)

        assert standing(request, date(2026, 5, 1)) == "complied, 2 days late"

    def test_with_a_request_that_lacks_something_is_refused(self):
        with refused():
            commands.comply(log(purpose=""), on=date(2026, 4, 27), how="Inspected", by=ADA)

    def test_a_second_time_is_refused(self):
        request = log()
        commands.comply(request, on=date(2026, 4, 27), how="Inspected", by=ADA)

        with refused():
            commands.apply_to_court(request, on=date(2026, 4, 27), how="High Court", by=ADA)

    @pytest.mark.parametrize("on", [date(2026, 4, 19), date(2199, 1, 1)])
    def test_before_it_came_or_on_a_day_still_to_come_is_refused(self, on):
        with refused("on"):
            commands.comply(log(), on=on, how="Inspected", by=ADA)

    def test_before_all_of_it_had_come_is_refused(self):
        request = log(purpose="")
        commands.complete(request, on=date(2026, 5, 11), purpose="Research", by=ADA)

        with refused("on"):
            commands.comply(request, on=date(2026, 5, 10), how="Inspected", by=ADA)


class TestApplyToCourt:
    def test_answers_the_request_too(self):
        request = log()

        commands.apply_to_court(request, on=date(2026, 4, 27), how="High Court; told by letter", by=ADA)

        assert standing(request, date(2026, 4, 27)) == "applied to court"
