"""Old books brought in as somebody does it: sent, looked at, and confirmed."""

import re
from hashlib import sha256
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient

from registry.openings import commands
from registry.openings.models import Opening
from registry.openings.sent import lines_in
from tests.factories import ADA

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
CONFIRMS = re.compile(r'<form method="post" action="([^"]*/confirm)"')


def sent(what: str, text: str, **more: Any) -> dict[str, Any]:
    """What the form sends: a book’s text as a file."""
    file = (BytesIO(text.encode()), f"{what}.csv")
    return {"what": what, "source": f"Old {what}, bound volume", "file": file, **more}


def bring_in(client: FlaskClient, what: str, text: str, **more: Any) -> str:
    """Bring in one book; gives the address of its page."""
    answer = client.post("/openings/load", data=sent(what, text, **more))
    assert answer.status_code == 303, answer.text
    preview = client.get(answer.headers["Location"]).text
    confirms = CONFIRMS.search(preview)
    assert confirms, preview
    answer = client.post(confirms[1], data=dict(HIDDEN.findall(preview)))
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


AS_AT = {"as_at-day": "31", "as_at-month": "3", "as_at-year": "2025", "issued": "66"}


def open_book(what: str, text: str, **more: Any) -> Opening:
    """The same, straight through the command."""
    told = {"source": f"Old {what}, bound volume", "name": f"{what}.csv", "sha256": sha256(text.encode()).hexdigest()}
    return commands.open_book(lines_in(what, text.encode()), what=what, **told, **more, by=ADA)
