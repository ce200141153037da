"""Reviews: what the office made of each interest declared: how it is handled, and whether it is published."""
