"""What is told of a resolution as it stood at an instant: its votes, and what each who has votes had answered."""

from datetime import datetime
from typing import Any

from registry import clock
from registry.outbox.queries import states_of
from registry.resolutions.counting import SHARE_NEEDED, needed
from registry.resolutions.models import Copy, Eligible, Resolution, ResolutionAnswer
from registry.resolutions.passing import agreements
from registry.resolutions.states import (
    COUNTED,
    LAPSED,
    NEVER,
    NOT_YET,
    OPEN,
    PASSED,
    WITHDRAWN,
    answer_at,
    counts_as,
    state_at,
)
from registry.wording import counted, instant

Line = dict[str, Any]


def line_of(resolution: Resolution, at: datetime) -> Line:
    total, state = resolution.total, state_at(resolution, at)
    agreed = sum(each.votes for each in agreements(resolution) if _counts_by(resolution, each.at, at))
    needs, passed = needed(resolution.passes_as, total), state == PASSED
    return {
        "ref": resolution.ref,
        "title": resolution.title,
        "body": resolution.body.name,
        "body_ref": resolution.body_ref,
        "passes_as": resolution.passes_as,
        "text": resolution.text,
        "kind": resolution.kind,
        "circulated": resolution.circulated,
        "last_day": resolution.last_day,
        "lapses_by": resolution.lapses_by,
        "days_left": days_left(resolution, at) if state == OPEN else None,
        "agreed": agreed,
        "total": total,
        "needed": needs,
        "short": max(0, needs - agreed) if state == OPEN else None,
        "state": state,
        "passed_at": resolution.passed_at if passed else None,
        "withdrawn": resolution.withdrawn if state == WITHDRAWN else None,
        "withdrawn_because": resolution.withdrawn_because if state == WITHDRAWN else "",
        "decision": resolution.decision and resolution.decision.number if passed or state == LAPSED else None,
        "decision_ref": resolution.decision_ref if passed or state == LAPSED else None,
        "by_hand": passed and resolution.decision is not None and resolution.decision.kind != resolution.kind,
    }


def _counts_by(resolution: Resolution, agreed: datetime, at: datetime) -> bool:
    """Whether an agreement counted by an instant: neither too late nor, of one that had passed, after that."""
    ends = [each for each in (resolution.passed_at,) if each is not None]
    in_time = resolution.lapses is None or agreed < resolution.lapses
    return agreed <= at and in_time and all(agreed <= end for end in ends)


def days_left(resolution: Resolution, at: datetime) -> int | None:
    """How many days there are to agree, today among them."""
    if resolution.last_day is None:
        return None
    return (resolution.last_day - clock.civil_day(at)).days + 1


def arithmetic(resolution: Resolution, line: Line) -> str:
    """162 of 324 votes have agreed; more than half, 163, are needed: 1 vote short."""
    said = f"{line['agreed']:,} of {counted(line['total'], 'vote')} agreed"
    needs = f"{SHARE_NEEDED[resolution.passes_as]} {'is' if line['needed'] == 1 else 'are'} needed, {line['needed']:,}"
    if line["state"] == PASSED:
        return f"{said}; {needs}"
    return f"{said}; {needs}: {counted(line['needed'] - line['agreed'], 'vote')} short"


def people_at(resolution: Resolution, at: datetime) -> list[Line]:
    """Everybody who has votes, those first who have not answered."""
    sent = states_of([each.letter_ref for each in resolution.copies if each.letter_ref])
    lines = [
        answer_line(resolution, each, at) | {"copy": _copy_of(resolution, each, at, sent), "place": each.place}
        for each in resolution.eligible
    ]
    return sorted(lines, key=lambda line: (line["kept_out"], line["at"] is not None, line["place"]))


def agreements_at(resolution: Resolution, at: datetime) -> list[Line]:
    """The agreements that counted, in the order in which they came, and how far each brought it."""
    whose = {each.ref: each for each in resolution.voting}
    told, agreed = [], 0
    for answer in resolution.answers:
        if answer.at <= at and counts_as(resolution, answer) == COUNTED:
            agreed += whose[answer.eligible_ref].votes
            told.append(answer_line(resolution, whose[answer.eligible_ref], at) | {"so_far": agreed})
    return told


def answer_line(resolution: Resolution, eligible: Eligible, at: datetime) -> Line:
    answer = answer_at(resolution, eligible, at)
    return {
        "name": eligible.named_on(resolution.circulated_on),
        "person_ref": eligible.person_ref,
        "member_ref": eligible.member_ref,
        "as_what": f"Folio {eligible.member.folio}" if eligible.member else eligible.seat,
        "votes": eligible.votes,
        "kept_out": eligible.kept_out,
        "says": _says(resolution, eligible, answer, at),
        "at": answer and answer.at,
        "how": _how(answer),
    }


def _says(resolution: Resolution, eligible: Eligible, answer: ResolutionAnswer | None, at: datetime) -> str:
    if eligible.kept_out:
        return f"Not counted: {eligible.kept_out}"
    if answer is None:
        return NOT_YET if state_at(resolution, at) == OPEN else NEVER
    return counts_as(resolution, answer)


def _how(answer: ResolutionAnswer | None) -> str | None:
    if answer is None:
        return None
    return f"{answer.how}, signed by {answer.signed_by}" if answer.signed_by else answer.how


def _copy_of(resolution: Resolution, eligible: Eligible, at: datetime, sent: dict[str, str]) -> str | None:
    """The last copy that somebody was sent, and what became of the letter if it has not gone."""
    theirs = [each for each in resolution.copies if each.person_ref == eligible.person_ref and each.sent <= at]
    return _told_of(theirs[-1], sent) if theirs else None


def _told_of(copy: Copy, sent: dict[str, str]) -> str:
    state = sent.get(copy.letter_ref or "", "sent")
    return f"{copy.how}, {instant(copy.sent)}{'' if state == 'sent' else f': {state}'}"


def copies_to_auditor(resolution: Resolution, at: datetime) -> list[str]:
    """The copies that went to the auditor."""
    theirs = (each for each in resolution.copies if each.as_auditor and each.sent <= at)
    return [f"{each.person.name_on(resolution.circulated_on)}: {_told_of(each, {})}" for each in theirs]
