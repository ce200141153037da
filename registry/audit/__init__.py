"""Audit: the ledger, for reading."""
