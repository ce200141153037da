"""What the guides say can be opened, opens; what they say can be run, runs."""

import re
import shlex

import click
import pytest
from click.testing import CliRunner

from registry import config
from registry.accounts.permissions import DIRECTOR, MEMBER
from registry.cli import main
from registry.home import guides
from registry.people import commands as people
from registry.screens import ROOT
from tests.conftest import browser_of
from tests.factories import ADA

ROLES = {
    "secretary": ["secretary"],
    "member": ["member"],
    "director-and-auditor": ["director", "auditor"],
    "administrator": ["secretary"],
    "README": ["secretary"],
}
PAPERS = [path for path in (*sorted(guides.DOCS.glob("*.md")), ROOT / "README.md") if path.exists()]
WORDS = {path.stem: path.read_text(encoding="utf-8") for path in PAPERS}

ADDRESS = re.compile(r"\]\((/[^)\s]*)\)|`(/[^`\s]*)`|http://127\.0\.0\.1:8000(/[\w./?=&-]*)")
COMMAND = re.compile(r"(?:^(?: {4}|\$ )?|`)(?:\.venv/bin/)?(registry [^`\n]+)", re.MULTILINE)
SCRIPT = re.compile(r"\bscript/[a-z]+\b")
SETTING = re.compile(r"\bREGISTRY_([A-Z_]+)\b")
NOT_OF_CONFIG = {"INSTANCE"}


def named(pattern):
    """What a pattern finds in each paper, once."""
    found = {
        (stem, next(filter(None, match.groups()), match[0]))
        for stem, words in WORDS.items()
        for match in pattern.finditer(words)
    }
    return sorted(found)


def browsers(app, stem):
    """The browsers of those whom a paper is for, each of whom is a person in the books."""
    for role in ROLES[stem]:
        person = people.enter(title="Dr", forenames="Asha", surname="Patel", born=None, email=None, by=ADA)
        yield browser_of(app, role, person.ref if role in (MEMBER, DIRECTOR) else None)


@pytest.mark.parametrize(("stem", "address"), named(ADDRESS))
def test_every_address_opens_for_those_it_is_told_to(app, stem, address):
    answers = [browser.get(address, follow_redirects=True) for browser in browsers(app, stem)]

    assert 200 in [answer.status_code for answer in answers]


@pytest.mark.pure
@pytest.mark.parametrize("stem", sorted(WORDS))
def test_each_paper_is_for_somebody(stem):
    assert ROLES[stem]


@pytest.mark.pure
@pytest.mark.parametrize(("stem", "line"), named(COMMAND))
def test_every_command_gives_its_help(stem, line):
    names = words_of_command(shlex.split(line)[1:])

    answer = CliRunner().invoke(main, [*names, "--help"])

    assert answer.exit_code == 0, answer.output
    assert answer.output.startswith("Usage:")


def words_of_command(words):
    """The words that choose a command, and not what it is given; each must be one of the group's."""
    group, names = main, []
    while isinstance(group, click.Group) and words and not words[0].startswith("-"):
        assert words[0] in group.commands, f"there is no `registry {' '.join([*names, words[0]])}`"
        group = group.commands[words[0]]
        names.append(words.pop(0))
    return names


@pytest.mark.pure
@pytest.mark.parametrize(("stem", "script"), named(SCRIPT))
def test_every_script_is_there(stem, script):
    assert (ROOT / script).stat().st_mode & 0o100


@pytest.mark.pure
@pytest.mark.parametrize(("stem", "setting"), named(SETTING))
def test_every_setting_is_one(stem, setting):
    assert setting in NOT_OF_CONFIG or hasattr(config, setting)


class TestOptions:
    @pytest.mark.pure
    @pytest.mark.parametrize(("stem", "line"), named(COMMAND))
    def test_given_to_a_command_are_its_own(self, stem, line):
        words = shlex.split(line)[1:]
        command = main
        for name in words_of_command(list(words)):
            command = command.commands[name]

        offered = {option for each in command.params for option in each.opts} | {"--help"}
        assert {word for word in words if word.startswith("-")} <= offered
