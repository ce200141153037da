"""What circulating a resolution comes to, and what writing again: to whom, with how many votes, in what words."""

from collections.abc import Mapping, Sequence
from typing import Any

from registry.doors import Foretold
from registry.press import letterhead
from registry.resolutions.counting import SHARE_NEEDED, needed
from registry.resolutions.drawing_up import drawn_up
from registry.resolutions.letters import OWN_LINK, body_of
from registry.resolutions.models import BY_EMAIL, Eligible, Resolution
from registry.resolutions.schemas import LeftOutRow, LetterRow, ToSendRow
from registry.resolutions.sending import by_person, can_be_written_to, not_answered
from registry.wording import counted
from registry.wording import day as in_words

A_READER = "[the name of each]"
NO_ADDRESS = "no e-mail address"


def sending_foretold(words: Mapping[str, Any], *, by_email: bool, otherwise: str, note: str) -> Sequence[Foretold]:
    """Who is eligible as the register now stands, how many votes it needs, and how each copy goes."""
    resolution, _ = drawn_up(words)
    lines = [
        _line(each) | {"how": BY_EMAIL if by_email and each.person.email else otherwise or NO_ADDRESS}
        for each in resolution.voting
    ]
    return (
        Foretold("Who may agree, as the register now stands", ToSendRow, lines, empty="Nobody."),
        *_kept_out(resolution),
        Foretold("What it needs", LetterRow, [{"text": text} for text in in_sentences(resolution)]),
        *_letter(resolution, note, is_written=by_email),
    )


def letters_foretold(resolution: Resolution, *, note: str) -> Sequence[Foretold]:
    waiting = by_person(not_answered(resolution))
    reached = [each for lines in waiting for each in lines if can_be_written_to(lines)]
    not_reached = [each for lines in waiting for each in lines if not can_be_written_to(lines)]
    to_write = [_line(each) | {"how": each.person.email} for each in reached]
    left_out = [_line(each) | {"why": NO_ADDRESS} for each in not_reached]
    return (
        Foretold("Who will be written to", ToSendRow, to_write, empty="Nobody."),
        Foretold("Who has not answered, and will not be written to", LeftOutRow, left_out, empty="Nobody."),
        *_letter(resolution, note, is_written=True),
    )


def in_sentences(resolution: Resolution) -> list[str]:
    """324 votes may agree; more than half are needed, 163. It lapses with the end of 28 June 2026: …"""
    total, needs = resolution.total, needed(resolution.passes_as, resolution.total)
    share = SHARE_NEEDED[resolution.passes_as]
    passes = f"{counted(total, 'vote')} in all. It passes when {share} have agreed: {needs:,}."
    if resolution.last_day is None:
        return [passes, "It does not lapse."]
    return [passes, f"It lapses with the end of {in_words(resolution.last_day)}: {resolution.lapses_by}."]


def _kept_out(resolution: Resolution) -> list[Foretold]:
    out = [_line(each) | {"why": each.kept_out} for each in resolution.eligible if each.kept_out]
    return [Foretold("Who may not agree, and is not counted", LeftOutRow, out)] if out else []


def _letter(resolution: Resolution, note: str, *, is_written: bool) -> list[Foretold]:
    if not is_written:
        return []
    lines, company = resolution.voting[:1], letterhead()["company"]
    text = body_of(resolution, lines, company=company, to=A_READER, link=OWN_LINK, words=note)
    parts = [{"text": part} for part in text.split("\n\n")]
    return [Foretold("What is written, with each reader’s own votes", LetterRow, parts)]


def _line(each: Eligible) -> dict[str, Any]:
    as_what = f"Folio {each.member.folio}" if each.member else each.seat
    name = each.member.called if each.member else each.person.called
    return {"name": name, "as_what": as_what, "votes": each.votes}
