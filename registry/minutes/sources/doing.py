"""What was agreed to be done, by whom and by when, as it was agreed."""

from registry.actions.models import Action
from registry.actions.queries import agreed_as_minuted
from registry.meetings.models import Meeting
from registry.minutes.said import ACTION, Said


def actions(meeting: Meeting) -> dict[str | None, list[Said]]:
    found: dict[str | None, list[Said]] = {}
    for action, sentence in agreed_as_minuted(meeting):
        found.setdefault(_place(action, meeting), []).append(
            Said(ACTION, sentence, "actions.action", action.ref, after=True)
        )
    return found


def _place(action: Action, meeting: Meeting) -> str | None:
    """The item, unless it has since been struck from the agenda."""
    return action.item_ref if any(item.ref == action.item_ref for item in meeting.items) else None
