"""Papers to put into packs."""

from io import BytesIO
from typing import Any

import pikepdf
from flask import Flask
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from registry.db import db
from registry.files import Kept, Paper, keep, keep_for_a_pack
from registry.meetings import commands as meetings
from registry.meetings.models import Meeting
from registry.press import typeset
from tests.factories import ADA


def a_paper(*words: str, wide: bool = False, turned: int = 0) -> bytes:
    """A PDF with some words on each of its pages."""
    size = "A4 landscape" if wide else "A4"
    pages = "".join(f"<p style='break-before: page'>{each}</p>" for each in words)
    plain = typeset(f"<html lang=en-GB><title>Paper</title><style>@page {{ size: {size} }}</style>{pages}")
    if not turned:
        return plain
    with pikepdf.open(BytesIO(plain)) as pdf:
        for page in pdf.pages:
            page.obj.Rotate = turned
        return written(pdf)


def locked() -> bytes:
    with pikepdf.open(BytesIO(a_paper("Secret"))) as pdf:
        return written(pdf, encryption=pikepdf.Encryption(owner="owner", user="user"))


def written(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def put(meeting: Meeting, item: int, title: str, content: bytes, **facts: Any) -> None:
    """Put a paper to an item, as a secretary uploads it."""
    sent = FileStorage(BytesIO(content), filename=f"{title}.pdf")
    meetings.add_paper(meeting, item=item, title=title, file=keep_for_a_pack(sent), **facts, by=ADA)


def put_unchecked(meeting: Meeting, content: bytes) -> None:
    """Put bytes to the first item that no secretary could have uploaded."""
    paper = Paper("old.pdf", keep(content), 1)
    meetings.add_paper(meeting, item=1, title="Old paper", file=paper, by=ADA)


def lose(app: Flask) -> None:
    """Every kept file is gone."""
    with app.app_context():
        for file in db.session.scalars(select(Kept)):
            db.session.delete(file)
        db.session.commit()


def alter(app: Flask) -> None:
    """Every kept file says something else."""
    with app.app_context():
        for file in db.session.scalars(select(Kept)):
            file.content = b"altered"
        db.session.commit()
