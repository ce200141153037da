"""The files of the demo's facts, and on a machine that has them, the published ones too."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from registry.demo.facts.list_sizes import PATIENTS
from registry.demo.facts.practices import AS_AT_2019, AS_AT_2023, IN_2019, IN_2023
from registry.practices import commands
from registry.practices.proposals import Counts
from registry.practices.published import PublishedPractice, list_sizes_in, practices_in
from tests.factories import ADA
from tests.published import WHERE_PUBLISHED_FILES_MAY_BE, epraccur, list_sizes

COUNTED = date(2021, 1, 1)


@dataclass(frozen=True)
class Files:
    """Both practice files, and the list sizes that came between them."""

    in_2019: bytes
    in_2023: bytes
    sizes: bytes


WRITTEN = Files(epraccur(IN_2019), epraccur(IN_2023), list_sizes(PATIENTS, COUNTED))


def either() -> pytest.MarkDecorator:
    """Runs a test on the files written here and, on a machine that has them, on the published ones too."""
    found = [pytest.param(WRITTEN, id="written here")]
    there = WHERE_PUBLISHED_FILES_MAY_BE
    names = ("epraccur_2019-12.csv", "epraccur_2023-02.csv", "gp-reg-pat-prac-all_2021-01.csv")
    if there.exists():
        found.append(pytest.param(Files(*((there / name).read_bytes() for name in names)), id="as published"))
    return pytest.mark.parametrize("files", found)


def load_practices(file: bytes, as_at: date, **more: Any) -> Counts:
    read = practices_in(file)
    return commands.load_practices(
        read, as_at=as_at, name="epraccur.csv", sha256=sha256(file).hexdigest(), **more, by=ADA
    )


def load_list_sizes(file: bytes, as_at: date = COUNTED) -> Counts:
    read = list_sizes_in(file)
    return commands.load_list_sizes(read, as_at=as_at, name="gp-reg.csv", sha256=sha256(file).hexdigest(), by=ADA)


def load_both(files: Files) -> None:
    load_practices(files.in_2019, AS_AT_2019)
    load_practices(files.in_2023, AS_AT_2023)


def of_2019(code: str, /, **changes: Any) -> PublishedPractice:
    """A practice as told of in 2019, but for what is changed."""
    return replace(next(told for told in IN_2019 if told.code == code), **changes)
