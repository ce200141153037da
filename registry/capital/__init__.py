"""Capital: the statement of capital, and shares bought back, forfeited, divided or redesignated."""
