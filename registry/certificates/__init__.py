"""Certificates: share certificates issued, cancelled and replaced."""
