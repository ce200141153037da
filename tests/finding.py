"""What a search tells a browser of the words of the registers."""

from typing import Any

from flask.testing import FlaskClient


def found_by(browser: FlaskClient, words: str, **among: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = browser.get("/home/search.json", query_string={"q": words} | among).json["hits"]
    return told
