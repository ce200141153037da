"""The same facts are the same bytes: in two processes, on two days."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
import time_machine
from sqlalchemy import delete

from registry.certificates import commands as certificates
from registry.cli.papers import printed
from registry.db import db
from registry.files import Kept
from registry.press import Print
from tests.books import SETTINGS
from tests.factories import ADA, AHolding, AMeeting

ON = "2026-05-14"
COMMANDS = """import json, sys
from registry.cli import main
for command in json.loads(sys.argv[1]):
    main(command, standalone_mode=False)"""


@pytest.fixture
def papers(shared):
    """A register, a certificate and a pack, as the command is asked for them."""
    [certificate] = certificates.issue(AHolding(5).member, on=date(2017, 5, 1), by=ADA)
    return [
        ("members.register", ""),
        ("certificates.certificate", certificate.ref),
        ("packs.board_pack", AMeeting().ref),
    ]


def by_another_process(papers, folder):
    """All printed by the registry's own command, today."""
    books = db.engine.url.render_as_string(hide_password=False)
    house = {"REGISTRY_DATABASE_URL": books, "REGISTRY_SECRET_KEY": SETTINGS["SECRET_KEY"], "REGISTRY_INSTANCE": folder}
    asked = [
        ["print", document, *filter(None, [word]), "--on", ON, "-o", f"{folder}/{document}.pdf"]
        for document, word in papers
    ]
    told = [sys.executable, "-c", COMMANDS, json.dumps(asked)]
    subprocess.run(told, env=os.environ | house, check=True, capture_output=True)
    return [(folder / f"{document}.pdf").read_bytes() for document, _ in papers]


def test_a_register_a_certificate_and_a_pack(shared, papers, tmp_path):
    with time_machine.travel(datetime(2031, 5, 14, tzinfo=UTC)):
        here = [printed(shared, document, word, {"on": ON}) for document, word in papers]
    db.session.execute(delete(Print))
    db.session.execute(delete(Kept))
    db.session.commit()

    assert by_another_process(papers, tmp_path) == here
