"""Acts: the one way to change the registers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar

from registry.db import db
from registry.ledger.documents import Document

P = ParamSpec("P")
R = TypeVar("R")


class Unrecorded(Exception):
    """A register was about to change in a way that the ledger would not have seen."""


class Actor(Protocol):
    """Whoever acts: known to the ledger by a ref alone."""

    @property
    def ref(self) -> str: ...


@dataclass(frozen=True)
class Running:
    """A command under way."""

    name: str
    actor: str
    op: str
    reason: str
    because: str | None


@dataclass
class Touched:
    """A document that the act has changed, as it was before, and the command that first changed it."""

    document: Document
    before: int
    by: Running


@dataclass(frozen=True)
class Made:
    """An entry that an act has made."""

    seq: int
    kind: str
    ref: str
    rev: int


@dataclass
class Act:
    """Everything done in one commit."""

    running: list[Running] = field(default_factory=list)
    touched: dict[str, Touched] = field(default_factory=dict)
    causes: list[str] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)


def act_under_way() -> Act | None:
    return db.session.info.get("act")


@contextmanager
def together() -> Iterator[Act]:
    """Do everything within as one act, or none of it. Joins the act already under way, if there is one."""
    if (act := act_under_way()) is not None:
        yield act
        return
    act = db.session.info["act"] = Act()
    try:
        yield act
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        del db.session.info["act"]


class _Rehearsed(Exception):
    """The act was only tried."""


@contextmanager
def rehearsal() -> Iterator[None]:
    """Do everything within, so that whatever forbids it speaks up, and then undo it all.

    It is no part of an act, though one may be under way that has changed nothing yet.
    """
    if (act := act_under_way()) is not None:
        with _undone(act):
            yield
        return
    try:
        with together():
            yield
            raise _Rehearsed
    except _Rehearsed:
        pass


@contextmanager
def _undone(act: Act) -> Iterator[None]:
    if act.touched:
        raise Unrecorded("an act that has changed something cannot be rehearsed")
    savepoint = db.session.begin_nested()
    try:
        yield
    finally:
        savepoint.rollback()
        act.touched.clear()


@contextmanager
def because(cause: Document | str) -> Iterator[None]:
    """What is done within is done by the authority of `cause`: a document, or its ref."""
    with together() as act:
        db.session.flush()
        act.causes.append(cause if isinstance(cause, str) else cause.ref)
        try:
            yield
        finally:
            act.causes.pop()


def command(does: Callable[P, R]) -> Callable[P, R]:
    """Make a function an act of the registers, entered as room.name and done `by` an account.

    It runs alone or not at all; called by another command, it joins that one's act. A `reason`
    among its arguments is entered with each document it changes.
    """
    return _command(does, "record")


def correction(does: Callable[P, R]) -> Callable[P, R]:
    """A command that says: this was wrong. (What has changed since is not wrong; it is ended.)"""
    return _command(does, "correct")


def opening(does: Callable[P, R]) -> Callable[P, R]:
    """A command that brings in what another's books already say."""
    return _command(does, "import")


def _command(does: Callable[P, R], op: str) -> Callable[P, R]:
    room, name = does.__module__.split(".")[1], does.__name__

    @wraps(does)
    def recorded(*things: P.args, **asked: P.kwargs) -> R:
        actor, reason = asked["by"], asked.get("reason") or ""
        with together() as act:
            cause = act.causes[-1] if act.causes else None
            with _running(act, Running(f"{room}.{name}", actor.ref, op, str(reason), cause)):  # type: ignore[attr-defined]
                return does(*things, **asked)

    return recorded


@contextmanager
def _running(act: Act, running: Running) -> Iterator[None]:
    """Flush on the way in and out, so that each change is laid to the command that made it."""
    db.session.flush()
    act.running.append(running)
    try:
        yield
        db.session.flush()
    finally:
        act.running.pop()
