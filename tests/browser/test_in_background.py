"""What is done in the background, and how its page tells how far it has come."""

from datetime import date

import pytest

from registry import clock
from registry.errands.working import work_off
from tests.browser.federation import PHONE, THAT_DAY
from tests.browser.test_by_link import faults

pytestmark = pytest.mark.pure


@pytest.fixture
def office(office, tmp_path, monkeypatch):
    """With a folder of the test's own for the files that come of it."""
    monkeypatch.setattr(office.app, "instance_path", str(tmp_path))
    return office


def sends_for_certificates(reader):
    """Those of the transfer of July 2020."""
    reader.page.goto("/batches/certificates")
    reader.ticks("All issued between two days")
    reader.writes(**{"Issued from": date(2020, 7, 1), "Issued up to, that day with it": date(2020, 12, 31)})
    reader.press("Print certificates")


def work(office):
    with clock.telling(THAT_DAY):
        work_off(office.app)


class TestABatch:
    def test_is_told_of_by_its_page_which_has_the_file_when_it_is_ready(self, opens, office):
        reader = opens(office)
        sends_for_certificates(reader)
        assert "It waits for its turn." in reader.says

        work(office)

        link = reader.main.get_by_role("link", name="Open Certificates")
        link.wait_for()
        with reader.page.expect_download() as taken:
            link.click()
        assert taken.value.suggested_filename.endswith(".zip")

    def test_is_found_without_script_too(self, opens, office):
        reader = opens(office, java_script_enabled=False)
        sends_for_certificates(reader)
        assert "It waits for its turn." in reader.says

        work(office)

        reader.main.get_by_role("link", name="Open Certificates").wait_for()

    def test_has_a_page_that_is_clear_to_all_before_and_after(self, opens, office):
        reader = opens(office, size=PHONE, bypass_csp=True)
        sends_for_certificates(reader)
        assert faults(reader.page) == []

        work(office)
        reader.main.get_by_role("link", name="Open Certificates").wait_for()

        assert faults(reader.page) == []
