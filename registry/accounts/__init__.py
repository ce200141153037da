"""Accounts: who may sign in, and what their roles let them do."""
