import asyncio
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from registry import clock, create_app
from registry.press import keys, typeset
from registry.press.signatures import signatures_in
from registry.press.signing import signed
from tests.press.conforming import faults
from tests.press.keys import OURS, PASSPHRASE, SINCE, UNTIL, a_certificate, a_key, a_private_key

pytestmark = pytest.mark.pure

AT = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
HTML = "<html lang=en-GB><title>Minutes</title><h1>Minutes</h1><p>The accounts were approved.</p>"
TOKEN_MODULE = "/usr/lib/softhsm/libsofthsm2.so"


@pytest.fixture(scope="module")
def house():
    return create_app(SECRET_KEY="for tests alone", SQLALCHEMY_DATABASE_URI="sqlite://")


@pytest.fixture
def with_key(house, tmp_path):
    """Set the key that papers are signed with, and read it."""

    def read(**settings):
        house.config.update({name: "" for name in keys.SETTINGS} | settings)
        with house.app_context():
            return keys.usable_key()

    yield read
    house.config.update({name: "" for name in keys.SETTINGS})


@pytest.fixture
def key(with_key, tmp_path):
    return with_key(**a_key(tmp_path))


@pytest.fixture
def paper(key):
    return signed(typeset(HTML), key, AT)


def added_to(paper):
    """The same paper with something put in after it was signed."""
    writer, out = IncrementalPdfFileWriter(BytesIO(paper)), BytesIO()
    writer.root["/Added"] = generic.TextStringObject("later")
    writer.update_root()
    writer.write(out)
    return out.getvalue()


class TestSigned:
    def test_says_who_signed_and_when_and_covers_the_whole_file(self, key, paper):
        [found] = signatures_in(paper)

        assert (found.name, found.fingerprint, found.at) == (OURS, key.fingerprint, AT)
        assert (found.intact, found.covers) == (True, True)

    def test_is_held_valid_by_other_programs(self, paper, tmp_path):
        (tmp_path / "paper.pdf").write_bytes(paper)

        told = subprocess.run(["pdfsig", tmp_path / "paper.pdf"], capture_output=True, text=True, check=False).stdout

        assert "Signature is Valid" in told
        assert "Total document signed" in told
        assert "ETSI.CAdES.detached" in told

    def test_is_still_fit_to_be_kept_and_to_be_read_out(self, paper):
        assert faults({"signed": paper}) == {}

    def test_allows_no_change_and_shows_nothing_on_the_page(self, paper):
        with pikepdf.open(BytesIO(paper)) as pdf:
            [field] = pdf.Root.AcroForm.Fields
            assert [float(side) for side in field.Rect] == [0, 0, 0, 0]
            assert field.V.Reference[0].TransformParams.P == 1
            assert pdf.pages[0].obj.Tabs == "/S"

    def test_with_one_bit_changed_is_found_out(self, paper):
        place = paper.index(b"stream") + 20
        changed = paper[:place] + bytes([paper[place] ^ 1]) + paper[place + 1 :]

        [found] = signatures_in(changed)
        assert not found.intact

    def test_with_something_added_is_found_out(self, paper):
        [found] = signatures_in(added_to(paper))

        assert found.intact
        assert not found.covers


class TestAwaited:
    def test_signs_and_reads_also_where_a_loop_is_running(self, key):
        async def amid_a_loop():
            return signatures_in(signed(typeset(HTML), key, AT))

        [found] = asyncio.run(amid_a_loop())

        assert found.intact


class TestSignaturesIn:
    def test_are_none_where_nobody_signed(self):
        assert signatures_in(typeset(HTML)) == []

    @pytest.mark.parametrize("content", [b"", b"%PDF-1.7 /ByteRange", b"%PDF-1.7\n" + b"/ByteRange [" * 10_000])
    def test_are_none_in_what_cannot_be_read(self, content):
        assert signatures_in(content) == []


class TestKey:
    def test_is_none_where_none_is_set(self, with_key):
        assert with_key() is None

    def test_is_read_once(self, house, with_key, tmp_path):
        first = with_key(**(settings := a_key(tmp_path)))
        (tmp_path / "seal.p12").unlink()

        assert with_key(**settings) is first

    @pytest.mark.parametrize(
        ("since", "until", "sentence"),
        [
            (datetime(2026, 5, 14, 9, 31, tzinfo=UTC), UNTIL, "holds only from"),
            (SINCE, datetime(2026, 5, 14, 9, 29, tzinfo=UTC), "ran out at"),
        ],
    )
    def test_signs_only_while_its_certificate_holds(self, with_key, tmp_path, since, until, sentence):
        settings = a_key(tmp_path, a_certificate(since=since, until=until))

        with clock.telling(AT), pytest.raises(keys.Unusable, match=sentence):
            with_key(**settings)

    @pytest.mark.parametrize("at", [SINCE, UNTIL])
    def test_signs_from_its_first_moment_to_its_last(self, with_key, tmp_path, at):
        with clock.telling(at):
            assert with_key(**a_key(tmp_path)).name == OURS

    def test_of_a_wrong_passphrase_is_told_and_neither_passphrase_is(self, with_key, tmp_path):
        with pytest.raises(keys.Unusable, match="cannot be opened") as refused:
            with_key(**a_key(tmp_path, passphrase="battery staple"))

        assert "battery" not in str(refused.value)
        assert PASSPHRASE not in str(refused.value)

    def test_that_is_no_key_is_told(self, with_key, tmp_path):
        settings = a_key(tmp_path)
        (tmp_path / "seal.p12").write_bytes(b"words")

        with pytest.raises(keys.Unusable, match="is no PKCS#12 file"):
            with_key(**settings)

    def test_that_is_not_there_is_told(self, with_key, tmp_path):
        with pytest.raises(keys.Unusable, match="cannot be read"):
            with_key(SIGNING_KEY=str(tmp_path / "none.p12"))

    def test_whose_passphrase_is_not_there_is_told(self, with_key, tmp_path):
        settings = a_key(tmp_path) | {"SIGNING_PASSPHRASE_FILE": str(tmp_path / "none")}

        with pytest.raises(keys.Unusable, match="passphrase, cannot be read"):
            with_key(**settings)


@pytest.fixture(scope="module")
def token(tmp_path_factory):
    """A token with the key in it, as a program keeps one (SoftHSM): the settings that lead to it."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n")
    (folder / "pin").write_text("4321")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
    fill(folder)
    yield {
        "SIGNING_MODULE": TOKEN_MODULE,
        "SIGNING_TOKEN": "Office",
        "SIGNING_LABEL": "seal",
        "SIGNING_PASSPHRASE_FILE": str(folder / "pin"),
    }
    patch.undo()


def fill(folder):
    """Put the key and its certificate into a new token, under the label `seal`."""
    private = a_private_key(OURS).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(private)
    asked = ["--init-token", "--free", "--label", "Office", "--pin", "4321", "--so-pin", "4321"]
    subprocess.run(["softhsm2-util", *asked], check=True, capture_output=True)
    asked = ["--import", str(folder / "key.pem"), "--token", "Office", "--label", "seal", "--id", "01", "--pin", "4321"]
    subprocess.run(["softhsm2-util", *asked], check=True, capture_output=True)
    certificate = {
        pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
        pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
        pkcs11.Attribute.TOKEN: True,
        pkcs11.Attribute.LABEL: "seal",
        pkcs11.Attribute.ID: b"\x01",
        pkcs11.Attribute.SUBJECT: a_certificate().subject.public_bytes(),
        pkcs11.Attribute.VALUE: a_certificate().public_bytes(Encoding.DER),
    }
    with pkcs11.lib(TOKEN_MODULE).get_token(token_label="Office").open(rw=True, user_pin="4321") as session:
        session.create_object(certificate)


class TestToken:
    """The faults first: once a token has been opened, this process has it open."""

    def test_that_is_not_there_is_told(self, with_key, token):
        with pytest.raises(keys.Unusable, match="The token Elsewhere gives no key"):
            with_key(**token | {"SIGNING_TOKEN": "Elsewhere"})

    def test_whose_library_is_not_there_is_told(self, with_key, token, tmp_path):
        with pytest.raises(keys.Unusable, match="The token Office gives no key"):
            with_key(**token | {"SIGNING_MODULE": str(tmp_path / "none.so")})

    def test_that_takes_another_pin_is_told_and_no_pin_is(self, with_key, token, tmp_path):
        (tmp_path / "pin").write_text("9999")

        with pytest.raises(keys.Unusable, match="does not take the PIN") as refused:
            with_key(**token | {"SIGNING_PASSPHRASE_FILE": str(tmp_path / "pin")})
        assert "9999" not in str(refused.value)

    def test_signs_without_giving_its_key_away(self, with_key, token):
        key = with_key(**token)

        [found] = signatures_in(signed(typeset(HTML), key, AT))
        assert (found.name, found.intact, found.covers) == (OURS, True, True)

    def test_without_a_key_of_that_label_is_told(self, with_key, token):
        with pytest.raises(keys.Unusable, match="called “other”"):
            with_key(**token | {"SIGNING_LABEL": "other"})
