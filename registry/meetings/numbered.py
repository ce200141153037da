from marshmallow import ValidationError

from registry.meetings.models import Item, Meeting


def numbered(meeting: Meeting, number: int) -> Item:
    """The item of a number on the agenda; raises ValidationError if there is none."""
    found = next((item for item in meeting.items if item.place == number), None)
    if found is None:
        raise ValidationError({"item": [f"The agenda of this meeting has no item {number}."]})
    return found
