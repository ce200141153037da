"""Editions: the pack of a meeting as it was issued, version by version, and who had which."""
