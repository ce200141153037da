"""Meetings: notice, agenda, papers, and who was there item by item."""
