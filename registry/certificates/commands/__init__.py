from registry.certificates.commands.issuing import (
    issue,
    issue_all,
    note_found,
    note_returned,
    replace,
    split,
)
from registry.certificates.commands.opening import bring_in

__all__ = ["bring_in", "issue", "issue_all", "note_found", "note_returned", "replace", "split"]
