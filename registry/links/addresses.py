"""Where links and pages are, in full, for those who read of them in a letter."""

from flask import current_app, has_request_context, request

LOOPBACK = "http://127.0.0.1:8000"


def address_of(door: str, secret: str) -> str:
    """The address of a door for whoever holds a link's secret: where the registry says that it is reached."""
    return _in_full(door, secret=secret)


def address_of_page(door: str, ref: str) -> str:
    """The address of a document’s page, for whoever may open it once signed in."""
    return _in_full(door, word=ref)


def _in_full(door: str, **words: str) -> str:
    base = current_app.config["ADDRESS"] or (request.url_root if has_request_context() else LOOPBACK)
    path: str = current_app.url_map.bind("").build(door, words)
    return f"{base.rstrip('/')}{path}"
