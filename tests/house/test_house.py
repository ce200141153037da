"""The house keeps its own rules."""

import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from flask import Flask

from registry import ROOMS
from registry.accounts import permissions
from registry.check.schedule import KEPT
from registry.doors import PUBLIC
from registry.doors.door import door_of
from registry.forms import Form
from registry.law import RULES
from tests.books import in_memory

pytestmark = pytest.mark.pure

KNOWN = (
    r"Companies Act 2006, s\.\d+",
    "Economic Crime and Corporate Transparency Act 2023",
    "Model Articles",
    "Articles",
    "Terms of reference",
    "Network Agreement",
    "Network Contract",
    "NHS England",
    "NHS Digital",
    "Organisation Data Service|Primary Care Support England",
    "ODS",
    "PCN",
    "Care Quality Commission",
    "Chartered Governance Institute",
    "Primary Care Network",
)
AUTHORITY = re.compile("|".join(KNOWN))


@pytest.fixture(scope="module")
def house() -> Flask:
    return in_memory()


class TestRooms:
    @pytest.mark.parametrize("room", ROOMS)
    def test_say_what_they_are_for_in_a_sentence(self, room):
        assert re.fullmatch(r"\w+: .+\.", import_module(f"registry.{room}").__doc__ or "", re.DOTALL)

    def test_stand_in_the_linter_in_the_order_they_may_know_one_another(self):
        contract = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
        layers = [layer.removeprefix("registry.") for layer in reversed(contract["layers"])]

        assert [layer for layer in layers if layer in ROOMS] == ROOMS

    def test_are_listed_in_the_readme_in_order(self):
        assert re.findall(r"^- `(\w+)`:", Path("README.md").read_text(), re.MULTILINE) == ROOMS

    def test_stand_in_the_schedule_of_how_long_their_papers_are_kept(self):
        assert list(KEPT) == ROOMS


class TestDoors:
    def test_each_has_a_permission_that_a_role_holds_and_each_permission_a_door(self, house):
        needed = {door.needs for name in house.view_functions if (door := _door(house, name))}

        assert needed - {PUBLIC} <= set(permissions.EVERYWHERE) | set(permissions.OWN)
        assert {name for name in permissions.EVERYWHERE if not name.endswith(("_private", "_restricted"))} <= needed

    def test_none_is_made_without_saying_what_it_needs(self, house):
        doorless = {name for name in house.view_functions if not _door(house, name)}

        assert doorless <= {"static", "assets", "openapi", "front", "home.front"}


def _door(house, name):
    with house.app_context():
        return door_of(name)


class TestRules:
    @pytest.mark.usefixtures("house")
    def test_each_cites_its_authority_in_a_sentence_and_is_tested_by_name(self):
        assert RULES
        for rule in RULES:
            room, name = rule.keeps.__module__.split(".")[1], rule.keeps.__name__.title().replace("_", "")
            assert AUTHORITY.search(rule.authority), (name, rule.authority)
            assert rule.sentence.endswith("."), name
            assert f"class Test{name}" in _tests_of(room, "rules"), f"{room}: class Test{name}"


def _tests_of(room: str, what: str) -> str:
    return "".join(path.read_text() for path in Path(f"tests/{room}").rglob(f"test_{what}*.py"))


def _forms() -> list[type[Form]]:
    return [form for form in Form.__subclasses__() if ".schemas" in form.__module__ and "Form" in form.__name__]


def _takes(act: Callable[..., Any]) -> Iterator[str]:
    """The answers that a command takes by name, those of a whole set of answers (`**offer`) among them."""
    for parameter in signature(act).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY:
            yield parameter.name
        elif parameter.kind is parameter.VAR_KEYWORD:
            for answers in get_args(parameter.annotation):
                yield from get_type_hints(answers)


class TestForms:
    @pytest.mark.usefixtures("house")
    def test_each_asks_exactly_what_its_command_takes(self):
        checked = 0
        for form in _forms():
            room, name = form.__module__.split(".")[1], form.__name__.removesuffix("Form")
            commands = import_module(f"registry.{room}.commands")
            act = getattr(commands, re.sub(r"(?<=.)(?=[A-Z])", "_", name).lower(), None)
            if act is None:
                continue
            takes = set(_takes(act))
            assert set(form().load_fields) <= takes, form
            assert takes - {"by"} - set(form().load_fields) <= {"reason", "declared_on"}, form
            checked += 1
        assert checked > 10
