"""Batches are sent for, and printed in the background."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from marshmallow import ValidationError

from registry import clock, errands
from registry.accounts.caller import Caller
from registry.batches.packets import ISSUED
from registry.batches.runs import BATCHES, CERTIFICATES, MEMBERS, READERS
from registry.editions.models import Edition
from registry.errands.models import Errand
from registry.meetings.models import Meeting
from registry.members.models import ShareClass

NO_CERTIFICATES = "There are no such certificates."
NOTHING_CHOSEN = "Choose what each member is sent."
NO_READERS = "There is no such reader: each has an e-mail address, or nobody receives this pack."
NO_MEMBERS = "No member is to be sent any of this today."


def certificates(
    *,
    which: str,
    since: date | None,
    until: date | None,
    share_class: ShareClass | None,
    delivered_as: str,
    by: Caller,
) -> Errand:
    """Have certificates printed, sorted by the account that they are for; the days are of their issue."""
    days = (since, until) if which == ISSUED else (None, None)
    first, last = (day and day.isoformat() for day in days)
    asked = {"since": first, "until": last, "share_class": share_class and share_class.ref}
    return _send(CERTIFICATES, "which", NO_CERTIFICATES, by, delivered_as=delivered_as, **asked)


def members(*, parts: Sequence[str], meeting: Meeting | None, delivered_as: str, by: Caller) -> Errand:
    """Have printed, for each member, what she is sent; of a general meeting, her notice and her proxy form."""
    if not parts and meeting is None:
        raise ValidationError({"parts": [NOTHING_CHOSEN]})
    asked = {"parts": sorted(parts), "meeting": meeting and meeting.ref}
    return _send(MEMBERS, "parts", NO_MEMBERS, by, delivered_as=delivered_as, **asked)


def readers(*, edition: Edition, whose: str, delivered_as: str, by: Caller) -> Errand:
    """Have printed, for each who receives a pack, her own copy of an edition of it."""
    return _send(READERS, "whose", NO_READERS, by, delivered_as=delivered_as, edition=edition.ref, whose=whose)


def _send(kind: str, field: str, empty: str, by: Caller, **asked: Any) -> Errand:
    """The same batch is printed once for all who may read the same."""
    asked |= {"on": clock.today().isoformat()}
    batch = BATCHES[kind](asked)
    if not batch.packets:
        raise ValidationError({field: [empty]})
    key = json.dumps([asked, sorted(by.held, key=str)], sort_keys=True)
    return errands.send(kind, key=key, title=batch.title, account_ref=by.ref, **asked)
