"""New shares: allotted by the directors, or taken by the subscribers as the company was formed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry.allotments import rules, standing
from registry.allotments.models import CASH, SUBSCRIBERS, Allotment, Authority, Lot
from registry.company.standing import incorporated
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import commands as members
from registry.members.models import ALLOTMENT, SUBSCRIPTION, ShareClass
from registry.wording import day as in_words

Lines = Sequence[Mapping[str, Any]]


@command
def allot(
    *, share_class: ShareClass, on: date, entered: date, lots: Lines, paid: int, consideration: str = CASH,
    given: str = "", preemption: str, offered: date | None = None, closes: date | None = None,
    answered: date | None = None, authority: Authority | None = None, by: Actor,
) -> Allotment:  # fmt: skip
    """Allot new shares `on` a day, to several members in one act, and enter them in the register on `entered`.

    `lots` has a `member` and a number of `shares` for each; `paid` is in pence a share. `offered`, `closes`
    and `answered` are of the offer to the existing holders, if one was made. The number is drawn as it is entered.
    """
    rules.company_could_allot_then(on, incorporated())
    rules.entered_once_allotted(on, entered)
    rules.other_consideration_is_told(consideration, given)
    rules.first_offer_is_needless_without_cash(consideration, preemption)
    _heed_the_offer(preemption, offered, closes, answered, on)
    allotment = Allotment(
        what=ALLOTMENT, share_class=share_class, on=on, entered=entered, paid=paid, consideration=consideration,
        given=given, preemption=preemption, offered=offered, closes=closes, answered=answered, authority=authority,
    )  # fmt: skip
    with standing.alone():
        _demand_authority(share_class, authority, on, sum(line["shares"] for line in lots))
        return _enter(allotment, lots, by)


@command
def subscribe(*, share_class: ShareClass, lots: Lines, paid: int, by: Actor) -> Allotment:
    """Enter the shares that the subscribers took: they are members from the company's incorporation."""
    formed = incorporated()
    rules.incorporation_is_on_record(formed)
    assert formed is not None
    allotment = Allotment(
        what=SUBSCRIPTION, share_class=share_class, on=formed, entered=formed, paid=paid, preemption=SUBSCRIBERS
    )
    with standing.alone():
        rules.subscribers_come_first(standing.shares_beside_subscriptions())
        return _enter(allotment, lots, by)


def _heed_the_offer(
    preemption: str, offered: date | None, closes: date | None, answered: date | None, on: date
) -> None:
    """See that the existing holders had their time, where the shares were offered to them first."""
    rules.offer_has_its_dates(preemption, offered, closes, answered)
    if offered is not None and closes is not None:
        rules.offer_stays_open_long_enough(offered, closes)
        rules.offer_was_answered_while_open(offered, answered)
        rules.offer_lapsed_or_was_answered(closes, answered, on)


def _demand_authority(share_class: ShareClass, authority: Authority | None, on: date, shares: int) -> None:
    if authority is None:
        authorities = standing.authorities_for(share_class)
        rules.directors_need_no_authority(standing.count_classes(), len(authorities))
        return
    db.session.refresh(authority)
    rules.authority_is_for_that_class(authority.share_class_ref == share_class.ref)
    rules.authority_had_begun(authority.granted, on)
    rules.authority_had_not_ended(authority.last_day, on)
    left = authority.maximum - standing.used(authority.ref).shares
    rules.authority_goes_so_far(shares, left, authority.maximum, _the_last_under(authority))


def _the_last_under(authority: Authority) -> str:
    if (last := standing.last_under(authority)) is None:
        return "nothing has been allotted under it yet"
    shares = f"{last.shares:,} {'share' if last.shares == 1 else 'shares'}"
    return f"the last allotment was {last.number}, of {shares} on {in_words(last.on)}"


def _enter(allotment: Allotment, lots: Lines, by: Actor) -> Allotment:
    """Draw the number, and enter each member's shares; an account that somebody has just altered is read again."""
    rules.each_member_is_named_once([line["member"].ref for line in lots])
    allotment.place = standing.next_place()
    allotment.number = f"A{allotment.place}"
    db.session.add(allotment)
    for line in lots:
        db.session.expire(line["member"])
        movement = members.issue(
            line["member"],
            share_class=allotment.share_class,
            shares=line["shares"],
            on=allotment.entered,
            paid=allotment.paid,
            what=allotment.what,
            reference=allotment.number,
            by=by,
        )
        lot = Lot(member=line["member"], shares=line["shares"], first=movement.first, last=movement.last)
        allotment.lots.append(lot)
    return allotment
