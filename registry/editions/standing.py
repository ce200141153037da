"""How the copies of an edition stand: they hold until another edition is issued, whatever changes in the books."""

from typing import Any

from registry import clock
from registry.check.standing import MATCHES, SUPERSEDED
from registry.db import db
from registry.editions.models import Edition
from registry.editions.succession import latest_of, superseded
from registry.press import Print
from registry.wording import day as in_words

Line = dict[str, Any]


def standing_of(paper: Print) -> Line | None:
    edition = db.session.get(Edition, paper.about_ref or "")
    if edition is None:
        return None
    if sentence := superseded(edition):
        since = clock.civil_day(latest_of(edition).issued)
        return {"state": SUPERSEDED, "since": since, "sentence": f"{sentence} Ask for a paper printed since."}
    issued = in_words(clock.civil_day(edition.issued))
    return {"state": MATCHES, "since": None, "sentence": f"It is the latest edition of this pack, issued on {issued}."}
