"""The key with which papers are signed: a file (PKCS#12), or in a token that never gives it away (PKCS#11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from flask import current_app
from pkcs11.exceptions import PinIncorrect, PKCS11Error
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner

from registry import clock
from registry.wording import instant

SETTINGS = ("SIGNING_KEY", "SIGNING_MODULE", "SIGNING_TOKEN", "SIGNING_LABEL", "SIGNING_PASSPHRASE_FILE")


class Unusable(Exception):
    """Why no paper can be signed, for the administrator: none is then printed that should have been."""


@dataclass(frozen=True)
class Key:
    """A key, and what its certificate says: whose it is, from when until when, and its fingerprint (SHA-256)."""

    signer: Signer
    place: str
    name: str
    since: datetime
    until: datetime
    fingerprint: str

    def fault(self, at: datetime) -> str:
        """Why it may not sign at a time; nothing, if it may."""
        if at < self.since:
            return f"The certificate of {self.name} holds only from {instant(self.since)}."
        if at > self.until:
            return f"The certificate of {self.name} ran out at {instant(self.until)}."
        return ""


def is_set() -> bool:
    """Whether the settings name a key, of whatever use."""
    return bool(current_app.config["SIGNING_KEY"] or current_app.config["SIGNING_MODULE"])


def key() -> Key | None:
    """The key that the settings name; none, if they name none. Raises Unusable of one that cannot be read."""
    return _loaded(tuple((name, str(current_app.config[name])) for name in SETTINGS)) if is_set() else None


def usable_key() -> Key | None:
    """The key that signs now; none, if none is set. Raises Unusable of one whose certificate does not hold today."""
    found = key()
    if found is not None and (fault := found.fault(clock.now())):
        raise Unusable(fault)
    return found


@cache
def _loaded(told: tuple[tuple[str, str], ...]) -> Key:
    """Read once by each process: a large key takes longer to read than to sign with."""
    settings = dict(told)
    passphrase = _passphrase(settings["SIGNING_PASSPHRASE_FILE"])
    if settings["SIGNING_KEY"]:
        return _described(_in_file(settings["SIGNING_KEY"], passphrase), f"the file {settings['SIGNING_KEY']}")
    return _described(_in_token(settings, passphrase), f"the token {settings['SIGNING_TOKEN']}")


def _passphrase(file: str) -> str:
    try:
        return Path(file).read_text().rstrip("\r\n") if file else ""
    except (OSError, UnicodeDecodeError):
        raise Unusable(f"The file {file}, which is to hold the signing key’s passphrase, cannot be read.") from None


def _in_file(file: str, passphrase: str) -> Signer:
    try:
        return SimpleSigner.load_pkcs12_data(Path(file).read_bytes(), [], passphrase.encode() or None)
    except OSError:
        raise Unusable(f"The signing key’s file {file} cannot be read.") from None
    except (ValueError, AttributeError, TypeError):
        said = f"The signing key’s file {file} cannot be opened: it is no PKCS#12 file with a key and its certificate"
        raise Unusable(f"{said}, or the passphrase is another’s.") from None


def _in_token(settings: Mapping[str, str], pin: str) -> Signer:
    token, label = settings["SIGNING_TOKEN"], settings["SIGNING_LABEL"]
    try:
        session = open_pkcs11_session(
            settings["SIGNING_MODULE"], token_criteria=TokenCriteria(label=token), user_pin=pin or None
        )
        signer = PKCS11Signer(session, cert_label=label, other_certs_to_pull=None)
        assert signer.signing_cert
    except PinIncorrect:
        raise Unusable(f"The token {token} does not take the PIN in {settings['SIGNING_PASSPHRASE_FILE']}.") from None
    except (PKCS11Error, RuntimeError, OSError) as fault:
        why = str(fault) or type(fault).__name__
        raise Unusable(f"The token {token} gives no key and certificate called “{label}”: {why}") from None
    return signer


def _described(signer: Any, place: str) -> Key:
    certificate = signer.signing_cert
    return Key(
        signer,
        place,
        name_of(certificate),
        certificate.not_valid_before,
        certificate.not_valid_after,
        certificate.sha256.hex(),
    )


def name_of(certificate: Any) -> str:
    """Whose certificate it is: the name that it gives, or all that it says."""
    said: Mapping[str, Any] = certificate.subject.native
    return str(said.get("common_name") or certificate.subject.human_friendly)
