"""Every main page, at the width of a phone and of a desk: for whoever cannot see it, and within its bounds."""

import os
from pathlib import Path
from zlib import crc32

import pytest

from tests.browser.federation import DESK, PHONE
from tests.browser.places import NAMES, places

pytestmark = pytest.mark.pure

AT_LENGTH = bool(os.environ.get("REGISTRY_SOAK"))
"""What differs at a desk is but the width of what a telephone has one below another."""
A_THIRD = 3
"""Pages are drawn by the same few macros: of all, a third is looked at for faults each time, and each in the soak."""

AXE = Path("node_modules/axe-core/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FAULTS = """tags => axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]}).then(
    found => found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(" ")}`)
)"""
TWICE = "[...document.querySelectorAll('[id]')].map(each => each.id).filter((id, at, all) => all.indexOf(id) !== at)"
WIDER_BY = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def found(library):
    return places(library.app)


@pytest.mark.parametrize("name", NAMES)
class TestPage:
    def test_is_clear_to_all_and_keeps_within_the_width_of_a_phone_and_of_a_desk(self, look, found, name):
        look.set_viewport_size(PHONE)
        answer = look.goto(found[name])

        assert answer.status == 200
        assert look.evaluate(TWICE) == []
        assert look.evaluate(WIDER_BY) == 0
        if AT_LENGTH or crc32(name.encode()) % A_THIRD == 0:
            look.evaluate(AXE)
            assert look.evaluate(FAULTS, TAGS) == []

        look.set_viewport_size(DESK)

        assert look.evaluate(WIDER_BY) == 0
        if AT_LENGTH:
            assert look.evaluate(FAULTS, TAGS) == []
