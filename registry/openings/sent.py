"""A file that was sent: its lines read, and what they would bring in found by bringing them in and undoing it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from flask import abort
from marshmallow import ValidationError

from registry import files, ledger
from registry.ledger.acts import Actor
from registry.openings import commands
from registry.openings.books import BY_NAME, Line
from registry.openings.commands import Unopened
from registry.openings.queries import entry_line, in_sum

MOST_TOLD = 20


def lines_in(what: str, content: bytes) -> Sequence[Line]:
    """What a file says; raises ValidationError, beside the file, with what is wrong line by line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError({"file": ["This file is not in UTF-8: save it as CSV UTF-8."]}) from None
    try:
        return BY_NAME[what].asks().load_numbered(text)
    except ValidationError as wrong:
        raise ValidationError({"file": first_of(_in_lines(what, wrong.normalized_messages()))}) from None


def sent_before(what: str, sha256: str) -> Sequence[Line]:
    """The lines of a file that was sent, by its hash."""
    try:
        return lines_in(what, files.kept(sha256))
    except LookupError:
        abort(404)


def rehearsed(lines: Sequence[Line], asked: Mapping[str, Any], by: Actor) -> dict[str, Any]:
    """What the file would bring in, in plain values; raises ValidationError with every line that may not be."""
    with in_words_of_the_file(), ledger.rehearsal():
        opened = commands.open_book(lines, **asked, by=by)
        entries = sorted(opened.entries, key=lambda entry: entry.place)
        told = [entry_line(entry, opened.what) | {"ref": None, "decision": None} for entry in entries]
        return {"lines": len(entries), "lacking": in_sum(opened.what, entries), "entries": told}


@contextmanager
def in_words_of_the_file() -> Iterator[None]:
    """Within, what stands in the way of some lines is said beside the file."""
    try:
        yield
    except Unopened as unopened:
        told = [f"Line {place}: {breach}" for place, breach in unopened.problems]
        raise ValidationError({"file": first_of(told)}) from None


def keep_outcome(found: Mapping[str, Any]) -> str:
    """Keep what a rehearsal found for the page that shows it, which need not rehearse anew; gives its hash."""
    return files.keep(json.dumps(found).encode())


def outcome_kept(digest: str) -> dict[str, Any]:
    try:
        found = json.loads(files.kept(digest))
    except (LookupError, ValueError):
        abort(404)
    return found if isinstance(found, dict) and "entries" in found else abort(404)


def first_of(problems: Sequence[str]) -> list[str]:
    """The first mistakes in a file, and how many more there are."""
    more = len(problems) - MOST_TOLD
    return [*problems[:MOST_TOLD], *([f"There are {more} more like these."] if more > 0 else [])]


def _in_lines(what: str, problems: Mapping[str, Any]) -> list[str]:
    labels = BY_NAME[what].asks().labels()
    return [
        f"Line {place}: {sentence}"
        for place, said in sorted(problems.items(), key=lambda problem: int(problem[0]))
        for sentence in _sentences(said, labels)
    ]


def _sentences(said: Any, labels: Mapping[str, str]) -> Iterable[str]:
    if not isinstance(said, Mapping):
        return said if isinstance(said, list) else [str(said)]
    told = ((f"{labels.get(name, name)}: ", each) for name, all_said in said.items() for each in all_said)
    return [each if each.startswith(label) else f"{label}{each}" for label, each in told]
