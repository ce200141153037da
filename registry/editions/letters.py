"""The letter with which an edition goes out to each who receives the pack."""

from registry import clock
from registry.editions.models import Edition
from registry.editions.rules import Step
from registry.links import commands as links
from registry.links.addresses import address_of
from registry.outbox import commands as outbox
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.press import letterhead
from registry.wording import counted
from registry.wording import day as in_words

SENT = "editions.sent"
"""The door that the links of these letters open."""


def write(edition: Edition, person: Person, changes: list[Step]) -> str:
    """Write to a person who has an e-mail address; gives the letter's ref. `changes` are those since the last."""
    last_day = max(edition.meeting.on, clock.today())
    secret = links.issue(person, purpose=SENT, about_ref=edition.ref, until=last_day + ONE_DAY)
    address = address_of(SENT, secret)
    told = {"to": person.called, "link": address, "until": in_words(last_day)}
    body = body_of(edition, [step.sentence for step in changes], **told)
    return outbox.write(person, subject=subject_of(edition), body=body, about_ref=edition.ref, secret=address).ref


def subject_of(edition: Edition) -> str:
    return f"{edition.called[0].upper()}{edition.called[1:]}"


def body_of(edition: Edition, changes: list[str], *, to: str, link: str, until: str) -> str:
    """The letter in plain text. What the pack says stands behind the link alone."""
    pages = f"It has {counted(len(edition.labels), 'page')}."
    parts = (
        f"Dear {to},",
        f"The pack for the meeting of {edition.meeting.called} has been issued: edition {edition.number}. {pages}",
        edition.why,
        "\n".join(("If you keep the last edition on paper:", *(f"- {each}" for each in changes))) if changes else "",
        "Open this link for your own copy. It is yours alone and needs no password.",
        link,
        f"It can be used until {until}. Do not pass it on: whoever holds it can read what you may read.",
        f"The company secretary\n{letterhead()['company']}",
    )
    return "\n\n".join(part for part in parts if part)
