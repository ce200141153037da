"""The statutory and governance books of a GP federation, and the ledger that proves them."""

import os
import secrets
from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask

from registry import db, doors, safety, screens

ROOMS = [
    "accounts",
    "errands",
    "people",
    "outbox",
    "links",
    "practices",
    "profiles",
    "structure",
    "company",
    "filings",
    "members",
    "nominees",
    "adherence",
    "allotments",
    "transfers",
    "capital",
    "certificates",
    "inspections",
    "control",
    "seats",
    "directors",
    "recruitment",
    "terms",
    "drafts",
    "comments",
    "deputies",
    "meetings",
    "proxies",
    "interests",
    "declarations",
    "rounds",
    "reviews",
    "gifts",
    "disclosures",
    "authorisations",
    "conflicts",
    "votes",
    "decisions",
    "resolutions",
    "actions",
    "minutes",
    "compliance",
    "reorganisations",
    "openings",
    "audit",
    "check",
    "packs",
    "editions",
    "batches",
    "readings",
    "minute_books",
    "home",
]
"""The rooms in their order: each knows only those before it."""


def create_app(**settings: Any) -> Flask:
    """Build the application; `settings` override the environment, which overrides registry.config."""
    app = Flask(__name__, template_folder="../templates", instance_path=os.environ.get("REGISTRY_INSTANCE"))
    app.config.from_object("registry.config")
    app.config.from_prefixed_env("REGISTRY")
    app.config.update(settings)
    app.config["SECRET_KEY"] = app.config["SECRET_KEY"] or own_key(Path(app.instance_path))

    db.init_app(app)
    screens.init_app(app)
    safety.init_app(app)
    doors.init_app(app)
    for room in ROOMS:
        app.register_blueprint(import_module(f"registry.{room}.views").room)
    return app


def own_key(instance: Path) -> str:
    """The key that signs this registry's cookies: made once, and kept beside its books."""
    path = instance / "secret_key"
    if not path.exists():
        instance.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text()
