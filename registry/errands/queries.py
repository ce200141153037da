from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.errands.models import DONE, Errand, ErrandAsker
from registry.ledger import live

Line = dict[str, Any]
TOLD = (
    "ref", "rev", "title", "state", "done", "of", "words", "sent", "began", "ended", "failure",
)  # fmt: skip


def errands_of(account_ref: str, room: str = "") -> list[Line]:
    """What somebody sent, or shares, of all rooms or of one: the latest first, of now, for no past knows of any."""
    hers = select(ErrandAsker.errand_ref).where(ErrandAsker.account_ref == account_ref)
    found = select(Errand).where(Errand.ref.in_(hers)).order_by(Errand.sent.desc(), Errand.ref)
    if room:
        found = found.where(Errand.kind.startswith(f"{room}."))
    with live():
        return [line_of(errand) for errand in db.session.scalars(found)]


def is_asker(errand: Errand, account_ref: str) -> bool:
    return db.session.get(ErrandAsker, (errand.ref, account_ref)) is not None


def line_of(errand: Errand) -> Line:
    told = {name: getattr(errand, name) for name in TOLD}
    return told | {"file": errand.name or None, "going": errand.ended is None, "ready": errand.state == DONE}
