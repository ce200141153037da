"""What the board agreed to be done: by whom it was done, moved, handed over or dropped, and what is late."""

from datetime import date
from typing import Any

from registry.actions import commands as actions
from registry.actions.models import DONE, DROPPED, Action
from registry.db import db
from registry.demo.facts import people as facts
from registry.demo.story.board import EXECUTIVE
from registry.demo.story.cast import Cast
from registry.demo.story.contract import CONTRACT

FINANCE = 2
GLENFIELD = facts.CLINICAL_DIRECTORS["U25294"]


def in_april_2021(cast: Cast) -> None:
    """With what was deferred for want of a quorum, the members are to be asked."""
    cast.it_is(2021, 4, 20, 17)
    _agree(cast, "contract", EXECUTIVE, "put the contract to the members in writing", item=2, due=date(2021, 5, 28))


def in_june_2021(cast: Cast) -> None:
    cast.it_is(2021, 6, 1, 11)
    [action] = _of(cast, "contract")
    actions.close(action, how=DONE, why="The members passed it on 28 May 2021", by=cast.secretary)


def in_september_2026(cast: Cast) -> None:
    cast.it_is(2026, 9, 22, 17)
    meeting, chair = "five of eight", facts.CHAIR
    ask, panel = "ask the five networks who could decide without a conflict", "look for a panel without a conflict"
    _agree(cast, meeting, EXECUTIVE, ask, item=CONTRACT, due=date(2026, 10, 16))
    _agree(cast, meeting, GLENFIELD, panel, item=CONTRACT, others=[cast.person(EXECUTIVE)])
    _agree(cast, meeting, EXECUTIVE, "write to the landlord about the rent", item=FINANCE, due=date(2026, 10, 30))
    _agree(cast, meeting, chair, "send the members the finance report", item=FINANCE, due=date(2026, 9, 30))
    _agree(cast, meeting, GLENFIELD, "find a hall for the members’ day", due=date(2026, 11, 30))


def in_october_2026(cast: Cast) -> None:
    """One is done, one dropped, one moved and handed over; of one it is told how far it has come: it will be late."""
    cast.it_is(2026, 10, 12)
    asked, _, rent, sent, hall = _of(cast, "five of eight")
    by = cast.secretary
    actions.note_progress(asked, words="Three have answered; two are to be asked again.", by=by)
    actions.close(sent, how=DONE, why="Sent with the letter of 28 September 2026", on=date(2026, 9, 28), by=by)
    actions.hand_over(rent, owner=cast.person(facts.CHAIR), why="The landlord writes to her alone", by=by)
    actions.move_due(rent, due=date(2026, 12, 4), why="The surveyor comes in November", by=by)
    actions.close(hall, how=DROPPED, why="The members’ day is put off to the spring", by=by)


def _agree(cast: Cast, meeting: str, owner: facts.Person, what: str, **more: Any) -> Action:
    return actions.agree(meeting=cast.meetings[meeting], owner=cast.person(owner), what=what, by=cast.secretary, **more)


def _of(cast: Cast, meeting: str) -> list[Action]:
    """Those of a meeting, as they were numbered."""
    return db.session.query(Action).filter_by(meeting_ref=cast.meetings[meeting].ref).order_by(Action.place).all()
