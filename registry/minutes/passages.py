"""What minutes consist of: the registers’ sentences, and what was written between them by paragraphs. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from registry.minutes.facts import Block
from registry.minutes.said import WRITTEN, Said

BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")

Told = dict[str, Any]
"""A passage in plain values, by the names of its columns."""


def passages_of(blocks: Iterable[Block], boxes: Mapping[str, str]) -> list[Told]:
    """The minutes whole, each passage numbered from 1."""
    told = [passage for block in blocks for passage in _of_block(block, boxes.get(block.box, ""))]
    return [passage | {"place": place} for place, passage in enumerate(told, start=1)]


def _of_block(block: Block, written: str) -> Iterator[Told]:
    yield from (_said(block, each) for each in block.before)
    for text in paragraphs(written):
        fact = {"label": "", "door": "", "fact_ref": ""}
        yield {"item_ref": block.item_ref, "source": WRITTEN, "box": block.box, "text": text} | fact
    yield from (_said(block, each) for each in block.after)


def _said(block: Block, said: Said) -> Told:
    told = {"item_ref": block.item_ref, "source": said.source, "box": "", "text": said.text, "label": said.label}
    return told | {"door": said.door, "fact_ref": said.ref}


def paragraphs(text: str) -> list[str]:
    return [each.strip() for each in BETWEEN_PARAGRAPHS.split(text) if each.strip()]


def put_in_place(text: str, was: str, words: str) -> str | None:
    """A text in which a paragraph has been put in another's place; None, if that is not there."""
    found = paragraphs(text)
    if was not in found:
        return None
    place = found.index(was)
    return "\n\n".join(paragraphs("\n\n".join([*found[:place], words, *found[place + 1 :]])))
