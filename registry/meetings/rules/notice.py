from dataclasses import dataclass
from datetime import date, timedelta

from registry.deadlines import is_working_day, working_days_from
from registry.law import rule
from registry.meetings.models import BY_EMAIL, BY_POST, BY_WORD, OMITTED, ON_WEBSITE
from registry.periods import ONE_DAY
from registry.wording import counted
from registry.wording import day as in_words

NOTICE_BY_DEFAULT = "Model Articles, art. 9"
OF_AN_ADJOURNED_MEETING = "Model Articles, art. 41(5)"
DAYS_TO_WAIVE_AFTER_IT = 7
SOON_AFTER, DAYS_WHEN_LATER = 14, 7  # days from the adjournment, and clear days of notice of what is later than that


@rule(NOTICE_BY_DEFAULT, field="notice_given")
def notice_comes_before(notice_given: date, on: date) -> bool:
    """Notice says when a meeting is to be, so it is given on the day of the meeting at the latest."""
    return notice_given <= on


@rule(NOTICE_BY_DEFAULT, field="notice_given")
def notice_has_gone_out(sent: date, today: date) -> bool:
    """Notice is on record once it has gone out: it was sent today at the latest."""
    return sent <= today


@rule("Companies Act 2006, s.307", field="lines")
def notice_was_sufficient(days: int | None, asked: int | None, is_agreed: bool) -> bool:
    """A general meeting is held on the notice asked for, or on shorter notice to which the members have agreed: most
    of them, who hold nine tenths of the voting shares or as much more as the articles ask."""
    return not asked or is_agreed or (days is not None and days >= asked)


@rule("Companies Act 2006, s.283(6)", field="notice_given")
def special_resolution_has_its_text(text: str, restricted: str) -> bool:
    """Notice of a special resolution has its full text and says that it is special: nothing of it can be restricted."""
    return bool(text) and not restricted


@rule("Companies Act 2006, s.308", field="how")
def notice_to_members_is_written(how: str, general: bool) -> bool:
    """Notice of a general meeting is given on paper, by e-mail or on a website; a word is enough only for directors."""
    return how != BY_WORD or not general


@rule("Companies Act 2006, s.313", field="otherwise")
def omission_is_explained(how: str, why: str) -> bool:
    """That somebody was left out by accident is disregarded; so how it came about is noted."""
    return how != OMITTED or bool(why)


@rule("Model Articles, art. 9(4)", field="person")
def waiver_is_of_a_directors_meeting(general: bool) -> bool:
    """A director waives notice of a directors' meeting; to short notice of a general meeting the members agree."""
    return not general


@rule("Model Articles, art. 9(4)", field="person")
def waiver_is_from_whoever_must_have_notice(must_have_it: bool) -> bool:
    """Notice is waived by whoever must have it: this person has no seat there on that day, nor is a director."""
    return must_have_it


@rule("Model Articles, art. 9(4)", field="on")
def waiver_is_in_time(on: date, met: date) -> bool:
    """A director may waive notice of a meeting until seven days after it was held."""
    return on <= met + timedelta(DAYS_TO_WAIVE_AFTER_IT)


def deemed_given(sent: date, how: str, by_the_act: bool) -> date:
    """The day on which what was sent on one day is given.

    What a company sends its members by post, by e-mail or by a website is received 48 hours later, of which none count
    on days that are no working days (CA 2006, s.1147). These are civil days in London: clocks change on Sundays.
    """
    if not by_the_act or how not in (BY_POST, BY_EMAIL, ON_WEBSITE):
        return sent
    return working_days_from(sent, 2 if is_working_day(sent) else 3).due


def clear_days(notice_given: date, on: date) -> int:
    """Days between the giving of notice and the meeting, neither of the two counted (CA 2006, s.360(2))."""
    return max(0, (on - notice_given).days - 1)


def last_day_for_notice(on: date, notice_days: int) -> date:
    """The last day on which notice gives so many clear days."""
    return on - timedelta(days=notice_days + 1)


def earliest_meeting(notice_given: date, notice_days: int) -> date:
    """The first day for a meeting of which notice was given on a day."""
    return notice_given + timedelta(days=notice_days + 1)


def of_an_adjourned_meeting(adjourned: date, on: date) -> int:
    """The clear days asked for when a general meeting goes on: none within a fortnight of its adjournment."""
    return DAYS_WHEN_LATER if (on - adjourned).days > SOON_AFTER else 0


@dataclass(frozen=True)
class Reckoned:
    """Notice given on a day, or not yet, of a meeting `on` another, beside the clear days that are `asked` for."""

    given: date | None
    on: date
    asked: int | None
    authority: str

    @property
    def days(self) -> int | None:
        return None if self.given is None else clear_days(self.given, self.on)

    @property
    def short(self) -> int:
        """By how many days it is short of what is asked for; of notice not yet given, none."""
        return max(0, self.asked - self.days) if self.asked and self.days is not None else 0

    @property
    def sentence(self) -> str:
        needed = "" if self.asked is None else f"; {self.asked or 'none'} needed under {self.authority}"
        if self.given is None or self.days is None:
            last = f": by {in_words(last_day_for_notice(self.on, self.asked))}" if self.asked else ""
            return f"Not yet given{needed}{last}"
        short = f": {self.short} short" if self.short else ""
        return f"Given on {in_words(self.given)}: {counted(self.days, 'clear day')}{needed}{short}"

    @property
    def arithmetic(self) -> str:
        """How the clear days were counted; nothing, where there are none to count."""
        if self.given is None or not self.days:
            return ""
        first, last = self.given + ONE_DAY, self.on - ONE_DAY
        span = in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"
        return (
            f"{span}: {counted(self.days, 'clear day')}. Neither {in_words(self.given)}, when it was given, nor "
            f"{in_words(self.on)}, the day of the meeting, is counted (Companies Act 2006, s.360(2))."
        )
