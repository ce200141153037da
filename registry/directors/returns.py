"""What the registrar is told of directors: who has become one, who is one no longer, and changed particulars."""

from collections.abc import Callable, Iterator
from datetime import date

from registry.deadlines import days_from
from registry.directors.queries import changes_by
from registry.filings.returns import Arising, Return, hang

WITHIN_DAYS = 14
WANTED = {
    "AP01": ("Director appointed", "Companies Act 2006, s.167(1)(a)"),
    "TM01": ("Director no longer", "Companies Act 2006, s.167(1)(a)"),
    "CH01": ("Director’s particulars changed", "Companies Act 2006, s.167(1)(b)"),
}


def hang_all() -> None:
    for form, (title, authority) in WANTED.items():
        hang(Return(form, title, authority, _arising(form, title)))


def _arising(form: str, title: str) -> Callable[[date], Iterator[Arising]]:
    def arising(on: date) -> Iterator[Arising]:
        for wanted, directorship, about, happened in changes_by(on):
            if wanted == form:
                sentence = f"{title}: {directorship.person.name_on(happened)}"
                deadline = days_from(happened, WITHIN_DAYS)
                yield Arising(about, sentence, happened, deadline, "directors.directorship", directorship.ref)

    return arising
