from datetime import date

from registry.demo import facts
from registry.demo.facts.groupings import HUBS, LOCALITIES
from registry.demo.facts.list_sizes import LIST_SIZES, PATIENTS
from registry.demo.facts.networks import NETWORKS, SEVEN, SPELLS
from registry.demo.facts.people import CHAIR, CLINICAL_DIRECTORS, COMPANY_SECRETARY, LAY_DIRECTOR, NOMINEES
from registry.demo.facts.practices import IN_2019, IN_2023, MEMBERS

HUB_PRACTICES = [place.code for hub in HUBS for place in hub.places]
EVERYONE = {*NOMINEES.values(), *CLINICAL_DIRECTORS.values(), CHAIR, LAY_DIRECTOR, COMPANY_SECRETARY}


class TestFacts:
    def test_carry_the_words_of_the_licence(self):
        assert "Contains public sector information licensed under the Open Government Licence v3.0." in facts.__doc__

    def test_count_what_was_published(self):
        assert (len(IN_2019), len(IN_2023)) == (34, 34)
        assert (len(NETWORKS), len(SEVEN), len(SPELLS)) == (8, 7, 35)
        assert (len(LIST_SIZES), sum(PATIENTS.values())) == (32, 355_549)

    def test_no_practice_is_without_a_spell_but_the_two_that_closed(self):
        assert {p.code for p in IN_2023} - {spell.practice_code for spell in SPELLS} == {"C82036", "C82108"}


class TestMembers:
    def test_are_thirty(self):
        assert len(set(MEMBERS)) == 30

    def test_are_neither_the_one_closed_nor_those_from_elsewhere(self):
        assert {p.code for p in IN_2019} - set(MEMBERS) == {"C82108", "C82005", "C82628", "C83653"}


class TestGroupings:
    def test_six_hubs_list_31_practices(self):
        assert [len(hub.places) for hub in HUBS] == [7, 6, 5, 4, 4, 5]

    def test_every_member_is_in_one_hub_and_one_name_has_no_practice(self):
        assert sorted(filter(None, HUB_PRACTICES)) == sorted(MEMBERS)
        assert HUB_PRACTICES.count(None) == 1

    def test_every_hub_lay_in_one_of_four_localities(self):
        assert len(LOCALITIES) == 4
        assert {hub.locality for hub in HUBS} == set(LOCALITIES)


class TestPeople:
    def test_each_member_has_one_nominee(self):
        assert NOMINEES.keys() == set(MEMBERS)
        assert len(set(NOMINEES.values())) == 30

    def test_each_of_the_seven_networks_has_a_clinical_director(self):
        assert CLINICAL_DIRECTORS.keys() == set(SEVEN)

    def test_a_director_who_is_a_nominee_is_of_a_practice_in_that_network(self):
        networks = {spell.practice_code: spell.network_code for spell in SPELLS if spell.last_day is None}
        practices = {nominee: code for code, nominee in NOMINEES.items()}

        seats = [(code, networks[practices[p]]) for code, p in CLINICAL_DIRECTORS.items() if p in practices]

        assert len(seats) == 3
        assert all(seat == network for seat, network in seats)

    def test_no_two_share_a_name(self):
        assert len({person.name for person in EVERYONE}) == len(EVERYONE)

    def test_all_were_grown_up_when_the_federation_began(self):
        assert max(person.born for person in EVERYONE) < date(1990, 1, 1)
