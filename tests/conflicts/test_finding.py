"""What is found in the registers as they stand on the day of the meeting, of real rows."""

from datetime import date

import pytest

from registry.conflicts.finding import found_at
from registry.conflicts.matching import CERTAIN, LIKELY, LOOK
from registry.db import db
from registry.interests.models import INDIRECT
from registry.people.models import Person
from registry.practices import commands as practices
from tests.conflicts.conftest import MET
from tests.factories import ADA, ABody, AnAppointment, AnInterest, APerson, APractice, ASeat

DAY_BEFORE, DAY_AFTER = date(2026, 5, 13), date(2026, 5, 15)


def found(meeting):
    """Who has been found on the first item, by forename, and how sure that is."""
    by_person = {ref: matches for (item, ref), matches in found_at(meeting).items() if item == meeting.items[0].ref}
    return {db.session.get(Person, ref).names[0].forenames: matches[0].grade for ref, matches in by_person.items()}


class TestTiesThatTheRegistersKnow:
    def test_a_seat_that_speaks_for_a_network_ties_to_it_for_certain(self, board):
        assert found(board.meets({"parties": [{"party": board.network}]})) == {"Asha": CERTAIN, "Ben": LIKELY}

    def test_shares_held_for_a_practice_tie_to_it_for_certain_and_its_network_is_to_be_looked_at(self, board):
        assert found(board.meets({"parties": [{"party": board.practice}]})) == {"Ben": CERTAIN, "Asha": LOOK}

    def test_a_seat_on_another_body_ties_to_it_in_likelihood(self, board):
        other = ABody(kind="committee", name="The Estates Committee")
        AnAppointment(seat=ASeat(body=other), person=board.people["Lou"])
        assert found(board.meets({"parties": [{"party": other}]})) == {"Lou": LIKELY}

    def test_a_seat_on_this_body_is_no_tie(self, board):
        assert found(board.meets({"parties": [{"party": board.body}]})) == {}

    def test_somebody_named_as_a_party_is_found_for_certain(self, board):
        assert found(board.meets({"parties": [{"party": board.people["Lou"]}]})) == {"Lou": CERTAIN}

    def test_of_a_practice_that_has_merged_into_a_party(self, board):
        other = APractice(name="SOUTH")
        practices.merge(board.practice, into=other, on=DAY_BEFORE, by=ADA)
        assert found(board.meets({"parties": [{"party": other}]}))["Ben"] == CERTAIN

    def test_nothing_of_somebody_whose_seat_ended_on_the_day_before(self, board):
        gone = APerson(forenames="Gone", surname="Away")
        AnAppointment(seat=ASeat(body=board.body), person=gone, until=MET)
        assert "Gone" not in found(board.meets({"parties": [{"party": gone}]}))

    def test_nothing_of_a_general_meeting(self, board):
        members = ABody(kind="general meeting", name="The members")
        AnAppointment(seat=ASeat(body=members), person=board.people["Ben"])
        board.body = members
        assert found_at(board.meets({"parties": [{"party": board.practice}]})) == {}


class TestInterestsDeclared:
    @pytest.mark.parametrize(
        ("until", "grade"), [(None, CERTAIN), (DAY_AFTER, CERTAIN), (MET, LOOK), (DAY_BEFORE, LOOK)]
    )
    def test_one_that_ended_the_day_before_is_only_to_be_looked_at(self, board, until, grade):
        AnInterest(person=board.people["Lou"], organisation_ref=board.practice.ref, until=until)
        assert found(board.meets({"parties": [{"party": board.practice}]}))["Lou"] == grade

    @pytest.mark.parametrize(("since", "is_found"), [(MET, True), (DAY_AFTER, False)])
    def test_one_that_is_still_to_arise_is_none_yet(self, board, since, is_found):
        AnInterest(person=board.people["Lou"], organisation_ref=board.practice.ref, since=since)
        assert ("Lou" in found(board.meets({"parties": [{"party": board.practice}]}))) is is_found

    @pytest.mark.parametrize(("until", "is_found"), [(date(2025, 11, 15), True), (date(2025, 11, 14), False)])
    def test_one_that_is_long_over_is_not_found_at_all(self, board, until, is_found):
        AnInterest(person=board.people["Lou"], organisation_ref=board.practice.ref, until=until)
        assert ("Lou" in found(board.meets({"parties": [{"party": board.practice}]}))) is is_found

    def test_that_of_someone_close_is_likely(self, board):
        AnInterest(person=board.people["Lou"], organisation_ref=board.practice.ref, kind=INDIRECT)
        assert found(board.meets({"parties": [{"party": board.practice}]}))["Lou"] == LIKELY

    def test_an_organisation_renamed_since_is_found_by_its_ref_and_told_by_both_names(self, board):
        AnInterest(person=board.people["Lou"], organisation_ref=board.practice.ref, organisation="Latham Hall")
        meeting = board.meets({"parties": [{"party": board.practice}]})
        [match] = found_at(meeting)[meeting.items[0].ref, board.people["Lou"].ref]
        assert "Latham Hall, now LATHAM HOUSE" in match.reason

    def test_an_organisation_merged_since_is_found_by_the_one_it_merged_into(self, board):
        other = APractice(name="SOUTH")
        AnInterest(person=board.people["Lou"], organisation_ref=board.practice.ref)
        practices.merge(board.practice, into=other, on=MET, by=ADA)
        assert found(board.meets({"parties": [{"party": other}]}))["Lou"] == CERTAIN

    def test_a_supplier_that_no_register_knows_is_found_by_its_name(self, board):
        AnInterest(person=board.people["Lou"], organisation="Birch Diagnostics Ltd")
        assert found(board.meets({"parties": [{"name": "Birch Diagnostics Limited"}]})) == {"Lou": LIKELY}

    def test_one_named_in_the_words_of_an_item_without_parties_is_found(self, board):
        AnInterest(person=board.people["Lou"], organisation="Birch Diagnostics Ltd")
        meeting = board.meets({"title": "Scanners", "proposed": "That two be bought of Birch Diagnostics."})
        assert found(meeting) == {"Lou": LIKELY}

    def test_a_topic_in_common_is_to_be_looked_at(self, board):
        AnInterest(person=board.people["Lou"], organisation="Lou’s Lettings", topics="premises; workforce")
        assert found(board.meets({"topic": "premises"}, {"topic": "money"})) == {"Lou": LOOK}

    def test_what_is_kept_private_is_not_told_openly(self, board):
        AnInterest(
            person=board.people["Lou"],
            organisation_ref=board.practice.ref,
            public=False,
            private_reason="Harm",
            description="A quiet holding",
        )
        meeting = board.meets({"parties": [{"party": board.practice}]})
        [match] = found_at(meeting)[meeting.items[0].ref, board.people["Lou"].ref]
        assert "quiet" in match.reason
        assert match.openly == "An interest that is kept private"


def test_everyone_may_have_a_conflict(board):
    for name in ("Clara", "Asha", "Lou"):
        AnInterest(person=board.people[name], organisation_ref=board.practice.ref)
    assert set(found(board.meets({"parties": [{"party": board.practice}]}))) == set(board.people)
