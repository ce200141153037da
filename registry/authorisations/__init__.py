"""Authorisations: conflicts that the directors have authorised one of their number to have, and on what conditions."""
