"""A decision superseded, rescinded or ratified, in whole or in part (EC-09)."""

from datetime import date

import pytest

from registry.allotments.models import EXCLUDED
from registry.decisions import commands, queries
from registry.decisions.bearings import is_special
from registry.filings import commands as filings
from registry.ledger.documents import kinds
from registry.structure.models import GENERAL_MEETING
from tests.breaches import refused
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AHolding, AMember, APerson, ASeat, AShareClass, ATransfer, SomeTerms

APRIL, MAY_13, MAY_14, JUNE = date(2026, 4, 1), date(2026, 5, 13), date(2026, 5, 14), date(2026, 6, 1)
TWO_LIMBS = "RESOLVED that (a) the lease be signed; and (b) the chair sign it."
IN_WRITING = {"route": "written resolution"}
SPECIAL = "RESOLVED as a special resolution that the name be changed."


def bearing(old, how, limbs="", **facts):
    return ADecision(**{"body": old.body} | facts, bears_on=[{"how": how, "decision": old, "limbs": limbs}])


def status(decision, day=MAY_14):
    return queries.decision_on(decision, day)["status"]


@pytest.fixture
def old():
    return ADecision(body=ABody(name="Board"), on=APRIL, text=TWO_LIMBS)


class TestBearing:
    @pytest.mark.parametrize(
        ("how", "told"),
        [("supersedes", "superseded"), ("rescinds", "rescinded"), ("ratifies", "ratified")],
    )
    def test_tells_on_both_from_its_day_and_leaves_the_words(self, old, how, told):
        new = bearing(old, how)

        assert (status(old, MAY_13), status(old)) == ("in force", told)
        (later,) = queries.decision_on(old, MAY_14)["later"]
        assert (later["text"], later["ref"]) == (f"{told.capitalize()} by B/26/2 of 14 May 2026", new.ref)
        (earlier,) = queries.decision_on(new, MAY_14)["earlier"]
        assert (earlier["text"], earlier["ref"]) == (f"{how.capitalize()} B/26/1 of 1 April 2026", old.ref)
        assert old.text == TWO_LIMBS

    def test_begins_on_the_day_the_later_one_takes_effect(self, old):
        bearing(old, "rescinds", since=JUNE)

        assert (status(old, date(2026, 5, 31)), status(old, JUNE)) == ("in force", "rescinded")

    def test_on_several_earlier_ones_at_once(self, old):
        other = ADecision(body=old.body, on=APRIL)

        ADecision(
            body=old.body,
            bears_on=[{"how": "supersedes", "decision": old}, {"how": "rescinds", "decision": other}],
        )

        assert (status(old), status(other)) == ("superseded", "rescinded")

    def test_of_one_that_hangs_on_a_condition_waits_for_it(self, old):
        new = bearing(old, "rescinds", subject_to=[{"words": "The bank agrees", "due": JUNE}])
        assert status(old) == "in force"

        satisfied = date(2026, 5, 20)
        commands.satisfy_condition(new, condition=new.conditions[0], satisfied=satisfied, by=ADA)

        assert (status(old, date(2026, 5, 19)), status(old, satisfied)) == ("in force", "rescinded")

    def test_of_one_that_lapsed_never_comes(self, old):
        bearing(old, "rescinds", subject_to=[{"words": "The bank agrees", "due": JUNE}])

        assert status(old, date(2026, 7, 1)) == "in force"

    def test_is_refused_of_another_bodys_and_of_a_later_one(self, old):
        with refused("bears_on", "another body's"):
            bearing(old, "rescinds", body=ABody())
        with refused("bears_on", "carried before it"):
            bearing(old, "rescinds", on=date(2026, 3, 31), since=date(2026, 3, 31))


class TestParts:
    def test_are_told_paragraph_by_paragraph(self, old, client):
        bearing(old, "rescinds", "(b)")

        assert status(old) == "in force, in part rescinded"
        told = queries.decision_on(old, MAY_14)
        assert [(each["mark"], each["standing"]) for each in told["paragraphs"]] == [
            ("(a)", "in force"),
            ("(b)", "rescinded by B/26/2 from 14 May 2026"),
        ]
        assert told["later"][0]["text"] == "Rescinded in part, (b), by B/26/2 of 14 May 2026"
        assert "rescinded by B/26/2 from 14 May 2026" in client.get(f"/decisions/{old.ref}?on=2026-05-14").text
        assert "Rescinded in part, (b), by B/26/2" in client.get("/decisions/register").text
        assert client.get(f"/decisions/{old.ref}.pdf").status_code == 200

    def test_are_not_told_where_it_was_taken_up_whole(self, old):
        bearing(old, "ratifies")

        assert queries.decision_on(old, MAY_14)["paragraphs"] == []

    def test_that_together_are_all_end_the_whole(self, old):
        bearing(old, "supersedes", "a")
        bearing(old, "rescinds", "b", on=JUNE)

        assert (status(old), status(old, JUNE)) == ("in force, in part superseded", "rescinded")

    def test_that_it_does_not_have_are_refused(self, old):
        with refused("bears_on", r"it has \(a\), \(b\)"):
            bearing(old, "rescinds", "(c)")
        with refused("bears_on", "it has none"):
            bearing(ADecision(body=old.body, on=APRIL), "rescinds", "(a)")


class TestSpecialResolution:
    @pytest.fixture
    def special(self):
        members = ABody(name="Members", kind=GENERAL_MEETING)
        return ADecision(body=members, on=APRIL, text=SPECIAL, **IN_WRITING, votes_for=3, votes_against=1)

    @pytest.mark.parametrize("how", ["rescinds", "supersedes"])
    def test_is_undone_by_the_majority_of_one_and_not_by_a_vote_less(self, special, how):
        with refused("votes_for", "74 of 100 are too few"):
            bearing(special, how, **IN_WRITING, votes_for=74, votes_against=26)
        bearing(special, how, **IN_WRITING, votes_for=75, votes_against=25)

        assert status(special) in ("rescinded", "superseded")

    def test_is_ratified_by_fewer(self, special):
        bearing(special, "ratifies", **IN_WRITING, votes_for=51, votes_against=49)

        assert status(special) == "ratified"

    def test_is_not_undone_by_one_that_was_lost(self, special):
        bearing(special, "rescinds", **IN_WRITING, votes_for=74, votes_against=26, outcome="deferred")

        assert status(special) == "in force"

    def test_says_so_or_is_none_and_no_board_passes_one(self, special):
        assert is_special(special)
        assert not is_special(ADecision(body=special.body, on=APRIL))
        assert not is_special(ADecision(text=SPECIAL))


class TestWhatIsNotUndone:
    def test_shares_that_it_allotted(self):
        facts = {"member": AMember(), "share_class": AShareClass(), "shares": 4, "paid": 100, "preemption": EXCLUDED}
        old = ADecision(kind="allot shares", on=APRIL, **facts)

        with refused("bears_on", "What others hold is not undone"):
            bearing(old, "rescinds")
        bearing(old, "supersedes")

        assert facts["member"].held(MAY_14) == 4

    def test_a_transfer_that_it_registered(self):
        asha = AMember()
        AHolding(10, member=asha)
        lodged = ATransfer(asha, to=AMember(person=APerson(forenames="Ben")), shares=4)
        old = ADecision(kind="transfer", lodged=lodged, on=lodged.lodged)

        with refused("bears_on", "What others hold is not undone"):
            bearing(old, "rescinds", on=date(2026, 9, 1))

    def test_what_the_registrar_was_told_of(self):
        company, members = ABody(kind="company"), ABody(kind=GENERAL_MEETING)
        SomeTerms(body=company, kind="articles", version="1.0", since=date(2015, 4, 1))
        articles = SomeTerms(body=company, kind="articles", version="2.0", circulated=date(2026, 3, 1))
        old = ADecision(
            body=members, kind="adopt terms", terms=articles, on=APRIL, votes_for=4, votes_against=0, text=SPECIAL
        )
        filings.record(form="Resolution", about=old.ref, sent=MAY_13, sent_by="Ada", by=ADA)

        with refused("bears_on", "The registrar was told"):
            bearing(old, "rescinds", votes_for=4, votes_against=0)
        bearing(old, "supersedes", votes_for=4, votes_against=0)


class TestWhatWaits:
    def test_is_not_carried_out_once_it_is_rescinded(self):
        old = ADecision(kind="appoint", seat=ASeat(), person=APerson(), on=APRIL, since=APRIL, waits=True)
        bearing(old, "rescinds")

        with refused("", "this one is rescinded"):
            commands.carry_out(old, by=ADA)


class TestOldTexts:
    def test_are_read_as_the_migration_leaves_them(self):
        told = {"ref": "NEW", "supersedes_ref": "OLD", "text": "RESOLVED", "effects": []}

        read = kinds()["decision"].read(told, 1)

        assert read["bearings"] == [{"ref": "NEW", "how": "supersedes", "old_ref": "OLD", "limbs": ""}]
        assert "supersedes_ref" not in read
        assert kinds()["decision"].read(told | {"supersedes_ref": None}, 1)["bearings"] == []


class TestByJSON:
    def test_a_decision_is_rescinded_in_part(self, api, old):
        sent = {
            "body": old.body.ref, "kind": "other", "route": "unanimous", "outcome": "carried", "text": "RESOLVED.",
            "on": "2026-05-14", "since": "2026-05-14",
            "bears_on": [{"how": "rescinds", "decision": old.number, "limbs": "b"}],
        }  # fmt: skip

        answer = api.post("/decisions/log", json=sent)

        assert answer.status_code == 201
        assert status(old) == "in force, in part rescinded"
        told = api.get(f"/decisions/{old.ref}.json").json
        assert told["later"][0]["limbs"] == ["b"]

    def test_of_a_decision_that_there_is_none_says_so(self, api, old):
        sent = {"bears_on": [{"how": "rescinds", "decision": "B/26/9"}]}

        errors = api.post("/decisions/log", json=sent).json["errors"]

        assert errors["bears_on"]["0"]["decision"] == ["There is no decision “B/26/9”."]
        assert browser_of(api.application, "member").post("/decisions/log", json=sent).status_code == 403
