"""What a kind of decision does in another register: what it asks, upholds, does, and tells of afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from registry.decisions.models import Decision, Effect
from registry.ledger import Document, Part
from registry.ledger.acts import Actor

Answers = Mapping[str, Any]


def _nothing(decision: Decision, answers: Answers) -> None:
    """Most effects are upheld by the register that they change."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is said afterwards of an act: `tells` says it of a document of `model` that `reads` has read.

    Each is shown on the page `shown`.
    """

    act: str
    model: type[Any]
    tells: Callable[[Any, Effect], str]
    reads: Callable[[], Select[Any]]
    shown: str


@dataclass(frozen=True, kw_only=True)
class Doing(Telling):
    """An act that a decision brings about, as it is logged or once it need wait no longer.

    `changes` names the answer that is the document changed, or nothing where `does` makes a new one and gives it;
    otherwise `does` gives the part of the document that it made or ended, if there is one. `needs` are the answers it
    cannot do without, each with the sentence that asks for it; `takes`, the answers it can use besides.
    `upholds` asks of the decision itself what the law wants of one to this effect, whenever it takes effect;
    `foretells` says what is still to be done. One that `waits_for_its_day` changes a register that takes no day to
    come.
    """

    changes: str = ""
    needs: Mapping[str, str]
    does: Callable[[Decision, Answers, Actor], Part | Document | None]
    foretells: Callable[[Decision, Answers], str]
    upholds: Callable[[Decision, Answers], None] = _nothing
    takes: tuple[str, ...] = ()
    waits_for_its_day: bool = False

    @property
    def asks(self) -> tuple[str, ...]:
        return (*self.needs, *self.takes)
