"""The files the NHS publishes about practices, each read whole or not at all."""

from registry.practices.published.epraccur import PublishedPractice, practices_in
from registry.practices.published.filenames import as_at_from_name
from registry.practices.published.list_sizes import PublishedListSize, list_sizes_in
from registry.practices.published.problems import Unreadable

__all__ = [
    "PublishedListSize",
    "PublishedPractice",
    "Unreadable",
    "as_at_from_name",
    "list_sizes_in",
    "practices_in",
]
