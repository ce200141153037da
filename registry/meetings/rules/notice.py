from datetime import date, timedelta

from registry.law import rule

NOTICE_BY_DEFAULT = "Model Articles, art. 9"


@rule("Model Articles, art. 9", field="notice_given")
def notice_comes_before(notice_given: date | None, on: date) -> bool:
    """Notice says when a meeting is to be, so it is given on the day of the meeting at the latest."""
    return notice_given is None or notice_given <= on


def clear_days(notice_given: date, on: date) -> int:
    """Days between the giving of notice and the meeting, neither of the two counted (CA 2006, s.360(2))."""
    return max(0, (on - notice_given).days - 1)


def last_day_for_notice(on: date, notice_days: int) -> date:
    """The last day on which notice gives so many clear days."""
    return on - timedelta(days=notice_days + 1)
