"""What every request passes: who asks, how often, and what a browser may do with the answer."""

from flask import Flask, Response, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from registry.accounts.caller import know_the_caller
from registry.doors.checks import csrf, limiter

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def init_app(app: Flask) -> None:
    csrf.init_app(app)
    limiter.init_app(app)
    app.config["SESSION_COOKIE_SECURE"] = app.config["SECURE_COOKIES"]
    if proxies := int(app.config["TRUSTED_PROXIES"]):
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    app.before_request(know_the_caller)
    app.after_request(guard)


def guard(response: Response) -> Response:
    """Say what a browser may do with the answer, and that what was signed in for is not to be kept."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if "account" in g and g.account.known and request.endpoint not in ("static", "assets"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response
