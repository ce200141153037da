from collections.abc import Sequence
from datetime import datetime

from registry.law import rule

MOST_HOURS = 48
"""Before a meeting: articles that ask for proxies earlier than that are void as far as they do (CA 2006, s.327(2))."""


def hours_asked(by_the_articles: int | None) -> int:
    """How long before the meeting proxies are to be lodged, in hours of working days."""
    return MOST_HOURS if by_the_articles is None else min(by_the_articles, MOST_HOURS)


@rule("Companies Act 2006, s.324(1)", field="meeting")
def members_vote_by_proxy(is_of_members: bool) -> bool:
    """Members appoint proxies for general meetings: at any other meeting there are none."""
    return is_of_members


@rule("Companies Act 2006, s.324(1)", field="member")
def is_a_member_on_the_day(is_member: bool) -> bool:
    """A member of the company may appoint a proxy: by the register, this is none on the day of the meeting."""
    return is_member


@rule("Companies Act 2006, s.324(1)", field="person")
def proxy_is_another(is_holder: bool) -> bool:
    """A proxy is another person than the member: who holds the shares comes without one."""
    return not is_holder


@rule("Model Articles, art. 45(1)", field="signed_by")
def signed_by_a_holder(is_holder: bool) -> bool:
    """A proxy notice is signed by the member who appoints: this is none of those who hold the shares."""
    return is_holder


@rule("Companies Act 2006, s.324(2)", field="shares")
def is_for_shares_that_are_held(shares: int | None, others: int, held: int) -> bool:
    """A member may appoint several proxies, each for other shares; no more shares than are held, which is {held}."""
    return held > 0 if shares is None else 0 < shares <= held - others


@rule("Model Articles, art. 45(3)", field="instructions")
def instructed_once(items: Sequence[str]) -> bool:
    """A proxy is told how to vote on an item once."""
    return len(set(items)) == len(items)


@rule("Model Articles, art. 45(1)", field="lodged_on")
def has_been_lodged(lodged: datetime, now: datetime) -> bool:
    """A proxy notice is lodged when it has come, at a time that is past."""
    return lodged <= now


@rule("Model Articles, art. 46(3)", field="revoked_on")
def revoked_once_after_it_was_lodged(lodged: datetime, revoked: datetime, now: datetime, ended: bool) -> bool:
    """An appointment is revoked once, by notice that came after it and is not still to come."""
    return not ended and lodged <= revoked <= now


@rule("Companies Act 2006, s.285", field="meeting")
def attendance_is_known(is_recorded: bool) -> bool:
    """A proxy votes who is there: first record who attended."""
    return is_recorded
