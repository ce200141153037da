"""What the register says in words: of an interest, and of a person's last word on having any."""

from datetime import date

from registry.interests import rules
from registry.interests.models import (
    CLOSE,
    FINANCIAL,
    INDIRECT,
    KINDS,
    NOT_SURE,
    OWN,
    PERSONAL,
    PRACTICE,
    PROFESSIONAL,
    Confirmation,
    Interest,
)
from registry.wording import day as worded

KINDS_IN_WORDS = {kind: kind[0].upper() + kind[1:] for kind in KINDS}
KINDS_EXPLAINED = {
    FINANCIAL: "Financial: you or your practice could gain or lose money, such as by a partnership or paid work",
    PROFESSIONAL: "Non-financial professional: your name or career could gain, such as by an unpaid post or research",
    PERSONAL: "Non-financial personal: you could gain in some other way, such as with a charity you help to run",
    INDIRECT: "Indirect: someone close to you has an interest like these",
    NOT_SURE: "I am not sure: the company secretary will say",
}
WHOSE_IN_WORDS = {"": "", OWN: "Own", PRACTICE: "The practice’s", CLOSE: "Someone close"}
WHOSE_EXPLAINED = {OWN: "Me", PRACTICE: "My practice", CLOSE: "Someone close to me"}
NOTHING_TO_DECLARE = "Nothing to declare"
NAMES_SHOWN = 3


def marks(interest: Interest, on: date, became: str = "") -> list[str]:
    """What a reader should notice about an interest on a day; of its organisation, what it `became` since."""
    late = rules.days_late(interest.since, interest.declared_on)
    found = {
        f"arises on {worded(interest.since)}": on < interest.since,
        f"declared late, {late} days after it arose": late is not None,
        "ended": interest.until is not None and interest.until <= on,
        "private": not interest.public,
        "its kind is to be settled": interest.kind == NOT_SURE,
        became: bool(became),
    }
    return [words for words, so in found.items() if so]


def where_shown(interest: Interest, on: date) -> str:
    """Whether an interest is published on a day and, if not, why: what whoever declared it should know."""
    if interest.kind == NOT_SURE:
        return "Not published until the company secretary has said of what kind it is."
    if not interest.public:
        return "Kept off the public register. The company secretary looks at the reason given."
    if not rules.is_shown(interest.until, on, private=False):
        return "No longer on the public register. It is kept in private for six years after it ended."
    return "On the public register."


def nothing_confirmed(name: str, on: date) -> str:
    return f"{name}, as confirmed on {worded(on)}, has nothing to declare."


def last_said(word: Confirmation | None, *, nothing: bool) -> str:
    """A person's own last word, as it is told to that person; `nothing` if there is still nothing to declare."""
    if word is None:
        return "You have not confirmed your declarations yet."
    if nothing:
        return f"You confirmed on {worded(word.on)} that you have nothing to declare."
    return f"You last confirmed your declarations on {worded(word.on)}."


def last_told(name: str, word: Confirmation | None, *, nothing: bool) -> str:
    """A person's last word, as it is told to others."""
    if word is None:
        return f"{name} has not confirmed these declarations yet."
    if nothing:
        return nothing_confirmed(name, word.on)
    return f"{name} last confirmed these declarations on {worded(word.on)}."


def due_again(word: Confirmation | None, on: date) -> str:
    """When the next confirmation is due, or was."""
    if word is None:
        return "A confirmation is due now."
    due = rules.due_after(word.on)
    return f"Due again by {worded(due)}." if on <= due else f"A confirmation was due by {worded(due)}."


def some_of(names: list[str]) -> str:
    """The first few of many names, and how many others there are."""
    if len(names) <= NAMES_SHOWN + 1:
        return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    return f"{', '.join(names[:NAMES_SHOWN])} and {len(names) - NAMES_SHOWN} others"
