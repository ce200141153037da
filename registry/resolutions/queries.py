from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock
from registry.db import db
from registry.decisions import bearings
from registry.decisions.models import Decision
from registry.ledger import live
from registry.members.models import Holder, Member
from registry.people.models import Person
from registry.resolutions.models import Copy, Eligible, Proposer, Resolution, ResolutionDraft
from registry.resolutions.states import LAPSED, OPEN, moment_of, state_at
from registry.resolutions.telling import (
    agreements_at,
    answer_line,
    arithmetic,
    copies_to_auditor,
    line_of,
    people_at,
)
from registry.structure.models import Body

Line = dict[str, Any]


def register_on(day: date, *which: Any) -> list[Line]:
    """Every resolution circulated by the end of a day, the latest first, and how it stood."""
    at = moment_of(day)
    found = db.session.scalars(_whole().where(*which).order_by(Resolution.circulated.desc(), Resolution.ref))
    return [line_of(each, at) for each in found if each.circulated <= at]


def resolutions_of(body: Body, day: date) -> list[Line]:
    return register_on(day, Resolution.body_ref == body.ref)


def resolutions_put_to(member: Member, day: date) -> list[Line]:
    """Those to which a member could agree, and what she said."""
    at = moment_of(day)
    mine = Resolution.eligible.any(Eligible.member_ref == member.ref)
    found = db.session.scalars(_whole().where(mine).order_by(Resolution.circulated.desc(), Resolution.ref))
    return [
        line_of(each, at) | answer_line(each, eligible, at)
        for each in found
        for eligible in each.eligible
        if eligible.member_ref == member.ref and each.circulated <= at
    ]


def counting_since(member: Member, since: date) -> list[Line]:
    """Those circulated from a day on in which a member's votes were counted: read from the register of the day."""
    return [line for line in resolutions_put_to(member, clock.today()) if clock.civil_day(line["circulated"]) >= since]


def resolutions_logged_as(decision: Decision, day: date) -> list[Line]:
    return register_on(day, Resolution.decision_ref == decision.ref)


def open_on(day: date) -> list[Resolution]:
    """The resolutions that people could agree to on a day."""
    at = moment_of(day)
    found = db.session.scalars(_whole().order_by(Resolution.last_day, Resolution.ref))
    return [each for each in found if each.circulated <= at and state_at(each, at) == OPEN]


def lapsed_and_not_logged(day: date) -> list[Resolution]:
    """Those of whose lapse the log of decisions does not tell."""
    at = moment_of(day)
    found = db.session.scalars(_whole().where(Resolution.decision_ref.is_(None)).order_by(Resolution.last_day))
    return [each for each in found if state_at(each, at) == LAPSED]


def to_be_done_by_hand(day: date) -> list[Line]:
    """Those that passed and were logged without what they do, until another decision takes that up."""
    lines = [line for line in register_on(day) if line["by_hand"]]
    later = bearings.later_about([line["decision_ref"] for line in lines], day)
    return [line for line in lines if not later[line["decision_ref"]]]


def resolution_on(resolution: Resolution, day: date) -> Line:
    """A resolution whole, with everybody who has votes: as it stood on a day."""
    [resolution] = db.session.scalars(_whole().where(Resolution.ref == resolution.ref))
    at = moment_of(day)
    line = line_of(resolution, at)
    return line | {
        "rev": resolution.rev,
        "arithmetic": arithmetic(resolution, line),
        "people": people_at(resolution, at),
        "agreements": agreements_at(resolution, at),
        "proposers": [_proposer(each, resolution.circulated_on) for each in resolution.proposers],
        "copies": copies_to_auditor(resolution, at),
    }


def _proposer(proposer: Proposer, day: date) -> str:
    return f"{proposer.member.names_on(day)}, {proposer.votes:,}"


def _whole() -> Select[Resolution]:
    holders = selectinload(Resolution.eligible).joinedload(Eligible.member).selectinload(Member.holders)
    named = (
        holders.joinedload(Holder.person).selectinload(Person.names),
        selectinload(Resolution.eligible).joinedload(Eligible.person).selectinload(Person.names),
        selectinload(Resolution.proposers),
        selectinload(Resolution.copies).joinedload(Copy.person).selectinload(Person.names),
        selectinload(Resolution.answers),
        joinedload(Resolution.body),
        joinedload(Resolution.decision),
    )
    return select(Resolution).options(*named)


def drafts() -> list[Line]:
    """What is being written, the last saved first: of now, since the ledger knows of none."""
    with live():
        found = db.session.scalars(select(ResolutionDraft).order_by(ResolutionDraft.saved.desc()))
        return [draft_line(each) for each in found]


def draft_line(draft: ResolutionDraft) -> Line:
    told = {name: draft.boxes.get(name, "") for name in ("passes_as", "text")}
    return told | {"ref": draft.ref, "rev": draft.rev, "title": draft.called, "saved": draft.saved}
