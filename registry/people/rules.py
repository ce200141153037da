import re
from datetime import date

from registry.law import rule

BETWEEN_NAMES = re.compile(r"[.\s\u2010\u2011-]+")


@rule("Companies Act 2006, s.113A (Economic Crime and Corporate Transparency Act 2023, s.46)", field="forenames")
def forenames_are_in_full(forenames: str) -> bool:
    """A person is entered by forenames in full: write each name out, not its initial."""
    names = [name for name in BETWEEN_NAMES.split(forenames) if name]
    return bool(names) and not any(is_initials(name) for name in names)


@rule("Companies Act 2006, s.113A (Economic Crime and Corporate Transparency Act 2023, s.46)", field="surname")
def surname_is_in_full(surname: str) -> bool:
    """A person is entered by a surname in full: write it out, not its initial."""
    return re.fullmatch(r"\w\.", surname) is None


@rule("Companies Act 2006, s.113(6A)", field="since")
def name_follows_the_one_before(since: date, borne_since: date) -> bool:
    """A new name ends the one before it, which stays on record: it begins on a day after {borne_since}."""
    return since > borne_since


@rule("Companies Act 2006, s.1138", field="account")
def account_is_one_persons(taken: bool) -> bool:
    """Every act must be laid to one person: another person signs in with this account already."""
    return not taken


@rule("Companies Act 2006, s.113A (Economic Crime and Corporate Transparency Act 2023, s.46)", field="died")
def death_has_happened(died: date, born: date | None, today: date) -> bool:
    """A death is noted once it has happened, and comes after the birth."""
    return died <= today and (born is None or born <= died)


def is_initials(name: str) -> bool:
    """One letter, or two capitals run together: A, or JR. (Al, Bo and Ng are names.)"""
    return len(name) == 1 or (len(name) == 2 and name.isupper())
