from collections.abc import Iterable
from datetime import date

from registry.law import rule
from registry.periods import Lasting


@rule("Companies Act 2006, s.1138", field="email")
def email_is_free(taken: bool) -> bool:
    """Every act must be laid to one account, so each account has an e-mail address of its own."""
    return not taken


@rule("Companies Act 2006, s.1138", field="role")
def grant_is_new(same: Iterable[Lasting], *, since: date, until: date | None) -> bool:
    """A role is granted once for a time; this account already has it then."""
    return not any(grant.overlaps(since, until) for grant in same)


@rule("Companies Act 2006, s.1138", field="until")
def ends_after_it_begins(since: date, *, until: date | None) -> bool:
    """What is given for a time ends after the day it begins."""
    return until is None or since < until


@rule("Companies Act 2006, s.1138", field="scope")
def office_is_over_everything(office: bool, scope: str | None) -> bool:
    """Only a member or a director acts over one person alone; a secretary or an auditor, over every register."""
    return scope is None or not office


@rule("Companies Act 2006, s.1138", field="scope")
def scope_is_on_record(scope: str | None, *, on_record: bool) -> bool:
    """A role is over a person whom the registers name: no person has this ref."""
    return scope is None or on_record


@rule("Companies Act 2006, s.1138", field="grant")
def grant_has_not_ended(until: date | None, *, today: date) -> bool:
    """This role ended on {until}; what was once held stays on record as it was."""
    return until is None or until > today


@rule("Companies Act 2006, s.1138", field="grant")
def grant_is_the_accounts(owner: str, *, account: str) -> bool:
    """A role is taken back from the account that it was given to; this one was given to another."""
    return owner == account


@rule("Companies Act 2006, s.1138", field="token")
def token_is_the_accounts(owner: str, *, account: str) -> bool:
    """A token is revoked on the account that it was issued to; this one was issued to another."""
    return owner == account
