"""The letters with which a resolution goes out, and by which those are reminded who have not answered."""

from collections.abc import Sequence

from registry.resolutions.counting import SHARE_NEEDED, needed
from registry.resolutions.models import SPECIAL, UNANIMOUSLY, Eligible, Resolution
from registry.wording import counted, day

OWN_LINK = "[a link, which is each reader’s own]"


def subject_of(resolution: Resolution, *, is_first: bool) -> str:
    what = "Decision without a meeting" if resolution.passes_as == UNANIMOUSLY else "Written resolution"
    by_when = f", by {day(resolution.last_day)}" if resolution.last_day else ""
    return f"{'' if is_first else 'Reminder: '}{what}: {resolution.title}{by_when}"


def body_of(
    resolution: Resolution, lines: Sequence[Eligible], *, company: str, to: str, link: str, words: str = ""
) -> str:
    """The letter in plain text: the whole resolution, how to agree and until when; `words` are the secretary's own."""
    parts = [
        f"Dear {to},",
        asked_of(resolution, company),
        words,
        resolution.title,
        resolution.text,
        votes_in_words(resolution, lines),
        "To agree, open this link. It is yours alone and needs no password. Then tick that you agree, and press the "
        "button. Or sign the paper that it leads to, and return it.",
        link,
        until_when(resolution),
        "An agreement cannot be withdrawn. Do not pass the link on: whoever holds it can agree in your name.",
        f"The company secretary\n{company}",
    ]
    return "\n\n".join(part for part in parts if part)


def asked_of(resolution: Resolution, company: str) -> str:
    if resolution.passes_as == UNANIMOUSLY:
        return f"{resolution.body.name} of {company} is asked to take this decision without a meeting."
    special = " as a special resolution" if resolution.passes_as == SPECIAL else ""
    return f"The members of {company} are asked to pass this resolution in writing{special}."


def votes_in_words(resolution: Resolution, lines: Sequence[Eligible]) -> str:
    """You have 9 of 324 votes. It passes when more than half have agreed, which is 163 votes."""
    total, own = resolution.total, sum(each.votes for each in lines)
    needs = f"It passes when {SHARE_NEEDED[resolution.passes_as]} have agreed, which is {_votes(resolution, total)}."
    return f"You have {own:,} of {counted(total, 'vote')}. {needs} Not to answer is not to agree."


def _votes(resolution: Resolution, total: int) -> str:
    return counted(needed(resolution.passes_as, total), "vote")


def until_when(resolution: Resolution) -> str:
    if resolution.last_day is None:
        return "There is no last day for it, but an early answer helps."
    return f"If it has not passed by the end of {day(resolution.last_day)}, it lapses: {resolution.lapses_by}."
