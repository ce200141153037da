"""What the kinds of bodies are called."""

from registry.structure.models import AREA, HUB, LOCALITY, PCN

WORDS = {PCN: "Primary care network"}
HEADINGS = {AREA: "Areas", LOCALITY: "Localities", HUB: "Hubs", PCN: "Primary care networks"}
OWN_BODIES = "The company and its bodies"


def in_words(kind: str) -> str:
    return WORDS.get(kind, kind.capitalize())
