"""What a certified extract says: what it is taken from, what that proves, and how the decision stands."""

from datetime import date
from typing import Any

from registry.decisions.models import CARRIED, POLL, UNANIMOUS, WRITTEN
from registry.structure.models import GENERAL_MEETING
from registry.wording import day as in_words

Line = dict[str, Any]

MINUTES_OF_DIRECTORS = (
    "Minutes signed by the chair of the meeting, or of the next, are evidence of what was done at it"
    " (Companies Act 2006, s.249)."
)
MINUTES_OF_MEMBERS = (
    "Minutes of a general meeting signed by its chair, or by that of the next, are evidence of what was done at it"
    " (Companies Act 2006, s.356)."
)
RECORD_OF_MEMBERS = (
    "The record of a resolution passed otherwise than at a general meeting, signed by a director or the secretary,"
    " is evidence that it was passed (Companies Act 2006, s.356(2))."
)
RECORD_OF_DIRECTORS = "A written record of every decision is kept for ten years at least (Model Articles, art. 15)."
ENDED = "superseded", "rescinded"
NOT_CARRIED = {"lost": "It was put, and was not carried.", "lapsed": "It lapsed.", "deferred": "It was deferred."}


def certifies(decision: Line, kind: str, minutes: Line | None) -> str:
    """I certify that this is a true extract from the minutes of the meeting of the Board held on 8 December 2026."""
    on = in_words(decision["on"])
    meeting = "general meeting" if kind == GENERAL_MEETING else f"meeting of {decision['body']}"
    if minutes:
        at = f", item {minutes['item']}" if minutes["item"] else ""
        what = f"extract from the minutes of the {meeting} held on {on}{at}"
    elif decision["meeting_ref"]:
        what = f"extract from the record of what was decided at the {meeting} held on {on}"
    elif decision["route"] == WRITTEN:
        who = "the members" if kind == GENERAL_MEETING else decision["body"]
        what = f"copy of a resolution that {who} passed in writing on {on}"
    else:
        what = f"extract from the record of the decisions of {decision['body']}, of {on}"
    return f"I certify that what follows is a true {what}."


def passed(decision: Line, special: bool) -> str:
    """At a general meeting of the company held on 25 February 2020 this was passed as a special resolution."""
    on, sort = in_words(decision["on"]), "a special" if special else "an ordinary"
    if decision["meeting_ref"]:
        how = " on a poll" if decision["route"] == POLL else ""
        return f"At a general meeting of the company held on {on}, the following was passed{how} as {sort} resolution:"
    return f"The following was passed by the members of the company in writing, on {on}, as {sort} resolution:"


def proves(kind: str, route: str, minutes: Line | None) -> str:
    """What the law makes of its source, if anything, by the kind of the body."""
    of_members = kind == GENERAL_MEETING
    if minutes and minutes["authenticated"]:
        return MINUTES_OF_MEMBERS if of_members else MINUTES_OF_DIRECTORS
    if of_members:
        return RECORD_OF_MEMBERS if route == WRITTEN else ""
    return RECORD_OF_DIRECTORS if route in (WRITTEN, UNANIMOUS) else ""


def stands(decision: Line, day: date) -> str:
    """It is in force: no later decision had superseded or rescinded it by 14 May 2026."""
    status, by = decision["status"], in_words(day)
    if decision["outcome"] != CARRIED:
        return NOT_CARRIED[decision["outcome"]]
    if status in ENDED:
        return f"It has been {status}, and was no longer in force on {by}."
    if decision["later"]:
        return f"On {by} it was {status}."
    also = "" if status == "in force" else f" It is {status}."
    return f"No later decision had superseded or rescinded it by {by}.{also}"
