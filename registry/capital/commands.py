from datetime import date
from typing import Any

from registry.capital import rules, standing
from registry.capital.models import (
    BUY_BACK,
    CONSOLIDATION,
    FORFEITURE,
    REDESIGNATION,
    SUBDIVISION,
    Alteration,
)
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import commands as members
from registry.members.models import Member, ShareClass
from registry.members.standing import hold


@command
def buy_back(
    member: Member,
    *,
    share_class: ShareClass,
    shares: int,
    on: date,
    consideration: int,
    resolution: str,
    first: int | None = None,
    by: Actor,
) -> Alteration:
    """Enter that the company bought shares from a member, who held them until then; they are cancelled."""
    facts = {"consideration": consideration, "resolution": resolution}
    alteration = _alter(BUY_BACK, share_class, shares, on, **facts)
    _cancel(alteration, member, first, by)
    return alteration


@command
def forfeit(
    member: Member,
    *,
    share_class: ShareClass,
    shares: int,
    on: date,
    article: str,
    resolution: str,
    first: int | None = None,
    by: Actor,
) -> Alteration:
    """Enter that a member's shares were forfeited, as an article of the company's own allows; they are cancelled."""
    rules.articles_allow_forfeiture(article)
    alteration = _alter(FORFEITURE, share_class, shares, on, article=article, resolution=resolution)
    _cancel(alteration, member, first, by)
    return alteration


@command
def subdivide(*, share_class: ShareClass, into: ShareClass, on: date, resolution: str, by: Actor) -> Alteration:
    """Enter that every share of a class was divided into several of another, of a smaller nominal value."""
    rules.shares_become_smaller(share_class.nominal, into.nominal)
    return _convert_all(SUBDIVISION, share_class, into, on, resolution, by)


@command
def consolidate(*, share_class: ShareClass, into: ShareClass, on: date, resolution: str, by: Actor) -> Alteration:
    """Enter that the shares of a class were put together into fewer of another, of a larger nominal value."""
    rules.shares_become_larger(share_class.nominal, into.nominal)
    return _convert_all(CONSOLIDATION, share_class, into, on, resolution, by)


@command
def redesignate(
    member: Member, *, share_class: ShareClass, into: ShareClass, shares: int, on: date, resolution: str, by: Actor
) -> Alteration:
    """Enter that some of a member's shares became shares of another class, of the same nominal value."""
    rules.nominal_value_stays(share_class.nominal, into.nominal)
    alteration = _alter(REDESIGNATION, share_class, shares, on, into=into, becoming=shares, resolution=resolution)
    _convert(alteration, member, shares, by)
    return alteration


def _convert_all(
    what: str, share_class: ShareClass, into: ShareClass, on: date, resolution: str, by: Actor
) -> Alteration:
    holders = standing.holders_of(share_class, on)
    issued = sum(held for _, held in holders)
    rules.there_are_shares(issued)
    becoming = issued * share_class.nominal // into.nominal
    alteration = _alter(what, share_class, issued, on, into=into, becoming=becoming, resolution=resolution)
    for member, held in holders:
        _convert(alteration, member, held, by)
    return alteration


def _alter(what: str, share_class: ShareClass, shares: int, on: date, **facts: Any) -> Alteration:
    """One alteration at a time of a class: its number, and the shares it is of, are nobody else's."""
    hold(share_class)
    alteration = Alteration(
        number=standing.next_number(), what=what, share_class=share_class, shares=shares, on=on, **facts
    )
    db.session.add(alteration)
    return alteration


def _cancel(alteration: Alteration, member: Member, first: int | None, by: Actor) -> None:
    members.cancel(
        member,
        share_class=alteration.share_class,
        shares=alteration.shares,
        on=alteration.on,
        what=alteration.what,
        first=first,
        reference=alteration.number,
        by=by,
    )


def _convert(alteration: Alteration, member: Member, shares: int, by: Actor) -> None:
    into = alteration.into
    assert into is not None
    members.convert(
        member,
        share_class=alteration.share_class,
        shares=shares,
        into=into,
        becoming=shares * alteration.share_class.nominal // into.nominal,
        on=alteration.on,
        what=alteration.what,
        reference=alteration.number,
        by=by,
    )
