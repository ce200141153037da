"""Batches: many papers printed at once, in envelopes' order, as one file; it keeps nothing of its own."""
