"""Decisions of the directors, and of those who may, to which all who could vote on them agree."""

from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.resolutions import commands, queries
from registry.resolutions.models import UNANIMOUSLY
from registry.structure.models import BOARD, HUB
from registry.terms.models import Provision
from registry.terms.provisions import NEVER, WITHOUT_A_MEETING
from tests.breaches import refused
from tests.factories import ADA, ABody, ADirector, AnAppointment, APerson, AResolution, ASeat, SomeTerms
from tests.resolutions.answering import JUNE_1, JUNE_28, stands

NAMES = ("Asha", "Ben", "Cara")


def a_body_of_three(**facts):
    body = ABody(**facts)
    people = {name: APerson(forenames=name) for name in NAMES}
    for name, person in people.items():
        AnAppointment(seat=ASeat(title=f"{name}’s seat", body=body), person=person)
    return body, people


@pytest.fixture
def board(app):
    return a_body_of_three(name="Board", kind=BOARD)


def unanimous(body, **facts):
    return AResolution(body=body, passes_as=UNANIMOUSLY, **facts)


def says_of(resolution, name):
    people = queries.resolution_on(resolution, clock.today())["people"]
    return next(line["says"] for line in people if line["name"].startswith(name))


class TestUnanimousDecision:
    def test_is_taken_when_the_last_of_all_who_may_vote_agrees(self, time, board):
        body, people = board
        resolution = unanimous(body)
        for name in ("Cara", "Asha"):
            commands.agree(resolution, person=people[name], by=ADA)
        assert stands(resolution) == ("open", 2, 3, 3)
        time.at = datetime(2026, 8, 3, 9, tzinfo=UTC)

        commands.agree(resolution, person=people["Ben"], by=ADA)

        assert stands(resolution) == ("passed", 3, 3, 3)
        decision = resolution.decision
        assert (decision.route, decision.number, decision.on) == ("unanimous", "B/26/1", date(2026, 8, 3))
        assert (decision.votes_for, decision.votes_against, decision.abstained) == (3, 0, 0)

    def test_is_never_taken_while_one_refuses(self, board):
        body, people = board
        resolution = unanimous(body)
        for name in NAMES[:2]:
            commands.agree(resolution, person=people[name], by=ADA)
        told = {"says": "refused", "how": "by e-mail", "came_on": JUNE_1, "came_at": "10:30"}
        commands.record_answer(resolution, person=people["Cara"], **told, by=ADA)

        assert stands(resolution) == ("open", 2, 3, 3)
        assert says_of(resolution, "Cara") == "Refused, which counts for nothing"

    def test_does_not_lapse_unless_a_last_day_was_said(self, board):
        body, _ = board
        with refused("answer_by"):
            unanimous(body, answer_by=date(2026, 5, 31))
        open_ended, with_a_day = unanimous(body), unanimous(body, answer_by=JUNE_28)

        assert stands(open_ended, date(2027, 6, 1))[0] == "open"
        assert [stands(with_a_day, day)[0] for day in (JUNE_28, date(2026, 6, 29))] == ["open", "lapsed"]

    def test_is_without_whoever_has_a_conflict(self, board):
        body, people = board
        resolution = unanimous(body, not_counted=[people["Ben"]])
        assert stands(resolution) == ("open", 0, 2, 2)
        assert says_of(resolution, "Ben").startswith("Not counted: has a conflict of interest in it")
        with refused("person"):
            commands.agree(resolution, person=people["Ben"], by=ADA)

        for name in ("Asha", "Cara"):
            commands.agree(resolution, person=people[name], by=ADA)
        assert stands(resolution)[0] == "passed"

    def test_needs_those_who_are_left_to_make_a_quorum(self, board):
        """The Model Articles want two."""
        body, people = board
        with refused("not_counted", "would have made a quorum"):
            unanimous(body, not_counted=[people["Ben"], people["Cara"]])

    def test_leaves_out_only_those_who_sit_there(self, board):
        body, _ = board
        with refused("not_counted", "Gus Patel has no vote there"):
            unanimous(body, not_counted=[APerson(forenames="Gus")])

    def test_that_authorises_a_conflict_is_without_the_director_concerned(self, board):
        body, people = board
        ADirector(people["Asha"])
        facts = {"person": people["Asha"], "situation": "A post elsewhere", "covers": "Hold it"}
        resolution = unanimous(body, kind="authorise a conflict", **facts)
        assert stands(resolution) == ("open", 0, 2, 2)

        for name in ("Ben", "Cara"):
            commands.agree(resolution, person=people[name], by=ADA)

        assert (resolution.decision.kind, resolution.decision.votes_for) == ("authorise a conflict", 2)
        assert [effect.act for effect in resolution.decision.effects] == ["authorisations.authorise"]

    def test_is_not_the_members_way_nor_theirs_the_directors(self, board):
        body, _ = board
        with refused("passes_as"):
            AResolution(body=body)


class TestOtherBodies:
    def test_decide_so_only_where_their_terms_let_them(self, app):
        hub, people = a_body_of_three(name="Hub", kind=HUB)
        with refused("body", "No rule in force"):
            unanimous(hub)
        rule = Provision(place=9, what=WITHOUT_A_MEETING, who="if all agree", clause="9")
        quorum = Provision(place=1, what="quorum", number=2, clause="8")
        SomeTerms(body=hub, since=JUNE_1, provisions=[quorum, rule])

        resolution = unanimous(hub)
        for person in people.values():
            commands.agree(resolution, person=person, by=ADA)
        assert stands(resolution) == ("passed", 3, 3, 3)

    def test_even_the_board_does_not_where_its_terms_say_never(self, board):
        body, _ = board
        rule = Provision(place=9, what=WITHOUT_A_MEETING, who=NEVER, clause="9")
        SomeTerms(body=body, since=JUNE_1, provisions=[rule])

        with refused("body"):
            unanimous(body)
