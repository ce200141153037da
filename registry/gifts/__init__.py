"""Gifts: what those who decide were offered in gifts and hospitality, and what the house policy says of it."""
