from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.db import db
from registry.demo.facts.networks import AS_AT, NETWORKS, SPELLS
from registry.law import Breach
from registry.practices.models import ListSize, Loaded
from registry.structure import commands, queries
from registry.structure.groupings import groupings_on
from registry.structure.models import Belonging, Body
from registry.structure.published import PublishedNetworks, Unreadable
from tests.factories import ADA, ABelonging, ABody, APractice

JULY, OCTOBER = date(2019, 7, 1), date(2019, 10, 1)
MARCH_31, APRIL_1 = date(2022, 3, 31), date(2022, 4, 1)
GLENFIELD, NORTH_BLABY, G3 = "C82056", "U12169", "U87499"
PUBLISHED = PublishedNetworks(list(NETWORKS), list(SPELLS))


def load(published=PUBLISHED, *, as_at=AS_AT):
    digest = sha256(repr(published).encode()).hexdigest()
    return commands.load_networks(published, as_at=as_at, name="ePCN.xlsx", sha256=digest, by=ADA)


def our_practices(*codes):
    return {code: APractice(code=code) for code in codes or sorted({spell.practice_code for spell in SPELLS})}


def spells_of(code, **changes):
    """What the file says of one practice alone, with other values in its first spell."""
    first, *rest = [spell for spell in SPELLS if spell.practice_code == code]
    return PublishedNetworks(list(NETWORKS), [replace(first, **changes), *rest])


def network_of(practice, on):
    """The code of the network that a practice is in on a day; there must not be two."""
    here = select(Belonging).where(Belonging.holding(on), Belonging.practice_ref == practice.ref)
    found = [each.body.code for each in db.session.scalars(here)]
    assert len(found) <= 1
    return found[0] if found else None


class TestFound:
    def test_enters_a_body_under_its_parent(self):
        board = ABody(kind="board", since=date(2014, 4, 1))

        hub = commands.found(name="Rutland", kind="hub", code="RUTLAND", parent=board, since=date(2018, 4, 1), by=ADA)

        assert [line["parent"] for line in queries.bodies_on(date(2018, 4, 1)) if line["ref"] == hub.ref] == [
            board.name
        ]
        assert queries.bodies_on(date(2018, 3, 31))[-1]["ref"] == board.ref

    def test_not_under_a_parent_that_began_later(self):
        board = ABody(kind="board", since=date(2018, 4, 2))

        with pytest.raises(Breach) as breach:
            commands.found(name="Rutland", kind="hub", parent=board, since=date(2018, 4, 1), by=ADA)

        assert breach.value.field == "parent"
        assert db.session.scalars(select(Body)).all() == [board]

    def test_not_by_a_code_that_another_had(self):
        ABody(code="SLAM", until=date(2018, 4, 1))

        with pytest.raises(Breach, match="another body has this one"):
            commands.found(name="SLAM", kind="hub", code="SLAM", since=date(2018, 4, 1), by=ADA)


class TestDissolve:
    def test_ends_the_body_and_every_belonging_to_it_in_one_act(self):
        area = ABody(kind="area", since=date(2014, 4, 1))
        staying = ABelonging(body=area, since=date(2014, 4, 1))
        left = ABelonging(body=area, since=date(2014, 4, 1), until=date(2016, 4, 1))
        size = ledger.head().size

        commands.dissolve(area, until=date(2018, 4, 1), reason="The hubs take their place.", by=ADA)

        assert (area.until, staying.until, left.until) == (date(2018, 4, 1), date(2018, 4, 1), date(2016, 4, 1))
        assert ledger.head().size == size + 2

    def test_not_from_its_first_day(self):
        area = ABody(kind="area", since=APRIL_1)

        with pytest.raises(Breach, match="later than its first day"):
            commands.dissolve(area, until=APRIL_1, by=ADA)

        assert area.until is None

    def test_not_twice(self):
        area = ABody(kind="area", until=APRIL_1)

        with pytest.raises(Breach, match="has its end on record"):
            commands.dissolve(area, until=date(2022, 5, 1), by=ADA)

    def test_not_before_those_that_answer_to_it(self):
        board = ABody(kind="board")
        ABody(kind="hub", parent=board)

        with pytest.raises(Breach, match="dissolve them first"):
            commands.dissolve(board, until=APRIL_1, by=ADA)

    def test_not_before_a_practice_that_has_joined_from_a_later_day(self):
        hub = ABody(kind="hub")
        ABelonging(body=hub, since=APRIL_1)

        with pytest.raises(Breach, match="later than this day"):
            commands.dissolve(hub, until=APRIL_1, by=ADA)


class TestJoin:
    def test_brings_a_practice_in_from_that_day(self):
        hub, practice = ABody(kind="hub"), APractice()

        commands.join(hub, practice=practice, since=APRIL_1, by=ADA)

        assert queries.body_on(hub, MARCH_31)["members"] == []
        assert [line["code"] for line in queries.body_on(hub, APRIL_1)["members"]] == [practice.code]

    def test_from_the_day_it_left_another_of_the_kind(self):
        before = ABelonging(body=ABody(kind="PCN", code=NORTH_BLABY), until=APRIL_1)
        network = ABody(kind="PCN", code=G3)

        commands.join(network, practice=before.practice, since=APRIL_1, by=ADA)

        assert network_of(before.practice, MARCH_31) == NORTH_BLABY
        assert network_of(before.practice, APRIL_1) == G3

    def test_not_while_it_is_in_another_of_the_kind(self):
        before = ABelonging(body=ABody(kind="PCN"), until=APRIL_1)

        with pytest.raises(Breach) as breach:
            commands.join(ABody(kind="PCN"), practice=before.practice, since=MARCH_31, by=ADA)

        assert breach.value.field == "practice"
        assert len(queries.spells_of(before.practice)) == 1

    def test_whatever_it_is_in_of_another_kind(self):
        before = ABelonging(body=ABody(kind="hub"))

        commands.join(ABody(kind="PCN"), practice=before.practice, since=APRIL_1, by=ADA)

        assert len(queries.spells_of(before.practice)) == 2

    def test_not_before_the_body_began(self):
        with pytest.raises(Breach, match="only while that body exists"):
            commands.join(ABody(kind="hub", since=APRIL_1), practice=APractice(), since=MARCH_31, by=ADA)

    def test_not_a_body_of_the_company(self):
        with pytest.raises(Breach, match="seats"):
            commands.join(ABody(kind="board"), practice=APractice(), since=APRIL_1, by=ADA)

    @pytest.mark.parametrize(
        ("dates", "field"),
        [({"until": APRIL_1}, "until"), ({"ods_since": APRIL_1, "ods_until": APRIL_1}, "ods_until")],
    )
    def test_not_with_dates_the_wrong_way_round(self, dates, field):
        with pytest.raises(Breach) as breach:
            commands.join(ABody(kind="hub"), practice=APractice(), since=APRIL_1, **dates, by=ADA)

        assert breach.value.field == field


class TestLeave:
    def test_the_day_before_is_the_last(self):
        belonging = ABelonging(since=OCTOBER, ods_since=OCTOBER)

        commands.leave(belonging, until=APRIL_1, ods_until=date(2022, 5, 1), reason="It moves.", by=ADA)

        assert queries.spells_of(belonging.practice)[0]["last_day"] == MARCH_31
        assert belonging.ods_until == date(2022, 5, 1)

    @pytest.mark.parametrize("until", [APRIL_1, MARCH_31])
    def test_not_on_its_first_day_or_before(self, until):
        belonging = ABelonging(since=APRIL_1)

        with pytest.raises(Breach, match="later than its first day"):
            commands.leave(belonging, until=until, by=ADA)

        assert belonging.until is None

    def test_not_twice(self):
        with pytest.raises(Breach, match="has its end on record"):
            commands.leave(ABelonging(until=APRIL_1), until=MARCH_31, by=ADA)

    def test_not_later_than_the_body(self):
        body = ABody(kind="hub", until=APRIL_1)
        belonging = ABelonging(body=body)

        with pytest.raises(Breach, match="only while that body exists"):
            commands.leave(belonging, until=date(2022, 4, 2), by=ADA)


class TestStrike:
    def test_a_belonging_holds_on_no_day_and_stays_on_record(self):
        belonging = ABelonging(body=ABody(kind="hub"), since=JULY)

        commands.strike(belonging, reason="It was never in it.", by=ADA)

        assert network_of(belonging.practice, JULY) is None
        assert queries.spells_of(belonging.practice) == []
        assert "struck" in queries.belonging_on(belonging, JULY)["remark"]

    def test_makes_room_for_the_right_one(self):
        wrong = ABelonging(body=ABody(kind="hub"), since=JULY)
        commands.strike(wrong, reason="It was in another.", by=ADA)

        right = commands.join(ABody(kind="hub"), practice=wrong.practice, since=JULY, by=ADA)

        assert [line["body_ref"] for line in queries.spells_of(wrong.practice)] == [right.body_ref]

    def test_not_twice(self):
        belonging = ABelonging(body=ABody(kind="hub"), since=JULY)
        commands.strike(belonging, reason="A slip.", by=ADA)

        with pytest.raises(Breach, match="struck already"):
            commands.strike(belonging, reason="A slip.", by=ADA)

    def test_what_was_struck_was_known_until_then(self):
        with clock.telling(datetime(2020, 1, 6, 9, tzinfo=UTC)) as told:
            belonging = ABelonging(body=ABody(kind="hub", code="SLAM"), since=JULY)
            told.at = datetime(2020, 3, 2, 9, tzinfo=UTC)
            commands.strike(belonging, reason="It was never in it.", by=ADA)

            with ledger.known(datetime(2020, 2, 1, 9, tzinfo=UTC)):
                assert network_of(belonging.practice, JULY) == "SLAM"
            assert network_of(belonging.practice, JULY) is None


class TestStrikeBody:
    def test_exists_on_no_day_and_leaves_its_code_free(self):
        wrong = ABody(kind="hub", code="SLAM", since=JULY)

        commands.strike_body(wrong, reason="It is another name of the Melton hub.", by=ADA)

        assert queries.bodies_on(JULY) == []
        assert commands.found(name="SLAM", kind="hub", code="SLAM", since=JULY, by=ADA).code == "SLAM"

    def test_not_while_practices_belong_to_it_or_others_answer_to_it(self):
        hub = ABody(kind="hub", parent=(area := ABody(kind="area")))
        ABelonging(body=hub)

        for body in (hub, area):
            with pytest.raises(Breach, match="strike those first"):
                commands.strike_body(body, reason="A slip.", by=ADA)


class TestResume:
    def test_goes_on_or_ends_on_the_right_day(self):
        belonging = ABelonging(body=ABody(kind="hub", code="SLAM"), since=JULY, until=APRIL_1)

        commands.resume(belonging, until=None, reason="It had not left.", by=ADA)
        assert network_of(belonging.practice, APRIL_1) == "SLAM"

        commands.leave(belonging, until=APRIL_1, by=ADA)
        commands.resume(belonging, until=date(2022, 4, 2), reason="It left the day after.", by=ADA)
        assert [network_of(belonging.practice, day) for day in (APRIL_1, date(2022, 4, 2))] == ["SLAM", None]

    def test_not_into_the_time_of_another(self):
        belonging = ABelonging(body=ABody(kind="hub"), since=JULY, until=APRIL_1)
        ABelonging(body=ABody(kind="hub"), practice=belonging.practice, since=APRIL_1)

        with pytest.raises(Breach, match="another of the"):
            commands.resume(belonging, reason="A slip.", by=ADA)

    def test_not_beyond_its_body_nor_before_it_began(self):
        belonging = ABelonging(body=ABody(kind="hub", until=APRIL_1), since=JULY, until=MARCH_31)

        with pytest.raises(Breach, match="only while that body exists"):
            commands.resume(belonging, reason="A slip.", by=ADA)
        with pytest.raises(Breach, match="later than its first day"):
            commands.resume(belonging, until=JULY, reason="A slip.", by=ADA)

    def test_not_what_has_not_ended(self):
        with pytest.raises(Breach, match="no end on record"):
            commands.resume(ABelonging(body=ABody(kind="hub")), reason="A slip.", by=ADA)


class TestRevive:
    def test_goes_on_without_those_that_left_it(self):
        hub = ABody(kind="hub", since=JULY)
        belonging = ABelonging(body=hub, since=JULY)
        commands.dissolve(hub, until=APRIL_1, by=ADA)

        commands.revive(hub, reason="It was not dissolved.", by=ADA)
        assert (hub.until, belonging.until) == (None, APRIL_1)

        commands.resume(belonging, reason="It was not dissolved.", by=ADA)
        assert belonging.until is None

    def test_not_what_has_not_ended_nor_under_a_parent_that_has(self):
        with pytest.raises(Breach, match="no end on record"):
            commands.revive(ABody(kind="hub"), reason="A slip.", by=ADA)
        area = ABody(kind="area", until=APRIL_1)
        with pytest.raises(Breach) as refused:
            commands.revive(ABody(kind="hub", parent=area, until=APRIL_1), reason="A slip.", by=ADA)
        assert refused.value.field == "parent"


class TestSchemes:
    def introduce(self, **more):
        usual = {"name": "Seven networks", "kind": "PCN", "since": JULY, "source": "The network agreements"}
        return commands.introduce(**usual | more, by=ADA)

    def test_their_band_is_what_their_bodies_are_held_to(self):
        ABelonging(
            body=ABody(kind="PCN", name="Rutland"), practice=APractice(list_sizes=[ListSize(on=JULY, patients=29_999)])
        )

        def remark():
            return next(line for line in queries.bodies_on(JULY) if line["name"] == "Rutland")["remark"]

        assert "29,999 patients: fewer than the 30,000 to 50,000" in remark()
        scheme = self.introduce(least=29_999)
        assert remark() == ""
        again = {each: getattr(scheme, each) for each in ("name", "since", "source")}
        commands.amend(scheme, **again, least=None, most=29_998, reason="It has only a most.", by=ADA)
        assert remark() == "29,999 patients: more than the 29,998 that a PCN is meant to have."

    def test_one_of_a_kind_at_a_time(self):
        first = self.introduce()
        with pytest.raises(Breach, match="one scheme of a kind at a time"):
            self.introduce(since=APRIL_1)
        assert self.introduce(kind="hub").kind == "hub"

        commands.retire(first, until=APRIL_1, by=ADA)
        self.introduce(since=APRIL_1)
        assert [scheme.since for scheme in queries.schemes_on(APRIL_1) if scheme.kind == "PCN"] == [APRIL_1]
        with pytest.raises(Breach, match="does not end again"):
            commands.retire(first, until=APRIL_1, by=ADA)
        again = {"name": "Seven", "since": JULY, "source": "x", "until": date(2022, 4, 2), "reason": "A slip."}
        with pytest.raises(Breach, match="one scheme of a kind at a time"):
            commands.amend(first, **again, by=ADA)

    def test_one_that_did_not_end_is_restored_unless_another_has_its_place(self):
        scheme = self.introduce()
        with pytest.raises(Breach, match="no end on record"):
            commands.restore(scheme, reason="A slip.", by=ADA)
        commands.retire(scheme, until=APRIL_1, by=ADA)
        commands.restore(scheme, reason="It goes on.", by=ADA)
        assert queries.schemes_on(APRIL_1) == [scheme]

        commands.retire(scheme, until=APRIL_1, by=ADA)
        self.introduce(since=APRIL_1)
        with pytest.raises(Breach, match="one scheme of a kind at a time"):
            commands.restore(scheme, reason="A slip.", by=ADA)

    def test_a_struck_one_makes_room(self):
        commands.strike_scheme(self.introduce(), reason="It was only a plan.", by=ADA)

        assert queries.schemes_on(JULY) == []
        assert self.introduce(name="Six networks").until is None

    def test_not_with_a_least_above_the_most_nor_of_the_companys_own_bodies(self):
        with pytest.raises(Breach, match="no more than the most"):
            self.introduce(least=2, most=1)
        with pytest.raises(Breach, match="Practices belong to"):
            self.introduce(kind="board")


class TestSources:
    def test_differ_and_are_left_to_differ(self):
        ABelonging(practice=APractice(list_sizes=[ListSize(on=JULY, patients=4_000)]), body=ABody(kind="hub"))
        commands.report(patients=325_000, about=True, on=JULY, source="The hubs page", by=ADA)
        commands.report(patients=335_000, on=OCTOBER, dates="2019", source="The vision page", by=ADA)

        def told(day):
            return [(total["patients"], total["about"]) for total in groupings_on(day).summary["population"]]

        assert told(date(2019, 6, 30)) == [(None, False)]
        assert told(date(2019, 9, 30)) == [(4_000, False), (325_000, True)]
        assert told(OCTOBER) == [(4_000, False), (325_000, True), (335_000, False)]

    def test_a_contradiction_is_told_whatever_day_is_looked_at_and_after_it_is_settled(self):
        flagged = commands.flag(text="31 names and 30 practices", source="Two pages", noted=OCTOBER, by=ADA)

        def told():
            return [(line["text"], line["settled"]) for line in groupings_on(JULY).summary["discrepancies"]]

        assert told() == [("31 names and 30 practices", "")]
        commands.settle(flagged, settled=OCTOBER, how="One is another’s old name.", by=ADA)
        assert told() == [("31 names and 30 practices", "Settled on 1 October 2019: One is another’s old name.")]
        with pytest.raises(Breach, match="settled already"):
            commands.settle(flagged, settled=OCTOBER, how="Again.", by=ADA)

    def test_not_settled_before_it_was_noted(self):
        flagged = commands.flag(text="31 names", source="Two pages", noted=OCTOBER, by=ADA)

        with pytest.raises(Breach, match="that day or later"):
            commands.settle(flagged, settled=date(2019, 9, 30), how="Early.", by=ADA)

    def test_nothing_of_a_day_to_come(self):
        with clock.telling(datetime(2019, 9, 30, 9, tzinfo=UTC)):
            with pytest.raises(Breach, match="still to come"):
                commands.report(patients=1, on=OCTOBER, source="x", by=ADA)
            with pytest.raises(Breach, match="still to come"):
                commands.flag(text="x", source="x", noted=OCTOBER, by=ADA)


class TestLoadNetworks:
    def test_brings_in_eight_networks_and_thirty_five_spells_in_one_act(self):
        our_practices()

        networks, spells = load()

        assert str(networks) == "8 networks: 8 new, 0 changed, 0 unchanged"
        assert str(spells) == "35 spells: 35 new, 0 changed, 0 unchanged"
        assert len(queries.bodies_on(date(2022, 4, 1))) == 8

    def test_a_second_time_records_nothing(self):
        our_practices()
        load()
        size = ledger.head().size

        networks, spells = load()

        assert (networks.unchanged, spells.unchanged) == (8, 35)
        assert ledger.head().size == size

    def test_the_move_of_glenfield_leaves_neither_gap_nor_overlap(self):
        glenfield = our_practices()[GLENFIELD]

        load()

        assert network_of(glenfield, MARCH_31) == NORTH_BLABY
        assert network_of(glenfield, APRIL_1) == G3

    def test_the_last_day_of_spectrum_health_is_the_eighth_of_june(self):
        spectrum = our_practices()["C82112"]

        load()

        assert network_of(spectrum, date(2022, 6, 8)) == "U50165"
        assert network_of(spectrum, date(2022, 6, 9)) is None

    def test_before_it_none_of_it_was_known(self):
        with clock.telling(datetime(2023, 3, 1, 9, 0, tzinfo=UTC)) as told:
            our_practices()
            told.at = datetime(2023, 3, 2, 9, 0, tzinfo=UTC)
            load()

        with ledger.known(datetime(2023, 3, 1, 9, 0, tzinfo=UTC)):
            assert queries.bodies_on(APRIL_1) == []
            assert {line["pcn"] for line in groupings_on(APRIL_1)} == {None}

    def test_keeps_what_was_agreed_and_puts_the_dates_of_ods_beside_it(self):
        practice = APractice(code=GLENFIELD)
        network = ABody(kind="PCN", code=NORTH_BLABY, name="North Blaby", since=JULY)
        agreed = ABelonging(body=network, practice=practice, since=JULY)

        load(spells_of(GLENFIELD))

        assert (network.since, network.ods_since, network.name) == (JULY, OCTOBER, "North Blaby")
        assert (agreed.since, agreed.ods_since) == (JULY, OCTOBER)
        assert (agreed.until, agreed.ods_until) == (APRIL_1, APRIL_1)
        assert network_of(practice, APRIL_1) == G3

    def test_an_agreed_end_stays_where_ods_has_a_later_one(self):
        practice = APractice(code=GLENFIELD)
        network = ABody(kind="PCN", code=NORTH_BLABY, since=JULY)
        agreed = ABelonging(body=network, practice=practice, since=JULY, until=date(2022, 3, 1))

        load(spells_of(GLENFIELD))

        assert (agreed.until, agreed.ods_until) == (date(2022, 3, 1), APRIL_1)

    def test_a_network_is_as_old_as_its_first_partner(self):
        APractice(code=GLENFIELD)

        load(spells_of(GLENFIELD, first_day=JULY))

        assert queries.bodies_on(JULY)[0]["code"] == NORTH_BLABY

    def test_of_a_national_file_takes_the_networks_with_a_practice_of_ours(self):
        APractice(code=GLENFIELD)

        networks, spells = load()

        assert (networks.new, networks.left_out) == (2, 6)
        assert (spells.new, spells.left_out) == (2, 33)

    def test_loaded_again_once_a_partner_is_in_the_register_brings_it_in(self):
        APractice(code=GLENFIELD)
        load()
        groby_road = APractice(code="C82628")

        _, spells = load()

        assert (spells.new, spells.unchanged) == (2, 2)
        assert network_of(groby_road, APRIL_1) == G3
        assert len(db.session.scalars(select(Loaded)).all()) == 2

    def test_a_later_file_ends_what_was_open(self):
        practice = APractice(code="C82005")
        load(spells_of("C82005"), as_at=date(2022, 5, 1))

        _, spells = load(spells_of("C82005", last_day=date(2022, 12, 31)))

        assert (spells.new, spells.changed) == (0, 1)
        assert network_of(practice, date(2022, 12, 31)) == G3
        assert network_of(practice, date(2023, 1, 1)) is None

    def test_an_older_file_is_refused(self):
        our_practices()
        load()

        with pytest.raises(Breach) as breach:
            load(spells_of(GLENFIELD), as_at=date(2023, 2, 23))

        assert breach.value.field == "as_at"
        assert "24 February 2023" in breach.value.sentence

    def test_a_file_loaded_before_records_nothing_even_after_a_later_one(self):
        our_practices()
        load(spells_of("C82005"), as_at=date(2022, 5, 1))
        load()
        size = ledger.head().size

        load(spells_of("C82005"), as_at=date(2022, 5, 1))

        assert ledger.head().size == size

    def test_a_file_with_no_practice_of_ours_is_refused(self):
        with pytest.raises(Breach, match="Load the practices first"):
            load()

        assert db.session.scalars(select(Body)).all() == []

    def test_a_file_that_cannot_be_so_beside_what_was_agreed_is_refused_in_words(self):
        practice = APractice(code=GLENFIELD)
        elsewhere = ABody(kind="PCN", name="Elsewhere", since=JULY)
        ABelonging(body=elsewhere, practice=practice, since=JULY)

        with pytest.raises(Unreadable) as odd:
            load()

        assert odd.value.sentences[0] == (
            "C82056 would be in NORTH BLABY PCN from 1 October 2019 to 31 March 2022, as ODS records, and in "
            "Elsewhere from 1 July 2019: a practice is in one network at a time."
        )
        assert db.session.scalars(select(Belonging)).all() == queries.belongings_of(practice)

    def test_a_file_that_outlives_a_network_dissolved_by_agreement_is_refused(self):
        APractice(code=GLENFIELD)
        ABody(kind="PCN", code=NORTH_BLABY, since=JULY, until=date(2022, 3, 1))

        with pytest.raises(Unreadable, match="but the register has that network from 1 July 2019"):
            load()

    def test_is_on_record_with_its_day_and_hash(self):
        our_practices()

        load()

        (loaded,) = db.session.scalars(select(Loaded))
        assert (loaded.what, loaded.as_at, loaded.name, loaded.lines) == ("networks", AS_AT, "ePCN.xlsx", 43)
