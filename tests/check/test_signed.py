"""Papers that the company signs, and files that somebody brings to be compared."""

import re
import sys
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from sqlalchemy import delete, select
from werkzeug.formparser import default_stream_factory

from registry import clock
from registry.accounts.models import Access
from registry.certificates import commands
from registry.cli.signing import signing
from registry.db import db
from registry.files import Kept
from registry.press import Print
from registry.press.signatures import signatures_in
from tests.factories import ADA, AHolding
from tests.papers import a_pdf_saying, text_of
from tests.press.keys import OURS, UNTIL, a_certificate, a_key
from tests.press.test_signing import added_to

CODE = re.compile(r"(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}")


@pytest.fixture
def certificate(client):
    [issued] = commands.issue(AHolding(5).member, on=date(2017, 5, 1), by=ADA)
    return issued


@pytest.fixture
def sealed(app, tmp_path):
    app.config.update(a_key(tmp_path))


def printed(client, certificate):
    answer = client.get(f"/certificates/{certificate.ref}.pdf?on=2026-05-14")
    assert answer.status_code == 200, answer.text
    return answer.data


def compared(client, content):
    return client.post("/check/compare", data={"file": (BytesIO(content), "paper.pdf")}, follow_redirects=True)


def noted():
    return [(line.what, line.about) for line in db.session.scalars(select(Access).order_by(Access.id))]


class TestACertificate:
    def test_is_signed_and_says_so_where_there_is_a_key(self, client, certificate, sealed):
        paper = printed(client, certificate)

        [found] = signatures_in(paper)
        [entered] = db.session.scalars(select(Print))
        assert (found.name, found.intact, found.covers, found.at) == (
            OURS,
            True,
            True,
            entered.at.replace(microsecond=0),
        )
        assert (entered.signer, entered.certificate) == (OURS, found.fingerprint)
        assert "Signed electronically for" in text_of(paper)

    def test_is_not_and_does_not_where_there_is_none(self, client, certificate):
        paper = printed(client, certificate)

        assert signatures_in(paper) == []
        assert "Signed electronically" not in text_of(paper)

    def test_once_signed_is_the_same_bytes_again(self, client, certificate, sealed):
        assert printed(client, certificate) == printed(client, certificate)

    def test_printed_before_there_was_a_key_is_not_handed_out_as_signed(self, app, client, certificate, tmp_path):
        before = printed(client, certificate)
        app.config.update(a_key(tmp_path))

        after = printed(client, certificate)

        assert after != before
        assert len(signatures_in(after)) == 1

    def test_is_not_printed_where_the_key_has_run_out_and_tells_no_reader_why(self, app, client, certificate, tmp_path):
        app.config.update(a_key(tmp_path, a_certificate(until=datetime(2024, 1, 1, tzinfo=UTC))))

        answer = client.get(f"/certificates/{certificate.ref}.pdf", headers={"Accept": "application/json"})

        assert answer.status_code == 503
        assert "is not printed without" in answer.json["detail"]
        assert str(tmp_path) not in answer.text
        assert db.session.scalar(select(Print)) is None

    def test_whose_signed_bytes_were_lost_is_not_signed_a_second_time(self, client, certificate, sealed):
        printed(client, certificate)
        db.session.execute(delete(Kept))
        db.session.commit()

        answer = client.get(f"/certificates/{certificate.ref}.pdf?on=2026-05-14")

        assert answer.status_code == 410
        assert "There is no second of a signed paper" in answer.text

    def test_of_no_key_leaves_other_papers_unsigned(self, client, certificate, sealed):
        assert signatures_in(client.get("/certificates/register.pdf").data) == []


class TestTheCodeOfAPaper:
    def test_says_whether_and_by_whom_it_was_signed(self, app, client, visitor, certificate, tmp_path):
        unsigned = CODE.search(text_of(printed(client, certificate)))[0]
        app.config.update(a_key(tmp_path))
        signed = CODE.search(text_of(printed(client, certificate)))[0]

        told = [visitor.get(f"/check/{code}.json").json["signed"] for code in (unsigned, signed)]

        assert told == ["Not electronically", f"Electronically, by {OURS}"]


class TestCompare:
    def test_tells_who_signed_and_that_nothing_has_changed(self, client, visitor, certificate, sealed):
        answer = compared(visitor, printed(client, certificate))

        assert "Byte for byte" in answer.text
        assert f"by {OURS}, with this registry’s certificate, and nothing in it has changed since" in answer.text

    def test_finds_one_changed_bit(self, client, visitor, certificate, sealed):
        paper = printed(client, certificate)
        place = paper.index(b"stream") + 20

        answer = compared(visitor, paper[:place] + bytes([paper[place] ^ 1]) + paper[place + 1 :])

        assert answer.status_code == 422
        assert "No paper of this registry has these bytes" in answer.text
        assert "the signature is broken" in answer.text

    def test_finds_what_was_added_later(self, client, visitor, certificate, sealed):
        answer = compared(visitor, added_to(printed(client, certificate)))

        assert answer.status_code == 422
        assert "something was added to it since" in answer.text

    def test_says_of_anothers_signature_that_it_is_not_ours(self, app, client, visitor, certificate, tmp_path):
        app.config.update(a_key(tmp_path))
        paper = printed(client, certificate)
        db.session.execute(delete(Print))
        db.session.commit()

        assert "nothing here says that the name is true" in compared(visitor, paper).text

    def test_names_the_paper_whose_code_is_on_another(self, client, visitor, certificate):
        code = CODE.search(text_of(printed(client, certificate)))[0]
        forged = a_pdf_saying("This is to certify that A. Rogue holds a million shares.", f"Check {code}")

        answer = compared(visitor, forged)

        assert answer.status_code == 422
        said = "It carries the code of “Certificate”, printed on"
        assert said in answer.text
        assert "but is not that paper" in answer.text

    def test_writes_what_is_sent_to_no_disk(self, visitor):
        head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="paper.pdf"\r\n\r\n'
        body = head.encode() + b"x" * 1_000_000 + b"\r\n--edge--\r\n"

        with written_to_disk() as by_compare:
            answer = visitor.post("/check/compare", data=body, content_type="multipart/form-data; boundary=edge")
        with written_to_disk() as by_others, default_stream_factory(None, None, None) as file:
            file.write(body)

        assert "No paper of this registry has these bytes" in answer.text
        assert by_compare == []
        assert by_others

    def test_of_more_than_a_request_may_carry_is_refused(self, app, visitor):
        app.config["MAX_CONTENT_LENGTH"] = 100_000

        assert compared(visitor, b"x" * 100_001).status_code == 413

    def test_is_noted_with_what_came_of_it_as_codes_are(self, client, visitor, certificate):
        paper = printed(client, certificate)
        code = CODE.search(text_of(paper))[0].replace("-", "")

        compared(visitor, b"words")
        visitor.get("/check/paper", query_string={"code": code})
        visitor.get(f"/check/{code}")
        visitor.get("/check/000000000000")

        what = [(what, about.partition(": ")[2]) for what, about in noted() if "compare" in what or "code" in what]
        assert what == [
            ("compared a file", "no such bytes"),
            ("typed the code of a page", "matches the books"),
            ("followed the code of a page", "matches the books"),
            ("followed the code of a page", "no such code"),
        ]


WATCHES: list[list[str]] = []


@sys.addaudithook
def watch(event, about):
    if event == "tempfile.mkstemp" or (event == "open" and isinstance(about[2], int) and about[2] & 0o20000000):
        for seen in WATCHES:
            seen.append(str(about[0]))


class written_to_disk:
    """Every file without a name that is opened meanwhile: Python tells of it, and of no other way."""

    def __enter__(self):
        WATCHES.append(seen := [])
        return seen

    def __exit__(self, *_):
        WATCHES.pop()


class TestSigningCommand:
    def told(self, app):
        return app.test_cli_runner().invoke(signing)

    def test_says_who_signs_and_until_when(self, app, sealed):
        answer = self.told(app)

        assert answer.exit_code == 0
        assert f"Signs as {OURS}" in answer.output
        assert str(UNTIL.year) in answer.output

    def test_says_that_there_is_no_key(self, app):
        assert "printed unsigned" in self.told(app).output

    def test_says_what_is_wrong_with_one(self, app, tmp_path):
        app.config.update(a_key(tmp_path, a_certificate(until=datetime(2024, 1, 1, tzinfo=UTC))))

        answer = self.told(app)

        assert answer.exit_code == 1
        assert "ran out at" in answer.output


class TestDuties:
    def sentences(self, client, on):
        return [line["sentence"] for line in client.get(f"/home/duties.json?on={on}").json["items"]]

    @pytest.mark.parametrize(("on", "is_due"), [(date(2039, 12, 1), False), (date(2039, 12, 2), True)])
    def test_tell_that_the_certificate_runs_out_thirty_days_before(self, client, sealed, on, is_due):
        assert any("Renew the certificate" in each for each in self.sentences(client, on)) is is_due

    def test_tell_that_the_key_cannot_be_read(self, app, client, tmp_path):
        app.config["SIGNING_KEY"] = str(tmp_path / "none.p12")

        assert any("Have the key mended" in each for each in self.sentences(client, clock.today()))
