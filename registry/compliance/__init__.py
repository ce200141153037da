"""Compliance: every meeting held, looked over by the rules then in force; it keeps nothing of its own."""
