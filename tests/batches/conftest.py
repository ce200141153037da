from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask


@pytest.fixture
def instance(app: Flask, tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own for the files that errands end in."""
    before, app.instance_path = app.instance_path, str(tmp_path)
    yield tmp_path
    app.instance_path = before
