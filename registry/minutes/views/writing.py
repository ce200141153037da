"""Minutes are written, by one or by several at once, and circulated."""

import json
import secrets
from typing import Any

from flask import g, url_for

from registry import clock
from registry.doors import WhatItComesTo
from registry.doors.before import Foretold
from registry.meetings.models import Meeting
from registry.minutes import being_written, commands, standing
from registry.minutes.models import MinutesDraft
from registry.minutes.recipients import addressees_of
from registry.minutes.schemas import (
    BeginForm,
    ChangeRow,
    CirculateForm,
    DiscardForm,
    DraftPage,
    LetterRow,
    SettleForm,
    WriteForm,
)
from registry.minutes.views.doors import at, at_draft, room


def may_be_begun(meeting: Meeting) -> bool:
    """Whether it was held, and nobody has begun to write its minutes."""
    latest = standing.latest_of(meeting)
    return standing.was_held(meeting, clock.today()) and standing.draft_of(meeting) is None and latest is None


@room.form(
    "/meetings/<word>/begin", needs="minutes.begin", asks=BeginForm, title="Write the minutes", of=Meeting,
    when=may_be_begun,
)  # fmt: skip
def begin(meeting, answer):
    return url_for(".write", word=commands.begin(meeting, by=g.account).ref)


@room.page(
    "/drafts/<word>",
    needs="minutes.write",
    tells=DraftPage,
    title="Minutes being written",
    of=MinutesDraft,
    acts=("minutes.write", "minutes.circulate", "minutes.discard"),
)
def draft(draft, on):
    return being_written.draft_told(draft)


@room.form(
    "/drafts/<word>/write",
    needs="minutes.write",
    asks=WriteForm,
    title="Write",
    of=MinutesDraft,
    offers=lambda draft: draft.boxes | {"was": json.dumps(draft.boxes), "desk": secrets.token_hex(8)},
    beside=lambda draft: {"blocks": blocks_of(draft)},
)
def write(draft, answer):
    commands.write(draft, **answer, by=g.account)
    return at_draft(draft)


def blocks_of(draft: MinutesDraft) -> list[dict[str, Any]]:
    row = DraftPage()
    told: list[dict[str, Any]] = row.dump(being_written.draft_told(draft))["blocks"]
    return told


@room.form(
    "/drafts/<word>/settle",
    needs="minutes.settle",
    asks=SettleForm,
    title="Choose between two wordings",
    of=MinutesDraft,
)
def settle(draft, answer):
    commands.settle(draft, **answer, by=g.account)
    return at_draft(draft)


def what_goes_out(draft: MinutesDraft, answer: dict[str, Any]) -> list[Foretold]:
    """Who is to have it, and what the registers say otherwise than when the last version went out."""
    told = [
        {
            "name": each.person.name_on(answer["circulated"]),
            "why": each.why,
            "letter": each.obstacle or ("yes" if answer["letters"] else "no: none is asked for"),
        }
        for each in addressees_of(draft.meeting, answer["circulated"])
    ]
    found = [Foretold("Who is to have them", LetterRow, told, empty="Nobody.")]
    if (before := standing.latest_of(draft.meeting)) is not None:
        changes = [{"text": change.sentence} for change in standing.facts_changed(before)]
        title = f"What the registers say otherwise than in version {before.version}"
        found.append(Foretold(title, ChangeRow, changes, empty="Nothing."))
    return found


@room.form(
    "/drafts/<word>/circulate",
    needs="minutes.circulate",
    asks=CirculateForm,
    title="Circulate",
    of=MinutesDraft,
    edits=True,
    offers=lambda draft: {"circulated": clock.today(), "letters": True},
    before=WhatItComesTo(what_goes_out),
)
def circulate(draft, answer):
    return at(commands.circulate(draft, **answer, by=g.account))


@room.form(
    "/drafts/<word>/discard",
    needs="minutes.discard",
    asks=DiscardForm,
    title="Throw this away",
    of=MinutesDraft,
    edits=True,
    when=lambda draft: draft.circulated_ref is None,
)
def discard(draft, answer):
    commands.discard(draft, by=g.account)
    return url_for(".register")
