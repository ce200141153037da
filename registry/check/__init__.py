"""Check: what was printed, and whether a printed page still says what the ledger says."""
