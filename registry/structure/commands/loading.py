from datetime import date

from registry.db import db
from registry.ledger import opening
from registry.ledger.acts import Actor
from registry.practices.models import Loaded
from registry.practices.proposals import Counts
from registry.structure.changes import Compared, Row
from registry.structure.dates import Dates
from registry.structure.models import PCN, Belonging, Body
from registry.structure.proposals import NETWORKS, propose_networks
from registry.structure.published import PublishedNetwork, PublishedNetworks


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
