"""What later decisions made of those in which something was found."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import CARRIED, Decision
from registry.wording import day as in_words


def remedied(decisions: Iterable[Decision], day: date) -> dict[str, list[str]]:
    """In words, by the ref of the earlier decision: as far as those after it had been carried by a day."""
    numbers = {decision.ref: decision.number for decision in decisions}
    wanted = select(Decision).where(Decision.supersedes_ref.in_(numbers), Decision.outcome == CARRIED)
    found: dict[str, list[str]] = defaultdict(list)
    for later in db.session.scalars(wanted.where(Decision.on <= day).order_by(Decision.on, Decision.ref)):
        old = str(later.supersedes_ref)
        found[old].append(f"{numbers[old]}: superseded by {later.number} of {in_words(later.on)}")
    return found
