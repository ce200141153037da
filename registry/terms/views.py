from typing import Any

from flask import abort, g, request, url_for

from registry.db import db
from registry.doors import Duty, Found, Room
from registry.structure.models import Body
from registry.terms import changes, commands, queries
from registry.terms.in_force import rule_lines
from registry.terms.models import TEN_HEADINGS, TERMS_OF_REFERENCE, Terms
from registry.terms.schemas import DraftForm, RedlinePage, ReviseForm, RuleRow, RuleSheetPage, TermsRow, VersionPage

room = Room(__name__)

INLINE, BESIDE, CHANGES_ONLY = LAYOUTS = "inline", "beside", "changes"
"""How two versions are shown: as one text, side by side, or only what changed."""


@room.page("/register", needs="terms.read", tells=TermsRow, title="Terms", acts=("terms.draft",))
def register(on):
    return queries.terms_on(on)


@room.page("/<word>", needs="terms.read", tells=VersionPage, title="Terms", of=Terms, acts=("terms.revise",))
def version(terms, on):
    before = changes.before(terms)
    return queries.version_on(terms, on) | {"before": before and before.version}


@room.page("/<word>/redline", needs="terms.read", tells=RedlinePage, title="What changed", of=Terms)
def redline(terms, on):
    """A version against the one that the address names as `old`, or else the one before it."""
    named = request.args.get("old")
    old = db.session.get(Terms, named) if named else changes.before(terms)
    if old is None or (old.body_ref, old.kind) != (terms.body_ref, terms.kind):
        abort(404)
    asked = request.args.get("layout", "")
    return changes.redline_on(terms, old, on) | {"layout": asked if asked in LAYOUTS else INLINE}


@room.page("/<word>/rules", needs="terms.read", tells=RuleSheetPage, title="Rules in force", of=Body)
def rule_sheet(body, on):
    told = {"ref": body.ref, "body": body.name, "body_ref": body.ref, "day": on}
    return told | {"rules": rule_lines(body, on)}


def first_words() -> dict[str, Any]:
    """The ten headings; or, where the address names a version to come `after`, its words, to be changed."""
    if (before := db.session.get(Terms, request.args.get("after", ""))) is not None:
        return words_of(before) | {"body": before.body, "kind": before.kind, "version": None, "review_due": None}
    headings = {f"sections-{place}-heading": heading for place, heading in enumerate(TEN_HEADINGS)}
    return {"kind": TERMS_OF_REFERENCE, **headings}


def words_of(terms: Terms) -> dict[str, Any]:
    """What a version says now, as a page asks it."""
    told: dict[str, Any] = {name: getattr(terms, name) for name in ("title", "version")}
    told["review_due"] = terms.review_due
    for place, section in enumerate(terms.sections):
        told |= {f"sections-{place}-heading": section.heading, f"sections-{place}-text": section.text}
    for place, line in enumerate(terms.table):
        told |= {f"table-{place}-practice": line.practice, f"table-{place}-person": line.person}
        told[f"table-{place}-responsibility"] = line.responsibility
    for place, rule in enumerate(terms.provisions):
        asked = ("what", "number", "of", "who", "matter", "over", "clause")
        told |= {f"provisions-{place}-{name}": getattr(rule, name) for name in asked}
    return told


@room.form("/draft", needs="terms.draft", asks=DraftForm, title="Draft terms", offers=first_words)
def draft(answer):
    return url_for(".version", word=commands.draft(**answer, by=g.account).ref)


@room.form(
    "/<word>/revise",
    needs="terms.revise",
    asks=ReviseForm,
    title="Revise this draft",
    of=Terms,
    edits=True,
    offers=words_of,
)
def revise(terms, answer):
    commands.revise(terms, **answer, by=g.account)
    return url_for(".version", word=terms.ref)


@room.panel(
    on=Body, needs="terms.read", tells=TermsRow, title="Terms of reference", empty="It has no terms of reference."
)
def terms_of(body, on):
    return queries.terms_on(on, body)


@room.panel(on=Body, needs="terms.read", tells=RuleRow, title="Rules in force", empty="No rule is told as data.")
def rules_of(body, on):
    return [rule for rule in rule_lines(body, on) if rule["what"]]


@room.duties(needs="terms.draft")
def reviews(on):
    for terms in queries.due_for_review(on):
        sentence = f"Review “{terms.title}”, version {terms.version}."
        authority = f"{terms.title}, version {terms.version}"
        yield Duty(sentence, terms.review_due, authority, url_for("terms.version", word=terms.ref))


@room.searched(needs="terms.read")
def search(words, on):
    for line in queries.terms_on(on):
        text = f"{line['title']}, {line['body']}, version {line['version']}, {line['status']}"
        if words.lower() in text.lower():
            yield Found("Terms", text, url_for("terms.version", word=line["ref"]))
    for section in queries.sections_with(words):
        text = f"{section.place}. {section.heading}: {section.terms.title}, version {section.terms.version}"
        href = url_for("terms.version", word=section.terms_ref, _anchor=f"section-{section.place}")
        yield Found("Clause", text, href)
