"""What can be done in the background: each kind of errand, as a later room brings it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registry.errands.working import Working


@dataclass(frozen=True)
class Outcome:
    """The file that an errand ends in: its bytes or, where they are many, the file they were written to.

    `words` say what is to be known of it before it is opened.
    """

    name: str
    media_type: str
    content: bytes | Path
    words: str = ""


Does = Callable[["Working"], Outcome | None]


@dataclass(frozen=True)
class Kind:
    """`needs` is the permission without which an errand is neither done for somebody nor told of."""

    does: Does
    needs: str


KINDS: dict[str, Kind] = {}


def runs(kind: str, *, needs: str) -> Callable[[Does], Does]:
    """Let a function do the errands of a kind, named room.what. It may end in a file, and may be begun again."""

    def take(does: Does) -> Does:
        KINDS[kind] = Kind(does, needs)
        return does

    return take
