"""What this room asks of the earlier ones: the meetings of the directors, and who directs on a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.directors.models import Directorship
from registry.meetings.models import Meeting
from registry.structure.models import BOARD, Body


def of_the_directors() -> Select[Meeting]:
    """Meetings of the directors, the latest first; one that was called off is none."""
    board = Meeting.body.has(Body.kind == BOARD), Meeting.cancelled.is_(None)
    return select(Meeting).where(*board).options(joinedload(Meeting.body)).order_by(Meeting.on.desc(), Meeting.ref)


def board_meetings() -> Sequence[Meeting]:
    return db.session.scalars(of_the_directors()).all()


class Directing:
    """Who directed the company when, read once."""

    def __init__(self) -> None:
        self.spells = db.session.scalars(select(Directorship)).all()

    def on(self, day: date) -> set[str]:
        return {spell.person_ref for spell in self.spells if spell.holds(day)}
