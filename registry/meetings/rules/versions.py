from collections.abc import Iterable

from registry.law import rule
from registry.meetings.rules.changes import Change

NEW_VERSION, CORRECTION = EDITIONS = "new version", "correction"


@rule("Model Articles, art. 16", field="edition")
def is_a_new_version_where_it_must_be(edition: str, is_major: bool) -> bool:
    """Whoever reads a correction may trust that nothing to be decided has changed. Items added, withdrawn or put in
    another order, and other words to be resolved, make a new version."""
    return edition == NEW_VERSION or not is_major


@rule("Model Articles, art. 16")
def something_has_changed(is_first: bool, changes: int) -> bool:
    """Another version is published when something has changed since the last."""
    return is_first or changes > 0


@rule("Companies Act 2006, s.311")
def there_is_business(items: int) -> bool:
    """What goes out says what the meeting is for: its agenda has an item at least."""
    return items > 0


def least_edition(is_first: bool, found: Iterable[Change]) -> str:
    """What these changes ask for at least."""
    return NEW_VERSION if is_first or any(change.major for change in found) else CORRECTION


def next_number(last: tuple[int, int] | None, edition: str) -> tuple[int, int]:
    """1.0; after it, 1.1 for a correction and 2.0 for a new version."""
    if last is None:
        return 1, 0
    return (last[0] + 1, 0) if edition == NEW_VERSION else (last[0], last[1] + 1)
