"""The papers of the demonstration, each as its reader would have it."""

import os

import pytest

from registry.press.signatures import signatures_in
from tests.browser.pictures import PAPERS, on_paper
from tests.browser.places import places
from tests.press.conforming import READ_OUT, faults
from tests.press.keys import a_key

pytestmark = pytest.mark.pure

A_DOZEN = (
    "members", "member", "certificate", "seats-served", "articles", "decisions", "interests", "groupings",
    "meeting-notice", "minutes-signed", "resolution-paper", "pack",
)  # fmt: skip
"""Each of another make; all others in the soak."""
UPLOADED = {"pack"}
"""What has papers bound in that others made, and so claims only to be read out."""


def is_a_fault(name, told):
    return told.startswith(READ_OUT) or name not in UPLOADED


SIGNED = "certificate", "minutes-signed", "decision-extract", "decision-resolution"
"""What the company signs, where it has a key."""


def printed(reader, at, names):
    return {name: reader.page.request.get(on_paper(at[name])).body() for name in names}


def test_each_is_fit_to_be_kept_and_to_be_read_out(opens, library):
    reader, at = opens(library), places(library.app)
    papers = printed(reader, at, PAPERS if os.environ.get("REGISTRY_SOAK") else A_DOZEN)

    found = [f"{name}: {each}" for name, told in faults(papers).items() for each in told if is_a_fault(name, each)]

    assert found == []


def test_each_that_is_signed_is_so_with_its_signature(opens, office, tmp_path):
    office.app.config.update(a_key(tmp_path))

    papers = printed(opens(office), places(office.app), SIGNED)

    assert {name: len(signatures_in(paper)) for name, paper in papers.items()} == dict.fromkeys(SIGNED, 1)
    assert faults(papers) == {}
