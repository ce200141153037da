"""Files people send: checked by what they are, and kept by the hash of what they say."""

from registry.files.documents import Kind, kind_of
from registry.files.keeping import (
    Kept,
    KeptText,
    Paper,
    Receipt,
    keep,
    kept,
    kept_paper,
    receipts,
    receive,
    text_of,
)
from registry.files.receiving import LARGEST_BYTES, KeptPaper, PackPaper, keep_for_a_pack, keep_paper
from registry.files.vetting import PDF_START

__all__ = [
    "LARGEST_BYTES",
    "PDF_START",
    "Kept",
    "KeptPaper",
    "KeptText",
    "Kind",
    "PackPaper",
    "Paper",
    "Receipt",
    "keep",
    "keep_for_a_pack",
    "keep_paper",
    "kept",
    "kept_paper",
    "kind_of",
    "receipts",
    "receive",
    "text_of",
]
