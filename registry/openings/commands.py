from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from registry import clock
from registry.db import db
from registry.files import Paper
from registry.law import Breach
from registry.ledger import command, opening
from registry.ledger.acts import Actor
from registry.openings import rules, standing
from registry.openings.books import BY_NAME, Brought, Line
from registry.openings.differences import differences_on
from registry.openings.models import BALANCES, OpenedEntry, Opening, Reconciliation

MOST_LINES = 2_000
SAID_BEFORE = "Another book says the very same: {source}, line {place}."


class Unopened(Exception):
    """Lines of an old book that cannot be brought in, each with what stands in its way; nothing has been."""

    def __init__(self, problems: Sequence[tuple[int, Breach]]) -> None:
        super().__init__(f"{len(problems)} lines cannot be brought in")
        self.problems = problems


@opening
def open_book(
    lines: Sequence[Line],
    *,
    what: str,
    source: str,
    name: str,
    sha256: str,
    paper: Paper | None = None,
    as_at: date | None = None,
    issued: int | None = None,
    by: Actor,
) -> Opening:
    """Bring in one of the old books, every line of it or none.

    `source` is the book or paper in words, and `paper` its scan; `name` and `sha256` are the file's. `as_at` is the
    day of an old register's balances, and `issued` how many shares it states they come to.
    """
    rules.is_opened_once(standing.opened_on(sha256))
    rules.file_is_not_too_long(len(lines), MOST_LINES)
    rules.day_has_come(as_at, clock.today())
    if what == BALANCES:
        _add_up(lines, as_at, issued)
    told = {"source": source, "as_at": as_at, "issued": issued}
    opened = Opening(what=what, name=name, sha256=sha256, entered=clock.today(), **told)
    if paper is not None:
        opened.paper, opened.paper_name = paper.sha256, paper.name
    opened.entries = list(_brought_in(what, lines, by))
    db.session.add(opened)
    return opened


def _add_up(lines: Sequence[Line], as_at: date | None, issued: int | None) -> None:
    rules.balances_are_of_a_day(as_at)
    rules.total_is_stated(issued)
    assert issued is not None
    times = Counter((line["folio"].folio, line["share_class"].ref) for _, line in lines)
    for (folio, _), count in times.items():
        rules.folio_has_one_balance(folio, count > 1)
    rules.balances_come_to_the_total(sum(line["shares"] for _, line in lines), issued)


def _brought_in(what: str, lines: Sequence[Line], by: Actor) -> Iterator[OpenedEntry]:
    """An entry for each line; raises Unopened, with all that stands in the way, if anything does."""
    problems, before = [], standing.said_before(what)
    for place, line in BY_NAME[what].in_turn(lines):
        try:
            brought = BY_NAME[what].brings(line, by)
            if brought.words in before:
                source, earlier = before[brought.words]
                brought.remarks.append(SAID_BEFORE.format(source=source, place=earlier))
            yield _entry(place, brought)
        except Breach as breach:
            problems.append((place, breach))
    if problems:
        raise Unopened(sorted(problems, key=lambda problem: problem[0]))


def _entry(place: int, brought: Brought) -> OpenedEntry:
    return OpenedEntry(
        place=place,
        words=brought.words,
        original=brought.original,
        dates=brought.dates,
        authority=brought.authority,
        decision=brought.decision,
        remarks="\n".join(brought.remarks),
        document_kind=brought.document.__tablename__,
        document_ref=brought.document.ref,
        part_ref=None if brought.part is None else brought.part.ref,
        share_class_ref=brought.share_class_ref,
        shares=brought.shares,
    )


@command
def sign(
    *, as_at: date, on: date, signed_by: str, differences: str = "", paper: Paper | None = None, by: Actor
) -> Reconciliation:
    """Note that the sheet of reconciliation as at a day was signed `on` a day, and by whom."""
    rules.something_has_been_opened(standing.count_openings())
    rules.sheet_has_been_signed(as_at, on, clock.today())
    rules.sheet_is_of_all_that_was_opened(as_at, standing.last_opened())
    rules.differences_are_accounted_for(len(differences_on(as_at)), differences)
    signed = Reconciliation(as_at=as_at, on=on, signed_by=signed_by, differences=differences)
    if paper is not None:
        signed.paper, signed.paper_name = paper.sha256, paper.name
    db.session.add(signed)
    return signed
