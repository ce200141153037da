"""Readings: a pack read on a screen, item by item, and what its reader notes in it for herself alone."""
