"""Inspections: requests to see or copy the register of members, and how each was answered."""
