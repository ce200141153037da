import json
import secrets
from typing import Any

from flask import g, request, url_for
from marshmallow import ValidationError

from registry import clock
from registry.doors import Found, Room
from registry.doors.hung import has_all
from registry.drafts import commands, queries
from registry.drafts.models import Draft
from registry.drafts.places import sentences
from registry.drafts.schemas import (
    BeginForm,
    CirculateForm,
    DiscardForm,
    DraftPage,
    DraftRow,
    SettleForm,
    WriteForm,
)
from registry.forms import named
from registry.structure.models import Body
from registry.terms.models import TERMS_OF_REFERENCE, Terms
from registry.terms.schemas import WordsForm

room = Room(__name__, under="terms")


@room.page("/register", needs="drafts.read", tells=DraftRow, title="Drafts", acts=("drafts.begin",))
def register(on):
    return queries.drafts()


def first_answers() -> dict[str, Any]:
    """What the form begins with: terms of reference or, from a version's page, that body's of that kind."""
    before = named(Terms, request.args.get("terms"))
    return {"kind": TERMS_OF_REFERENCE} if before is None else {"body": before.body, "kind": before.kind}


@room.form("/begin", needs="drafts.begin", asks=BeginForm, title="Draft terms", offers=first_answers)
def begin(answer):
    return url_for(".write", word=commands.begin(**answer, by=g.account).ref)


@room.page(
    "/<word>",
    needs="drafts.read",
    tells=DraftPage,
    title="Draft",
    of=Draft,
    acts=("drafts.write", "drafts.circulate", "drafts.discard"),
)
def draft(draft, on):
    return queries.draft_told(draft)


@room.form(
    "/<word>/write",
    needs="drafts.write",
    asks=WriteForm,
    title="Write",
    of=Draft,
    offers=lambda draft: draft.boxes | {"was": json.dumps(draft.boxes), "desk": secrets.token_hex(8)},
)
def write(draft, answer):
    commands.write(draft, **answer, by=g.account)
    return at(draft)


@room.form("/<word>/settle", needs="drafts.settle", asks=SettleForm, title="Choose between two wordings", of=Draft)
def settle(draft, answer):
    commands.settle(draft, **answer, by=g.account)
    return at(draft)


@room.form(
    "/<word>/circulate",
    needs="drafts.circulate",
    asks=CirculateForm,
    title="Circulate",
    of=Draft,
    edits=True,
    offers=lambda draft: {"circulated": clock.today()},
)
def circulate(draft, answer):
    version = commands.circulate(draft, words_in(draft), **answer, by=g.account)
    return url_for("terms.version", word=version.ref)


def words_in(draft: Draft) -> dict[str, Any]:
    """What the boxes say; raises ValidationError with everything in them that cannot go out as it is, and where."""
    try:
        return WordsForm().load(draft.boxes)
    except ValidationError as wrong:
        raise ValidationError({"words": sentences(wrong.normalized_messages(), draft.boxes)}) from None


@room.form(
    "/<word>/discard",
    needs="drafts.discard",
    asks=DiscardForm,
    title="Throw this draft away",
    of=Draft,
    edits=True,
)
def discard(draft, answer):
    commands.discard(draft, by=g.account)
    return url_for(".register")


def at(draft: Draft) -> str:
    return url_for(".draft", word=draft.ref)


@room.panel(on=Body, needs="drafts.read", tells=DraftRow, title="Being drafted", empty="Nothing is being drafted.")
def drafts_of(body, on):
    return queries.drafts(body)


@room.searched(needs="drafts.read")
def search(words, on):
    for line in queries.drafts():
        if has_all(line["title"], words):
            yield Found("Draft", f"{line['title']}, {line['body']}", url_for("drafts.draft", word=line["ref"]))
