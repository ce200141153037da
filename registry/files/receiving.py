from pathlib import PurePath
from typing import Any

from flask import current_app
from marshmallow import ValidationError
from werkzeug.datastructures import FileStorage

from registry.files.archival import archived
from registry.files.documents import kind_of
from registry.files.keeping import Paper, is_read, keep, read, receive
from registry.files.office import as_pdf
from registry.files.vetting import vetted
from registry.forms import Upload

LARGEST_BYTES = 20 * 1024 * 1024


def keep_paper(sent: FileStorage) -> Paper:
    """Keep a PDF sent from a form; raises ValidationError, naming it, if it is not sound."""
    name, content = _sent(sent)
    found = vetted(name, content)
    return Paper(name, keep(found.content), found.pages)


def keep_for_a_pack(sent: FileStorage) -> Paper:
    """Keep and read what is to be bound in with our own pages: as PDF/A, if that can be.

    A Word document, a spreadsheet or a presentation is turned into a PDF, and kept as it was sent too. Raises
    ValidationError, naming it, if it is not sound.
    """
    name, content = _sent(sent)
    kind = kind_of(content)
    pdf = as_pdf(name, content, kind, current_app.config["OFFICE"]) if kind else content
    found = vetted(name, pdf)
    made = archived(found.content, current_app.config["GHOSTSCRIPT"])
    digest = keep(made.content)
    original = keep(content) if kind else None
    receive(digest, removed=found.removed, why_not=made.why_not, sent_name=name, sent_sha256=original)
    if not is_read(digest):
        read(digest, found.content, made.content)
    return Paper(str(PurePath(name).with_suffix(".pdf")) if kind else name, digest, found.pages)


def _sent(sent: FileStorage) -> tuple[str, bytes]:
    name = sent.filename or "the file"
    content = sent.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValidationError(f"“{name}” is larger than {LARGEST_BYTES // 2**20} MB.")
    return name, content


class KeptPaper(Upload):
    """A PDF asked for by a form, kept as soon as it is found to be a sound one."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Paper:
        return keep_paper(super()._deserialize(value, attr, data, **more))


class PackPaper(Upload):
    """A paper that is to be bound into a pack and found by its words, and so is read before anything is written that
    others would wait for.
    """

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Paper:
        return keep_for_a_pack(super()._deserialize(value, attr, data, **more))
