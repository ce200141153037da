"""Signing: a paper sealed as the company’s own (PAdES): whoever has the file sees that not a bit of it was changed."""

from datetime import datetime
from io import BytesIO
from threading import Lock
from typing import Any

from pkcs11.exceptions import PKCS11Error
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession

from registry.press.awaited import awaited
from registry.press.keys import Key, Unusable

FIELD = "Registry"
ONE_AT_A_TIME = Lock()
"""A token's session takes one call after another."""


class SignerAt(PdfSigner):
    """Signs at a time that it is told, where pyHanko would read the machine's own clock."""

    def __init__(self, at: datetime, *what: Any, **more: Any) -> None:
        super().__init__(*what, **more)
        self.at = at

    def init_signing_session(self, *what: Any, **more: Any) -> PdfSigningSession:
        session = super().init_signing_session(*what, **more)
        session.system_time = self.at
        return session


def signed(content: bytes, key: Key, at: datetime) -> bytes:
    """A paper with a signature that allows no change after it. Its field is not to be seen: the page says it in words.

    Nothing may be written into the file afterwards.
    """
    certified = PdfSignatureMetadata(
        field_name=FIELD,
        name=key.name,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    signer = SignerAt(at, certified, key.signer, new_field_spec=SigFieldSpec(FIELD))
    try:
        with ONE_AT_A_TIME:
            sealed: bytes = awaited(signer.async_sign_pdf(IncrementalPdfFileWriter(BytesIO(content)))).getvalue()
    except PKCS11Error as fault:
        raise Unusable(f"{key.place} did not sign: {fault or type(fault).__name__}".capitalize()) from None
    return sealed
