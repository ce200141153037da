"""Binding: sections set apart become one book, with one numbering, one outline and one tree of tags."""

from registry.packs.binding.book import Leaves, bind
from registry.packs.binding.folios import TO, in_front, plain

__all__ = ["TO", "Leaves", "bind", "in_front", "plain"]
