"""Notice of a meeting: how it is reckoned, what it says, and whether it was enough."""

from datetime import date
from typing import Any

from registry.meetings import proceedings, rules
from registry.meetings.agreeing import consents_to
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld
from registry.meetings.rules import Reckoned
from registry.meetings.serving import told
from registry.structure.models import GENERAL_MEETING
from registry.terms.in_force import RulesInForce, rules_in_force
from registry.terms.provisions import NOTICE
from registry.wording import counted
from registry.wording import day as in_words


def notice_reckoned(meeting: Meeting, in_force: RulesInForce) -> Reckoned:
    """When notice was given, in clear days, beside what the rules in force on the day of the meeting ask."""
    asked, authority = asked_of(meeting, in_force)
    return Reckoned(meeting.notice_given, meeting.on, asked, authority)


def asked_of(meeting: Meeting, in_force: RulesInForce, on: date | None = None) -> tuple[int | None, str]:
    """How many clear days, and what says so; none, where nothing does. `on` is the day, if it were moved there."""
    first = meeting.adjourned_from
    if first is not None and meeting.body.kind == GENERAL_MEETING:
        return rules.of_an_adjourned_meeting(first.on, on or meeting.on), rules.OF_AN_ADJOURNED_MEETING
    rule = in_force.of(NOTICE)
    return (None, rules.NOTICE_BY_DEFAULT) if rule is None else (rule.number, rule.authority)


def anew(meeting: Meeting, on: date, today: date) -> list[str]:
    """What is asked if the meeting is moved to another day, by the rules in force on that day."""
    asked, authority = asked_of(meeting, rules_in_force(meeting.body, on), on)
    had = meeting.notice_given
    fresh = f"Notice was given on {in_words(had)} of {in_words(meeting.on)}: it is given anew." if had else ""
    if not asked:
        return [said for said in (fresh, f"Nothing says how many days of notice there must be ({authority}).") if said]
    last = rules.last_day_for_notice(on, asked)
    by = f"{counted(asked, 'clear day')} before {in_words(on)}: by {in_words(last)} ({authority})."
    first = in_words(rules.earliest_meeting(today, asked))
    late = "" if today <= last else f"It is too late for that: given today, it is for {first} at the earliest."
    return [said for said in (fresh, by, late) if said]


def demand_that_it_was_called(meeting: Meeting) -> None:
    """Let nobody enter what was done at a meeting that was called off, or of the members on too short a notice."""
    rules.was_not_called_off(meeting.cancelled)
    if meeting.body.kind == GENERAL_MEETING:
        rules.notice_was_sufficient(*_enough(meeting))


def is_on_enough_notice(meeting: Meeting) -> bool:
    """Whether it may be held: a general meeting on the notice asked for, or on less to which the members agreed."""
    return meeting.body.kind != GENERAL_MEETING or rules.notice_was_sufficient.keeps(*_enough(meeting))


def _enough(meeting: Meeting) -> tuple[int | None, int | None, bool]:
    """The days there were, the days asked for, and whether the members agreed to less."""
    in_force = rules_in_force(meeting.body, meeting.on)
    reckoned = notice_reckoned(meeting, in_force)
    is_agreed = bool(meeting.consents) and consents_to(meeting, in_force).suffice
    return reckoned.days, reckoned.asked, is_agreed


def notice_to_all(meeting: Meeting) -> dict[str, Any]:
    """What goes out to everybody who must have notice: nothing restricted is in it."""
    general = meeting.body.kind == GENERAL_MEETING
    agenda = proceedings.agenda_of(meeting, {}, withheld(meeting))
    sent = [notice.sent for notice in told(meeting) if notice.sent]
    return {
        "ref": meeting.ref,
        "title": f"Notice of {'a general meeting' if general else f'a meeting of {meeting.body.name}'}",
        "body": meeting.body.name,
        "on": meeting.on,
        "begins": meeting.begins,
        "place": meeting.place,
        "joining": meeting.joining,
        "general": general,
        "business": [item for item in agenda if item["withdrawn"] is None],
        "adjourned_from": meeting.adjourned_from and meeting.adjourned_from.on,
        "sent": min(sent, default=meeting.notice_given),
        "version": meeting.version and meeting.version.number,
    }
