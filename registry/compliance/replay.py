"""The replay: every meeting held, and every decision taken without one, looked over by the rules then in force."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from registry.compliance.bodies import ended_terms, without_a_meeting
from registry.compliance.findings import WANTING, Finding
from registry.compliance.held import Alone, Held, Span, read
from registry.compliance.interests import interests
from registry.compliance.notice import not_everybody_told, notice
from registry.compliance.people import moved_out_of_term, out_of_their_term
from registry.compliance.quorums import quorums, votes
from registry.compliance.reading import Hidden
from registry.compliance.remedied import remedied, since_then
from registry.decisions.models import Decision
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
    found = [(finding, each) for each in held for finding in of_meeting(each, day)]
    shown = [(finding, each) for finding, each in found if finding.item_ref not in hidden(each.meeting)]
    shown_alone = [(finding, one) for one in alone for finding in of_decision(one)]
    since = remedied((decision for finding, _ in (*shown, *shown_alone) for decision in finding.decisions), day)
    lines = [
        *(_of_meeting(each.meeting) | _line(finding, since) for finding, each in shown),
        *(_of_decision(one.decision) | _line(finding, since) for finding, one in shown_alone),
    ]
    told = Replay(sorted(lines, key=lambda line: line["on"], reverse=True))
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


def _of_meeting(meeting: Meeting) -> Line:
    return {"on": meeting.on, "body": meeting.body.name, "meeting": meeting.called, "meeting_ref": meeting.ref}


def _of_decision(decision: Decision) -> Line:
    body = decision.body.name
    where = f"{body}, {in_words(decision.on)}, without a meeting"
    return {"on": decision.on, "body": body, "meeting": where, "meeting_ref": None}


def _line(finding: Finding, since: dict[str, list[str]]) -> Line:
    told = ("kind", "weight", "sentence", "authority", "terms_ref", "clause")
    return {name: getattr(finding, name) for name in told} | {
        "decisions": [{"number": each.number, "ref": each.ref} for each in finding.decisions],
        "since": since_then(finding.decisions, since),
    }
