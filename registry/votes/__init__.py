"""Votes: how those who decide voted, question by question, and what each vote came to."""
