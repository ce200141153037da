"""What the two sheets say: the networks, and the spells of practices in them."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from registry.practices.published.lines import Line, shown, written
from registry.practices.published.problems import Problems
from registry.structure.published.workbook import Row, Sheet, rows_of, sheets_of

NETWORKS = "PCNDetails"
NETWORK_CODE, NETWORK_NAME = "PCN Code", "PCN Name"
NETWORK_COMMISSIONER = "Current Sub ICB Loc Code"
OPENED, CLOSED = "Open Date", "Close Date"
ADDRESS = ("Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5")
POSTCODE = "Postcode"
NETWORK_COLUMNS = (NETWORK_CODE, NETWORK_NAME, NETWORK_COMMISSIONER, OPENED, CLOSED, *ADDRESS, POSTCODE)

SPELLS = "PCN Core Partner Details"
PRACTICE_CODE, PRACTICE_NAME = "Partner Organisation Code", "Partner Name"
PRACTICE_COMMISSIONER = "Practice Parent Sub ICB Loc Code"
FIRST_DAY = "Practice to PCN Relationship Start Date"
LAST_DAY = "Practice to PCN Relationship End Date"
SPELL_COLUMNS = (
    PRACTICE_CODE,
    PRACTICE_NAME,
    PRACTICE_COMMISSIONER,
    NETWORK_CODE,
    NETWORK_NAME,
    FIRST_DAY,
    LAST_DAY,
)


@dataclass(frozen=True, slots=True)
class PublishedNetwork:
    """A primary care network by the Organisation Data Service's record, where it may open late."""

    code: str
    name: str
    sub_icb: str | None
    opened: date | None
    closed_last_day: date | None
    address: tuple[str, ...]
    postcode: str | None


@dataclass(frozen=True, slots=True)
class PublishedSpell:
    """A practice's time as a core partner of a network, up to and including its last day."""

    practice_code: str
    practice_name: str
    practice_commissioner: str | None
    network_code: str
    network_name: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class PublishedNetworks:
    """A whole ePCN workbook."""

    networks: list[PublishedNetwork]
    spells: list[PublishedSpell]


def networks_in(file: bytes) -> PublishedNetworks:
    """Both sheets, read against each other; raises `Unreadable` with all that is wrong."""
    problems = Problems()
    sheets = sheets_of(file)
    networks = networks_on(sheets, problems)
    spells = spells_on(sheets, {network.code for network in networks}, problems)
    one_at_a_time(spells)
    problems.refuse_if_any()
    return PublishedNetworks(networks, [spell for _, spell in spells])


def networks_on(sheets: dict[str, Sheet], problems: Problems) -> list[PublishedNetwork]:
    found = []
    first_seen: dict[str, int] = {}
    for line, row in rows_of(sheets, NETWORKS, NETWORK_COLUMNS, problems):
        network = network_on(line, row)
        line.once(network.code, first_seen, called=shown(network.code))
        found.append(network)
    return found


def network_on(line: Line, row: Row) -> PublishedNetwork:
    first, last = line.day(row[OPENED], called="open date"), line.day(row[CLOSED], called="close date")
    line.in_order(first, last, says="closed on {last}, before it opened on {first}")
    return PublishedNetwork(
        code=line.network_code(written(row[NETWORK_CODE])),
        name=line.required(written(row[NETWORK_NAME]), called="name"),
        sub_icb=written(row[NETWORK_COMMISSIONER]) or None,
        opened=first,
        closed_last_day=last,
        address=tuple(filter(None, (written(row[part]) for part in ADDRESS))),
        postcode=written(row[POSTCODE]) or None,
    )


def spells_on(sheets: dict[str, Sheet], networks: set[str], problems: Problems) -> list[tuple[Line, PublishedSpell]]:
    found = []
    for line, row in rows_of(sheets, SPELLS, SPELL_COLUMNS, problems):
        spell = spell_on(line, row)
        if networks and written(row[NETWORK_CODE]) not in networks:
            line.wrong(f"network {shown(written(row[NETWORK_CODE]))} is not on the sheet {NETWORKS}")
        if spell:
            found.append((line, spell))
    return found


def spell_on(line: Line, row: Row) -> PublishedSpell | None:
    """The spell, or None where it has no day to start from, which is noted."""
    first, last = line.day(row[FIRST_DAY], called="start date"), line.day(row[LAST_DAY], called="end date")
    line.in_order(first, last, says="ends on {last}, before it starts on {first}")
    line.required(written(row[FIRST_DAY]), called="start date")
    practice = line.practice_code(written(row[PRACTICE_CODE]))
    network = line.network_code(written(row[NETWORK_CODE]))
    name = line.required(written(row[PRACTICE_NAME]), called="name of the practice")
    network_name = line.required(written(row[NETWORK_NAME]), called="name of the network")
    if first is None:
        return None
    commissioner = written(row[PRACTICE_COMMISSIONER]) or None
    return PublishedSpell(practice, name, commissioner, network, network_name, first, last)


def one_at_a_time(spells: list[tuple[Line, PublishedSpell]]) -> None:
    """A practice is a core partner of one network at a time; it may join the next the day after its last."""
    in_order = sorted(spells, key=lambda found: (found[1].practice_code, found[1].first_day))
    for _, theirs in groupby(in_order, key=lambda found: found[1].practice_code):
        none_overlap(list(theirs))


def none_overlap(spells: list[tuple[Line, PublishedSpell]]) -> None:
    """Each is held against the one before it that lasts longest, which need not be the one just before."""
    (row, longest), *rest = spells
    for line, spell in rest:
        if longest.last_day is None or spell.first_day <= longest.last_day:
            line.wrong(f"{spell.practice_code} is in {longest.network_code} at the same time, by row {row.number}")
        if longest.last_day and (spell.last_day is None or spell.last_day > longest.last_day):
            row, longest = line, spell
