"""Declarations: an interest as somebody is declaring it, page by page, until it is confirmed."""
