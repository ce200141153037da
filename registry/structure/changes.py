"""What a published file would change in the register: worked out once, for the preview and for the act."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Generic, TypeVar

from registry.practices.models import Practice
from registry.practices.published import Unreadable
from registry.structure.dates import Dates, beside, in_words
from registry.structure.models import Belonging, Body
from registry.structure.published import PublishedNetwork, PublishedNetworks, PublishedSpell
from registry.structure.standing import Standing

Said = TypeVar("Said", PublishedNetwork, PublishedSpell)
Row = TypeVar("Row", Body, Belonging)


@dataclass(frozen=True)
class Compared(Generic[Said, Row]):
    """One thing the file says, the row of ours that says it already, if any, and the dates it is to have."""

    said: Said
    row: Row | None
    dates: Dates

    @property
    def before(self) -> Dates | None:
        return None if self.row is None else Dates.of(self.row)

    @property
    def changes(self) -> bool:
        return self.before != self.dates


@dataclass(frozen=True)
class Changes:
    """All that a file says of our networks; partners that are no practices of ours are left out, and named."""

    networks: list[Compared[PublishedNetwork, Body]]
    spells: list[Compared[PublishedSpell, Belonging]]
    left_out: list[PublishedSpell]
    practices: Mapping[str, Practice]

    @property
    def made(self) -> list[Compared[Any, Any]]:
        """What the register does not say yet, or says otherwise."""
        compared: list[Compared[Any, Any]] = [*self.networks, *self.spells]
        return [each for each in compared if each.changes]

    def unmade(self) -> "Changes":
        """The same, with everything left as it stands."""
        networks = [each for each in self.networks if not each.changes]
        return replace(self, networks=networks, spells=[each for each in self.spells if not each.changes])


@dataclass(frozen=True)
class Stay:
    """A practice's time in a network, as it would be."""

    practice: str
    network: str
    dates: Dates

    def __str__(self) -> str:
        return f"{self.practice} would be in {self.network} {in_words(self.dates)}"


def changes_in(published: PublishedNetworks, standing: Standing) -> Changes:
    """Of a national file, the networks with a partner among our practices are taken."""
    ours = [spell for spell in published.spells if spell.practice_code in standing.practices]
    taken = {spell.network_code for spell in ours}
    return Changes(
        networks=[_network(each, ours, standing) for each in published.networks if each.code in taken],
        spells=list(_spells(ours, standing.belongings)),
        left_out=[spell for spell in published.spells if spell.network_code in taken and spell not in ours],
        practices=standing.practices,
    )


def refuse_clashes(changes: Changes, standing: Standing) -> None:
    """Raises Unreadable, with every clash in words, where the file and the dates agreed cannot both be so."""
    if wrong := list(_clashes(changes, standing)):
        raise Unreadable([(0, sentence) for sentence in wrong])


def _network(
    network: PublishedNetwork, spells: Iterable[PublishedSpell], standing: Standing
) -> Compared[PublishedNetwork, Body]:
    """A network is as old as the first of its partners, where ODS opened it later or not at all."""
    days = [spell.first_day for spell in spells if spell.network_code == network.code]
    first = min([*days, network.opened] if network.opened else days)
    body = standing.networks.get(network.code)
    agreed = None if body is None else Dates.of(body)
    return Compared(network, body, beside(agreed, first, network.closed_last_day))


def _spells(spells: list[PublishedSpell], belongings: list[Belonging]) -> Iterator[Compared[PublishedSpell, Belonging]]:
    waiting: dict[tuple[str, str | None], list[Belonging]] = defaultdict(list)
    for belonging in belongings:
        waiting[belonging.practice.code, belonging.body.code].append(belonging)
    for spell in sorted(spells, key=lambda spell: spell.first_day):
        rows = waiting[spell.practice_code, spell.network_code]
        if (row := _same(spell, rows)) is not None:
            rows.remove(row)
        agreed = None if row is None else Dates.of(row)
        yield Compared(spell, row, beside(agreed, spell.first_day, spell.last_day))


def _same(spell: PublishedSpell, rows: list[Belonging]) -> Belonging | None:
    """The belonging that ODS has from that very day; else one of those days."""
    from_that_day = (row for row in rows if row.ods_since == spell.first_day)
    said = beside(None, spell.first_day, spell.last_day)
    of_those_days = (row for row in rows if row.overlaps(said.since, said.until))
    return next(from_that_day, None) or next(of_those_days, None)


def _clashes(changes: Changes, standing: Standing) -> Iterator[str]:
    """What could not be true at once with the dates agreed: a network outlived, or two networks on one day."""
    lives = {each.said.code: each.dates for each in changes.networks}
    for each in changes.spells:
        if not each.dates.within(life := lives[each.said.network_code]):
            yield f"{_stay(each)}, but the register has that network {in_words(life)}."
    for one, other in combinations(_stays(changes, standing.belongings), 2):
        if one.practice == other.practice and one.dates.overlaps(other.dates):
            yield f"{one}, and in {other.network} {in_words(other.dates)}: a practice is in one network at a time."


def _stays(changes: Changes, belongings: list[Belonging]) -> list[Stay]:
    """Every time of a practice in a network, once the file is loaded."""
    met = {each.row for each in changes.spells}
    others = [Stay(b.practice.code, b.body.name, Dates.of(b)) for b in belongings if b not in met]
    return [*map(_stay, changes.spells), *others]


def _stay(spell: Compared[PublishedSpell, Belonging]) -> Stay:
    return Stay(spell.said.practice_code, spell.said.network_name, spell.dates)
