"""A paper as a door would print it, for whoever has it printed otherwise than by asking at the door."""

from typing import Any

from flask import current_app, g, request, url_for

from registry.ledger.acts import Actor


def paper_of(endpoint: str, *, asked: dict[str, str], by: Actor, **words: Any) -> bytes:
    """What a door, as room.page, would send `by` from its address on paper; raises what it would be refused with.

    `words` are those of the address, and `asked` what stands behind its question mark.
    """
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    with app.test_request_context():
        address = url_for(endpoint, kind="pdf", **words)
    with app.test_request_context(address, query_string=asked, base_url=app.config["ADDRESS"] or None):
        g.account, g.by_token = by, True
        answer: Any = app.view_functions[endpoint](**(request.view_args or {}))
        paper: bytes = answer.get_data()
    return paper
