"""The returns that an alteration of capital calls for, each with its time."""

from collections.abc import Callable, Iterator
from datetime import date

from registry.capital import queries
from registry.capital.models import BUY_BACK, CONSOLIDATION, REDESIGNATION, SUBDIVISION
from registry.deadlines import Deadline, days_beginning, months_from
from registry.filings.returns import Arising, Return, hang

DAYS_TO_RETURN = 28
MONTHS_TO_NOTIFY = 1


def within_28_days(on: date) -> Deadline:
    return days_beginning(on, DAYS_TO_RETURN)


def within_a_month(on: date) -> Deadline:
    return months_from(on, MONTHS_TO_NOTIFY)


WANTED = (
    ("SH03", "Return of purchase of own shares", "Companies Act 2006, s.707", (BUY_BACK,), within_28_days),
    ("SH06", "Notice of cancellation of shares", "Companies Act 2006, s.708", (BUY_BACK,), within_28_days),
    (
        "SH02",
        "Notice of subdivision or consolidation",
        "Companies Act 2006, s.619",
        (SUBDIVISION, CONSOLIDATION),
        within_a_month,
    ),
    ("SH08", "Notice of name of a class of shares", "Companies Act 2006, s.636", (REDESIGNATION,), within_a_month),
)


def hang_all() -> None:
    for form, title, authority, kinds, within in WANTED:
        hang(Return(form, title, authority, _arising(title, kinds, within)))


def _arising(
    title: str, kinds: tuple[str, ...], within: Callable[[date], Deadline]
) -> Callable[[date], Iterator[Arising]]:
    def arising(on: date) -> Iterator[Arising]:
        for kind in kinds:
            for alteration in queries.of_kind(kind, on):
                sentence = f"{title}: {alteration.number}, {alteration.shares:,} {alteration.share_class.name} shares"
                deadline = within(alteration.on)
                yield Arising(alteration.ref, sentence, alteration.on, deadline, "capital.alteration", alteration.ref)

    return arising
