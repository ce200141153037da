"""What an act comes to is shown before it is done: by doing it, looking, and undoing it all."""

from datetime import date

import pytest

from registry import ledger
from registry.law import Breach
from registry.members.models import Movement
from registry.practices.models import ListSize
from registry.reorganisations import commands
from registry.reorganisations.beside import beside
from registry.reorganisations.foretelling import comes_to
from registry.reorganisations.tables import out_of_step_on
from registry.terms.models import TermsMember
from tests.factories import (
    ADA,
    ABelonging,
    ABody,
    AHolding,
    AMember,
    AnInterest,
    ANomination,
    APerson,
    APractice,
    ASeat,
    SomeTerms,
)
from tests.reorganisations.told import DAY, DAY_BEFORE, SOURCE, all_registers, merge

COUNTED = date(2020, 4, 1)


@pytest.fixture
def hub(app):
    return ABody(kind="hub", name="Harborough")


@pytest.fixture
def two(hub):
    """Two practices in a hub: Asha holds 4 shares for the one, Ben 5 for the other, of 12 in all."""
    shires = APractice(code="C82036", name="TWO SHIRES", list_sizes=[ListSize(on=COUNTED, patients=4_000)])
    south = APractice(code="C82001", name="SOUTH LEICESTERSHIRE", list_sizes=[ListSize(on=COUNTED, patients=9_000)])
    asha, ben = APerson(), APerson(forenames="Ben", surname="Okoro")
    first: Movement = AHolding(4, member=AMember(person=asha))
    AHolding(3, share_class=first.share_class)
    second = AHolding(5, member=AMember(person=ben), share_class=first.share_class)
    for movement, practice in ((first, shires), (second, south)):
        ANomination(member=movement.member, practice=practice)
        ABelonging(practice=practice, body=hub)
    return shires, south


class TestComesTo:
    def told(self, two):
        shires, south = two
        return {
            (line["register"], line["of"]): (line["before"], line["after"])
            for line in comes_to(lambda: merge(south, shires), DAY)
        }

    def test_names_all_that_moves(self, two):
        told = self.told(two)

        assert told["Practices", "C82036 TWO SHIRES"] == (
            "Open.",
            "Merged into C82001 SOUTH LEICESTERSHIRE on 1 July 2020.",
        )
        assert told["List sizes", "C82001 SOUTH LEICESTERSHIRE"] == ("9,000 patients", "13,000 patients")
        assert told["hub", "C82036 TWO SHIRES"] == ("Harborough", "–")
        assert told["Structure", "Harborough (hub)"] == ("2 practices, 13,000 patients", "1 practice, 13,000 patients")
        assert told["Shares and votes", "C82036 TWO SHIRES"][1] == "–"
        before, after = told["Shares and votes", "C82001 SOUTH LEICESTERSHIRE"]
        assert ("5 votes on a poll" in before, "9 votes on a poll" in after) == (True, True)
        assert told["Significant control", "C82001 SOUTH LEICESTERSHIRE"] == (
            "41.67% of the shares",
            "75.00% of the shares",
        )

    def test_two_of_one_name_are_told_apart(self, hub):
        """A locality of the hub’s own name stays as it is, and so does the other Central."""
        ABody(kind="locality", name="Harborough")
        central, other = (APractice(code=code, name="CENTRAL SURGERY") for code in ("C82021", "C82071"))
        for practice in (central, other):
            holding = AHolding(4)
            ANomination(member=holding.member, practice=practice)
            ABelonging(practice=practice, body=hub)

        told = {line["of"]: line for line in comes_to(lambda: merge(central, other), DAY)}

        assert {"C82071 CENTRAL SURGERY", "Harborough (hub)"} <= told.keys()
        assert "Harborough (locality)" not in told
        assert told["Harborough (hub)"]["after"].startswith("1 practice")

    def test_names_a_seat_that_no_longer_has_a_network_to_speak_for(self, app):
        network = ABody(kind="PCN", name="Cross Counties")
        ABelonging(practice=(practice := APractice()), body=network)
        seat = ASeat(title="ACD", kind="ACD", constituency=network)

        told = comes_to(
            lambda: commands.regroup(
                name="Anew", kind="PCN", replaces="PCN", on=DAY, by=ADA, **SOURCE,
                places=[{"practice": practice, "body": "Another", "code": None}],
            ),
            DAY,
        )  # fmt: skip

        (line,) = [line for line in told if line["register"] == "Seats"]
        assert (line["of"], line["after"]) == (seat.called, "vacant; speaks for Cross Counties, which has ended")

    def test_is_what_the_act_then_does(self, two):
        shires, south = two
        [before] = all_registers(DAY)
        foretold = self.told(two)

        merge(south, shires)

        [after] = all_registers(DAY)
        changed = {
            told: (before.get(told, "–"), after.get(told, "–"))
            for told in before.keys() | after.keys()
            if before.get(told) != after.get(told)
        }
        assert foretold == changed

    def test_records_nothing(self, two):
        size, before = ledger.head().size, all_registers(DAY_BEFORE, DAY)

        self.told(two)

        assert (ledger.head().size, all_registers(DAY_BEFORE, DAY)) == (size, before)

    def test_says_at_once_what_may_not_be_done(self, two):
        shires, _ = two

        with pytest.raises(Breach, match="into itself"):
            comes_to(lambda: merge(shires, shires), DAY)


class TestBeside:
    def test_names_accounts_terms_and_interests_that_speak_of_them(self, hub, two):
        shires, _ = two
        SomeTerms(body=hub, since=date(2018, 4, 1), table=[TermsMember(place=0, practice=shires)])
        AnInterest(organisation="Two Shires", organisation_ref=shires.ref, since=date(2019, 4, 1))

        told = [(line["page"], line["what"]) for line in beside([shires], DAY)]

        assert [page for page, _ in told] == ["members.member", "terms.version", "interests.interest"]
        assert "4 shares" in told[0][1]

    def test_is_nothing_of_a_practice_that_nothing_speaks_of(self, app):
        assert beside([APractice()], DAY) == []


class TestTablesOutOfStep:
    def test_from_the_day_that_a_practice_goes(self, hub, two):
        shires, south = two
        table = [TermsMember(place=place, practice=each) for place, each in enumerate(two)]
        terms = SomeTerms(body=hub, since=date(2018, 4, 1), table=table)

        merge(south, shires)

        assert list(out_of_step_on(DAY_BEFORE)) == []
        [line] = out_of_step_on(DAY)
        assert (line["ref"], line["since"]) == (terms.ref, DAY)
        assert line["sentence"] == "Its membership table names C82036 TWO SHIRES, not in it."

    def test_of_one_that_came(self, hub, two):
        SomeTerms(body=hub, since=date(2018, 4, 1), table=[TermsMember(place=n, practice=p) for n, p in enumerate(two)])
        billesdon = APractice(code="C82022", name="BILLESDON")
        ABelonging(practice=billesdon, body=ABody(kind="hub", name="Rutland"))

        commands.move(billesdon, to=hub, on=DAY, **SOURCE, by=ADA)

        assert [line["sentence"] for line in out_of_step_on(DAY)] == [
            "Its membership table leaves out C82022 BILLESDON, in it."
        ]

    def test_not_of_terms_without_a_table(self, hub, two):
        SomeTerms(body=hub, since=date(2018, 4, 1))

        assert list(out_of_step_on(DAY)) == []
