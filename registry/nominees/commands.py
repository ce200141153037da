from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.db import db
from registry.ledger import command, correction, opening
from registry.ledger.acts import Actor
from registry.members.models import Member
from registry.nominees import rules
from registry.nominees.models import Nomination
from registry.nominees.standing import nominations_on
from registry.practices.models import Practice


@command
def nominate(member: Member, *, practice: Practice, since: date, shares: int | None = None, by: Actor) -> Nomination:
    """Note that an account's shares, or so many of them, are held for a practice from `since`."""
    rules.nomination_has_begun(since, clock.today())
    rules.is_a_member_then(member.entered, member.ceased, since)
    rules.practice_is_open_then(practice.is_open(since))
    others = [each for each in nominations_on(member, date.max) if each.ended is None or each.ended > since]
    rules.is_not_nominated_already(any(each.practice_ref == practice.ref for each in others))
    _shares_add_up(member, [each.shares for each in others] + [shares])
    nomination = Nomination(member=member, practice=practice, since=since, shares=shares)
    db.session.add(nomination)
    return nomination


@command
def apportion(nomination: Nomination, *, shares: int, by: Actor) -> None:
    """It changed: so many of the account's shares are now held for the practice."""
    rules.has_no_end_yet(nomination.ended)
    others = [each for each in nominations_on(nomination.member, clock.today()) if each is not nomination]
    _shares_add_up(nomination.member, [each.shares for each in others if each.shares is not None] + [shares])
    nomination.shares = shares


@command
def end(nomination: Nomination, *, until: date, by: Actor) -> None:
    """Note that the account is no longer held for the practice; `until` is the first day on which it is not."""
    rules.has_no_end_yet(nomination.ended)
    rules.ends_after_it_began(nomination.since, until)
    nomination.until = until


@correction
def correct(nomination: Nomination, *, practice: Practice, since: date, reason: str, by: Actor) -> None:
    """It was wrong: put right for which practice the account is held, or since when."""
    member = nomination.member
    rules.nomination_has_begun(since, clock.today())
    rules.is_a_member_then(member.entered, member.ceased, since)
    rules.practice_is_open_then(practice.is_open(since))
    if nomination.until is not None:
        rules.ends_after_it_began(since, nomination.until)
    nomination.practice, nomination.since = practice, since


@opening
def bring_in(member: Member, *, practice: Practice, by: Actor) -> Nomination:
    """Note for which practice the old books say that an account was held, for as long as it was open."""
    nomination = Nomination(member=member, practice=practice, since=member.entered)
    db.session.add(nomination)
    return nomination


def _shares_add_up(member: Member, shares: Sequence[int | None]) -> None:
    rules.each_says_how_many(len(shares) == 1 or None not in shares)
    rules.no_more_than_are_held(member.held(date.max), sum(each or 0 for each in shares))
