"""What whoever comes by a link is shown: the resolution, what is asked of her, and what she has said."""

from typing import Any

from registry import clock
from registry.links.models import Link
from registry.press import letterhead
from registry.resolutions.letters import asked_of, until_when, votes_in_words
from registry.resolutions.models import Eligible, Resolution
from registry.resolutions.states import LAPSED, OPEN, PASSED, VOID, answer_at, counts_as, state_at
from registry.resolutions.telling import days_left
from registry.wording import instant


def own_page(link: Link, resolution: Resolution) -> dict[str, Any]:
    """Of her own votes and her own answer; of the others, no more than whether it has passed."""
    now = clock.now()
    lines = [each for each in resolution.voting if each.person_ref == link.person_ref]
    state = state_at(resolution, now)
    has_agreed = all(resolution.agreement_of(each) is not None for each in lines)
    return {
        "title": resolution.title,
        "name": "; ".join(each.named_on(resolution.circulated_on) for each in lines),
        "body": resolution.body.name,
        "passes_as": resolution.passes_as,
        "text": resolution.text,
        "asked": asked_of(resolution, letterhead()["company"]),
        "weight": votes_in_words(resolution, lines),
        "last_day": resolution.last_day,
        "until": until_when(resolution),
        "days_left": days_left(resolution, now) if state == OPEN else None,
        "state": state,
        "said": "; ".join(_said(resolution, each) for each in lines if answer_at(resolution, each, now)),
        "stands": _stands(resolution, state),
        "may_agree": bool(lines) and not has_agreed and state in (OPEN, PASSED),
        "signs": [each.named_on(resolution.circulated_on) for each in lines],
    }


def _said(resolution: Resolution, eligible: Eligible) -> str:
    """You agreed on 28 June 2026 at 23:59."""
    answer = answer_at(resolution, eligible, clock.now())
    assert answer is not None
    counts = counts_as(resolution, answer)
    when = instant(answer.at)
    if counts == VOID:
        return f"You agreed on {when}, when it had lapsed: that is kept, and of no effect"
    return f"You agreed on {when}" if answer.says == "agreed" else f"You did not agree, on {when}"


def _stands(resolution: Resolution, state: str) -> str:
    if state == PASSED:
        return f"It passed on {instant(resolution.passed_at)}."
    if state == LAPSED:
        return f"It lapsed on {instant(resolution.lapses)}, and nobody can agree to it any more."
    return ""
