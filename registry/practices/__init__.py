"""Practices: the GP practices and other organisations that the NHS knows by a code."""
