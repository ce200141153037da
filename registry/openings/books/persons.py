from collections.abc import Iterator, Sequence

from registry.ledger.acts import Actor
from registry.openings import rules, standing
from registry.openings.books.brought import Answers, Book, Brought, Line
from registry.openings.books.lines import PeopleLine
from registry.people import commands
from registry.people.rules import BETWEEN_NAMES, is_initials

NO_FORENAMES = "No forename is on file."
INITIALS = "The forenames are not on file in full."


def in_turn(lines: Sequence[Line]) -> Iterator[Line]:
    """As they stand; of each, whether a line above it has its key."""
    keys: set[str] = set()
    for place, line in lines:
        yield place, line | {"again": line["key"] in keys}
        keys |= {line["key"]} - {""}


def bring_in(line: Answers, by: Actor) -> Brought:
    asked = {name: line[name] for name in ("title", "forenames", "surname", "born", "died")}
    rules.key_is_one_persons(line["key"], line["again"] or standing.has_key(line["key"]))
    person = commands.bring_in(**asked, by=by)
    remarks = list(filter(None, [_remark(line["forenames"])]))
    return Brought(person.called, person, original=line["key"], remarks=remarks)


def _remark(forenames: str) -> str:
    if not forenames:
        return NO_FORENAMES
    return INITIALS if any(is_initials(name) for name in BETWEEN_NAMES.split(forenames) if name) else ""


BOOK = Book("People", PeopleLine, bring_in, in_turn)
