from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.federation import (
    CHROMIUM,
    DESK,
    SECRETARY,
    Federation,
    open_anew,
    open_to_readers,
    write_books,
)
from tests.browser.reading import Reader
from tests.conftest import unchanged

Opens = Callable[..., Reader]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return CHROMIUM


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for what is the same for all the processes of the tests."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def shelf(common: Path) -> Path:
    return common / "shelf"


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory, common: Path, shelf: Path) -> Path:
    """The demo federation's books, told once for all the processes of the tests; they are copied, never written in."""
    told = common / "demo.db"
    with told.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not told.exists():
            write_books(tmp_path_factory.mktemp("books"), shelf).replace(told)
    return told


@pytest.fixture(scope="session")
def library(books: Path, shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Federation]:
    """Where they are only read."""
    with open_to_readers(books, tmp_path_factory.mktemp("library"), shelf) as federation:
        yield federation


@pytest.fixture(scope="session")
def desks(books: Path, shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Federation]:
    """Where they are written in, by one test after another."""
    with open_to_readers(books, tmp_path_factory.mktemp("desks"), shelf) as federation:
        yield federation


@pytest.fixture
def office(books: Path, desks: Federation) -> Iterator[Federation]:
    """A copy that may be written in."""
    with unchanged(desks.app):
        open_anew(desks.app, books)
        yield desks


@pytest.fixture
def opens(browser: Browser) -> Iterator[Opens]:
    """Open a browser as somebody, at some width. Whatever was done in it, no page may have gone wrong."""
    readers: list[Reader] = []

    def open_browser(
        federation: Federation, email: str | None = SECRETARY, size: dict[str, int] = DESK, **more: Any
    ) -> Reader:
        context = browser.new_context(viewport=size, base_url=federation.at, locale="en-GB", **more)
        readers.append(Reader(context.new_page(), federation))
        if email:
            readers[-1].is_let_in(email)
        return readers[-1]

    yield open_browser
    for reader in readers:
        reader.page.context.close()
        assert reader.went_wrong == []


@pytest.fixture(scope="session")
def look(browser: Browser, library: Federation) -> Iterator[Page]:
    """The secretary's browser, in which axe-core may be put: the pages' own policy would not let it in."""
    context = browser.new_context(base_url=library.at, locale="en-GB", bypass_csp=True, reduced_motion="reduce")
    reader = Reader(context.new_page(), library)
    reader.is_let_in(SECRETARY)
    yield reader.page
    context.close()
    assert reader.went_wrong == []
