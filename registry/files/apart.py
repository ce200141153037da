"""Other programs, let loose on files that others made: each on a desk of its own, for limited time and memory."""

import os
import signal
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired

LIMITED = ("/bin/sh", "-c", 'ulimit -v "$0" && exec "$@"')
KB_IN_A_MB = 1024
UNREAD = "it cannot be read"


class Failed(Exception):
    """A program did not do what it was asked; says why, to go on from “because”."""


def run(*asked: str, desk: Path, seconds: int, memory_mb: int) -> bytes:
    """What a program says when it is asked; raises Failed. Nothing of it is left running."""
    told = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(desk), "TMPDIR": str(desk)}
    told |= {"LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}  # the same file comes out the same, whenever it is sent
    limited = [*LIMITED, str(memory_mb * KB_IN_A_MB), *asked]
    with Popen(
        limited, cwd=desk, env=told, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, start_new_session=True
    ) as running:
        try:
            said, _ = running.communicate(timeout=seconds)
        except TimeoutExpired:
            raise Failed(f"it took longer than {seconds} seconds") from None
        finally:
            _end(running)
    if running.returncode != 0:
        raise Failed(UNREAD)
    return said


def _end(running: "Popen[bytes]") -> None:
    """With all that it started: they are of one group."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
