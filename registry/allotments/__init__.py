"""Allotments: authority to issue shares, what each practice is entitled to, and what was issued."""
