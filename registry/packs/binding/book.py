from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, Pdf

from registry.packs.binding.folios import folios, label_pages, plain
from registry.packs.binding.leaves import Leaves
from registry.packs.binding.links import follow, headings
from registry.packs.binding.papers import lay_in
from registry.packs.binding.restyled import restyled
from registry.packs.binding.stamp import Stamp
from registry.packs.binding.tags import Tags
from registry.packs.binding.watermark import mark_pages
from registry.paper import BLACK, STANDARD
from registry.press.conformance import packet_of

LANGUAGE = "en-GB"
PDF_VERSION = "1.7"


def bind(
    sections: list[Leaves],
    *,
    title: str,
    foot: str | None,
    code: str = "",
    labels: Sequence[str] | None = None,
    last: str = "",
    style: str = STANDARD,
    mark: str = "",
) -> bytes:
    """One book of all the sections in their order, the same bytes every time.

    Each page has `foot` and its number and, where the book has a `code` to be checked by, that too. `labels` are what
    its pages are called, one for each; they are numbered from 1 if it is not said. `last` is the last page of the book
    that they are of, if it is not among them. Where `foot` is None, what is bound is left as it is: papers that have a
    foot of their own. `mark` is a word across every page, and at its foot.

    In another `style` all is set again; its pages are called what they are in the standard one. In plain black, which
    has no grey, the mark is at the foot alone.
    """
    if style != STANDARD:
        sections, labels = restyled(sections, labels or plain(sum(each.count for each in sections)), style)
    with ExitStack() as opened, pikepdf.new() as book:
        sources = [opened.enter_context(pikepdf.open(BytesIO(section.content))) for section in sections]
        _gather(book, sections, sources)
        labels = labels or plain(len(book.pages))
        label_pages(book, labels)
        if foot is not None:
            Stamp(foot, folios(labels, last or labels[-1]), code, style, mark).press_on(book)
        if mark and style != BLACK:
            mark_pages(book, mark)
        _take_colours(book, sources[0])
        papers = [section.paper for section in sections if section.paper is not None]
        _describe(book, title, is_to_be_kept=all(paper.is_to_be_kept for paper in papers))
        return _written(book)


def _gather(book: Pdf, sections: list[Leaves], sources: list[Pdf]) -> None:
    """All the sections in their order, their tags as one tree, their links and headings as the book's own."""
    tags, starts = Tags(book), dict[str, int]()
    for section, source in zip(sections, sources, strict=True):
        starts[section.name] = len(book.pages)
        _take_in(book, section, source, tags)
    tags.close()
    follow(book, starts, {section.name: section.title for section in sections})
    _outline(book, sections, sources, starts)


def _take_in(book: Pdf, section: Leaves, source: Pdf, tags: Tags) -> None:
    """Put a section's pages at the end of the book, and its tags with them."""
    if section.paper is not None:
        lay_in(book, section.title, section.paper, source, tags)
        return
    first = len(book.pages)
    book.pages.extend(source.pages)
    tags.join(source, [book.pages[place] for place in range(first, len(book.pages))], section.title)


def _outline(book: Pdf, sections: list[Leaves], sources: list[Pdf], starts: dict[str, int]) -> None:
    """The sections; under them their headings, or the papers of an item; under each paper, the bookmarks it brought."""
    with book.open_outline() as outline:
        for section, source in zip(sections, sources, strict=True):
            first = starts[section.name]
            entry = OutlineItem(section.title, first, "Fit")
            entry.is_closed = True
            if section.paper is not None:
                entry.children.extend(section.paper.bookmarks(first))
            elif section.level == 1:
                entry.children.extend(headings(source, first))
            (outline.root if section.level == 1 else outline.root[-1].children).append(entry)


def _take_colours(book: Pdf, source: Pdf) -> None:
    """Let the book say, as its sections do, in which colours it is meant."""
    book.Root.OutputIntents = book.copy_foreign(source.make_indirect(source.Root.OutputIntents))


def _describe(book: Pdf, title: str, *, is_to_be_kept: bool) -> None:
    book.Root.Lang = pikepdf.String(LANGUAGE)
    book.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    book.Root.PageMode = Name.UseOutlines
    book.docinfo[Name.Title] = title
    packet = packet_of(title, LANGUAGE, is_to_be_kept=is_to_be_kept)
    book.Root.Metadata = book.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def _written(book: Pdf) -> bytes:
    out = BytesIO()
    packed = pikepdf.ObjectStreamMode.generate
    book.save(out, deterministic_id=True, min_version=PDF_VERSION, object_stream_mode=packed)
    return out.getvalue()
