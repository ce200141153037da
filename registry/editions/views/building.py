"""A copy is made in the background, while its reader does something else."""

from flask import g, url_for

from registry import errands
from registry.db import db
from registry.editions.handing import hand_out
from registry.editions.models import Edition
from registry.editions.schemas import BuildForm
from registry.editions.views.doors import room
from registry.editions.wanted import copy_named
from registry.errands import Outcome, Working


@errands.runs("editions.build", needs="editions.read")
def make(working: Working) -> Outcome:
    edition = db.session.get_one(Edition, working.asked["edition"])
    copy = copy_named(working.asked["copy"])
    working.tell(0, 1, "Setting its pages")
    paper = hand_out(edition, copy, account_ref=working.account.ref)
    working.tell(1, 1, "Set")
    return Outcome(f"{edition.called}.pdf", "application/pdf", paper)


@room.form("/<word>/build", needs="editions.read", asks=BuildForm, title="Have your copy made", of=Edition)
def build(edition, answer):
    """Whoever asks for the same while it is made shares it; a reader's own is hers alone."""
    whose = answer["copy"] or g.account.ref
    key = f"{edition.ref} {whose}"
    errand = errands.send(
        "editions.build",
        key=key,
        title=edition.called,
        account_ref=g.account.ref,
        edition=edition.ref,
        copy=answer["copy"],
    )
    return url_for("errands.errand", word=errand.ref)
