"""Resolutions: those taken without a meeting; who was sent each, who has agreed, and whether it passed or lapsed."""
