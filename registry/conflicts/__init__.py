"""Conflicts: whose interests an item of an agenda touches, found in the registers, and how each was handled."""
