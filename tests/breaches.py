"""What a rule refuses."""

from typing import Any

import pytest

from registry.law import Breach


def refused(field: str = "", words: str | None = None) -> Any:
    """A breach of a rule about that question of the form, saying so."""
    return pytest.raises(Breach, match=words, check=lambda breach: breach.field == field)
