"""What a form's door checks before it reads an answer: where it was sent from, and how often."""

from collections.abc import Callable
from typing import Any

from flask import current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect

csrf = CSRFProtect()
limiter = Limiter(get_remote_address)


def slowed(door: Callable[..., Any], by: str) -> Callable[..., Any]:
    """Let a door be knocked at only so often: from one address, and with one answer to the question `by`."""

    def limit() -> str:
        return str(current_app.config["SIGN_IN_LIMIT"])

    def answer() -> str:
        sent = request.form if request.form else request.get_json(silent=True)
        return str(dict(sent or {}).get(by, "")).strip().lower() or "no answer"

    by_answer = limiter.limit(limit, key_func=answer, methods=["POST"])(door)
    slow: Callable[..., Any] = limiter.limit(limit, methods=["POST"])(by_answer)
    return slow
