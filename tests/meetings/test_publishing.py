from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.meetings import commands
from registry.meetings.lawfulness import lawfulness_of
from registry.meetings.models import Item, Meeting
from registry.meetings.rules import CORRECTION, NEW_VERSION
from registry.terms.models import Provision
from registry.terms.provisions import RESERVED
from tests.breaches import refused
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AHolding, AMeeting, AnAppointment, ASeat, SomeTerms
from tests.meetings.test_agenda import planned, set_order
from tests.meetings.test_commands import with_paper
from tests.meetings.test_restricted import restrict
from tests.meetings.test_views import sent


def publish(meeting, edition=NEW_VERSION):
    return commands.publish(meeting, edition=edition, by=ADA)


def change(meeting, number, **facts):
    item = meeting.numbered(number)
    as_it_is = {"title": item.title, "purpose": item.purpose, "proposed": item.proposed}
    commands.change_item(meeting, item=number, **as_it_is | facts, by=ADA)


def through(client, meeting, edition):
    """Publish as a reader does: after what it comes to has been seen."""
    address = f"/meetings/{meeting.ref}/publish"
    shown = client.post(address, data=sent(meeting, edition=edition))
    seen = shown.text.split('name="seen" value="')[1].split('"')[0]
    return shown, client.post(address, data=sent(meeting, edition=edition, seen=seen))


class TestPublish:
    def test_draws_versions_and_corrections_one_after_another(self):
        meeting = planned(titles=["Welcome", "Bugdet"])

        first = publish(meeting)
        change(meeting, 2, title="Budget")
        second = publish(meeting, CORRECTION)
        change(meeting, 2, proposed="RESOLVED that it be so.")
        third = publish(meeting)

        assert [each.number for each in (first, second, third)] == ["1.0", "1.1", "2.0"]
        assert {each.published for each in meeting.versions} == {clock.today()}

    @pytest.mark.parametrize(
        ("instant", "day"),
        [
            (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 28)),
            (datetime(2026, 3, 29, 23, 30, tzinfo=UTC), date(2026, 3, 30)),
            (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
            (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
        ],
        ids=["before they go forward", "after", "before they go back", "afterwards"],
    )
    def test_is_dated_by_the_civil_day_in_london_whatever_the_clocks_do(self, instant, day):
        with clock.telling(instant):
            assert publish(planned()).published == day

    def test_calls_no_change_of_a_decision_a_correction(self):
        meeting = planned(titles=["Welcome", "Budget"])
        publish(meeting)
        change(meeting, 2, proposed="RESOLVED that it be so.")

        with refused("edition"):
            publish(meeting, CORRECTION)

        assert len(meeting.versions) == 1

    def test_wants_something_to_have_changed(self):
        meeting = planned()
        publish(meeting)

        with refused(words="when something has changed"):
            publish(meeting)

    def test_wants_an_item(self):
        with refused(words="an item at least"):
            publish(planned(titles=[]))

    def test_shows_first_what_has_changed_and_what_was_looked_at(self, client):
        meeting = planned(titles=["Welcome", "Budget"])
        publish(meeting)
        commands.add_item(meeting, title="Lease", purpose="decide", awaits_paper=True, by=ADA)

        shown, answer = through(client, meeting, NEW_VERSION)

        assert "Item 3 (Lease) was added." in shown.text
        assert "Item 3 awaits its paper." in shown.text
        assert answer.status_code == 303
        assert "Version 2.0, published on" in client.get(answer.location).text

    def test_offers_the_least_that_the_changes_ask_for(self, client):
        meeting = planned(titles=["Welcome", "Budget"])
        publish(meeting)
        change(meeting, 2, time_wanted=10)

        assert 'value="correction" checked' in client.get(f"/meetings/{meeting.ref}/publish").text

    def test_is_the_next_step_and_then_notice_is(self, client):
        meeting = planned(titles=["Welcome", "Budget"])

        assert client.get(f"/meetings/{meeting.ref}.json").json["next_step"].endswith("/publish")
        publish(meeting)
        told = client.get(f"/meetings/{meeting.ref}.json").json
        assert told["next_step"].endswith("/give-notice")
        assert [(each["stage"], each["done"]) for each in told["stages"]] == [
            ("Planned", True),
            ("Agenda published", True),
            ("Notice given", False),
            ("Held", False),
            ("Minutes circulated", False),
            ("Confirmed", False),
        ]


class TestReferences:
    def test_run_through_the_year_from_meeting_to_meeting(self):
        board = ABody()
        set_order(board, ("Hello", "welcome"), prefix="B")
        january, march = (planned(body=board, titles="ABC", on=date(2999, month, 1)) for month in (1, 3))
        next_year = planned(body=board, on=date(3000, 1, 1))

        for meeting in (january, march, next_year):
            publish(meeting)

        assert [item.reference for item in january.items] == ["B/99/1", "B/99/2", "B/99/3"]
        assert [item.reference for item in march.items] == ["B/99/4", "B/99/5", "B/99/6"]
        assert [item.reference for item in next_year.items] == ["B/00/1"]

    def test_stay_with_their_items_and_a_new_one_has_the_next(self):
        board = ABody()
        set_order(board, ("Hello", "welcome"), prefix="B")
        meeting = planned(body=board, titles="AB")
        publish(meeting)

        commands.reorder(meeting, item=1, way="down", by=ADA)
        commands.add_item(meeting, title="C", purpose="note", by=ADA)
        publish(meeting)

        assert {item.title: item.reference for item in meeting.items} == {"A": "B/99/1", "B": "B/99/2", "C": "B/99/3"}

    def test_are_drawn_by_two_secretaries_at_once_without_a_double(self, shared):
        board, start = ABody(), Barrier(2)
        set_order(board, ("Hello", "welcome"), prefix="B")
        refs = [planned(body=board, titles="ABC").ref for _ in range(2)]

        def publish_one(ref):
            with shared.app_context():
                start.wait()
                publish(db.session.get(Meeting, ref))
                db.session.remove()

        with ThreadPoolExecutor(2) as secretaries:
            list(secretaries.map(publish_one, refs))

        drawn = db.session.scalars(select(Item.reference)).all()
        assert sorted(drawn) == [f"B/99/{number}" for number in range(1, 7)]

    def test_there_are_none_where_the_body_has_no_letters(self):
        meeting = planned()
        publish(meeting)

        assert meeting.items[0].reference == ""


class TestVersions:
    def test_are_each_whole_with_what_they_changed(self, client):
        meeting = planned(titles=["Welcome", "Bugdet"])
        publish(meeting)
        change(meeting, 2, title="Budget")
        publish(meeting, CORRECTION)

        told = client.get(f"/meetings/{meeting.ref}/versions.json").json["items"]

        assert [(line["version"], line["edition"]) for line in told] == [("1.1", CORRECTION), ("1.0", NEW_VERSION)]
        assert told[0]["changes"] == ["The spelling of item 2 (Budget) was changed; it was Bugdet."]
        assert told[1]["changes"] == []
        first = client.get(told[1]["href"]).text
        assert "2. Bugdet" in first
        assert "Version 1.0, published on" in first
        assert client.get(f"/meetings/{meeting.ref}/versions.pdf").status_code == 200

    def test_tell_those_who_may_not_read_it_nothing_of_a_restricted_item(self, app):
        meeting = planned(titles=["Welcome", "Settlement with Acme"])
        publish(meeting)
        restrict(meeting)
        publish(meeting)

        page = browser_of(app, "director").get(f"/meetings/{meeting.ref}/versions").text

        assert "Who may read item 2 (restricted) was changed." in page
        assert "Acme" not in page

    def test_the_meetings_page_says_what_has_changed_since(self, client):
        meeting = planned(titles=["Welcome", "Budget"])
        publish(meeting)
        commands.reorder(meeting, item=1, way="down", by=ADA)

        page = client.get(f"/meetings/{meeting.ref}").text

        assert "The items stand in another order." in page
        assert "changed since" in page


class TestLatePaper:
    def test_is_marked_and_lettered_so_that_nothing_moves(self, client):
        meeting = planned(titles=["Welcome", "Budget"])
        with_paper(meeting, 2, "Budget")
        publish(meeting)

        with_paper(meeting, 2, "Forecast")
        with_paper(meeting, 1, "Greeting")

        lettered = {paper.title: (paper.letter, paper.late) for paper in meeting.papers}
        assert lettered == {"Budget": ("A", None), "Forecast": ("A2", clock.today()), "Greeting": ("B", clock.today())}
        assert ">Late</strong> came on" in client.get(f"/meetings/{meeting.ref}").text

    def test_is_a_correction(self):
        meeting = planned(titles=["Welcome", "Budget"])
        publish(meeting)
        with_paper(meeting, 2, "Forecast")

        assert publish(meeting, CORRECTION).number == "1.1"

    def test_on_a_restricted_item_is_itself_restricted(self, app):
        meeting = planned(titles=["Welcome", "Settlement"])
        restrict(meeting)
        publish(meeting)
        paper = with_paper(meeting, 2, "Acme’s answer")

        browser = browser_of(app, "director")
        assert "Acme" not in browser.get(f"/meetings/{meeting.ref}").text
        assert browser.get(f"/meetings/{meeting.ref}/papers/{paper.ref}").status_code == 404


class TestLawfulness:
    def found(self, meeting):
        return [(line["weight"], line["sentence"]) for line in lawfulness_of(meeting)]

    def test_looks_at_the_days_of_notice(self):
        board = ABody()
        SomeTerms(body=board, since=date(2026, 4, 1), notice_days=5, version="2.0")
        on, enough, short = date(2026, 5, 14), date(2026, 5, 8), date(2026, 5, 9)

        given = {
            day: AMeeting(body=board, on=on, notice_given=day, titles=["Welcome"]) for day in (enough, short, None)
        }

        assert ("in order", self.sentence(given[enough])) in self.found(given[enough])
        assert self.found(given[short])[0][0] == "wanting"
        assert "it is too late for that" in self.found(given[None])[0][1]

    def test_takes_short_notice_that_the_members_agreed_to_as_in_order(self):
        meeting = AMeeting(body=ABody(kind="general meeting"), notice_given=date(2026, 4, 30))
        assert self.found(meeting)[0][0] == "wanting"

        commands.agree_short_notice(meeting, members=[AHolding().member], on=date(2026, 5, 1), by=ADA)

        assert ("in order", "Notice is short, and the members have agreed to that.") in self.found(meeting)

    def test_takes_short_notice_that_everybody_with_a_vote_has_waived_as_in_order(self):
        board = ABody()
        SomeTerms(body=board, since=date(2026, 4, 1), notice_days=5, version="2.0")
        directors = [AnAppointment(seat=ASeat(body=board)).person for _ in range(2)]
        meeting = AMeeting(body=board, notice_given=date(2026, 5, 9))
        waived = ("in order", "Notice is short, and everyone who has a vote has waived it.")

        commands.waive_notice(meeting, person=directors[0], on=date(2026, 5, 10), by=ADA)
        assert waived not in self.found(meeting)
        commands.waive_notice(meeting, person=directors[1], on=date(2026, 5, 10), by=ADA)
        assert waived in self.found(meeting)

    def sentence(self, meeting):
        return next(said for weight, said in self.found(meeting) if "clear day" in said)

    def test_wants_the_words_of_a_special_resolution(self):
        meeting = planned(body=ABody(kind="general meeting"), titles=["Articles"])
        change(meeting, 1, resolution="special")

        assert ("wanting", "Item 1 asks for a special resolution, whose full text goes with the notice.") in self.found(
            meeting
        )

    def test_looks_at_what_is_reserved_to_others(self):
        board = ABody()
        reserved = Provision(place=1, what=RESERVED, who="the members", matter="the annual budget", clause="4.2")
        SomeTerms(body=board, since=date(2026, 4, 1), version="2.0", provisions=[reserved])
        meeting = planned(body=board, titles=["Welcome", "Budget for 2027"])

        assert [line for line in lawfulness_of(meeting) if "reserved" in line["sentence"]] == [
            {
                "weight": "look",
                "sentence": "Item 2 may be about what is reserved to the members: the annual budget. Look.",
                "authority": "Terms of reference v2.0, clause 4.2",
            }
        ]

    def test_looks_for_nothing_reserved_in_what_is_only_noted(self):
        board = ABody()
        reserved = Provision(place=1, what=RESERVED, who="the members", matter="the annual budget", clause="4.2")
        SomeTerms(body=board, since=date(2026, 4, 1), version="2.0", provisions=[reserved])
        meeting = planned(body=board, titles=["Budget for 2027"])
        change(meeting, 1, purpose="note")

        assert [line for line in lawfulness_of(meeting) if "reserved" in line["sentence"]] == []

    def test_has_a_page(self, client, app):
        meeting = planned()

        assert "proposes no words" in client.get(f"/meetings/{meeting.ref}/check").text
        assert browser_of(app, "director").get(f"/meetings/{meeting.ref}/check").status_code == 403
