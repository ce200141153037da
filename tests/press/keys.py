"""Keys to sign with, made for a test under an authority of its own."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
OURS = "The secretary’s seal (test)"
PASSPHRASE = "correct horse"


@cache
def a_private_key(whose: str) -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def a_certificate(name: str = OURS, since: datetime = SINCE, until: datetime = UNTIL) -> x509.Certificate:
    """One for the key of a name, by the authority that the tests have made for themselves."""
    return _sealed(name, "Authority (test)", since, until, is_authority=False)


def authority() -> x509.Certificate:
    return _sealed("Authority (test)", "Authority (test)", SINCE, UNTIL, is_authority=True)


def _sealed(name: str, by: str, since: datetime, until: datetime, *, is_authority: bool) -> x509.Certificate:
    builder = x509.CertificateBuilder(_named(by), _named(name), a_private_key(name).public_key(), 1 + is_authority)
    holding = builder.not_valid_before(since).not_valid_after(until)
    return holding.add_extension(x509.BasicConstraints(is_authority, None), True).sign(
        a_private_key(by), hashes.SHA256()
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def a_key(folder: Path, certificate: x509.Certificate | None = None, passphrase: str = PASSPHRASE) -> dict[str, str]:
    """The settings of a key in a file, whose passphrase is in another."""
    folder.mkdir(exist_ok=True)
    certificate = certificate or a_certificate()
    whose = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    cipher = BestAvailableEncryption(PASSPHRASE.encode())
    sealed = pkcs12.serialize_key_and_certificates(
        b"seal", a_private_key(str(whose)), certificate, [authority()], cipher
    )
    (folder / "seal.p12").write_bytes(sealed)
    (folder / "passphrase").write_text(f"{passphrase}\n")
    return {"SIGNING_KEY": str(folder / "seal.p12"), "SIGNING_PASSPHRASE_FILE": str(folder / "passphrase")}
