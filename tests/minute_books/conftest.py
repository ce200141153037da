"""The board whose minutes are bound is the one whose minutes are written; it is 20 July 2026."""

from tests.minutes.conftest import board, on_july_20

__all__ = ["board", "on_july_20"]
