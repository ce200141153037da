"""With whom an interest is: how organisations are offered to be picked from, and what has become of them since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.db import db
from registry.periods import ONE_DAY
from registry.practices.models import Practice
from registry.structure.models import Body
from registry.wording import day as worded

Organisation = Practice | Body


@dataclass(frozen=True)
class Offered:
    """A practice or body as people find it: by these words, its name or its code. `now` if it is still there.

    Two bodies may have one name; what kind each is of then tells them apart.
    """

    ref: str
    name: str
    code: str
    kind: str
    now: bool

    @property
    def words(self) -> str:
        return f"{self.name} ({self.code or self.kind})"

    def answers_to(self, text: str) -> bool:
        return bool(text) and text.casefold() in (self.words.casefold(), self.name.casefold(), self.code.casefold())


def offered() -> list[Offered]:
    """Every practice and body that the registers know, by the alphabet."""
    today = clock.today()
    practices = db.session.scalars(select(Practice).options(selectinload(Practice.particulars)))
    found = [Offered(each.ref, name_of(each, today), each.code, "practice", each.is_open(today)) for each in practices]
    bodies = db.session.scalars(select(Body).where(~Body.struck))
    found += [Offered(each.ref, each.name, each.code or "", each.kind, each.holds(today)) for each in bodies]
    return sorted(found, key=lambda each: each.words.lower())


def ref_of(text: str) -> str | None:
    """The one organisation that goes by a text; none, if that is unknown here, or several do."""
    found = [each.ref for each in offered() if each.answers_to(text)]
    return found[0] if len(found) == 1 else None


def words_of(ref: str | None) -> str | None:
    """The words by which an organisation in the registers is found again."""
    return next((each.words for each in offered() if each.ref == ref), None)


def name_of(organisation: Organisation, day: date) -> str:
    return organisation.name_on(day) if isinstance(organisation, Practice) else organisation.name


def known_among(refs: Iterable[str | None]) -> dict[str, Organisation]:
    """The organisations of some refs, as far as the registers keep them, and those that practices merged into."""
    wanted = {ref for ref in refs if ref}
    if not wanted:
        return {}
    practices = _practices(wanted)
    heirs = _practices({each.merged_into_ref for each in practices.values() if each.merged_into_ref} - set(practices))
    rest = wanted - set(practices)
    bodies = db.session.scalars(select(Body).where(Body.ref.in_(rest))) if rest else ()
    return {**practices, **heirs, **{each.ref: each for each in bodies}}


def _practices(refs: set[str]) -> dict[str, Practice]:
    if not refs:
        return {}
    wanted = select(Practice).where(Practice.ref.in_(refs)).options(selectinload(Practice.particulars))
    return {each.ref: each for each in db.session.scalars(wanted)}


def became(organisation: Organisation, declared_as: str, day: date) -> str:
    """What somebody who knows an organisation as it was declared should be told of it on a day; "" if nothing."""
    if isinstance(organisation, Practice) and (heir := organisation.standing_on(day)) is not organisation:
        assert organisation.merged is not None
        return f"merged into {heir.name_on(day)} on {worded(organisation.merged)}"
    if (name := name_of(organisation, day)).casefold() != declared_as.casefold():
        return f"now called {name}"
    ended = organisation.closed if isinstance(organisation, Practice) else organisation.until
    return f"closed after {worded(ended - ONE_DAY)}" if ended and ended <= day else ""
