from calendar import monthrange
from datetime import date

from registry.interests.models import CLOSE, INDIRECT, NOT_SURE
from registry.law import rule
from registry.periods import ONE_DAY

GUIDANCE = "NHS England guidance, Managing Conflicts of Interest in the NHS"
DAYS_TO_DECLARE = 28
MONTHS_PUBLIC_AFTER_THE_END = 6
MONTHS_KEPT_AFTER_THE_END = 72
MONTHS_A_CONFIRMATION_LASTS = 12


@rule(GUIDANCE, field="declared_on")
def declaration_is_not_in_the_future(declared_on: date, today: date) -> bool:
    """A declaration is entered once it has been made: the day it was declared cannot be in the future."""
    return declared_on <= today


@rule(GUIDANCE, field="declared_on")
def interest_had_arisen(since: date, declared_on: date, today: date) -> bool:
    """An interest is declared on the day it arises or later; only one that is still to come is declared before."""
    return since <= declared_on or since > today


@rule(GUIDANCE, field="declared_on")
def own_word_is_given_today(on: date | None, today: date, *, office: bool) -> bool:
    """What you say for yourself is dated today; only the company secretary enters what was said on an earlier day."""
    return office or on is None or on == today


@rule(GUIDANCE, field="until")
def interest_ends_after_it_arose(since: date, until: date | None) -> bool:
    """An interest ends after the day it arose."""
    return until is None or since < until


@rule(GUIDANCE, field="until")
def interest_has_no_end_yet(until: date | None) -> bool:
    """An interest ends once: the end of this one is on the register already."""
    return until is None


@rule(GUIDANCE, field="private_reason")
def private_interest_has_a_reason(public: bool, reason: str) -> bool:
    """An interest is withheld from the public register only for a reason, which is kept with it."""
    return public or bool(reason)


@rule(GUIDANCE, field="whose")
def indirect_interest_is_of_someone_close(kind: str, whose: str) -> bool:
    """An indirect interest is that of someone close to you; if it is yours or your practice's, choose another kind."""
    return kind != INDIRECT or whose in ("", CLOSE)


@rule(GUIDANCE, field="kind")
def interest_of_someone_close_is_indirect(kind: str, whose: str) -> bool:
    """What someone close to you has is an indirect interest of yours, of whatever kind it is for them."""
    return whose != CLOSE or kind in (INDIRECT, NOT_SURE)


@rule(GUIDANCE, field="on")
def confirmation_is_not_in_the_future(on: date, today: date) -> bool:
    """A confirmation is entered once it has been given: its day cannot be in the future."""
    return on <= today


@rule(GUIDANCE, field="nothing")
def nothing_is_declared(nothing: bool, current: int) -> bool:
    """Nobody with interests on the register has nothing to declare: first enter the end of those that have ended."""
    return not nothing or current == 0


@rule(GUIDANCE, field="nothing")
def something_is_declared(nothing: bool, current: int) -> bool:
    """There is no interest on the register to confirm: add one, or confirm that there is nothing to declare."""
    return nothing or current > 0


def days_late(since: date, declared_on: date) -> int | None:
    """Days from an interest's arising to its declaration, if they are more than may pass; None if it was in time."""
    days = (declared_on - since).days
    return days if days > DAYS_TO_DECLARE else None


def is_shown(until: date | None, on: date, *, private: bool) -> bool:
    """Whether an interest that lasted until a day is still on the register, public or private, on another."""
    gone = gone_from(until, private=private)
    return gone is None or on < gone


def gone_from(until: date | None, *, private: bool) -> date | None:
    """The first day on which an interest that lasted until a day is no longer on the register, public or private."""
    if until is None:
        return None
    months = MONTHS_KEPT_AFTER_THE_END if private else MONTHS_PUBLIC_AFTER_THE_END
    return months_after(until - ONE_DAY, months) + ONE_DAY


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_after(confirmed: date) -> date:
    """The last day by which a person who confirmed on a day confirms again."""
    return months_after(confirmed, MONTHS_A_CONFIRMATION_LASTS)
