"""Filings: what has been sent to the registrar of companies, and what is still to be sent by when."""
