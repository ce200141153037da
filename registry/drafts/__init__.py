"""Drafts: terms as they are being written, by one or by several at once, until they are circulated."""
