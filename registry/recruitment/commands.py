from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from registry import clock, press
from registry.db import db
from registry.files import Paper
from registry.ledger import command, together
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.recruitment import rules
from registry.recruitment.models import (
    APPOINTED,
    INTERVIEW,
    SHORTLIST,
    STAGES,
    Candidate,
    PanelMember,
    Recruitment,
    RecruitmentPaper,
    Stage,
)
from registry.seats.models import Seat


@command
def begin(seat: Seat, *, opened: date, why: str, closes: date | None = None, by: Actor) -> Recruitment:
    """Begin to fill a seat in the open; expressions of interest are asked for by the day it `closes`."""
    rules.has_begun(opened, clock.today())
    rules.closes_after_it_opens(opened, closes)
    rules.seat_is_there(seat, opened=opened)
    rules.seat_is_appointed_to(seat.ex_officio_ref is not None)
    other = select(Recruitment.ref).where(Recruitment.seat_ref == seat.ref, Recruitment.closed.is_(None))
    rules.none_is_under_way(db.session.scalar(other) is not None)
    recruitment = Recruitment(seat=seat, opened=opened, why=why, closes=closes)
    db.session.add(recruitment)
    return recruitment


@command
def name_panel(recruitment: Recruitment, *, panel: Sequence[dict[str, Any]], by: Actor) -> None:
    """Say who chooses, each with any conflict and what was done about it. What was said before is said anew."""
    rules.is_under_way(recruitment.closed)
    rules.panel_is_of_several(len({told["person"].ref for told in panel}), len(panel))
    for told in panel:
        name = told["person"].name_on(clock.today())
        rules.conflict_is_handled(name, told.get("conflict", ""), told.get("handled", ""))
    recruitment.panel = [PanelMember(place=place, **told) for place, told in enumerate(panel, start=1)]


@command
def reach(
    recruitment: Recruitment, *, what: str, on: date, candidates: int | None = None, note: str = "", by: Actor
) -> None:
    """Enter a stage that was reached on a day. None is shortlisted or interviewed but by a panel that can choose."""
    rules.is_under_way(recruitment.closed)
    reached = max((STAGES.index(stage.what) for stage in recruitment.stages), default=-1)
    rules.stage_comes_next(reached, STAGES.index(what))
    last = max((stage.on for stage in recruitment.stages), default=recruitment.opened)
    rules.stage_is_reached_in_turn(last, on, clock.today())
    if what in (SHORTLIST, INTERVIEW):
        rules.panel_can_choose(sum(not member.conflict for member in recruitment.panel))
    place = len(recruitment.stages) + 1
    recruitment.stages.append(Stage(place=place, what=what, on=on, candidates=candidates, note=note))


@command
def add_paper(recruitment: Recruitment, *, title: str, file: Paper, by: Actor) -> None:
    """Keep a paper of it; those about candidates are working papers and no part of it."""
    place = len(recruitment.papers) + 1
    recruitment.papers.append(RecruitmentPaper(place=place, title=title, file_name=file.name, sha256=file.sha256))


@command
def conclude(
    recruitment: Recruitment, *, outcome: str, closed: date, appointed: Person | None = None, by: Actor
) -> None:
    """Say how it ended on a day: whoever was appointed is in the seat, or to come to it, since it began."""
    rules.is_under_way(recruitment.closed)
    rules.outcome_names_whom(outcome == APPOINTED, appointed is not None)
    last = max((stage.on for stage in recruitment.stages), default=recruitment.opened)
    rules.stage_is_reached_in_turn(last, closed, clock.today())
    if appointed is not None:
        rules.is_appointed_to_the_seat(_came_to_it(recruitment, appointed))
    recruitment.outcome, recruitment.closed, recruitment.appointed = outcome, closed, appointed


def _came_to_it(recruitment: Recruitment, person: Person) -> bool:
    came = (each for each in recruitment.seat.appointments if each.since >= recruitment.opened)
    return any(each.person_ref == person.ref for each in came)


def add_candidate(
    recruitment: Recruitment, *, name: str, contact: str = "", statement: str = "", by: Actor
) -> Candidate:
    """Write down somebody who would fill the seat: a working paper, of which the ledger knows nothing."""
    rules.is_under_way(recruitment.closed)
    with together():
        candidate = Candidate(recruitment=recruitment, rev=0, name=name, contact=contact, statement=statement)
        _stamp(candidate, by)
        db.session.add(candidate)
    return candidate


def mark(candidate: Candidate, *, standing: str, notes: str = "", by: Actor) -> None:
    """Say how far a candidate has come, and why."""
    with together():
        candidate.standing, candidate.notes = standing, notes
        _stamp(candidate, by)


def _stamp(candidate: Candidate, by: Actor) -> None:
    candidate.rev, candidate.written_by_ref, candidate.at = candidate.rev + 1, by.ref, clock.now()


def remove_candidates(recruitment: Recruitment, *, by: Actor) -> None:
    """Remove for good all that is written of the candidates, once the recruitment is over."""
    rules.may_be_removed(recruitment.closed)
    with together():
        found = db.session.scalars(select(Candidate).where(Candidate.recruitment_ref == recruitment.ref)).all()
        press.let_go_of_all_that_show([each.ref for each in found], "The candidates’ papers were removed for good.")
        for candidate in found:
            db.session.delete(candidate)
