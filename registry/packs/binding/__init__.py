"""Binding: sections set apart become one book, with one numbering, one outline and one tree of tags."""

from registry.packs.binding.book import Leaves, bind

__all__ = ["Leaves", "bind"]
