"""How a batch is printed: paper by paper as its door prints it, each in the log of prints. A bad one loses no other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

import pikepdf
from flask import render_template
from sqlalchemy import select

from registry import press
from registry.accounts.caller import Caller
from registry.batches.packets import Packet, Paper
from registry.db import db
from registry.doors.printing import paper_of
from registry.errands.words import in_words

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Printed:
    """A paper of a batch as it was printed: or the sheet that lies in its place, and why, in a sentence.

    `number` is its packet's, from 1; `code` is what it can be checked by.
    """

    number: int
    packet: Packet
    paper: Paper
    content: bytes
    pages: int
    code: str = ""
    failure: str = ""


def printed(packets: Sequence[Packet], *, title: str, by: Caller, tell: Tell) -> Iterator[Printed]:
    """Each paper in its turn, told before it is printed."""
    count = sum(len(packet.papers) for packet in packets)
    papers = ((number, packet, paper) for number, packet in enumerate(packets, 1) for paper in packet.papers)
    for done, (number, packet, paper) in enumerate(papers):
        tell(done, count, f"{paper.title}, {packet.name}")
        yield _one(number, packet, paper, title, by)
    tell(count, count, "Putting them together")


def _one(number: int, packet: Packet, paper: Paper, title: str, by: Caller) -> Printed:
    try:
        content = paper_of(paper.door, word=paper.word, asked=paper.asked, by=by)
    except Exception as fault:
        db.session.rollback()
        failure = in_words(fault, f"{paper.title} of {packet.name} could not be printed")
        return Printed(number, packet, paper, _in_its_place(packet, paper, title, failure), 1, failure=failure)
    code = db.session.scalar(select(press.Print.code).where(press.Print.sha256 == sha256(content).hexdigest()))
    db.session.rollback()
    return Printed(number, packet, paper, content, count_of(content), code or "")


def _in_its_place(packet: Packet, paper: Paper, title: str, failure: str) -> bytes:
    return press.typeset(sheet_of("missing", title, fact={"packet": packet, "paper": paper, "failure": failure}))


def sheet_of(name: str, title: str, **facts: object) -> str:
    """A sheet of the batch's own, which says nothing of the books and so has no code."""
    return render_template(f"batches/print/{name}.html", **press.letterhead(), bound=title, sealed=None, **facts)


def count_of(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as pages:
        return len(pages.pages)
