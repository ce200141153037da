"""What is said of an action: where it was agreed, by when it is due, what became of it, and how minutes put it."""

from datetime import date

from registry.actions.models import ASKED, DONE, DROPPED, HANDED_OVER, MOVED, NOTED, Action, ActionStep
from registry.meetings.models import Item
from registry.wording import day as in_words

NEXT_MEETING = "the next meeting"


def by_when(due: date | None) -> str:
    return in_words(due) if due else NEXT_MEETING


def minute_of(action: Action) -> str:
    """ACTION A/EB/26/3: Dr Asha Patel, with Ben Okoro, to write to the landlord by 30 November 2026."""
    others = [each.person.name_on(action.agreed) for each in action.others]
    who = f"{action.owner.name_on(action.agreed)}{f', with {_and(others)},' if others else ''}"
    return f"ACTION {action.number}: {who} to {action.what} by {by_when(action.due)}."


def where_agreed(action: Action) -> str:
    """Meeting of 14 November 2026, item 3: Rent; or the decision by which it was."""
    if action.meeting is None:
        return f"Decision {action.decision.number}" if action.decision else ""
    item = _item(action.item) if action.item else ""
    decision = f" ({action.decision.number})" if action.decision else ""
    return f"Meeting of {in_words(action.meeting.on)}{item}{decision}"


def _item(item: Item) -> str:
    """Whoever has an action of a restricted item is told no more than its number."""
    return f", item {item.place}" if item.restricted else f", item {item.place}: {item.title}"


def step_in_words(step: ActionStep) -> str:
    """12 October 2026: Dr Asha Patel told: “The landlord has answered.”."""
    return f"{in_words(step.on)}: {_became(step)}"


def _became(step: ActionStep) -> str:
    name = step.person.name_on(step.on) if step.person else ""
    why = f": {step.words}" if step.words else ""
    told = {
        NOTED: f"{name}{why}",
        ASKED: f"{name} was asked by letter how far it has come",
        MOVED: f"moved to {by_when(step.due)}{why}",
        HANDED_OVER: f"handed over to {name}{why}",
        DONE: f"done{why}",
        DROPPED: f"dropped{why}",
    }
    return told.get(step.what, f"{step.what}{why}")


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
