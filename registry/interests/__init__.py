"""Interests: what those who decide have declared, that nothing changed, and when."""
