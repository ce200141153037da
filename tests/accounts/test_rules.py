from datetime import date

import pytest

from registry.accounts import rules
from registry.accounts.models import Grant
from registry.law import Breach

A_YEAR = Grant(role="director", since=date(2025, 4, 1), until=date(2026, 4, 1))


class TestEmailIsFree:
    def test_while_no_account_has_it(self):
        rules.email_is_free(False)

    def test_not_once_an_account_has_it(self):
        with pytest.raises(Breach, match="e-mail address of its own"):
            rules.email_is_free(True)


class TestGrantIsNew:
    @pytest.mark.parametrize(("since", "until"), [(date(2026, 4, 1), None), (date(2024, 4, 1), date(2025, 4, 1))])
    def test_before_and_after_the_same_role_was_held(self, since, until):
        rules.grant_is_new([A_YEAR], since=since, until=until)

    @pytest.mark.parametrize(
        ("since", "until"), [(date(2026, 3, 31), None), (date(2024, 4, 1), date(2025, 4, 2)), (date(2024, 4, 1), None)]
    )
    def test_not_for_a_day_on_which_it_is_held(self, since, until):
        with pytest.raises(Breach):
            rules.grant_is_new([A_YEAR], since=since, until=until)


class TestEndsAfterItBegins:
    @pytest.mark.parametrize("until", [date(2026, 4, 2), None])
    def test_a_day_later_or_never(self, until):
        rules.ends_after_it_begins(date(2026, 4, 1), until=until)

    def test_not_on_the_day_it_begins(self):
        with pytest.raises(Breach):
            rules.ends_after_it_begins(date(2026, 4, 1), until=date(2026, 4, 1))


class TestOfficeIsOverEverything:
    @pytest.mark.parametrize(("office", "scope"), [(True, None), (False, "A"), (False, None)])
    def test_or_another_role_over_one_person(self, office, scope):
        rules.office_is_over_everything(office, scope)

    def test_not_over_one_person_alone(self):
        with pytest.raises(Breach):
            rules.office_is_over_everything(True, "A")


class TestScopeIsOnRecord:
    @pytest.mark.parametrize(("scope", "on_record"), [(None, False), ("A", True)])
    def test_of_a_person_or_of_nobody(self, scope, on_record):
        rules.scope_is_on_record(scope, on_record=on_record)

    def test_not_of_a_ref_that_names_nobody(self):
        with pytest.raises(Breach):
            rules.scope_is_on_record("A", on_record=False)


class TestGrantHasNotEnded:
    @pytest.mark.parametrize("until", [date(2026, 4, 2), None])
    def test_the_day_before_it_ends(self, until):
        rules.grant_has_not_ended(until, today=date(2026, 4, 1))

    def test_on_the_first_day_without_it(self):
        with pytest.raises(Breach, match="stays on record"):
            rules.grant_has_not_ended(date(2026, 4, 1), today=date(2026, 4, 1))


class TestGrantIsTheAccounts:
    def test_that_it_was_given_to(self):
        rules.grant_is_the_accounts("A", account="A")

    def test_not_anothers(self):
        with pytest.raises(Breach):
            rules.grant_is_the_accounts("A", account="B")


class TestTokenIsTheAccounts:
    def test_that_it_was_issued_to(self):
        rules.token_is_the_accounts("A", account="A")

    def test_not_anothers(self):
        with pytest.raises(Breach):
            rules.token_is_the_accounts("A", account="B")
