import json
import re

import pytest

from registry.accounts import permissions
from registry.doors import PUBLIC
from registry.doors.door import door_of

pytestmark = pytest.mark.pure


@pytest.fixture
def spec(passer_by):
    return passer_by.get("/openapi.json").json


class TestOpenapi:
    def test_is_3_1(self, spec):
        assert spec["openapi"] == "3.1.0"

    def test_lists_every_door_with_its_permission(self, house, spec):
        told = {each["operationId"]: each["x-permission"] for path in spec["paths"].values() for each in path.values()}

        doors = {name: door for name in house.view_functions if (door := door_of(name))}
        assert told == {name: door.needs for name, door in doors.items()}
        assert set(told.values()) - {PUBLIC} <= set(permissions.EVERYWHERE) | set(permissions.OWN)

    def test_every_schema_it_names_is_there(self, spec):
        named = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(spec)))

        assert named
        assert named <= set(spec["components"]["schemas"])

    def test_every_word_in_an_address_is_a_parameter(self, spec):
        for address, path in spec["paths"].items():
            for operation in path.values():
                words = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
                assert words == set(re.findall(r"{(\w+)}", address)), address
