"""One scheme takes the place of another in one act: who was where, and what came after what."""

from datetime import date

import pytest

from registry.law import Breach
from registry.reorganisations import commands, queries
from registry.reorganisations.sentences import sentence_of
from registry.structure import commands as structure
from registry.structure.groupings import groupings_on
from registry.structure.queries import bodies_on
from tests.factories import ADA, ABelonging, ABody, APractice, ASeat
from tests.reorganisations.told import SOURCE, all_registers, place_of

MARCH_31, APRIL_1 = date(2018, 3, 31), date(2018, 4, 1)


@pytest.fixture
def three(app):
    """Kibworth and Oakham in one area, Croft in another; all under a scheme of areas."""
    first, second = ABody(kind="area", name="East"), ABody(kind="area", name="West")
    kibworth, oakham, croft = APractice(code="C82001"), APractice(code="C82010"), APractice(code="C82067")
    for practice, body in ((kibworth, first), (oakham, first), (croft, second)):
        ABelonging(practice=practice, body=body)
    structure.introduce(name="Areas", kind="area", since=date(2015, 4, 1), source="A page", by=ADA)
    return kibworth, oakham, croft


def regroup(places, **more):
    usual = {"name": "Hubs", "kind": "hub", "replaces": "area", "on": APRIL_1, "dates": "in the course of 2017–18"}
    lines = [{"practice": practice, "body": body, "code": code} for practice, body, code in places]
    return commands.regroup(places=lines, **usual | SOURCE | more, by=ADA)


def into_two(three):
    kibworth, oakham, croft = three
    return [(kibworth, "Harborough", "HARB"), (oakham, "Rutland", None), (croft, "Harborough", "HARB")]


def names(kind, day):
    return [line["name"] for line in bodies_on(day) if line["kind"] == kind]


class TestRegroup:
    def test_each_is_in_the_old_the_day_before_and_in_the_new_from_the_day(self, three):
        regroup(into_two(three))

        assert [place_of(each, MARCH_31, "area") for each in three] == ["East", "East", "West"]
        assert [place_of(each, MARCH_31) for each in three] == [None, None, None]
        assert [place_of(each, APRIL_1, "area") for each in three] == [None, None, None]
        assert [place_of(each, APRIL_1) for each in three] == ["Harborough", "Rutland", "Harborough"]
        assert (names("area", MARCH_31), names("area", APRIL_1)) == (["East", "West"], [])

    def test_the_schemes_follow_one_another(self, three):
        regroup(into_two(three), least=35_000, most=60_000)

        def told(day):
            return [(each["name"], each["dates"], each["band"]) for each in groupings_on(day).summary["schemes"]]

        assert told(MARCH_31) == [("Areas", "from 1 April 2015 to 31 March 2018", "")]
        assert told(APRIL_1) == [("Hubs", "from 1 April 2018; in the course of 2017–18", "35,000 to 60,000")]

    def test_says_what_came_after_what(self, three):
        told = regroup(into_two(three))

        came = [
            (s["before"], s["after"], s["practices"]) for s in queries.reorganisation_on(told, APRIL_1)["successions"]
        ]
        assert sorted(came) == [("East", "Harborough", 1), ("East", "Rutland", 1), ("West", "Harborough", 1)]
        assert sentence_of(told) == "East and West regrouped as Harborough and Rutland"

    def test_a_body_may_be_founded_without_practices(self, three):
        told = regroup([*into_two(three), (None, "SLAM", None)])

        assert names("hub", APRIL_1) == ["Harborough", "Rutland", "SLAM"]
        assert (None, "SLAM", 0) in [
            (each.before and each.before.name, each.after.name, each.practices) for each in told.successions
        ]

    def test_of_the_same_kind_a_body_that_is_named_goes_on(self, three):
        kibworth, oakham, croft = three
        regroup([(kibworth, "East", None), (oakham, "South", None), (croft, "South", None)], kind="area", name="Two")

        assert names("area", APRIL_1) == ["East", "South"]
        assert [place_of(each, APRIL_1, "area") for each in three] == ["East", "South", "South"]

    def test_beside_what_there_is_nothing_ends(self, three):
        regroup(into_two(three), replaces=None)

        assert names("area", APRIL_1) == ["East", "West"]
        assert [place_of(each, APRIL_1) for each in three] == ["Harborough", "Rutland", "Harborough"]

    def test_two_practices_called_central_are_told_apart_by_their_codes(self, three):
        central, wigston = APractice(code="C82021", name="CENTRAL"), APractice(code="C82071", name="WIGSTON CENTRAL")

        regroup([*into_two(three), (central, "Oadby & Wigston", None), (wigston, "Rutland", None)])

        assert [place_of(each, APRIL_1) for each in (central, wigston)] == ["Oadby & Wigston", "Rutland"]

    def test_not_one_practice_in_two_places(self, three):
        with pytest.raises(Breach, match="one of these has two"):
            regroup([*into_two(three), (three[0], "Rutland", None)])
        assert names("hub", APRIL_1) == []

    def test_not_in_place_of_nothing(self, three):
        with pytest.raises(Breach, match="nothing to replace"):
            regroup(into_two(three), replaces="locality")

    def test_not_while_another_answers_to_what_would_end(self, three):
        ABody(kind="hub", name="Under East", parent=ABody(kind="area", name="North"))

        with pytest.raises(Breach) as refused:
            regroup(into_two(three))
        assert refused.value.field == "until"
        assert names("area", APRIL_1) == ["East", "North", "West"]


class TestUndo:
    def undo(self, told):
        commands.undo(told, reason="It was only a plan.", by=ADA)

    def test_every_register_says_as_it_did_before(self, three):
        before = all_registers(MARCH_31, APRIL_1)
        told = regroup(into_two(three))

        self.undo(told)

        assert all_registers(MARCH_31, APRIL_1) == before
        assert [each["name"] for each in groupings_on(APRIL_1).summary["schemes"]] == ["Areas"]

    def test_may_be_done_anew_under_the_same_codes(self, three):
        self.undo(regroup(into_two(three)))

        regroup(into_two(three))

        assert names("hub", APRIL_1) == ["Harborough", "Rutland"]

    def test_not_once_something_rests_on_a_body_that_it_founded(self, three):
        told = regroup(into_two(three))
        hub = next(each.after for each in told.successions if each.after.name == "Rutland")
        ASeat(title="Hub lead", body=hub)

        with pytest.raises(Breach, match="Rutland was entered by this, and since then"):
            self.undo(told)
        assert names("hub", APRIL_1) == ["Harborough", "Rutland"]
