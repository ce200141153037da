"""Rules of law: one sentence, one authority, one test of the facts."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any

from registry.wording import worded

RULES: list["Rule"] = []


class Breach(Exception):
    """The act asked for would break a rule; nothing has been changed.

    `field` names the question of the form that the rule is about, if it is about one.
    """

    def __init__(self, sentence: str, authority: str, field: str = "") -> None:
        super().__init__(f"{sentence} ({authority})")
        self.sentence, self.authority, self.field = sentence, authority, field


@dataclass(frozen=True)
class Rule:
    """Calling a rule upholds it: it returns if the facts keep it, and raises Breach if not."""

    authority: str
    sentence: str
    keeps: Callable[..., bool]
    field: str = ""

    def __call__(self, *facts: Any, **more: Any) -> None:
        if not self.keeps(*facts, **more):
            raise Breach(self._said_of(facts, more), self.authority, self.field)

    def _said_of(self, facts: tuple[Any, ...], more: dict[str, Any]) -> str:
        """The sentence, with the facts that it names in braces put into words."""
        if "{" not in self.sentence:
            return self.sentence
        named = signature(self.keeps).bind(*facts, **more)
        named.apply_defaults()
        return self.sentence.format_map({name: worded(fact) for name, fact in named.arguments.items()})


def rule(authority: str, *, field: str = "") -> Callable[[Callable[..., bool]], Rule]:
    """Declare a rule under its authority, e.g. "Companies Act 2006, s.157(1)".

    The function below it tells whether the facts keep the rule; its docstring is
    the rule itself, in the words a user will read; it may name facts in braces, such as {since}.
    """

    def declare(keeps: Callable[..., bool]) -> Rule:
        RULES.append(Rule(authority, " ".join((keeps.__doc__ or "").split()), keeps, field))
        return RULES[-1]

    return declare
