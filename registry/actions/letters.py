"""The letter that asks somebody how far an action has come, with a link to say so without signing in."""

from datetime import date, timedelta

from registry import clock
from registry.actions.models import Action
from registry.actions.sentences import by_when
from registry.links import commands as links
from registry.links.addresses import address_of
from registry.outbox import commands as outbox
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.press import letterhead
from registry.wording import day as in_words

REPORT = "actions.report"
"""The door that the links of these letters open."""

TIME_TO_ANSWER = timedelta(days=28)


def write(action: Action, owner: Person, due: date | None) -> None:
    """Write to whoever has the action, who must have an e-mail address; `due` is the day by which it is to be done."""
    until = clock.today() + TIME_TO_ANSWER
    secret = links.issue(owner, purpose=REPORT, about_ref=action.ref, until=until)
    address = address_of(REPORT, secret)
    body = body_of(action, to=owner.name_on(clock.today()), due=due, link=address, last_day=until - ONE_DAY)
    outbox.write(owner, subject=subject_of(action), body=body, about_ref=action.ref, secret=address)


def subject_of(action: Action) -> str:
    return f"How far has it come? Action {action.number} of {action.body.name}"


def body_of(action: Action, *, to: str, due: date | None, link: str, last_day: date) -> str:
    """The letter in plain text, for somebody who reads it on a telephone."""
    parts = (
        f"Dear {to},",
        f"On {in_words(action.agreed)} {action.body.name} agreed that you are to {action.what}, by {by_when(due)} "
        f"({action.number}). Please say how far it has come.",
        "Open this link. It is yours alone and needs no password.",
        link,
        f"It can be used until {in_words(last_day)}. Do not pass it on: whoever holds it can answer in your name.",
        f"The company secretary\n{letterhead()['company']}",
    )
    return "\n\n".join(parts)
