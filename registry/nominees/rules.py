from datetime import date

from registry.law import rule

NOMINEE = "Articles and shareholders' agreement"
CONTROL = "Companies Act 2006, s.790C"


@rule(NOMINEE, field="since")
def nomination_has_begun(since: date, today: date) -> bool:
    """The schedule says for whom shares are held; {since} is still to come."""
    return since <= today


@rule(NOMINEE, field="since")
def is_a_member_then(entered: date, ceased: date | None, since: date) -> bool:
    """Shares are held for a practice only while their holder is a member: from {entered} on."""
    return entered <= since and (ceased is None or since < ceased)


@rule(NOMINEE, field="practice")
def practice_is_open_then(is_open: bool) -> bool:
    """That practice was not open then."""
    return is_open


@rule(NOMINEE, field="practice")
def is_not_nominated_already(is_nominated: bool) -> bool:
    """This account is held for that practice already."""
    return not is_nominated


@rule(CONTROL, field="shares")
def each_says_how_many(all_say: bool) -> bool:
    """An account that is held for several practices says of each how many shares are held for it."""
    return all_say


@rule(CONTROL, field="shares")
def no_more_than_are_held(held: int, nominated: int) -> bool:
    """No more shares can be held for practices than stand on the account: {held}."""
    return nominated <= held


@rule(NOMINEE, field="until")
def ends_after_it_began(since: date, until: date) -> bool:
    """The first day no longer held for the practice comes after the first day held for it, {since}."""
    return until > since


@rule(NOMINEE, field="until")
def has_no_end_yet(ended: date | None) -> bool:
    """This nomination ended on {ended}."""
    return ended is None
