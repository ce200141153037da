"""Books: what a body minuted in a year, bound as one; and certified extracts of what it decided."""
