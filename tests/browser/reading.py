"""What a reader does with a page, in the words on it."""

import re
from datetime import date
from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

from tests.browser.federation import PASSWORD, Federation
from tests.browser.places import FIXED, SIGN_IN

REFUSED = (401, 409, 412, 422)
"""What a door answers that asks something first, or asks again; to the browser's console each is an error."""


class Reader:
    """Somebody at a browser. What goes wrong in it is noted: errors, and requests to anywhere else."""

    def __init__(self, page: Page, federation: Federation) -> None:
        self.page, self.federation = page, federation
        self.went_wrong: list[str] = []
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.went_wrong.append(str(error)))
        page.on("console", self._hear)
        page.context.on("request", self._follow)
        page.context.on("response", self._weigh)

    def is_let_in(self, email: str) -> None:
        """Comes to the front page as somebody who signed in before."""
        self.page.context.add_cookies([self.federation.let_in(email)])
        self.page.goto(FIXED["home"])

    def sign_in(self, email: str) -> None:
        self.page.goto(SIGN_IN)
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.press("Sign in")

    def goes(self, *links: str) -> None:
        for link in links:
            self.page.get_by_role("link", name=link, exact=True).first.click()

    def press(self, button: str) -> None:
        self.main.get_by_role("button", name=button, exact=True).last.click()

    def question(self, words: str) -> Locator:
        """The first box that asks it, whether or not it may be left blank."""
        return self.main.get_by_label(asking(words)).first

    def writes(self, **answers: Any) -> None:
        """Answer questions by the words of their labels, with _ for a space."""
        for words, answer in answers.items():
            if isinstance(answer, date):
                self._date(words, answer)
            else:
                self.question(words).fill(str(answer))

    def picks(self, **answers: str) -> None:
        """Choose among what a list offers the one that begins so."""
        for words, answer in answers.items():
            box = self.question(words)
            option = box.locator("option").filter(has_text=answer).first
            box.select_option(value=option.get_attribute("value"))

    def ticks(self, *answers: str) -> None:
        for answer in answers:
            self.main.get_by_label(answer, exact=True).first.check()

    def _date(self, words: str, day: date) -> None:
        boxes = self.main.get_by_role("group", name=asking(words)).last
        for part in ("day", "month", "year"):
            boxes.get_by_label(part.title(), exact=True).fill(str(getattr(day, part)))

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def heading(self) -> str:
        return " ".join(self.main.locator("h1").inner_text().split())

    @property
    def says(self) -> str:
        """All that the page says, whatever its lines."""
        return " ".join(self.main.inner_text().split())

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(
            f"status of {status}" in message.text for status in REFUSED
        ):
            self.went_wrong.append(f"{message.text} {message.location.get('url')}")

    def _follow(self, request: Request) -> None:
        if not request.url.startswith((self.federation.at, "data:", "blob:")):
            self.went_wrong.append(f"asks {request.url}")

    def _weigh(self, response: Response) -> None:
        if response.status >= 500:
            self.went_wrong.append(f"{response.status} from {response.url}")


def asking(words: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(words.replace('_', ' '))}( \(optional\))?\s*$")
