from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from flask import current_app
from sqlalchemy import Select, select

from registry import clock
from registry.check.schedule import Keeping, keeping_of
from registry.check.standing import MATCHES, SUPERSEDED, WITHDRAWN, known_elsewhere
from registry.db import db
from registry.ledger import live
from registry.ledger.documents import kinds
from registry.ledger.models import Entry
from registry.ledger.queries import moment
from registry.press import Print
from registry.wording import day as in_words

Line = dict[str, Any]

A_FEW = 5
"""How many of its papers stand on the page of a document."""
AT_ONCE = 500
"""How many refs one statement asks for."""


def prints(shown: str | None = None) -> list[Line]:
    """Every paper printed, or those on which a document is shown: the latest first."""
    with live():
        found = db.session.scalars(select(Print).order_by(Print.at.desc(), Print.ref))
        return [line_of(each) for each in found if shown is None or shown in each.shows]


def prints_of(document_ref: str) -> list[Line]:
    """The last few papers of one document."""
    of_it = select(Print).where(Print.about_ref == document_ref).order_by(Print.at.desc(), Print.ref)
    with live():
        return [line_of(each) for each in db.session.scalars(of_it.limit(A_FEW))]


def line_of(paper: Print) -> Line:
    names = ("ref", "rev", "code", "title", "about_ref", "on", "known", "size", "pages")
    told = {name: getattr(paper, name) for name in names}
    return told | {
        "printed": clock.civil_day(paper.at),
        "asked": ", ".join(f"{name}={value}" for name, value in sorted(paper.asked.items())),
        "withdrawn": paper.withdrawn and clock.civil_day(paper.withdrawn),
    }


def told_to_the_office(paper: Print) -> Line:
    more = {"root": paper.root, "sha256": paper.sha256, "withdrawn_why": paper.withdrawn_why, "signed": signed(paper)}
    return line_of(paper) | more | {"shows": len(paper.shows), **_standing(paper), **_kept(paper)}


def _kept(paper: Print) -> Line:
    """Whether its bytes are still kept, and how long they will be."""
    until = keeping(paper).until(clock.civil_day(paper.at))
    if paper.let_go is not None:
        on = in_words(clock.civil_day(paper.let_go))
        return {"kept": f"No longer: let go of on {on}. {paper.let_go_why}", "kept_by": None, "is_kept": False}
    kept = f"Until {in_words(until)} at least" if until else "For as long as there is a company"
    return {"kept": kept, "kept_by": keeping(paper).authority, "is_kept": True}


def keeping(paper: Print) -> Keeping:
    return keeping_of(paper.door, int(current_app.config["PRINTS_MONTHS"]))


def due(on: date) -> Iterator[tuple[Print, Keeping]]:
    """Every paper whose bytes may go, and by what authority they were kept so long."""
    with live():
        for paper in db.session.scalars(select(Print).where(Print.let_go.is_(None)).order_by(Print.at, Print.ref)):
            until = keeping(paper).until(clock.civil_day(paper.at))
            if until is not None and until <= on:
                yield paper, keeping(paper)


def with_code(code: str) -> Print | None:
    return db.session.scalar(select(Print).where(Print.code == code))


def with_bytes(sha256: str) -> Print | None:
    return db.session.scalar(select(Print).where(Print.sha256 == sha256).order_by(Print.at).limit(1))


def is_ours(certificate: str) -> bool:
    """Whether this registry has signed a paper with a certificate, by its fingerprint."""
    return db.session.scalar(select(Print.ref).where(Print.certificate == certificate).limit(1)) is not None


def told_to_anybody(paper: Print) -> Line:
    """What whoever holds a paper may know of it: its kind, of when it is, and whether it holds. Nothing it says."""
    names = ("code", "on", "known", "size", "root", "pages")
    told = {name: getattr(paper, name) for name in names}
    return told | {
        "paper": paper.title,
        "printed": clock.civil_day(paper.at),
        "signed": signed(paper),
        **_standing(paper),
    }


def signed(paper: Print) -> str:
    return f"Electronically, by {paper.signer}" if paper.signer else "Not electronically"


def _standing(paper: Print) -> Line:
    """Whether it was withdrawn, and since when the books say otherwise of something that it shows."""
    if paper.withdrawn is not None:
        on = clock.civil_day(paper.withdrawn)
        return {"state": WITHDRAWN, "since": on, "sentence": f"This paper was withdrawn on {in_words(on)}."}
    if (told := known_elsewhere(paper)) is not None:
        return told
    changed = _changed(paper)
    if changed is None:
        return {"state": MATCHES, "since": None, "sentence": "Nothing that it shows has changed in the books since."}
    seq, on = changed.seq + 1, clock.civil_day(moment(changed.recorded))
    words = f"Something that it shows was changed in the books on {in_words(on)}, by ledger entry {seq:,}."
    return {"state": SUPERSEDED, "since": on, "sentence": f"{words} Ask for a paper printed since."}


def _changed(paper: Print) -> Any:
    """The first entry since of a document that it shows or, of a register, of one that it would show now."""
    later = select(Entry.seq, Entry.recorded).where(Entry.seq >= paper.size).order_by(Entry.seq).limit(1)
    starts = range(0, len(paper.shows), AT_ONCE)
    asked = [later.where(Entry.ref.in_(paper.shows[start : start + AT_ONCE])) for start in starts]
    if paper.about_ref is None:
        asked.append(later.where(Entry.rev == 1, Entry.kind.in_(_kinds_of(paper.door.partition(".")[0]))))
    return _first(asked)


def _first(asked: Iterable[Select[int, int]]) -> Any:
    found = (db.session.execute(each).first() for each in asked)
    return min((each for each in found if each is not None), key=lambda entry: entry.seq, default=None)


def _kinds_of(room: str) -> list[str]:
    """The kinds of document that a room keeps, as the ledger names them."""
    return [name for name, kind in kinds().items() if kind.cls.__module__.split(".")[1] == room]
