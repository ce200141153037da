"""Comparing: what a file that somebody brings has to do with what was printed here."""

import re
from hashlib import sha256

from registry import clock
from registry.check import queries
from registry.press import Print
from registry.press.codes import PRINTED, as_typed
from registry.press.signatures import SIGNS, Signature, signatures_in
from registry.reading import pages_of
from registry.wording import day, instant

SAME = "Byte for byte, this is a paper that this registry printed."
NO_SUCH_BYTES = "No paper of this registry has these bytes: it was changed since, or comes from elsewhere."
BORROWED = "It carries the code of “{title}”, printed on {day}, but is not that paper."
UNREADABLE = "It was signed, and what is left of the signature cannot be read."
PAGES_READ = 3
"""How many pages are read for a code: one of ours stands on every page."""


def compared(content: bytes) -> tuple[Print | None, list[str]]:
    """The paper of these very bytes, if there is one, and in sentences all that is found of the file."""
    paper = queries.with_bytes(sha256(content).hexdigest())
    signed = [told_of(each) for each in signatures_in(content)] or ([UNREADABLE] if SIGNS in content else [])
    return paper, [SAME, *signed] if paper else [NO_SUCH_BYTES, *_borrowed(content), *signed]


def _borrowed(content: bytes) -> list[str]:
    """Of which papers of ours a file that is none of them carries the code."""
    typed = re.findall(PRINTED, " ".join(pages_of(content, PAGES_READ)))
    papers = [queries.with_code(code) for code in dict.fromkeys(map(as_typed, typed))]
    return [BORROWED.format(title=each.title, day=day(clock.civil_day(each.at))) for each in papers if each]


def told_of(signature: Signature) -> str:
    """Who signed, when, with whose certificate, and whether anything was changed since."""
    name, at = signature.name, f" on {instant(signature.at)}" if signature.at else ""
    if not signature.intact:
        return f"It was signed{at} in the name of {name}, and has been changed since: the signature is broken."
    if not signature.covers:
        return f"It was signed{at} in the name of {name}, and something was added to it since."
    if not queries.is_ours(signature.fingerprint):
        return (
            f"It was signed{at} in the name of {name}, not by this registry: nothing here says that the name is true."
        )
    return f"It was signed{at} by {name}, with this registry’s certificate, and nothing in it has changed since."
