"""Transfers: instruments lodged, what the board made of them, and shares that pass by operation of law."""
