from dataclasses import replace
from datetime import date, datetime

import pytest

from registry.demo.facts.networks import NETWORKS, SPELLS
from registry.structure.published import networks_in
from tests.published import (
    NETWORK_HEADING,
    SPELL_HEADING,
    either,
    epcn,
    network_cells,
    problems_in,
    spell_cells,
    workbook,
)

OADBY = NETWORKS[0]
BUSHLOE = next(spell for spell in SPELLS if spell.practice_code == "C82013")
IN_NORTH_BLABY, IN_G3 = (spell for spell in SPELLS if spell.practice_code == "C82056")


def in_order(spells):
    return sorted(spells, key=lambda spell: (spell.practice_code, spell.first_day))


def with_cells(spell_at: dict[int, object] | None = None, network_at: dict[int, object] | None = None) -> bytes:
    """A workbook of one network and one spell, some of whose cells are others."""
    network, spell = network_cells(OADBY), spell_cells(BUSHLOE)
    for cells, changes in ((network, network_at), (spell, spell_at)):
        for column, cell in (changes or {}).items():
            cells[column] = cell
    return workbook({"PCNDetails": [NETWORK_HEADING, network], "PCN Core Partner Details": [SPELL_HEADING, spell]})


class TestNetworksIn:
    @either("ePCN.xlsx", epcn(NETWORKS, SPELLS))
    def test_the_workbook_has_eight_networks_and_35_spells(self, file):
        published = networks_in(file)

        assert published.networks == list(NETWORKS)
        assert in_order(published.spells) == in_order(SPELLS)
        assert (len(published.networks), len(published.spells)) == (8, 35)

    @either("ePCN.xlsx", epcn(NETWORKS, SPELLS))
    def test_glenfield_left_on_a_last_day_and_joined_on_the_next(self, file):
        left, joined = in_order(s for s in networks_in(file).spells if s.practice_code == "C82056")

        assert (left.network_name, left.last_day) == ("NORTH BLABY PCN", date(2022, 3, 31))
        assert (joined.network_name, joined.first_day) == ("G3 PCN", date(2022, 4, 1))

    @pytest.mark.parametrize("cell", [datetime(2019, 10, 1), date(2019, 10, 1), 20191001, 20191001.0, " 20191001 "])
    def test_a_date_cell_of_any_kind(self, cell):
        published = networks_in(with_cells(spell_at={8: cell}, network_at={4: cell}))

        assert published.spells[0].first_day == date(2019, 10, 1)
        assert published.networks[0].opened == date(2019, 10, 1)

    def test_the_headings_of_ccgs(self):
        heading = [name.replace("Sub ICB Loc", "CCG") for name in SPELL_HEADING]
        of_networks = [name.replace("Sub ICB Loc", "CCG") for name in NETWORK_HEADING]

        published = networks_in(
            workbook(
                {
                    "PCNDetails": [of_networks, network_cells(OADBY)],
                    "PCN Core Partner Details": [heading, spell_cells(BUSHLOE)],
                }
            )
        )

        assert published.spells == [BUSHLOE]

    def test_empty_rows_are_passed_over(self):
        sheets = {
            "PCNDetails": [NETWORK_HEADING, [None, ""], network_cells(OADBY), []],
            "PCN Core Partner Details": [SPELL_HEADING],
        }

        assert networks_in(workbook(sheets)).networks == [OADBY]


class TestNetworkOnARow:
    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({4: "20193101"}, "open date 20193101 is not a date; write YYYYMMDD"),
            ({5: 43739}, "close date 43739 is not a date; write YYYYMMDD"),
            ({5: "20190930"}, "closed on 20190930, before it opened on 20191001"),
            ({1: None}, "the name is missing"),
        ],
    )
    def test_a_cell_that_cannot_be_right(self, changes, sentence):
        assert problems_in(networks_in, with_cells(network_at=changes)) == [(2, f"Row 2 of PCNDetails: {sentence}")]

    def test_a_code_that_is_no_networks(self):
        assert problems_in(networks_in, epcn([replace(OADBY, code="C82001")], [])) == [
            (2, "Row 2 of PCNDetails: network code C82001 should be U and five digits, like U09521")
        ]

    def test_a_code_met_twice(self):
        assert problems_in(networks_in, epcn([OADBY, OADBY], [])) == [
            (3, "Row 3 of PCNDetails: U09521 is on row 2 already")
        ]


class TestSpellOnARow:
    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({8: "yesterday"}, "start date yesterday is not a date; write YYYYMMDD"),
            ({8: None}, "the start date is missing"),
            ({9: True}, "end date True is not a date; write YYYYMMDD"),
            ({9: "20190930"}, "ends on 20190930, before it starts on 20191001"),
            ({0: "U09521"}, "U09521 is the code of a primary care network, not of a practice"),
            ({0: 82001}, "practice code 82001 should be a capital letter and five digits, like C82001"),
            ({1: ""}, "the name of the practice is missing"),
            ({5: ""}, "the name of the network is missing"),
            ({4: "U99999"}, "network U99999 is not on the sheet PCNDetails"),
        ],
    )
    def test_a_cell_that_cannot_be_right(self, changes, sentence):
        problems = problems_in(networks_in, with_cells(spell_at=changes))

        assert problems == [(2, f"Row 2 of PCN Core Partner Details: {sentence}")]

    def test_a_practices_code_where_the_networks_should_be(self):
        problems = problems_in(networks_in, with_cells(spell_at={4: "C82001"}))

        assert [sentence.partition(": ")[2] for _, sentence in problems] == [
            "network code C82001 should be U and five digits, like U09521",
            "network C82001 is not on the sheet PCNDetails",
        ]

    def test_a_spell_of_one_day(self):
        (spell,) = networks_in(epcn([OADBY], [replace(BUSHLOE, last_day=BUSHLOE.first_day)])).spells

        assert spell.last_day == spell.first_day


class TestOneAtATime:
    def test_a_spell_that_starts_on_anothers_last_day_overlaps_it(self):
        too_late = replace(IN_NORTH_BLABY, last_day=date(2022, 4, 1))

        assert problems_in(networks_in, epcn(NETWORKS, [too_late, IN_G3])) == [
            (3, "Row 3 of PCN Core Partner Details: C82056 is in U12169 at the same time, by row 2")
        ]

    def test_a_spell_without_an_end_overlaps_whatever_follows(self):
        still_there = replace(IN_NORTH_BLABY, last_day=None)

        assert problems_in(networks_in, epcn(NETWORKS, [IN_G3, still_there])) == [
            (2, "Row 2 of PCN Core Partner Details: C82056 is in U12169 at the same time, by row 3")
        ]

    def test_a_spell_that_starts_the_day_after_follows(self):
        assert len(networks_in(epcn(NETWORKS, [IN_NORTH_BLABY, IN_G3])).spells) == 2

    def test_a_long_spell_overlaps_those_after_a_short_one_too(self):
        long = replace(IN_NORTH_BLABY, last_day=None)
        short = replace(IN_NORTH_BLABY, first_day=date(2020, 1, 1), last_day=date(2020, 1, 31))

        problems = problems_in(networks_in, epcn(NETWORKS, [long, short, IN_G3]))

        assert [line for line, _ in problems] == [3, 4]
