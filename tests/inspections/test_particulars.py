from types import SimpleNamespace

import pytest

from registry.inspections.particulars import (
    DISCLOSURE,
    NAME_AND_ADDRESS,
    PURPOSE,
    RECIPIENT,
    RESPONSIBLE,
    lacking,
)

pytestmark = pytest.mark.pure

TO = {"name": "A Journal", "address": "3 Fleet Street", "responsible": "", "purpose": "An article"}
WHOLE = {
    "name": "Jo Public",
    "address": "1 High Street",
    "is_organisation": False,
    "responsible": "",
    "responsible_address": "",
    "purpose": "To write to the members",
    "discloses": False,
    "recipients": [],
}


def lacks(**changed):
    recipients = [SimpleNamespace(**each) for each in changed.pop("recipients", [])]
    return lacking(SimpleNamespace(**WHOLE | changed | {"recipients": recipients}))


class TestLacking:
    """Section 116(4): what a request must contain."""

    def test_nothing_if_it_says_all(self):
        assert lacks() == []
        assert lacks(is_organisation=True, responsible="Jo", responsible_address="1 High Street") == []
        assert lacks(discloses=True, recipients=[TO]) == []

    @pytest.mark.parametrize(
        ("changed", "what"),
        [
            ({"address": ""}, NAME_AND_ADDRESS),
            ({"name": ""}, NAME_AND_ADDRESS),
            ({"is_organisation": True}, RESPONSIBLE),
            ({"is_organisation": True, "responsible": "Jo"}, RESPONSIBLE),
            ({"purpose": ""}, PURPOSE),
            ({"discloses": None}, DISCLOSURE),
            ({"discloses": True}, RECIPIENT),
            ({"discloses": True, "recipients": [TO | {"purpose": ""}]}, RECIPIENT),
            ({"discloses": True, "recipients": [TO, TO | {"address": ""}]}, RECIPIENT),
        ],
    )
    def test_each_by_its_paragraph(self, changed, what):
        assert lacks(**changed) == [what]

    def test_all_at_once(self):
        assert lacks(address="", purpose="", discloses=None) == [NAME_AND_ADDRESS, PURPOSE, DISCLOSURE]
