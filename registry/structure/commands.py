from datetime import date

from registry.db import db
from registry.ledger import command, opening
from registry.ledger.acts import Actor
from registry.practices.models import Loaded, Practice
from registry.practices.proposals import Counts
from registry.structure import rules, standing
from registry.structure.changes import Compared, Row
from registry.structure.dates import Dates
from registry.structure.models import PCN, Belonging, Body
from registry.structure.proposals import NETWORKS, propose_networks
from registry.structure.published import PublishedNetwork, PublishedNetworks


@command
def found(
    *,
    name: str,
    kind: str,
    code: str | None = None,
    parent: Body | None = None,
    since: date,
    until: date | None = None,
    ods_since: date | None = None,
    note: str = "",
    by: Actor,
) -> Body:
    """Found a body. `until` is given only for one of the past: the first day it was no more."""
    rules.ends_after_it_starts(since, until)
    rules.parent_exists(parent, since=since, until=until)
    rules.code_is_of_its_kind(kind, code)
    rules.code_is_free(code is not None and standing.by_code(code) is not None)
    body = Body(
        name=name, kind=kind, code=code, parent=parent, since=since, until=until, ods_since=ods_since, note=note
    )
    db.session.add(body)
    return body


@command
def dissolve(body: Body, *, until: date, ods_until: date | None = None, reason: str = "", by: Actor) -> None:
    """End a body, and with it every belonging to it; `until` is the first day it is no more."""
    rules.has_not_ended(body)
    rules.ends_after_it_starts(body.since, until)
    rules.ods_record_ends_after_it_starts(body.ods_since, ods_until)
    rules.none_answer_to_it_later(standing.children_of(body), until=until)
    belongings = standing.belongings_to(body)
    rules.no_practice_comes_or_goes_later(belongings, until=until)
    body.until, body.ods_until = until, ods_until or body.ods_until
    for belonging in belongings:
        belonging.until = belonging.until or until


@command
def join(
    body: Body,
    *,
    practice: Practice,
    since: date,
    until: date | None = None,
    ods_since: date | None = None,
    ods_until: date | None = None,
    note: str = "",
    by: Actor,
) -> Belonging:
    """Bring a practice into a body from a day; `until`, if known, is the first day it is no longer there."""
    rules.body_takes_practices(body.kind)
    rules.ends_after_it_starts(since, until)
    rules.ods_record_ends_after_it_starts(ods_since, ods_until)
    rules.belonging_lies_within_the_life_of_the_body(body, since=since, until=until)
    standing.lock(practice)
    alike = standing.belongings_of(practice, kind=body.kind)
    rules.practice_is_in_one_body_of_a_kind(alike, since=since, until=until)
    dates = {"since": since, "until": until, "ods_since": ods_since, "ods_until": ods_until}
    belonging = Belonging(body=body, practice=practice, note=note, **dates)
    db.session.add(belonging)
    return belonging


@command
def leave(belonging: Belonging, *, until: date, ods_until: date | None = None, reason: str = "", by: Actor) -> None:
    """Take a practice out of a body; `until` is the first day it is no longer there."""
    rules.has_not_ended(belonging)
    rules.ends_after_it_starts(belonging.since, until)
    rules.ods_record_ends_after_it_starts(belonging.ods_since, ods_until)
    rules.belonging_lies_within_the_life_of_the_body(belonging.body, since=belonging.since, until=until)
    belonging.until = until
    belonging.ods_until = ods_until or belonging.ods_until


@opening
def load_networks(
    published: PublishedNetworks, *, as_at: date, name: str, sha256: str, by: Actor
) -> tuple[Counts, Counts]:
    """Enter what a file of the NHS says of our networks and their partners, where the register says otherwise.

    `as_at` is the day of which the file tells: an older file than one loaded is refused.
    """
    proposal = propose_networks(published, as_at=as_at, sha256=sha256)
    changes = proposal.changes
    networks = {each.said.code: _enter_network(each) for each in changes.networks}
    for spell in changes.spells:
        practice = changes.practices[spell.said.practice_code]
        _dated(spell.row or Belonging(body=networks[spell.said.network_code], practice=practice), spell.dates)
    if proposal.news:
        lines = len(published.networks) + len(published.spells)
        db.session.add(Loaded(what=NETWORKS, as_at=as_at, name=name, sha256=sha256, lines=lines))
    return proposal.counts


def _enter_network(network: Compared[PublishedNetwork, Body]) -> Body:
    body = network.row or Body(kind=PCN, code=network.said.code, name=network.said.name)
    return _dated(body, network.dates)


def _dated(row: Row, dates: Dates) -> Row:
    for name, day in dates._asdict().items():
        setattr(row, name, day)
    db.session.add(row)
    return row
