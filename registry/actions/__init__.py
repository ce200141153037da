"""Actions: what was agreed to be done, by whom and by when, and how far it has come."""
