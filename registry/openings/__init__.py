"""Openings: the books of the company's past, brought in from its old papers and reconciled with them."""
