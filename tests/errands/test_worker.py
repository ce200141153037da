"""Workers as they are run: processes apart, on books that several may write to."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from time import sleep, time

import pytest
from flask import Flask

from registry.db import db
from registry.errands.models import DONE, FAILED
from registry.errands.queue import GIVEN_UP
from tests.errands.counting import now_of, send

PATIENCE_SECONDS = 120


@contextmanager
def a_worker(app: Flask, instance: str):
    """A worker in a process group of its own, so that it can be killed with all it started."""
    database = db.engine.url.render_as_string(hide_password=False)
    told = [sys.executable, "-m", "tests.errands.counting", database, instance]
    worker = subprocess.Popen(told, start_new_session=True)
    try:
        yield worker
    finally:
        if worker.poll() is None:
            worker.terminate()
            worker.wait()


def wait_until(is_so):
    ends = time() + PATIENCE_SECONDS
    while not is_so():
        assert time() < ends, "it never came to be so"
        sleep(0.05)


@pytest.fixture
def instance(shared, tmp_path):
    shared.config["ERRAND_LEASE_SECONDS"] = 1
    return str(tmp_path)


class TestWorker:
    def test_begins_again_what_one_that_was_killed_had_begun(self, shared, instance, tmp_path):
        began, waits_for = tmp_path / "began", tmp_path / "go"
        errand = send(to=3, began=str(began), waits_for=str(waits_for))
        db.session.commit()
        with a_worker(shared, instance) as first:
            wait_until(lambda: now_of(errand).done == 1)
            os.killpg(first.pid, signal.SIGKILL)
            first.wait()

        waits_for.touch()
        with a_worker(shared, instance):
            wait_until(lambda: now_of(errand).state == DONE)

        assert began.read_text() == "begun\n" * 2
        assert now_of(errand).tries == 2

    def test_told_to_end_leaves_what_it_does_to_the_next(self, shared, instance, tmp_path):
        errand = send(to=3, waits_for=str(tmp_path / "go"))
        db.session.commit()
        with a_worker(shared, instance) as first:
            wait_until(lambda: now_of(errand).done == 1)
            first.terminate()
            first.wait(PATIENCE_SECONDS)

        assert now_of(errand).heard is None
        assert now_of(errand).ended is None

    def test_lives_on_where_an_errand_dies_of_itself_each_time(self, shared, instance):
        dies, counts = send("tests.die", key="dies"), send(key="counts")
        db.session.commit()
        with a_worker(shared, instance):
            wait_until(lambda: now_of(dies).ended and now_of(counts).ended)

        assert (now_of(dies).state, now_of(dies).failure) == (FAILED, GIVEN_UP)
        assert now_of(counts).state == DONE
