"""Decisions: what was resolved, by whom, how, and what came of it."""
