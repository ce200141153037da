"""By whose authority: what an old book cites, and the decision on record which that is."""

from collections.abc import Iterator
from contextlib import contextmanager

from registry.decisions.models import Decision
from registry.ledger import because
from registry.openings.naming import decision


@contextmanager
def by_its_authority(words: str) -> Iterator[Decision | None]:
    """What is done within is laid to the decision that is cited, if it is on record."""
    found = decision(words)
    if found is None:
        yield None
    else:
        with because(found):
            yield found
