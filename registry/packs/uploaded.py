"""Uploaded papers, as they are fetched to be bound in."""

import pikepdf

from registry.files import kept, receipts
from registry.packs.binding import Uploaded

LOST = "its file is not in the registry"
ALTERED = "its file is not the one that was sent"
LOCKED = "its file is locked with a password"
DAMAGED = "its file is damaged"


class NotBoundIn(Exception):
    """Why a paper cannot be, to go on from “because” or a colon."""


def fetch(sha256: str) -> Uploaded:
    """The paper kept under a hash; raises NotBoundIn."""
    try:
        receipt = receipts([sha256]).get(sha256)
        paper = Uploaded.of(kept(sha256), is_to_be_kept=receipt is not None and not receipt.why_not)
    except LookupError:
        raise NotBoundIn(LOST) from None
    except pikepdf.PasswordError:
        raise NotBoundIn(LOCKED) from None
    except ValueError:
        raise NotBoundIn(ALTERED) from None
    except pikepdf.PdfError:
        raise NotBoundIn(DAMAGED) from None
    if not paper.lies:
        raise NotBoundIn(DAMAGED)
    return paper
