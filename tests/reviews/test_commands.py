from datetime import date

import pytest
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.interests import commands as interests
from registry.law import Breach
from registry.ledger.models import Entry
from registry.reviews import commands, queries
from registry.reviews.models import WITHHELD
from registry.reviews.waiting import awaiting
from tests.factories import ADA, AMeeting, AnAppointment, AnInterest, APerson, AReview, ASeat

APRIL_1, MAY_13, MAY_14, MAY_15 = date(2024, 4, 1), date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)
PRIVATE = {"public": False, "private_reason": "Real danger of harm"}


def change(interest, **said):
    as_it_is = {name: getattr(interest, name) for name in ("kind", "organisation", "description", "since", "public")}
    interests.change(interest, **as_it_is | {"private_reason": interest.private_reason} | said, by=ADA)


class TestReview:
    def test_says_how_an_interest_is_handled_from_its_day(self):
        interest = AnInterest()
        commands.review(
            interest, on=MAY_14, measures=["Does not vote", "Is sent no papers."], mitigation="A deputy comes",
            publication="published", by=ADA,
        )  # fmt: skip

        assert queries.mitigations_on(MAY_13) == {}
        assert queries.mitigations_on(MAY_14) == {interest.ref: "Does not vote. Is sent no papers. A deputy comes."}

    def test_that_refuses_the_wish_to_keep_it_private_publishes_it_in_the_same_act(self):
        interest = AnInterest(**PRIVATE)

        review = AReview(interest)

        assert interest.public
        assert interest.private_reason == "Real danger of harm"
        assert review.interest_rev == interest.rev == 2
        entries = db.session.scalars(select(Entry).where(Entry.act.in_(("interests.publish", "reviews.review")))).all()
        assert len({entry.first for entry in entries}) == 1
        assert len(entries) == 2
        assert awaiting(MAY_14) == []

    def test_that_withholds_takes_it_off_the_public_register_for_a_reason_and_with_approval(self):
        interest, guardian = AnInterest(), APerson(surname="Guardian")
        withheld = {"publication": WITHHELD, "withheld_because": "It names a patient"}

        with pytest.raises(Breach, match="only for an overriding reason"):
            AReview(interest, publication=WITHHELD, approved_by=guardian)
        with pytest.raises(Breach, match="Say who approved"):
            AReview(interest, **withheld)
        with pytest.raises(Breach, match="other than the person whose interest it is"):
            AReview(interest, **withheld, approved_by=interest.person)
        assert interest.public
        AReview(interest, **withheld, approved_by=guardian)

        assert (interest.public, interest.private_reason) == (False, "It names a patient")
        assert queries.reviews_of(interest, MAY_14)[0]["approved_by"] == "Asha Guardian"

    def test_that_allows_the_wish_leaves_what_was_given_for_it(self):
        interest = AnInterest(**PRIVATE)
        AReview(interest, publication=WITHHELD, withheld_because="Agreed", approved_by=APerson())

        assert (interest.rev, interest.private_reason) == (1, "Real danger of harm")

    def test_of_one_that_goes_on_says_how_and_of_one_that_has_ended_need_not(self):
        going_on, ended = AnInterest(until=MAY_15), AnInterest(until=MAY_14)

        with pytest.raises(Breach, match="Say how the interest is handled"):
            AReview(going_on, mitigation="")
        AReview(ended, mitigation="")
        assert queries.mitigations_on(MAY_14) == {}

    def test_before_it_was_declared_or_to_come_is_refused(self):
        interest = AnInterest(since=MAY_14, declared_on=MAY_14)

        with pytest.raises(Breach, match="once it has been declared"):
            AReview(interest, on=MAY_13)
        with pytest.raises(Breach, match="still to come"):
            AReview(interest, on=date(2199, 1, 1))


class TestAwaiting:
    def test_is_each_interest_never_reviewed_from_the_day_it_was_declared(self):
        interest = AnInterest(since=MAY_14, declared_on=MAY_14)

        assert awaiting(MAY_13) == []
        assert [(line["ref"], line["status"]) for line in awaiting(MAY_14)] == [(interest.ref, "new")]

    def test_ends_on_the_day_of_the_review(self):
        AReview(AnInterest(since=MAY_13))

        assert len(awaiting(MAY_13)) == 1
        assert awaiting(MAY_14) == []

    def test_begins_again_when_the_interest_changes_and_says_what_has(self):
        interest = AnInterest(description="Partner in the practice")
        AReview(interest)
        change(interest, description="Salaried partner in the practice")
        change(interest, description="Salaried partner in the practice", organisation="Vale Surgery")

        [line] = awaiting(MAY_14)
        assert (line["status"], line["waiting_since"]) == ("changed since it was reviewed", clock.today())
        assert [each.label for each in line["changes"]] == ["With whom", "What it is"]
        assert queries.mitigations_on(MAY_14) == {interest.ref: "Noted."}
        AReview(interest)
        assert awaiting(MAY_14) == []

    def test_tells_one_that_has_ended_as_ended(self):
        interest = AnInterest()
        AReview(interest)
        interests.end(interest, until=MAY_15, by=ADA)

        assert [line["status"] for line in awaiting(MAY_14)] == ["changed since it was reviewed"]
        assert [line["status"] for line in awaiting(MAY_15)] == ["ended since it was reviewed"]

    def test_puts_first_what_bears_on_the_next_meeting_and_then_the_oldest(self):
        def declared(surname, since, body=None):
            person = APerson(surname=surname)
            AnInterest(person=person, since=since)
            if body is not None:
                AnAppointment(seat=ASeat(body=body), person=person)

        later, sooner = AMeeting(on=date(2026, 6, 9)), AMeeting(on=MAY_14)
        AMeeting(body=later.body, on=MAY_13)
        declared("Old", date(2024, 4, 2))
        declared("Oldest", APRIL_1)
        declared("Later", date(2024, 4, 3), later.body)
        declared("Sooner", date(2024, 4, 4), sooner.body)

        lines = awaiting(MAY_14)
        assert [line["person"] for line in lines] == ["Asha Sooner", "Asha Later", "Asha Oldest", "Asha Old"]
        assert lines[0]["meeting"] == f"{sooner.body.name}, 14 May 2026"
        assert (lines[0]["bodies"], lines[2]["bodies"]) == ([sooner.body.name], [])
        assert [line["person"] for line in awaiting(MAY_15)][0] == "Asha Later"

    def test_marks_what_was_declared_late_and_what_asks_to_be_private(self):
        interest = AnInterest(since=APRIL_1, declared_on=date(2024, 4, 30), **PRIVATE)

        [line] = awaiting(MAY_14)
        assert line["marks"] == ["declared late, 29 days after it arose", "asks to be kept private"]
        AReview(interest, publication=WITHHELD, withheld_because="Agreed", approved_by=APerson())
        change(interest, description="Another wording")
        assert awaiting(MAY_14)[0]["marks"][1:] == ["private"]


class TestAsk:
    def test_is_open_until_it_is_answered_once(self):
        interest = AnInterest()
        question = commands.ask(interest, text="Since when?", by=ADA)
        today = clock.today()

        assert awaiting(today)[0]["marks"] == ["a question about it is not answered"]
        commands.answer(question, answer="Since April", by=ADA)
        assert awaiting(today)[0]["marks"] == []
        [line] = queries.questions_to(interest.person, today)
        assert (line["answer"], line["answered"]) == ("Since April", today)
        with pytest.raises(Breach, match="answered once"):
            commands.answer(question, answer="Since May", by=ADA)
