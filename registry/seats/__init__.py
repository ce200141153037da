"""Seats: places on the board and its committees, and who sat in them, when."""
