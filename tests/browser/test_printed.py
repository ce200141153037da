"""The papers of the demonstration, each as its reader would have it."""

import os

import pytest

from tests.browser.pictures import PAPERS, on_paper
from tests.browser.places import places
from tests.press.conforming import READ_OUT, faults

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


def test_each_is_fit_to_be_kept_and_to_be_read_out(opens, library):
    reader, at = opens(library), places(library.app)
    papers = {
        name: reader.page.request.get(on_paper(at[name])).body()
        for name in (PAPERS if os.environ.get("REGISTRY_SOAK") else A_DOZEN)
    }

    found = [f"{name}: {each}" for name, told in faults(papers).items() for each in told if is_a_fault(name, each)]

    assert found == []
