"""What this room brings to the pages of others."""

from flask import url_for

from registry.doors import Duty
from registry.meetings.models import Meeting
from registry.minutes import held, rules
from registry.minutes.lines import APPROVED, CIRCULATED
from registry.minutes.schemas import OfMeetingRow, ToConfirmRow
from registry.minutes.views.doors import readable, room
from registry.wording import counted
from registry.wording import day as in_words

RECENT_DAYS = 365


@room.panel(on=Meeting, needs="minutes.read", tells=OfMeetingRow, title="Minutes", empty="There are none yet.")
def minutes_of_meeting(meeting, on):
    return held.minutes_of(meeting, on) if readable()(meeting) else []


@room.panel(on=Meeting, needs="minutes.read", tells=ToConfirmRow, title="Minutes to confirm", empty="")
def minutes_to_confirm(meeting, on):
    return held.to_confirm_at(meeting, on) if readable()(meeting) else []


@room.duties(needs="minutes.write")
def to_minute(on):
    """Of each meeting of the last year by itself; of those before, how many."""
    lines = [line for line in held.held_by(on, readable()) if line["ref"] is None]
    recent = [line for line in lines if (on - line["on"]).days <= RECENT_DAYS]
    for line in recent:
        sentence = f"Circulate the minutes of {line['meeting']}."
        yield Duty(sentence, None, line["authority"], url_for("meetings.meeting", word=line["meeting_ref"]))
    if (earlier := len(lines) - len(recent)) > 0:
        sentence = f"{counted(earlier, 'earlier meeting has', 'earlier meetings have')} no minutes here."
        yield Duty(sentence, None, rules.OF_DIRECTORS, url_for("minutes.register"))


@room.duties(needs="minutes.write")
def to_go_on_with(on):
    """Minutes with suggestions to answer, those that a meeting has met on since, and those to be signed."""
    for line in held.held_by(on, readable()):
        if line["to_answer"]:
            said = f"Answer {counted(line['to_answer'], 'suggestion')} on the minutes of {line['meeting']}."
            yield Duty(said, None, rules.GUIDANCE, url_for("minutes.minutes", word=line["ref"]))
        if line["state"] == APPROVED:
            said = f"Have the minutes of {line['meeting']} signed by the chair."
            yield Duty(said, None, rules.SIGNED_BY_THE_CHAIR, url_for("minutes.minutes", word=line["ref"]))
        if line["state"] == CIRCULATED and line["next"]:
            said = f"Record whether the meeting of {in_words(line['next'])} approved the minutes of {line['meeting']}."
            yield Duty(said, None, rules.GUIDANCE, url_for("minutes.approve", word=line["ref"]))
