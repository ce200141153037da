"""Which answers a decision cannot do without, by its route and its kind, and which it has no use for."""

from marshmallow import ValidationError

from registry.decisions.doing import Answers
from registry.decisions.effects import ASKED, DOINGS, kinds_asking
from registry.decisions.models import AT_MEETING, CARRIED, POLL
from registry.meetings.models import Meeting

AT_A_MEETING = (AT_MEETING, POLL)


def demand_meeting(route: str, meeting: Meeting | None, item: int | None) -> None:
    """Raise ValidationError where the route and the meeting do not go together."""
    if route in AT_A_MEETING and meeting is None:
        raise ValidationError({"meeting": ["Say at which meeting it was decided."]})
    if route not in AT_A_MEETING and meeting is not None:
        raise ValidationError({"meeting": [f"A decision by the route “{route}” is taken without a meeting."]})
    if item is not None and meeting is None:
        raise ValidationError({"item": ["Say of which meeting this is the item."]})


def demand_answers(kind: str, outcome: str, answers: Answers) -> None:
    """Raise ValidationError, under each answer's name, for those missing and those of no use to the kind."""
    doing = DOINGS.get(kind)
    needs = doing.needs if doing and outcome == CARRIED else {}
    asks = doing.asks if doing else ()
    given = {name for name in ASKED if answers.get(name) is not None}
    missing = {name: [sentence] for name, sentence in needs.items() if name not in given}
    stray = {name: [_stray(kind, name)] for name in given if name not in asks}
    if missing or stray:
        raise ValidationError(missing | stray)


def _stray(kind: str, answer: str) -> str:
    others = " or ".join(f"“{each}”" for each in kinds_asking(answer))
    return f"A decision of the kind “{kind}” has no use for this: choose {others}, or leave it blank."
