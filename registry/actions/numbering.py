"""How actions are numbered: A/EB/26/3 is the third that the Executive Board agreed in 2026.

The letters are those by which the body's decisions are cited, as far as no other body's actions have them already.
"""

from sqlalchemy import func, select

from registry.actions.models import Action
from registry.db import db
from registry.decisions import numbering as decisions
from registry.structure.models import Body


def enter(action: Action) -> None:
    """Draw the body's next number of the year and enter the action under it, while no one else may draw."""
    with db.session.begin_nested():
        decisions.lock(action.body)
        action.year = action.agreed.year
        action.place = _next_place(action.body, action.year)
        action.number = f"A/{letters_of(action.body)}/{action.year % 100:02}/{action.place}"
        db.session.add(action)


def letters_of(body: Body) -> str:
    """The letters that cite a body's actions; once it has some, it keeps them."""
    of_each = select(Action.body_ref, func.min(Action.number)).group_by(Action.body_ref)
    letters = {ref: number.split("/")[1] for ref, number in db.session.execute(of_each)}
    if body.ref in letters:
        return letters[body.ref]
    wanted, taken = decisions.letters_of(body), set(letters.values())
    figures = range(1, len(taken) + 2)
    return next(each for figure in figures if (each := f"{wanted}{figure if figure > 1 else ''}") not in taken)


def _next_place(body: Body, year: int) -> int:
    last = select(func.max(Action.place)).where(Action.body_ref == body.ref, Action.year == year)
    return (db.session.scalar(last) or 0) + 1
