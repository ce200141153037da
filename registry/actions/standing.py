"""How an action stands on a day, by the steps taken until then. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from registry.actions.models import ENDINGS, HANDED_OVER, MOVED, REOPENED, Action, ActionStep
from registry.people.models import Person


@dataclass(frozen=True)
class Standing:
    """Who has it, by when, and whether and how it was closed.

    `due` None is by the first meeting after the day on which that was `settled`.
    """

    owner: Person
    due: date | None
    settled: date
    closed: date | None = None
    how: str = ""
    why: str = ""

    @property
    def is_open(self) -> bool:
        return self.closed is None

    def falls_due(self, meetings: Collection[date]) -> date | None:
        """The day by which it is to be done, given the days of the body's meetings; None while none is called."""
        return self.due or min((day for day in meetings if day > self.settled), default=None)


def standing_on(action: Action, day: date) -> Standing:
    """How an action that had been agreed by a day stands at its end."""
    standing = Standing(action.owner, action.due, action.agreed)
    for step in action.steps:
        if step.on <= day:
            standing = _after(standing, step)
    return standing


def _after(standing: Standing, step: ActionStep) -> Standing:
    if step.what in ENDINGS:
        return replace(standing, closed=step.on, how=step.what, why=step.words)
    if step.what == REOPENED:
        return replace(standing, closed=None, how="", why="")
    if step.what == MOVED:
        return replace(standing, due=step.due, settled=step.on)
    if step.what == HANDED_OVER and step.person is not None:
        return replace(standing, owner=step.person)
    return standing
