"""What the kinds of bodies are called."""

from registry.structure.models import PCN

WORDS = {PCN: "Primary care network"}
OWN_BODIES = "The company and its bodies"


def in_words(kind: str) -> str:
    return WORDS.get(kind, kind.capitalize())
