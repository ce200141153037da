"""A file of networks as it was sent: read, kept under its hash, and held against the registers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from marshmallow import ValidationError
from werkzeug.exceptions import NotFound

from registry import files
from registry.practices.published import as_at_from_name
from registry.structure.proposals import Proposal, propose_networks
from registry.structure.published import PublishedNetworks, Unreadable, networks_in

NO_DAY = "The file’s name does not say which day it tells of. Write it here."


@dataclass(frozen=True)
class Sent:
    """What a file says, and the hash of its bytes."""

    published: PublishedNetworks
    sha256: str


@contextmanager
def in_words_of_the_file() -> Iterator[None]:
    """All that is wrong with a file is said beside the question for it."""
    try:
        yield
    except Unreadable as odd:
        raise ValidationError({"file": odd.sentences}) from None


def read(content: bytes) -> PublishedNetworks:
    with in_words_of_the_file():
        return networks_in(content)


def sent_before(sha256: str) -> Sent:
    """The file that was sent for a preview, by the hash in the address."""
    try:
        return Sent(read(files.kept(sha256)), sha256)
    except LookupError:
        raise NotFound from None


def proposed(sent: Sent, as_at: date) -> Proposal:
    with in_words_of_the_file():
        return propose_networks(sent.published, as_at=as_at, sha256=sent.sha256)


def day_told_of(name: str) -> date:
    """The day that the file's name gives, for a sender who left it to us."""
    if (day := as_at_from_name(name)) is None:
        raise ValidationError({"as_at": [NO_DAY]})
    return day
