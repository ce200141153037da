"""Waiting for what pyHanko does, wherever one is: a thread of its own, since a thread's own loop may be running."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def awaited(done: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine comes to; raises what it raises."""
    with ThreadPoolExecutor(max_workers=1) as apart:
        return apart.submit(asyncio.run, done).result()
