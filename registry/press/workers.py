"""Several documents set at once, each in a process of its own, the longest first."""

import gc
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context

from registry.press.setting import typeset

WORTH_IT = 40_000
"""How many letters of HTML there are to be before it pays to hand them out: starting a process takes a second."""


def typeset_all(documents: Sequence[str], *, workers: int) -> list[bytes]:
    """The pages of each document, in their order. What a worker dies of is tried once more, here."""
    if workers < 2 or len(documents) < 2 or sum(map(len, documents)) < WORTH_IT:
        return [typeset(html) for html in documents]
    try:
        return _handed_out(documents, workers)
    except BrokenProcessPool:
        _pool.cache_clear()
        return [typeset(html) for html in documents]


def _handed_out(documents: Sequence[str], workers: int) -> list[bytes]:
    longest_first = sorted(range(len(documents)), key=lambda place: -len(documents[place]))
    setting: dict[int, Future[bytes]] = {}
    for place in longest_first:
        setting[place] = _pool(workers).submit(typeset, documents[place])
    return [setting[place].result() for place in range(len(documents))]


@cache
def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes that stay, with the style sheet and the fonts read; forked from one that has no threads."""
    apart = get_context("forkserver")
    apart.set_forkserver_preload([typeset.__module__])
    return ProcessPoolExecutor(workers, mp_context=apart, initializer=_make_ready)


def _make_ready() -> None:
    """With the style sheet and the fonts read, which are never litter."""
    os.nice(5)
    typeset("<html lang=en-GB><title>First</title><p>First</p>")
    gc.freeze()
