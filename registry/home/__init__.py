"""Home: what needs doing now, and search over every room."""
