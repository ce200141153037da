"""Signatures: who signed a file that somebody brings, when, and whether anything in it was changed since."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature, async_validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from registry.press.awaited import awaited
from registry.press.keys import name_of

MOST = 5
"""How many signatures of one file are looked at."""
SIGNS = b"/ByteRange"
"""Stands in every file that is signed."""


@dataclass(frozen=True)
class Signature:
    """What one signature says, and shows: `at` is as its signer told it.

    It is `intact` if what it was put on has not changed, and `covers` the file if nothing was added since.
    """

    name: str
    fingerprint: str
    at: datetime | None
    intact: bool
    covers: bool


def signatures_in(content: bytes) -> list[Signature]:
    """Every signature in a file that can be read; those of a file that is damaged cannot."""
    if SIGNS not in content:
        return []
    try:
        return [_read(each) for each in PdfFileReader(BytesIO(content)).embedded_signatures[:MOST]]
    except Exception:  # whatever is wrong inside a file that others made, it is only not understood
        return []


def _read(embedded: EmbeddedPdfSignature) -> Signature:
    certificate, at = embedded.signer_cert, embedded.self_reported_timestamp
    trusted = ValidationContext(trust_roots=[certificate], allow_fetching=False, moment=at)
    status = awaited(async_validate_pdf_signature(embedded, trusted, skip_diff=True))
    return Signature(
        name=name_of(certificate),
        fingerprint=certificate.sha256.hex(),
        at=at,
        intact=bool(status.intact and status.valid),
        covers=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )
