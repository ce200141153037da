"""Pictures of the main pages, as wide as a phone and as a desk, and of the main papers, for somebody to look at."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.federation import (
    CHROMIUM,
    DESK,
    DIRECTOR,
    MEMBER,
    PASSWORD,
    PHONE,
    SECRETARY,
    Federation,
    open_to_readers,
    write_books,
)
from tests.browser.places import SIGN_IN, places

WIDTHS = {320: PHONE, 1280: DESK}
READERS = {"secretary": SECRETARY, "director": DIRECTOR, "member": MEMBER}
THEIRS = {
    "director": ("home", "meeting-next", "pack", "interests-mine", "conflicts-plan", "conflicts-mine"),
    "member": ("home", "interests-mine", "conflicts-mine", "member"),
}
PAPERS = (
    "reviews",
    "reviews-done",
    "authorisations",
    "authorisation",
    "practice-counted",
    "profiles",
    "profile",
    "members",
    "member",
    "nominees",
    "capital",
    "certificates",
    "certificate",
    "control",
    "control-statement",
    "transfers",
    "transfer-waiting",
    "allotments-entitlement",
    "inspections",
    "inspection-reply",
    "filings",
    "company",
    "seats",
    "seats-served",
    "seats-compared",
    "seat-shared",
    "seat-letter",
    "directors",
    "director-consent",
    "articles",
    "terms-amended",
    "draft",
    "votes-of-meeting",
    "vote-poll",
    "vote-by-name",
    "decisions",
    "actions",
    "actions-of-person",
    "compliance",
    "interests",
    "gifts",
    "disclosures",
    "notice-paper",
    "conflicts",
    "conflicts-undeclared",
    "conflicts-plan",
    "conflicts-plan-next",
    "conflicts-topics",
    "interests-private",
    "interests-compared",
    "interests-of-person",
    "round",
    "round-answers",
    "groupings",
    "terms-version",
    "terms-rules",
    "terms-redline",
    "terms-redline-beside",
    "decision",
    "decision-extract",
    "decision-resolution",
    "minute-book",
    "structure-chart",
    "resolutions",
    "resolution",
    "resolution-lapsed",
    "resolution-paper",
    "meeting-next",
    "meeting-notice",
    "meeting-service",
    "meeting-grid",
    "attendance-year",
    "proxies-of-meeting",
    "proxy-forms",
    "minutes",
    "minutes-circulated",
    "minutes-signed",
    "minutes-compare",
    "minutes-draft",
    "pack",
    "edition",
    "edition-insert",
    "opening",
    "openings-reconciliation",
    "reorganisation",
)
LOOKED_AT = {"": ["-r", "100"], "half": ["-r", "50", "-gray"]}
"""As it is printed, and as it comes from a copier that makes two pages into one."""


def main(out: Path, only: tuple[str, ...]) -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        desk = Path(folder)
        books = write_books(desk, desk / "shelf")
        browser = playwright.chromium.launch(**CHROMIUM)
        with open_to_readers(books, desk, desk / "shelf") as federation:
            picture_screens(browser, federation, out / "screens", only)
            picture_papers(browser, federation, out / "papers", only)


def picture_screens(browser: Browser, federation: Federation, out: Path, only: tuple[str, ...]) -> None:
    found = places(federation.app)
    for reader, email in READERS.items():
        wanted = [name for name in THEIRS.get(reader, found) if not only or name in only]
        for width, size in WIDTHS.items():
            with signed_in(browser, federation, email, size) as context:
                page = context.new_page()
                for name in wanted:
                    page.goto(federation.at + found[name])
                    path = out / str(width) / f"{name}{'' if reader == 'secretary' else '-' + reader}.png"
                    page.screenshot(path=path, full_page=True)


@contextmanager
def signed_in(browser: Browser, federation: Federation, email: str, size: dict[str, int]) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=size, locale="en-GB")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(federation.at + SIGN_IN)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    yield context
    context.close()


def picture_papers(browser: Browser, federation: Federation, out: Path, only: tuple[str, ...]) -> None:
    found = places(federation.app)
    out.mkdir(parents=True, exist_ok=True)
    with signed_in(browser, federation, SECRETARY, DESK) as context:
        for name in PAPERS:
            if only and name not in only:
                continue
            path = out / f"{name}.pdf"
            path.write_bytes(context.request.get(federation.at + on_paper(found[name])).body())
            for folder, how in LOOKED_AT.items():
                (out / folder).mkdir(exist_ok=True)
                subprocess.run(["pdftoppm", *how, "-png", path, out / folder / name], check=True)


def on_paper(address: str) -> str:
    """Where the paper of a page is."""
    page, _, asked = address.partition("?")
    return f"{page}.pdf?{asked}"


if __name__ == "__main__":
    main(Path("out"), tuple(sys.argv[1:]))
