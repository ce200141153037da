from datetime import timedelta

import pytest
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.errands.models import DONE, Errand
from registry.errands.working import work_off
from registry.meetings import commands as meetings
from registry.packs.building import AHEAD, SET_AHEAD
from tests.conftest import browser_of
from tests.factories import ADA, AMeeting, APractice


@pytest.fixture(autouse=True)
def instance(app, tmp_path):
    """A shelf of the test's own, on which what is set is kept."""
    before, app.instance_path = app.instance_path, str(tmp_path)
    app.config.update(KEEP_WHAT_IS_SET=True, SET_PACKS_AHEAD=True)
    yield tmp_path
    app.instance_path = before


def on_the_shelf(instance):
    return {each.name for each in (instance / "press").glob("??/*") if len(each.name) == 64}


def ahead():
    return [(errand.key, errand.state) for errand in db.session.scalars(select(Errand).where(Errand.kind == SET_AHEAD))]


PRESSED = {"rev": ""}


class TestBuild:
    def test_gives_the_pack_as_it_is_printed(self, app, client):
        meeting = AMeeting()

        sent = client.post(f"/packs/{meeting.ref}/build", data=PRESSED)
        work_off(app)

        with client.get(f"{sent.location}/file") as built:
            assert built.data == client.get(f"/packs/{meeting.ref}.pdf").data
            assert built.mimetype == "application/pdf"

    def test_is_offered_on_the_page_of_the_pack_to_those_who_may_print_it(self, app, client):
        meeting = AMeeting()

        assert f"/packs/{meeting.ref}/build" in client.get(f"/packs/{meeting.ref}").text
        assert browser_of(app, "member").post(f"/packs/{meeting.ref}/build", data=PRESSED).status_code == 403

    def test_is_one_for_two_presses_of_the_button(self, client):
        meeting = AMeeting()

        first, second = (client.post(f"/packs/{meeting.ref}/build", data=PRESSED).location for _ in range(2))

        assert first == second is not None


class TestSetAhead:
    def test_sets_what_an_act_has_changed_before_anybody_prints_it(self, app, client, instance):
        meeting = AMeeting(on=clock.today() + timedelta(days=7), notice_given=None)
        meetings.add_item(meeting, title="Budget", purpose="decide", restricted="commercial", by=ADA)

        assert ahead() == [(meeting.ref, "waiting")]
        work_off(app)
        before = on_the_shelf(instance)
        client.get(f"/packs/{meeting.ref}.pdf")

        assert ahead() == [(meeting.ref, DONE)]
        assert len(before) > 3
        assert len(on_the_shelf(instance) - before) == 2, "the cover and the contents alone"

    @pytest.mark.parametrize("days", [-1, AHEAD.days + 1])
    def test_leaves_alone_what_is_over_or_far_off(self, app, days):
        AMeeting(on=clock.today() + timedelta(days=days))

        assert ahead() == []

    def test_leaves_alone_what_no_pack_shows(self, app):
        AMeeting(on=clock.today() + AHEAD)
        work_off(app)
        APractice()

        assert [state for _, state in ahead()] == [DONE]

    def test_can_be_left_off(self, app):
        app.config["SET_PACKS_AHEAD"] = False
        AMeeting(on=clock.today() + AHEAD)

        assert ahead() == []
