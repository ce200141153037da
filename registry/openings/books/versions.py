"""Versions of terms of reference, of the articles, and of the shareholders’ agreement."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from registry.decisions import commands as decisions
from registry.ledger.acts import Actor
from registry.openings import rules
from registry.openings.books.brought import Answers, Book, Brought, Line, day_of, remarks_on_end
from registry.openings.books.cited import by_its_authority, remarks_on
from registry.openings.books.lines import TermsLine
from registry.terms import commands
from registry.terms.provisions import NOTICE, QUORUM
from registry.terms.rules import unfinished
from registry.wording import day as in_words

NO_TEXT = "The text is not on file."
BLANKS = "Its text has blanks: {headings}."


def in_turn(lines: Sequence[Line]) -> Iterator[Line]:
    """One line for each version, with the headings that its own lines give, at the place of the first of them."""
    for _, group in groupby(lines, key=lambda line: _version(line[1])):
        place, answers = (of_one := list(group))[0]
        told = [{"heading": each["heading"], "text": each["text"]} for _, each in of_one if each["heading"]]
        yield place, answers | {"sections": told, "differs": list(_differing(of_one))}


def _differing(lines: Sequence[Line]) -> Iterator[str]:
    """What the lines of one version say differently of it."""
    (_, first), *others = lines
    for name in first.keys() - {"heading", "text"}:
        if any(other[name] != first[name] for _, other in others):
            yield name.replace("_", " ")


def _version(answers: Answers) -> tuple[str, str, str]:
    return answers["body"].ref, answers["kind"], answers["version"]


def _rules(line: Answers) -> Iterator[dict[str, Any]]:
    for what, figure in ((QUORUM, line["quorum"]), (NOTICE, line["notice_days"])):
        if figure is not None:
            yield {"what": what, "number": figure}


def bring_in(line: Answers, by: Actor) -> Brought:
    since, until = line["since"], line["until"]
    rules.lines_of_a_version_agree(line["version"], sorted(line["differs"]))
    apart = ("since", "until", "authority", "heading", "text", "differs", "quorum", "notice_days")
    told = {name: line[name] for name in line if name not in apart} | {"provisions": list(_rules(line))}
    with by_its_authority(line["authority"]) as decision:
        terms = commands.bring_in(since=since.day, until=day_of(until), dates=since.words, **told, by=by)
    if decision is not None:
        decisions.note_effect(decision, act="terms.adopt", document=terms, by=by)
    remarks = [] if terms.sections else [NO_TEXT]
    if terms.sections and (blank := unfinished(terms)):
        remarks.append(BLANKS.format(headings=", ".join(blank)))
    words = f"{terms.called}, {terms.body.name}, in force from {in_words(terms.since)}"
    if terms.until is not None:
        words += f" until {in_words(terms.until)}"
    remarks += [*remarks_on_end(until), *remarks_on(decision, terms.since or since.day)]
    return Brought(
        words, terms, original=terms.version, dates=since.words, authority=line["authority"],
        decision=decision, remarks=remarks,
    )  # fmt: skip


BOOK = Book("Terms of reference, articles and agreements", TermsLine, bring_in, in_turn, cites=True)
