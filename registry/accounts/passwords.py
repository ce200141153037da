"""Secrets: made, hashed and checked; never shown twice, and never in the ledger."""

import secrets
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

TOKEN_START = "registry_"

_hasher = PasswordHasher()
_nobody = _hasher.hash("a password that nobody has")


def hash_password(password: str) -> str:
    """argon2id, with the library's present costs (RFC 9106)."""
    return _hasher.hash(password)


def is_password(password: str, hashed: str | None) -> bool:
    """Whether a password is the one hashed; takes as long for an account that does not exist."""
    try:
        return _hasher.verify(hashed or _nobody, password) and hashed is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


def new_password() -> str:
    return "-".join(secrets.token_hex(2) for _ in range(4))


def new_secret() -> str:
    return TOKEN_START + secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    """A secret of 256 bits needs no slow hash."""
    return sha256(secret.encode()).hexdigest()
