"""The ledger: every act, in order, sealed by one tree."""

from registry.ledger.acts import Act, Unrecorded, because, command, correction, opening, rehearsal, together
from registry.ledger.documents import Document, Part, Record, Referred, link, part_of, parts
from registry.ledger.known import known, live, size_at
from registry.ledger.queries import (
    Cause,
    Entered,
    Sealed,
    as_entered,
    cause_of,
    head,
    head_at,
    is_on_record,
    open_books,
    seq_of,
    text_now,
)
from registry.ledger.reading import noting_what_is_read
from registry.ledger.verify import Fault, Finding, verify

__all__ = [
    "Act",
    "Cause",
    "Document",
    "Entered",
    "Fault",
    "Finding",
    "Part",
    "Record",
    "Referred",
    "Sealed",
    "Unrecorded",
    "as_entered",
    "because",
    "cause_of",
    "command",
    "correction",
    "head",
    "head_at",
    "is_on_record",
    "known",
    "link",
    "live",
    "noting_what_is_read",
    "open_books",
    "opening",
    "part_of",
    "parts",
    "rehearsal",
    "seq_of",
    "size_at",
    "text_now",
    "together",
    "verify",
]
