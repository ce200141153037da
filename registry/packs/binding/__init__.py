"""Binding: sections set apart become one book, with one numbering, one outline and one tree of tags."""

from registry.packs.binding.book import bind
from registry.packs.binding.folios import TO, in_front, plain
from registry.packs.binding.leaves import Leaves, Uploaded

__all__ = ["TO", "Leaves", "Uploaded", "bind", "in_front", "plain"]
