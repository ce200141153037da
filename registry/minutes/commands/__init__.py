from registry.minutes.commands.circulating import circulate
from registry.minutes.commands.confirming import approve, authenticate, correct
from registry.minutes.commands.suggesting import answer, suggest
from registry.minutes.commands.writing import begin, discard, settle, write

__all__ = [
    "answer",
    "approve",
    "authenticate",
    "begin",
    "circulate",
    "correct",
    "discard",
    "settle",
    "suggest",
    "write",
]
