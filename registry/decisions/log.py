"""The decision log on paper, which tells of each decision what a page leaves to other registers."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import Decision
from registry.decisions.reading import is_open
from registry.decisions.unconflicted import not_counted_in
from registry.filings.queries import filings_about
from registry.meetings import queries as meetings
from registry.wording import day as in_words

Line = dict[str, Any]

NOTHING_MORE: Line = {"kept_out": [], "papers": [], "filed": []}


def with_the_rest(lines: list[Line], day: date) -> list[Line]:
    """Lines of decisions with what else the log tells of each: of those that the reader may read."""
    told = [line["ref"] for line in lines if is_open(line)]
    found = {each.ref: each for each in db.session.scalars(select(Decision).where(Decision.ref.in_(told)))}
    filed = _filed(day)
    return [line | (_rest(found[line["ref"]], line, filed) if line["ref"] in found else NOTHING_MORE) for line in lines]


def _rest(decision: Decision, line: Line, filed: dict[str | None, list[str]]) -> Line:
    about = dict.fromkeys([decision.ref, *(each["ref"] for each in line["effects"])])
    return {
        "kept_out": kept_out_of(decision),
        "papers": papers_before(decision),
        "filed": [said for ref in about for said in filed[ref]],
    }


def papers_before(decision: Decision) -> list[str]:
    """The letters of the papers of its item; their titles are the agenda's to tell, and not to every reader."""
    papers = decision.meeting.papers if decision.meeting else []
    return [paper.letter for paper in papers if paper.item_ref == decision.item_ref]


def kept_out_of(decision: Decision) -> list[str]:
    """Who had no vote on it for a conflict, and why, as the registers have it."""
    if decision.meeting is None:
        return []
    quorum = meetings.quorum_at(decision.meeting, decision.item_ref, not_counted_in(decision), by_rule=False)
    people = quorum.people if quorum else ()
    return [f"{each.name} ({each.why})" for each in people if each.conflicted and not each.votes]


def _filed(day: date) -> dict[str | None, list[str]]:
    """What is to be filed about each document, in words, by a day."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for each in filings_about(day):
        due = f" by {in_words(each['due'])}" if each["due"] else ""
        sent = f"; sent on {in_words(each['sent'])}" if each["sent"] else "; not sent yet"
        found[each["about"]].append(f"{each['form']} to the registrar{due}{sent}")
    return found
