from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from registry.law import rule
from registry.wording import counted, pounds

LEAST, MOST = 90, 95  # of every hundred pounds of voting shares: what the Act asks, and the most that articles may


@rule("Companies Act 2006, s.307", field="on")
def agreed_by_the_meeting(on: date, met: date) -> bool:
    """Members agree to shorter notice before the meeting is held on it: on the day of the meeting at the latest."""
    return on <= met


@rule("Companies Act 2006, s.248", field="on")
def was_said_by_now(on: date, today: date) -> bool:
    """What members and directors said is on record once they have said it: today at the latest."""
    return on <= today


@rule("Companies Act 2006, s.307", field="members")
def members_agree_of_a_general_meeting(general: bool) -> bool:
    """Members agree to shorter notice of a general meeting; of a directors' meeting, each director waives notice."""
    return general


@rule("Companies Act 2006, s.307", field="members")
def has_the_right_to_vote(nominal: int) -> bool:
    """Those agree to shorter notice of a meeting who may attend it and vote: the members who hold voting shares."""
    return nominal > 0


@dataclass(frozen=True)
class Consents:
    """How far the members have agreed to shorter notice.

    `agreed` and `all` are members, `agreed_nominal` and `all_nominal` the nominal value of their voting shares in
    pence; `percent` is how much of that is needed.
    """

    agreed: int
    all: int
    agreed_nominal: int
    all_nominal: int
    percent: int = LEAST

    @property
    def has_the_number(self) -> bool:
        """More than half of the members."""
        return 2 * self.agreed > self.all

    @property
    def has_the_value(self) -> bool:
        return self.all_nominal > 0 and 100 * self.agreed_nominal >= self.percent * self.all_nominal

    @property
    def suffice(self) -> bool:
        return self.has_the_number and self.has_the_value

    @property
    def sentence(self) -> str:
        number = f"{self.agreed} of {counted(self.all, 'member')} agreed: {_so(self.has_the_number, 'a majority')}"
        needed = f"the {self.percent}% that is needed"
        value = (
            f"they hold {pounds(self.agreed_nominal)} of {pounds(self.all_nominal)}: {_so(self.has_the_value, needed)}"
        )
        return f"{number}; {value}"


def _so(is_so: bool, what: str) -> str:
    return what if is_so else f"not {what}"


def consents_of(agreed: Collection[str], nominal: Mapping[str, int], percent: int) -> Consents:
    """What those who have agreed come to, given the nominal value of each member's voting shares, by the member."""
    theirs = [nominal[member] for member in set(agreed) & nominal.keys()]
    return Consents(len(theirs), len(nominal), sum(theirs), sum(nominal.values()), percent)


def percent_asked(number: int | None, of: int | None) -> int:
    """Of every hundred: what articles ask where they do, but no less than the Act, and no more than it lets them."""
    if number is None or of is None:
        return LEAST
    return min(MOST, max(LEAST, -(-100 * number // of)))
