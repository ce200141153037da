"""The worker: a process that does nothing but see to errands, each of which is done in a process of its own."""

import logging
import os
import signal
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from time import monotonic, sleep
from types import FrameType

from flask import Flask
from sqlalchemy.exc import DBAPIError

from registry import clock
from registry.db import db
from registry.errands import queue
from registry.errands.queue import Claim, Lost
from registry.errands.working import do

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
HEARD_PER_LEASE = 4
"""How often in the time after which an errand is taken for lost the worker says that it is not."""
SWEPT_EVERY_SECONDS = 60 * 60
LET_OTHERS_GO_FIRST = 10


class Worker:
    """Does errands, so many at once. What an errand used is given back when its process ends.

    An errand whose process dies is begun again by this worker, and one whose worker dies by the next.
    """

    def __init__(self, app: Flask, *, at_once: int, beside: int | None = None) -> None:
        """`beside` is the process without which it goes home too."""
        self.app, self.at_once, self.beside = app, at_once, beside
        self.under_way: dict[Claim, BaseProcess] = {}
        self.heard, self.swept, self.stopping = monotonic(), 0.0, False

    def run(self) -> None:
        """Until it is told to stop."""
        os.nice(LET_OTHERS_GO_FIRST)
        for told in (signal.SIGTERM, signal.SIGINT):
            signal.signal(told, self._stop)
        while not self._is_to_stop():
            try:
                self._turn()
            except DBAPIError:
                log.exception("the books could not be reached")
            sleep(PAUSE_SECONDS)
        self._leave_all()

    def _stop(self, _: int, __: FrameType | None) -> None:
        self.stopping = True

    def _is_to_stop(self) -> bool:
        return self.stopping or (self.beside is not None and os.getppid() != self.beside)

    def _turn(self) -> None:
        with self.app.app_context():
            self._see_who_is_done()
            self._say_they_are_under_way()
            while len(self.under_way) < self.at_once and (held := queue.claim()) is not None:
                self._begin(held)
            if monotonic() - self.swept > SWEPT_EVERY_SECONDS or not self.swept:
                queue.sweep()
                self.swept = monotonic()

    def _begin(self, held: Claim) -> None:
        db.session.remove()
        db.engine.dispose()  # no two processes may use one connection
        apart = get_context("fork").Process(target=_do_apart, args=(self.app, held))
        apart.start()
        self.under_way[held] = apart

    def _see_who_is_done(self) -> None:
        for held, apart in list(self.under_way.items()):
            if apart.exitcode is not None:
                del self.under_way[held]
                self._leave(held)

    def _say_they_are_under_way(self) -> None:
        if monotonic() - self.heard < float(self.app.config["ERRAND_LEASE_SECONDS"]) / HEARD_PER_LEASE:
            return
        self.heard = monotonic()
        for held in list(self.under_way):
            self._note(held)

    def _note(self, held: Claim) -> None:
        try:
            held.note(heard=clock.now())
        except Lost:
            return

    def _leave(self, held: Claim) -> None:
        """Whoever did it is gone: if it is not done, it is to be begun again."""
        try:
            held.leave()
        except Lost:
            return

    def _leave_all(self) -> None:
        for held, apart in self.under_way.items():
            apart.terminate()
            apart.join()
            with self.app.app_context():
                self._leave(held)


def _do_apart(app: Flask, held: Claim) -> None:
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, signal.SIG_DFL)
    do(app, held)
