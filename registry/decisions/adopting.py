"""What a decision about terms does: a version is adopted, or ended."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry.decisions.constitution import uphold_the_amendment, uphold_the_end
from registry.decisions.doing import Answers, Doing
from registry.decisions.models import ADOPTED, REVOKED, Decision, Effect
from registry.ledger.acts import Actor
from registry.terms import commands as terms
from registry.terms.models import Terms
from registry.wording import day as in_words


def _as_the_constitution_has_it(decision: Decision, answers: Answers) -> None:
    uphold_the_amendment(decision, answers["terms"])


def _adopt(decision: Decision, answers: Answers, by: Actor) -> None:
    terms.adopt(answers["terms"], since=decision.takes_effect, on=decision.on, by=by)


def _to_adopt(decision: Decision, answers: Answers) -> str:
    return f"Adopt {_named(answers['terms'])}, in force from {in_words(decision.takes_effect)}"


def _as_it_is_ended(decision: Decision, answers: Answers) -> None:
    uphold_the_end(decision, answers["terms"])


def _revoke(decision: Decision, answers: Answers, by: Actor) -> None:
    terms.revoke(answers["terms"], until=decision.takes_effect, by=by)


def _to_revoke(decision: Decision, answers: Answers) -> str:
    return f"End {_named(answers['terms'])}; the first day without is {in_words(decision.takes_effect)}"


def _named(of: Terms) -> str:
    return f"{of.title}, version {of.version}"


def _reads() -> Select[Any]:
    return select(Terms).options(joinedload(Terms.body))


def _adopted(adopted: Terms, effect: Effect) -> str:
    return f"Adopted {_named(adopted)}, in force from {in_words(adopted.since)}"


def _revoked(ended: Terms, effect: Effect) -> str:
    return f"Ended {_named(ended)}; the last day in force is {in_words(ended.last_day)}"


DOINGS = {
    ADOPTED: Doing(
        act="terms.adopt",
        changes="terms",
        model=Terms,
        needs={"terms": "Say which terms are adopted; draft them first if they are not here."},
        upholds=_as_the_constitution_has_it,
        does=_adopt,
        foretells=_to_adopt,
        tells=_adopted,
        reads=_reads,
        shown="terms.version",
    ),
    REVOKED: Doing(
        act="terms.revoke",
        changes="terms",
        model=Terms,
        needs={"terms": "Say which terms end."},
        upholds=_as_it_is_ended,
        does=_revoke,
        foretells=_to_revoke,
        tells=_revoked,
        reads=_reads,
        shown="terms.version",
    ),
}
