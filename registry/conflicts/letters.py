"""The letter that asks somebody, before a meeting, of the items that touch her interests."""

from datetime import date

from registry import clock
from registry.links import commands as links
from registry.links.addresses import address_of
from registry.meetings.models import Meeting
from registry.outbox import commands as outbox
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.press import letterhead
from registry.wording import day as in_words

ASKED = "conflicts.asked"
"""The door that the links of these letters open."""


def write(meeting: Meeting, person: Person) -> None:
    """Write to a person who has an e-mail address; her link can be used until the day of the meeting."""
    secret = links.issue(person, purpose=ASKED, about_ref=meeting.ref, until=meeting.on + ONE_DAY)
    address = address_of(ASKED, secret)
    body = body_of(meeting, to=person.name_on(clock.today()), link=address)
    outbox.write(person, subject=subject_of(meeting), body=body, about_ref=meeting.ref, secret=address)


def subject_of(meeting: Meeting) -> str:
    return f"Before the meeting of {meeting.body.name} on {in_words(meeting.on)}: your interests"


def body_of(meeting: Meeting, *, to: str, link: str) -> str:
    """The letter in plain text. What the items are, and what is known of her, stands behind the link alone."""
    parts = (
        f"Dear {to},",
        f"The registers say that something on the agenda of {meeting.body.name} for {in_words(meeting.on)} may touch "
        "your interests. Please say whether that is right, before the meeting.",
        "Open this link. It is yours alone and needs no password.",
        link,
        f"It can be used until {in_words(last_day(meeting))}. Do not pass it on: whoever holds it can answer in your "
        "name.",
        f"The company secretary\n{letterhead()['company']}",
    )
    return "\n\n".join(parts)


def last_day(meeting: Meeting) -> date:
    return meeting.on
