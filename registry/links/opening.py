"""Coming in by a signed link: slowed where it is guessed at, and kept by nobody on the way."""

from flask import Response, abort, current_app, request

from registry.doors.checks import limiter
from registry.links.models import Link
from registry.links.queries import NO_LONGER, NOT_OURS, Shut, find

UNKEPT = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def opened(secret: str, purpose: str) -> Link:
    """The link by which somebody comes in; 404 or 410, in words, where it opens nothing.

    Looking changes nothing, since what scans letters for their reader opens each link in them.
    """
    found = _found(secret, purpose)
    return abort(found.status, found.sentence) if isinstance(found, Shut) else found


def unkept(answer: Response) -> Response:
    """What is answered at an address with a link's secret in it is kept by nobody, and tells nobody the address."""
    if "secret" in (request.view_args or {}):
        answer.headers.update(UNKEPT)
    return answer


def is_refused(answer: Response) -> bool:
    """Only links that open nothing count: many who share an address may answer on one day."""
    return answer.status_code in (NOT_OURS, NO_LONGER)


@limiter.shared_limit(lambda: str(current_app.config["SIGN_IN_LIMIT"]), scope="links", deduct_when=is_refused)
def _found(secret: str, purpose: str) -> Link | Shut:
    return find(secret, purpose)
