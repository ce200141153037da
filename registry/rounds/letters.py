"""The letters that a round writes."""

from datetime import date

from registry.rounds.models import ANNUAL, Round
from registry.wording import day

OWN_LINK = "[a link, which is each reader’s own]"


def subject_of(round: Round, *, is_first: bool) -> str:
    if is_first:
        return f"Your declaration of interests, please, by {day(round.due)}"
    return f"Reminder: your declaration of interests, due by {day(round.due)}"


def body_of(round: Round, *, company: str, to: str, link: str, last_day: date, words: str = "") -> str:
    """The letter in plain text, for somebody who reads it on a telephone; `words` are the secretary's own."""
    often = "once a year" if round.kind == ANNUAL else "twice a year"
    parts = [
        f"Dear {to},",
        f"{company} asks everyone who decides for it to say {often} what interests they have, or that they have none. "
        f"Please answer by {day(round.due)}.",
        words,
        "Open this link. It is yours alone and needs no password. If nothing has changed, one button says so.",
        link,
        f"It can be used until {day(last_day)}. Do not pass it on: whoever holds it can answer in your name.",
        f"The company secretary\n{company}",
    ]
    return "\n\n".join(part for part in parts if part)
