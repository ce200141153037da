import subprocess
import sys
from datetime import date
from threading import Event, Thread

from sqlalchemy import func, select

from registry.db import db
from registry.press import Print, Wanted, issued
from registry.press.alone import alone
from tests.papers import a_pdf

CODE = "7K2MQ4RT0XWA"
TAKES_IT = """
import fcntl, sys
with open(sys.argv[1], "w") as lock:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(3)
"""


def wanted():
    return Wanted("Pack", "packs.board_pack", {}, None, date(2026, 5, 14), None, [], None)


class TestOneAtATime:
    def test_of_two_who_ask_for_one_paper_at_once_the_second_has_what_the_first_made(
        self, shared, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(shared, "instance_path", str(tmp_path))
        made, told, begun, goes_on = [], [], Event(), Event()

        def make():
            made.append(1)
            begun.set()
            goes_on.wait(10)
            return a_pdf(len(made))

        def ask():
            with shared.app_context():
                told.append(issued(CODE, wanted(), make))

        first, second = Thread(target=ask), Thread(target=ask)
        first.start()
        begun.wait(10)
        second.start()
        goes_on.set()
        first.join()
        second.join()

        assert made == [1]
        assert told[0] == told[1]
        assert db.session.scalar(select(func.count()).select_from(Print)) == 1

    def test_goes_for_other_processes_too_and_ends_with_the_first(self, app, tmp_path, monkeypatch):
        monkeypatch.setattr(app, "instance_path", str(tmp_path))

        def takes_it():
            place = tmp_path / "press" / "being-made" / CODE[:2]
            return subprocess.run([sys.executable, "-c", TAKES_IT, place], check=False).returncode

        with alone(CODE):
            within = takes_it()

        assert (within, takes_it()) == (3, 0)
