import os
import signal

import pytest

from registry.press import workers
from registry.press.setting import typeset
from registry.press.workers import WORTH_IT, typeset_all

pytestmark = pytest.mark.pure


def document(word, letters=100):
    return f"<html lang=en-GB><title>{word}</title><p>{word} {'x ' * (letters // 2)}</p>"


DOCUMENTS = [document("One"), document("Two", WORTH_IT), document("Three")]


@pytest.fixture
def alone():
    """The pool of one test, gone afterwards."""
    workers._pool.cache_clear()
    yield
    if workers._pool.cache_info().currsize:
        workers._pool(2).shutdown()
    workers._pool.cache_clear()


@pytest.mark.usefixtures("alone")
class TestTypesetAll:
    def test_gives_the_same_pages_in_the_same_order_as_setting_one_after_another(self):
        assert typeset_all(DOCUMENTS, workers=2) == [typeset(html) for html in DOCUMENTS]

    def test_sets_a_short_one_where_it_was_asked_for(self):
        typeset_all([document("One"), document("Two")], workers=2)

        assert workers._pool.cache_info().currsize == 0

    def test_with_one_processor_hands_nothing_out(self):
        typeset_all(DOCUMENTS, workers=1)

        assert workers._pool.cache_info().currsize == 0

    def test_goes_on_when_a_worker_is_killed(self):
        typeset_all(DOCUMENTS, workers=2)
        for process in list(workers._pool(2)._processes.values()):
            os.kill(process.pid, signal.SIGKILL)

        assert typeset_all(DOCUMENTS, workers=2) == [typeset(html) for html in DOCUMENTS]
