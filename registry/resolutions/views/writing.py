"""A resolution as it is written, until it is circulated."""

from flask import g, url_for

from registry.doors import WhatItComesTo
from registry.forms import as_typed
from registry.resolutions import commands, queries
from registry.resolutions.foretelling import sending_foretold
from registry.resolutions.models import BY_POST, ResolutionDraft
from registry.resolutions.schemas import CirculateForm, DiscardForm, DraftForm, DraftPage, DraftRow
from registry.resolutions.views.doors import at, room

RESOLVED = "RESOLVED that "


@room.page(
    "/drafts", needs="resolutions.draft", tells=DraftRow, title="Drafts of resolutions", acts=("resolutions.draft",)
)
def drafts(on):
    return queries.drafts()


@room.form(
    "/draft",
    needs="resolutions.draft",
    asks=DraftForm,
    title="Draft a resolution",
    offers=lambda: {"text": RESOLVED},
)
def draft(answer):
    return url_for(".drafted", word=commands.draft(as_typed(answer), by=g.account).ref)


@room.page(
    "/drafts/<word>",
    needs="resolutions.draft",
    tells=DraftPage,
    title="Draft of a resolution",
    of=ResolutionDraft,
    acts=("resolutions.circulate", "resolutions.redraft", "resolutions.discard"),
)
def drafted(draft, on):
    return queries.draft_line(draft)


@room.form(
    "/drafts/<word>/redraft",
    needs="resolutions.draft",
    asks=DraftForm,
    title="Write it anew",
    of=ResolutionDraft,
    edits=True,
    offers=lambda draft: dict(draft.boxes),
)
def redraft(draft, answer):
    commands.redraft(draft, as_typed(answer), by=g.account)
    return url_for(".drafted", word=draft.ref)


@room.form(
    "/drafts/<word>/discard",
    needs="resolutions.draft",
    asks=DiscardForm,
    title="Throw this draft away",
    of=ResolutionDraft,
    edits=True,
)
def discard(draft, answer):
    commands.discard(draft, by=g.account)
    return url_for(".drafts")


@room.form(
    "/drafts/<word>/circulate",
    needs="resolutions.circulate",
    asks=CirculateForm,
    title="Circulate this resolution",
    of=ResolutionDraft,
    edits=True,
    offers=lambda draft: {"by_email": True, "otherwise": BY_POST},
    before=WhatItComesTo(lambda draft, answer: sending_foretold(words_of(draft), **answer)),
)
def circulate(draft, answer):
    return at(commands.circulate(draft, words_of(draft), **answer, by=g.account))


def words_of(draft):
    """What its boxes are read as today: whoever they name must still be there."""
    return DraftForm().load(draft.boxes)
