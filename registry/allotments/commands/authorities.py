"""What the members, or the articles, let the directors allot."""

from datetime import date

from registry import clock
from registry.allotments import rules, standing
from registry.allotments.models import Authority
from registry.db import db
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.members.models import ShareClass


@command
def authorise(
    *, share_class: ShareClass, maximum: int, granted: date, expires: date, resolution: str, by: Actor
) -> Authority:
    """Put on record that up to so many shares may be allotted, from `granted`, through `expires`, the last day."""
    _is_lawful(maximum, granted, expires)
    authority = Authority(
        share_class=share_class, maximum=maximum, granted=granted, expires=expires, resolution=resolution
    )
    db.session.add(authority)
    return authority


@command
def revoke(authority: Authority, *, revoked: date, by: Actor) -> None:
    """It changed: the members took the authority back; `revoked` is the first day on which it was no more."""
    rules.authority_has_been_taken_back(revoked, clock.today())
    with standing.alone():
        rules.authority_was_in_force(authority.granted, authority.last_day, revoked)
        rules.nothing_was_allotted_after(standing.used(authority.ref).last, revoked)
        authority.revoked = revoked


@correction
def correct_authority(
    authority: Authority,
    *,
    share_class: ShareClass,
    maximum: int,
    granted: date,
    expires: date,
    resolution: str,
    reason: str,
    by: Actor,
) -> None:
    """It was wrong: put right what the authority says, as far as what was allotted under it lets it be otherwise."""
    _is_lawful(maximum, granted, expires)
    with standing.alone():
        used = standing.used(authority.ref)
        rules.allotted_under_it_is_of_the_class(not used.shares or share_class.ref == authority.share_class_ref)
        rules.allotted_under_it_stays_within(used.shares, maximum)
        rules.allotted_under_it_stays_in_time(used.first, used.last, granted, expires)
        authority.share_class, authority.maximum, authority.resolution = share_class, maximum, resolution
        authority.granted, authority.expires = granted, expires


def _is_lawful(maximum: int, granted: date, expires: date) -> None:
    rules.authority_is_for_some_shares(maximum)
    rules.authority_has_been_given(granted, clock.today())
    rules.authority_lasts_a_day(granted, expires)
    rules.authority_ends_within_five_years(granted, expires)
