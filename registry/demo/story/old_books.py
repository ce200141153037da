"""What was decided before the books were opened, brought in from the one page that tells of it."""

from hashlib import sha256

from registry.demo.facts.groupings import HUBS_PAGE
from registry.demo.story.cast import Cast
from registry.openings.commands import open_book
from registry.openings.models import DECISIONS
from registry.openings.sent import lines_in

NAME = "decisions.csv"
HELD = """\
Body,On,Text
FORUM,"undated; in the course of 2017-18",That the practices form informal networks and work together in joint hubs.
"""


def tell(cast: Cast) -> None:
    """The page gives neither the day, nor how it was decided, nor a number: none is made up."""
    content = HELD.encode()
    told = {"what": DECISIONS, "source": HUBS_PAGE, "name": NAME, "sha256": sha256(content).hexdigest()}
    open_book(lines_in(DECISIONS, content), **told, by=cast.secretary)  # type: ignore[arg-type]
