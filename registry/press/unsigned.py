"""A signature is of one file, as it is: where a paper is bound with others it has none, nor the field that held it."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Name


def unsigned(content: bytes) -> bytes:
    """A paper of ours to be bound with others."""
    with pikepdf.open(BytesIO(content)) as paper:
        if Name.AcroForm not in paper.Root:
            return content
        for key in (Name.AcroForm, Name.Perms):
            if key in paper.Root:
                del paper.Root[key]
        for page in paper.pages:
            if Name.Annots in page:
                page.Annots = Array([each for each in page.Annots if each.Subtype != Name.Widget])
        out = BytesIO()
        paper.save(out, deterministic_id=True)
        return out.getvalue()
