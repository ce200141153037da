"""The replay: every meeting held, and every decision taken without one, looked over by the rules then in force."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.compliance.bodies import ended_terms, without_a_meeting
from registry.compliance.findings import WANTING, Finding
from registry.compliance.held import Alone, Held, Span, read
from registry.compliance.interests import interests
from registry.compliance.notice import not_everybody_told, notice
from registry.compliance.people import moved_out_of_term, out_of_their_term
from registry.compliance.quorums import quorums, votes
from registry.compliance.reading import Hidden
from registry.db import db
from registry.decisions.models import CARRIED, Decision
from registry.meetings.models import Meeting
from registry.wording import day as in_words

Line = dict[str, Any]


LOOKED_OVER = (notice, not_everybody_told, quorums, votes, out_of_their_term, ended_terms)


class Replay(list[Line]):
    """What was found, the latest first; among how many meetings held, and decisions taken without one (`alone`).

    `wanting` is of how many of them something is.
    """

    meetings = alone = wanting = 0


def replay(span: Span, day: date, hidden: Hidden) -> Replay:
    """Look over what was held and decided in a span, as far as it had happened by a day; of `hidden` items, nothing."""
    held, alone = read(span, day)
    since = _later(day)
    told = Replay()
    for each in held:
        found = [finding for finding in of_meeting(each, day) if finding.item_ref not in hidden(each.meeting)]
        told += [_line(finding, each.meeting.on, each.meeting.body.name, since, each.meeting) for finding in found]
    for one in alone:
        told += [_line(finding, one.decision.on, one.decision.body.name, since) for finding in of_decision(one)]
    told.sort(key=lambda line: line["on"], reverse=True)
    told.meetings, told.alone, told.wanting = len(held), len(alone), _wanting(told)
    return told


def _wanting(told: Replay) -> int:
    subjects = (line["meeting_ref"] or line["decisions"][0]["ref"] for line in told if line["weight"] == WANTING)
    return len(set(subjects))


def of_meeting(held: Held, day: date) -> Iterator[Finding]:
    """Everything that is found of one meeting."""
    for looked_over in LOOKED_OVER:
        yield from looked_over(held)
    yield from interests(held, day)


def of_decision(alone: Alone) -> Iterator[Finding]:
    """The same of a decision that was taken without a meeting."""
    yield from without_a_meeting(alone)
    yield from moved_out_of_term(alone)


def _later(day: date) -> dict[str, list[Decision]]:
    """The carried decisions that had taken the place of others by a day, by the refs of those."""
    wanted = select(Decision).where(Decision.supersedes_ref.is_not(None), Decision.outcome == CARRIED)
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in db.session.scalars(wanted.where(Decision.on <= day).order_by(Decision.on, Decision.ref)):
        found[str(decision.supersedes_ref)].append(decision)
    return found


def _line(
    finding: Finding, on: date, body: str, later: dict[str, list[Decision]], meeting: Meeting | None = None
) -> Line:
    return {
        "on": on,
        "body": body,
        "meeting": meeting.called if meeting else f"{body}, {in_words(on)}, without a meeting",
        "meeting_ref": meeting and meeting.ref,
        "kind": finding.kind,
        "weight": finding.weight,
        "sentence": finding.sentence,
        "authority": finding.authority,
        "terms_ref": finding.terms_ref,
        "clause": finding.clause,
        "decisions": [{"number": each.number, "ref": each.ref} for each in finding.decisions],
        "since": [f"{new.number} superseded {each.number}" for each in finding.decisions for new in later[each.ref]],
    }
