from tests.editions.conftest import board, shelf

__all__ = ["board", "shelf"]
