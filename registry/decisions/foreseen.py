"""What logging a decision would come to, tried and undone before it is logged."""

from typing import Any

from flask import g

from registry import clock, ledger
from registry.decisions import commands, majority, queries
from registry.decisions.models import UNANIMOUS, Decision
from registry.doors.before import Shown, Subject
from registry.terms.in_force import RuleInForce

FIRST = "first"
"""What the button sends by which a reader asks to be shown first."""


class Foreseen:
    """Shown to whoever asks for it, beside the questions; nobody is kept from logging a decision without it."""

    def unseen(self, seen: str, subject: Subject, answer: dict[str, Any]) -> Shown | None:
        if seen != FIRST:
            return None
        return Shown("decisions/log.html", self.told(subject, answer), "")

    def told(self, subject: Subject, answer: dict[str, Any]) -> dict[str, Any]:
        with ledger.rehearsal():
            return {"says": _says(commands.log(**answer, by=g.account))}


def _says(decision: Decision) -> list[dict[str, str]]:
    line = queries.decision_on(decision, max(decision.on, clock.today()))
    does = "; ".join(done["text"] for done in line["effects"]) or ("" if line["waits"] else "No other register changes")
    pairs = [
        ("Number", f"{decision.number}, if no other is logged before it: it is drawn as this one is entered"),
        ("In the registers", does),
        ("Still to be carried out", line["waits"]),
        ("It will be", line["status"]),
        *(("On condition", f"{each['words']}, {each['standing']}") for each in line["conditions"]),
        *(("Earlier decisions", each["text"]) for each in line["earlier"]),
        ("The votes", _votes(decision)),
        *(("By what authority", step["text"]) for step in line["authority"]),
    ]
    return [{"term": term, "text": text} for term, text in pairs if text]


def _votes(decision: Decision) -> str:
    """The majority that it needs by the rule in force, and what the votes come to."""
    needed = majority.majority_of(decision)
    if needed is None:
        return ""
    return f"{needed.sentence} ({needed.authority}): {_comes_to(decision, needed)}"


def _comes_to(decision: Decision, needed: RuleInForce) -> str:
    if decision.route == UNANIMOUS:
        return "all agreed"
    if not majority.is_counted(decision):
        return "no votes are counted"
    told = f"{decision.votes_for} of {majority.votes_of_which(decision, needed)} voted for it, which is"
    if majority.has_majority(decision, needed):
        return f"{told} enough"
    return f"{told} {'for the chair to decide' if majority.may_turn_on_a_casting_vote(decision) else 'too few'}"
