"""What a decision comes to without those who are interested in it: the quorum, and the votes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from registry.authorisations import rules
from registry.authorisations.models import Authorisation
from registry.db import db
from registry.decisions.models import UNANIMOUS, Decision
from registry.meetings import queries as meetings
from registry.meetings.models import PRESENT, Meeting
from registry.meetings.quorum import Conflicts, Mark, Quorum, Voice, needed_for, quorum_of
from registry.seats import queries as seats
from registry.structure.models import Body
from registry.terms.in_force import rules_in_force

AUTHORISE = "authorisations.authorise"
Interested = Mapping[str, str]
"""Whoever is not counted, by the person's ref, and why."""


def not_counted_in(decision: Decision) -> Interested:
    """Whoever was not counted when a decision was taken, because it authorised a conflict of theirs."""
    refs = [effect.document_ref for effect in decision.effects if effect.act == AUTHORISE]
    found = [authorisation for ref in refs if (authorisation := db.session.get(Authorisation, ref)) is not None]
    return without(
        ref for each in found for ref in (each.person_ref, *(other.person_ref for other in each.not_counted))
    )


def without(refs: Iterable[str]) -> Interested:
    return dict.fromkeys(refs, "interested in what is authorised")


def uphold_without(decision: Decision, interested: Interested) -> None:
    """The decision has its quorum, and passes, without those who are interested."""
    if decision.route == UNANIMOUS:
        _all_the_others_agree(decision, interested)
    elif decision.meeting is not None:
        _the_others_pass_it(decision, decision.meeting, interested)


def _the_others_pass_it(decision: Decision, meeting: Meeting, interested: Interested) -> None:
    quorum = meetings.quorum_at(meeting, decision.item_ref, interested, by_rule=False)
    rules.attendance_is_recorded(quorum is not None)
    assert quorum is not None
    rules.quorum_is_met_without_them(quorum.quorate, quorum.counted)
    rules.votes_without_them_are_told(decision.votes_for, decision.votes_against)
    others = meetings.votes_of(meeting, quorum)
    rules.passes_without_their_votes(decision.votes_for, decision.votes_against, others)


def _all_the_others_agree(decision: Decision, interested: Interested) -> None:
    lines = [line for line in seats.seats_on(decision.on, decision.body) if line["votes"] and line["people"]]
    rules.others_would_make_a_quorum(if_all_came(decision.body, decision.on, lines, interested).quorate)
    votes = sum(line["votes"] for line in lines if set(line["people"]) - interested.keys())
    rules.all_the_others_agree(decision.votes_for, decision.votes_against, decision.abstained, votes)


def if_all_came(body: Body, day: date, lines: list[dict[str, Any]], interested: Interested) -> Quorum:
    """The quorum that those in these seats who are not interested would have made at a meeting on a day."""
    voices = [Voice(line["seat"], line["people"], line["kind"]) for line in lines]
    needed = needed_for(rules_in_force(body, day), len(voices))
    there = [Mark(person, None, PRESENT) for voice in voices for person in voice.holders]
    return quorum_of(None, there, voices, needed, names={}, conflicts=Conflicts(interested, gone=interested.keys()))
