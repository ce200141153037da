from flask import abort, g, request, url_for

from registry import clock
from registry.doors import Duty, Found, Room
from registry.doors.hung import has_all
from registry.files import kept
from registry.forms import named
from registry.index import Said
from registry.structure.models import Body
from registry.terms import changes, commands, queries, returns
from registry.terms.boxes import boxes_of
from registry.terms.in_force import rule_lines
from registry.terms.models import CIRCULATED, Terms
from registry.terms.schemas import (
    AmendForm,
    RedlinePage,
    RuleRow,
    RuleSheetPage,
    SignedForm,
    TermsRow,
    VersionPage,
    WithdrawForm,
)
from registry.terms.version import version_on

room = Room(__name__)
returns.hang_all()

INLINE, BESIDE, CHANGES_ONLY = LAYOUTS = "inline", "beside", "changes"
"""How two versions are shown: as one text, side by side, or only what changed."""


@room.page("/register", needs="terms.read", tells=TermsRow, title="Terms", acts=("drafts.begin",))
def register(on):
    return queries.terms_on(on)


@room.page(
    "/<word>",
    needs="terms.read",
    tells=VersionPage,
    title="Terms",
    of=Terms,
    acts=("comments.make", "terms.amend", "terms.withdraw", "terms.keep_signed_copy"),
)
def version(terms, on):
    before = changes.before(terms)
    return version_on(terms, on) | {"before": before and before.version}


@room.page("/<word>/redline", needs="terms.read", tells=RedlinePage, title="What changed", of=Terms, panels=False)
def redline(terms, on):
    """A version against the one that the address names as `old`, or else the one before it."""
    word = request.args.get("old")
    old = named(Terms, word) if word else changes.before(terms)
    if old is None or (old.body_ref, old.kind) != (terms.body_ref, terms.kind):
        abort(404)
    asked = request.args.get("layout", "")
    return changes.redline_on(terms, old, on) | {"layout": asked if asked in LAYOUTS else INLINE}


@room.page("/<word>/rules", needs="terms.read", tells=RuleSheetPage, title="Rules in force", of=Body, panels=False)
def rule_sheet(body, on):
    told = {"ref": body.ref, "body": body.name, "body_ref": body.ref, "day": on}
    return told | {"rules": rule_lines(body, on)}


@room.form(
    "/<word>/amend",
    needs="terms.amend",
    asks=AmendForm,
    title="Amended at a meeting",
    of=Terms,
    offers=lambda terms: boxes_of(terms) | {"version": None, "amended": clock.today()},
    when=lambda terms: terms.status(clock.today()) == CIRCULATED,
)
def amend(terms, answer):
    return at(commands.amend(terms, **answer, by=g.account))


@room.form(
    "/<word>/withdraw",
    needs="terms.withdraw",
    asks=WithdrawForm,
    title="Withdraw this version",
    of=Terms,
    edits=True,
    offers=lambda terms: {"on": clock.today()},
    when=lambda terms: terms.since is None and terms.withdrawn is None,
)
def withdraw(terms, answer):
    commands.withdraw(terms, **answer, by=g.account)
    return at(terms)


@room.form(
    "/<word>/keep_signed_copy",
    needs="terms.keep_signed_copy",
    asks=SignedForm,
    title="Keep the signed copy",
    of=Terms,
    edits=True,
    when=lambda terms: terms.since is not None,
)
def keep_signed_copy(terms, answer):
    commands.keep_signed_copy(terms, **answer, by=g.account)
    return at(terms)


@room.file("/<word>/signed", needs="terms.read", title="Signed copy", of=Terms)
def signed_copy(terms):
    return (terms.signed_name, kept(terms.signed)) if terms.signed else abort(404)


def at(terms: Terms) -> str:
    return url_for("terms.version", word=terms.ref)


@room.panel(
    on=Body, needs="terms.read", tells=TermsRow, title="Terms of reference", empty="It has no terms of reference."
)
def terms_of(body, on):
    return queries.terms_on(on, body)


@room.panel(on=Body, needs="terms.read", tells=RuleRow, title="Rules in force", empty="No rule is told as data.")
def rules_of(body, on):
    return [rule for rule in rule_lines(body, on) if rule["what"]]


@room.duties(needs="terms.amend")
def reviews(on):
    for terms in queries.due_for_review(on):
        sentence = f"Review “{terms.title}”, version {terms.version}."
        authority = f"{terms.title}, version {terms.version}"
        yield Duty(sentence, terms.review_due, authority, url_for("terms.version", word=terms.ref))


@room.searched(needs="terms.read")
def search(words, on):
    for line in queries.terms_on(on):
        text = f"{line['title']}, {line['body']}, version {line['version']}, {line['status']}"
        if has_all(text, words):
            yield Found("Terms", text, url_for("terms.version", word=line["ref"]))


@room.indexed(
    of=Terms,
    kind="Clause",
    needs="terms.read",
    leads=lambda hit: url_for("terms.version", word=hit.document_ref, _anchor=f"section-{hit.number}"),
)
def clauses_of(terms):
    on = terms.since or terms.known_from
    for section in terms.sections:
        title = f"{section.place}. {section.heading}: {terms.title}, version {terms.version}"
        where = {"part_ref": section.ref, "number": section.place, "body_ref": terms.body_ref}
        yield Said(title, section.text, on=on, **where)
