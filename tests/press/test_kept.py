import os
from datetime import timedelta
from stat import S_IMODE

import pytest

from registry.press.kept import SWEPT_EVERY, UNUSED_SECONDS, Shelf

pytestmark = pytest.mark.pure

KEY, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "press")


def place_of(shelf, key):
    return shelf.folder / key[:2] / key


def leave_unused(shelf, key, seconds):
    place = place_of(shelf, key)
    os.utime(place, (place.stat().st_atime, place.stat().st_mtime - seconds))


class TestShelf:
    def test_gives_what_is_kept_under_a_key_and_nothing_under_another(self, shelf):
        shelf.keep(KEY, b"pages")

        assert shelf.find(KEY) == b"pages"
        assert shelf.find(OTHER) is None

    def test_gives_nothing_that_was_altered(self, shelf):
        shelf.keep(KEY, b"pages")
        place_of(shelf, KEY).write_bytes(place_of(shelf, KEY).read_bytes()[:-1] + b"!")

        assert shelf.find(KEY) is None

    def test_gives_nothing_that_was_cut_short(self, shelf):
        shelf.keep(KEY, b"pages")
        place_of(shelf, KEY).write_bytes(b"")

        assert shelf.find(KEY) is None

    def test_keeps_over_what_was_kept(self, shelf):
        shelf.keep(KEY, b"pages")
        shelf.keep(KEY, b"other pages")

        assert shelf.find(KEY) == b"other pages"

    def test_lets_nobody_else_look(self, shelf):
        shelf.keep(KEY, b"pages")

        place = place_of(shelf, KEY)
        assert [S_IMODE(each.stat().st_mode) & 0o077 for each in (place.parent, place)] == [0, 0]

    def test_throws_out_what_was_not_wanted_for_a_month_and_keeps_what_was(self, shelf):
        shelf.keep(KEY, b"pages")
        shelf.keep(OTHER, b"other pages")
        leave_unused(shelf, KEY, UNUSED_SECONDS + 60)
        leave_unused(shelf, OTHER, UNUSED_SECONDS - 60)

        shelf.put_away = SWEPT_EVERY
        shelf.keep("ef" * 32, b"new pages")

        assert not place_of(shelf, KEY).exists()
        assert shelf.find(OTHER) == b"other pages"

    def test_keeps_for_another_month_whatever_is_wanted(self, shelf):
        shelf.keep(KEY, b"pages")
        leave_unused(shelf, KEY, UNUSED_SECONDS - 60)
        shelf.find(KEY)
        leave_unused(shelf, KEY, timedelta(days=29).total_seconds())

        shelf.put_away = SWEPT_EVERY
        shelf.keep(OTHER, b"other pages")

        assert shelf.find(KEY) == b"pages"
