"""What loading a file of networks would come to, by the registers and the rules: shown first, then done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from registry import clock
from registry.practices.proposals import Counts, is_loaded, last_loaded
from registry.practices.rules import day_has_come, file_is_no_older_than_the_last
from registry.structure.changes import Changes, Compared, changes_in, refuse_clashes
from registry.structure.dates import in_words
from registry.structure.published import PublishedNetworks
from registry.structure.rules import some_partner_is_ours
from registry.structure.standing import standing_of

NETWORKS, SPELLS = "networks", "spells"


@dataclass(frozen=True)
class Proposal:
    """What a file would change: of the networks, and of the spells of practices in them.

    One that is no `news` leaves no trace: it, or a file that says the same of that day, was loaded before.
    """

    changes: Changes
    counts: tuple[Counts, Counts]
    news: bool


def propose_networks(published: PublishedNetworks, *, as_at: date, sha256: str) -> Proposal:
    """Raises Breach or Unreadable where the file may not be loaded.

    A file loaded before is no news, even where a later one has been loaded since.
    """
    standing = standing_of(published)
    changes = changes_in(published, standing)
    latest, again = last_loaded(NETWORKS), is_loaded(NETWORKS, sha256)
    if again and latest is not None and as_at < latest:
        return Proposal(changes.unmade(), counted(published, changes.unmade()), news=False)
    day_has_come(as_at, clock.today())
    file_is_no_older_than_the_last(as_at, latest)
    some_partner_is_ours(len(changes.spells))
    refuse_clashes(changes, standing)
    news = bool(changes.made) or not (again or as_at == latest)
    return Proposal(changes, counted(published, changes), news)


def preview_of(proposal: Proposal) -> dict[str, Any]:
    """What would change, in words, for somebody to confirm."""
    changes = proposal.changes
    return {
        "counts": "; ".join(map(str, proposal.counts)),
        "news": proposal.news,
        "networks": [line_of(each, each.said.code, each.said.name) for each in changes.networks if each.changes],
        "spells": [
            line_of(each, each.said.practice_code, each.said.practice_name) | {"network": each.said.network_name}
            for each in changes.spells
            if each.changes
        ],
        "left_out": changes.left_out,
    }


def line_of(change: Compared[Any, Any], code: str, name: str) -> dict[str, Any]:
    before = change.before and in_words(change.before)
    return {"code": code, "name": name, "before": before, "after": in_words(change.dates)}


def counted(published: PublishedNetworks, changes: Changes) -> tuple[Counts, Counts]:
    networks = counts_of(NETWORKS, changes.networks, of=len(published.networks))
    return networks, counts_of(SPELLS, changes.spells, of=len(published.spells))


def counts_of(what: str, compared: list[Compared[Any, Any]], *, of: int) -> Counts:
    new = sum(each.row is None for each in compared)
    made = sum(each.changes for each in compared)
    taken = len(compared)
    return Counts(what, lines=of, new=new, changed=made - new, unchanged=taken - made, left_out=of - taken)
