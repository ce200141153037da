"""What goes wrong, told once for each way of asking: RFC 9457 for programs, a page for people."""

from typing import Any

from flask import Flask, Response, g, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from registry.law import Breach

LAW = 409
SHAPE = 422
TITLES = {
    400: "That request makes no sense",
    401: "Sign in first",
    403: "This is not yours to see or do",
    404: "There is no such page",
    405: "That cannot be done here",
    409: "The rules do not allow this",
    410: "This opens no longer",
    412: "Somebody changed it since you looked",
    413: "That is too large",
    415: "That form of answer is not read here",
    422: "Some answers need another look",
    428: "Say which version you are changing",
    429: "Too many tries",
    500: "Something went wrong on our side; nothing was recorded",
    503: "This cannot be done just now",
}
STALE = "Somebody has changed this since you looked. Look again before you change it."
OVERTAKEN = "Somebody else entered the same a moment ago. Look again before you enter it."
SENTENCES = {
    401: "Only those who have signed in may see this.",
    403: "Your roles do not let you do this.",
    404: "Nothing in the registers goes by this address.",
    405: "This address does not take what was sent to it.",
    413: "What you sent is larger than the registry takes.",
    429: "You have tried too often in a short time.",
}
NEXT = {
    401: "Sign in, then come back to this page.",
    403: "Ask the company secretary if you think they should.",
    404: "Check it for typing mistakes, or look for what you want from the front page.",
    410: "Ask the company secretary for another.",
    412: "Go back, load the page again, and make your change to what it says now.",
    413: "Send a smaller file, or send it in parts.",
    429: "Wait a little before you try again.",
}


def wants_page() -> bool:
    """Whether whoever asks is a person at a browser."""
    if g.get("by_token") or request.is_json or request.mimetype == "text/csv":
        return False
    return request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html") == "text/html"


def problem(status: int, detail: str, **more: Any) -> Response:
    """An RFC 9457 problem, or the page that says the same."""
    title = TITLES.get(status, "That did not work")
    if wants_page():
        said = sentences(more.get("errors", {})) or [detail]
        page = render_template(
            [f"error_{status}.html", "error.html"],
            title=title,
            sentences=said,
            authority=more.get("authority"),
            next=NEXT.get(status),
        )
        return make_response(page, status)
    answer = jsonify({"type": "about:blank", "title": title, "status": status, "detail": detail, **more})
    answer.status_code, answer.mimetype = status, "application/problem+json"
    return answer


def sentences(errors: Any) -> list[str]:
    """Every sentence in a tree of mistakes, in order."""
    if isinstance(errors, str):
        return [errors]
    inner = errors.values() if isinstance(errors, dict) else errors
    return [sentence for each in inner for sentence in sentences(each)]


def _said(error: HTTPException) -> str | None:
    """The sentence of the room that refused, where it gave one."""
    by_a_room = error.code in (403, 404, 410) and error.description != type(error).description
    return error.description if by_a_room else None


def plain(errors: Any) -> Any:
    """A tree of mistakes with text for keys, as JSON has them."""
    if isinstance(errors, dict):
        return {str(key): plain(value) for key, value in errors.items()}
    return errors


def answer_for_errors(app: Flask) -> None:
    @app.errorhandler(ValidationError)
    def unclear(error: ValidationError) -> Response:
        errors = plain(error.normalized_messages())
        return problem(SHAPE, sentences(errors)[0], errors=errors)

    @app.errorhandler(Breach)
    def unlawful(breach: Breach) -> Response:
        return problem(LAW, breach.sentence, authority=breach.authority)

    @app.errorhandler(StaleDataError)
    def stale(_: StaleDataError) -> Response:
        return problem(412, STALE)

    @app.errorhandler(IntegrityError)
    def overtaken(_: IntegrityError) -> Response:
        return problem(412, OVERTAKEN)

    @app.errorhandler(OperationalError)
    def busy(error: OperationalError) -> Response:
        if "locked" in str(error.orig):
            return problem(503, "Somebody else is writing in the books. Try again in a moment.")
        raise error

    @app.errorhandler(CSRFError)
    def forged(_: CSRFError) -> Response:
        return problem(400, "This page is out of date. Open it again, and send it from there.")

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        status = error.code or 500
        answer = problem(status, _said(error) or SENTENCES.get(status) or error.description or "")
        if status == 401:
            answer.headers["WWW-Authenticate"] = 'Bearer realm="registry"'
        return answer
