"""One text for one value: a profile of RFC 8785 without floating-point numbers.

Within it, keys are ASCII and numbers are whole and exact in any reader (less than 2^53), so that
sorted, unspaced JSON is already canonical. What the ledger hashes is this text, and what it stores
is what it hashed.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Boolean, Date, Integer, String
from sqlalchemy.types import TypeEngine

from registry.db import Instant

LARGEST_WHOLE_NUMBER = 2**53 - 1

_write = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, check_circular=False
).encode


class NotCanonical(ValueError):
    """A value has no one text, so nothing that holds it can be recorded."""


def canonical(value: dict[str, Any]) -> str:
    """The text of a document; raises NotCanonical where two readers could differ."""
    _check(value)
    return _write(value)


def _check(value: object) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise NotCanonical(f"{key!r} is no key")
            _check(inner)
    elif isinstance(value, list):
        for inner in value:
            _check(inner)
    else:
        _check_plain(value)


def _check_plain(value: object) -> None:
    if isinstance(value, str):
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise NotCanonical(f"{value!r} holds a character that databases refuse")
    elif isinstance(value, int):
        if abs(value) > LARGEST_WHOLE_NUMBER:
            raise NotCanonical(f"{value} is too large to be exact everywhere")
    elif value is not None:
        raise NotCanonical(f"{value!r} is a {type(value).__name__}, which has no one text")


def write_instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def same(value: Any) -> Any:
    return value


Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]


def codec(column_type: TypeEngine[Any]) -> Codec:
    """How a column's values are written in a document, and read back."""
    if isinstance(column_type, Instant):
        return write_instant, datetime.fromisoformat
    if isinstance(column_type, Date):
        return date.isoformat, date.fromisoformat
    if isinstance(column_type, (String, Integer, Boolean)):
        return same, same
    raise NotCanonical(f"a column of {column_type!r} has no one text")
