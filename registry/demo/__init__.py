"""The demo federation: its facts, and the story told through commands."""
