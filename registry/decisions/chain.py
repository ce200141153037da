"""From what the registers say back to the articles: each link with its place in the ledger."""

from typing import Any

from registry import ledger
from registry.decisions.authority import authority_of
from registry.decisions.models import Decision, Effect
from registry.decisions.queries import decision_on
from registry.wording import day as in_words

Link = dict[str, Any]

WHAT = {
    "meetings.meeting": "Decided at",
    "terms.version": "Under",
    "decisions.decision": "Terms adopted by",
}
ADOPTS = ("terms.adopt", "terms.bring_in")


def chain_of(decision: Decision) -> list[Link]:
    """What the decision did, the decision, its meeting, the terms in force, who adopted those, and the clause."""
    line = decision_on(decision, decision.takes_effect)
    did = [_did(effect, told) for effect, told in zip(decision.effects, line["effects"], strict=True)]
    words = f"Decision {decision.number} of {decision.body.name}, {in_words(decision.on)}: {decision.text}"
    itself = {"what": "By", "text": words, "page": "decisions.decision", "ref": decision.ref}
    steps = [{"what": WHAT.get(step.get("page") or "", "Under")} | step for step in authority_of(decision)]
    steps[-1]["what"] = "In the end by"
    return [*did, *(link | {"entry": _entry(link)} for link in (itself, *steps))]


def _did(effect: Effect, told: Link) -> Link:
    entry = ledger.seq_of(effect.document_ref, effect.act, because=effect.decision_ref)
    return told | {"what": "In the register", "entry": entry}


def _entry(link: Link) -> int | None:
    """Where the ledger has it: terms as they were adopted, all else as it was first entered."""
    if link["ref"] is None:
        return None
    acts = ADOPTS if link["page"] == "terms.version" else ()
    return ledger.seq_of(link["ref"], *acts)
