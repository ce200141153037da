"""Profiles: what a practice tells of itself as at a day: who works there, its building, and its rating by the Care
Quality Commission."""
