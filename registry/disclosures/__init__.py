"""Disclosures: notices that directors give of their interests, and what they declare at a meeting, item by item."""
