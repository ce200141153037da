from datetime import UTC, date, datetime, timedelta

import pytest

from registry import clock
from registry.ledger import because, head, verify
from tests.factories import ADA
from tests.ledger.acts import correct_opening, enter, entries, rename

HOSTILE = [
    "Llŷn & Eifionydd",
    'quote " and \\',
    "line\nline",
    "\u2028",
    "𝔘nicode 👩🏽‍⚕️",
    "İstanbul",
    "e\u0301 ≠ é",
    "\x7f",
    "'; DROP TABLE",
]
ROOT = "b778e38d82c35ccca7693663b2e8b65d1648ade0ad08f93627c7f99c05532e01"


def test_the_same_acts_at_the_same_times_give_the_same_root_on_both_engines():
    """The root is written here, so that neither engine may come to another, nor any later version while it writes
    the same texts: a practice’s is of the second shape."""
    with clock.telling(datetime(2019, 4, 1, 9, tzinfo=UTC), seed=1) as now:
        for number, name in enumerate(HOSTILE):
            now.at += timedelta(hours=1, microseconds=number)
            practice = enter(f"C8200{number}", by=ADA)
            rename(practice, name=name, by=ADA, reason=name)
            with because(practice):
                correct_opening(practice, opened=date(1974, 4, 1 + number), by=ADA, reason="")

    assert verify() == []
    assert [entry.rev for entry in entries()] == [1, 2, 3] * len(HOSTILE)
    assert head().root == ROOT


@pytest.mark.parametrize("seed", [2, 3])
def test_other_salts_give_another_root(seed):
    with clock.telling(datetime(2019, 4, 1, 9, tzinfo=UTC), seed=seed):
        enter("C82001", by=ADA)

    assert head().root != ROOT
