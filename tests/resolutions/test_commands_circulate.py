"""What goes out, to whom, and what the law has against it."""

import json
from datetime import date, timedelta

import pytest
from marshmallow import ValidationError

from registry import ledger
from registry.db import db
from registry.ledger.models import Entry
from registry.people import commands as people
from registry.resolutions import commands, queries
from registry.resolutions.models import SPECIAL, ResolutionDraft
from registry.structure.models import COMPANY, GENERAL_MEETING
from registry.terms.models import Provision
from registry.terms.provisions import LAPSE, REQUIRED
from tests.breaches import refused
from tests.factories import ADA, ABody, AHolding, AMember, APerson, AResolution, ASeat, AShareClass, SomeTerms
from tests.resolutions.answering import JUNE_1, JUNE_28, SPECIALLY, agree, person, says, stands


def in_the_articles(what, **figures):
    rule = Provision(place=1, what=what, over=GENERAL_MEETING, clause="9", **figures)
    SomeTerms(body=ABody(kind=COMPANY), kind="articles", since=JUNE_1, provisions=[rule])


class TestCirculate:
    def test_freezes_who_may_agree_and_lapses_with_the_28th_day(self, holders):
        resolution = AResolution()

        told = queries.resolution_on(resolution, JUNE_1)
        assert stands(resolution) == ("open", 0, 51, 100)
        named = [(line["name"], line["votes"]) for line in told["people"]]
        assert named == [("Asha Patel", 40), ("Ben Patel", 25), ("Cara Patel", 20), ("Dov Patel", 15)]
        assert (told["last_day"], told["days_left"]) == (JUNE_28, 28)
        assert told["lapses_by"] == "28 days beginning with 1 June 2026 (Companies Act 2006, s.297(1))"
        assert told["arithmetic"] == "0 of 100 votes agreed; more than half are needed, 51: 51 votes short"
        assert {line["copy"] for line in told["people"]} == {"post, 1 June 2026 at 10:30"}

    def test_enters_the_ledger_then_and_leaves_no_draft(self, holders):
        resolution = AResolution()

        assert db.session.query(Entry).filter_by(ref=resolution.ref).one().act == "resolutions.circulate"
        assert db.session.query(ResolutionDraft).count() == 0

    def test_counts_votes_by_the_class_of_the_shares(self, app):
        for forenames, votes in (("Asha", 3), ("Ben", 0)):
            member = AMember(person=APerson(forenames=forenames))
            AHolding(10, member=member, share_class=AShareClass(votes_per_share=votes))

        told = queries.resolution_on(AResolution(), JUNE_1)

        assert [(line["name"], line["votes"]) for line in told["people"]] == [("Asha Patel", 30)]

    def test_is_by_the_period_of_the_articles(self, holders):
        in_the_articles(LAPSE, number=14)

        resolution = AResolution()

        assert resolution.last_day == date(2026, 6, 14)
        assert resolution.lapses_by.startswith("14 days beginning with 1 June 2026 (Articles v")

    def test_needs_somebody_with_votes(self, app):
        with refused("body"):
            AResolution()

    def test_reaches_everybody(self, holders):
        people.give_address(person(holders["Asha"]), email="asha@example.com", by=ADA)

        with refused("otherwise", "Ben Patel, Cara Patel, Dov Patel"):
            AResolution(by_email=True, otherwise="")
        assert queries.register_on(JUNE_1) == []

    def test_is_required_by_members_with_a_twentieth_of_the_votes(self, holders, ordinary, admits):
        little = admits(Eve=5)["Eve"]
        with refused("proposers", "hold 1/20 of the votes of all who may vote on it: these have 5"):
            AResolution(proposers=[little])
        AHolding(1, member=little, share_class=ordinary)

        told = queries.resolution_on(AResolution(proposers=[little]), JUNE_1)
        assert (told["total"], told["proposers"]) == (106, ["Eve Patel, 6"])

    def test_or_with_less_where_the_articles_say_so(self, holders, admits):
        in_the_articles(REQUIRED, number=1, of=40)

        assert AResolution(proposers=[admits(Eve=3)["Eve"]]).total == 103

    def test_removes_neither_a_director_nor_an_auditor(self, holders):
        for text in ("RESOLVED that Dr Asha Patel be removed as a director.", "RESOLVED: removal of Orme as auditor."):
            with refused("text"):
                AResolution(text=text)

    def test_says_of_a_special_resolution_that_it_is_one(self, holders):
        for facts in ({"passes_as": SPECIAL}, {"text": SPECIALLY}):
            with refused("text"):
                AResolution(**facts)
        assert stands(AResolution(passes_as=SPECIAL, text=SPECIALLY)) == ("open", 0, 75, 100)

    def test_of_members_has_no_last_day_but_the_laws(self, holders):
        with refused("answer_by"):
            AResolution(answer_by=JUNE_28)

    def test_of_members_is_no_unanimous_decision(self, holders):
        with refused("passes_as"):
            AResolution(passes_as="unanimous decision")

    def test_refuses_what_could_never_be_decided_so(self, holders):
        body, company = ABody(name="General Meeting", kind=GENERAL_MEETING), ABody(kind=COMPANY)
        SomeTerms(body=company, kind="articles", version="1.0", since=date(2020, 1, 1), adopted=date(2020, 1, 1))
        amended = SomeTerms(body=company, kind="articles", version="2.0", circulated=JUNE_1)
        facts = {"body": body, "kind": "adopt terms", "terms": amended}

        with refused("votes_for", "are too few"):
            AResolution(**facts)
        assert AResolution(passes_as=SPECIAL, text=SPECIALLY, **facts).total == 100

    def test_leaves_out_whoever_has_died_until_others_are_entered(self, holders):
        people.note_death(person(holders["Asha"]), died=date(2026, 5, 30), by=ADA)

        resolution = AResolution()

        assert stands(resolution) == ("open", 0, 31, 60)
        assert says(resolution)["Asha Patel"].startswith("Not counted: has died")
        with refused("person"):
            agree(resolution, holders["Asha"])

    def test_keeps_the_answers_for_what_it_does_by_their_refs(self, holders):
        seat, gus = ASeat(title="Chair"), APerson(forenames="Gus")

        resolution = AResolution(kind="appoint", seat=seat, person=gus)

        assert json.loads(resolution.effect) == {"person": gus.ref, "seat": seat.ref}

    def test_asks_what_its_kind_cannot_do_without(self, holders):
        with pytest.raises(ValidationError):
            AResolution(kind="appoint")


class TestDraft:
    def test_is_written_and_thrown_away_without_an_entry(self, app):
        size = ledger.head().size
        draft = commands.draft({"title": "One"}, by=ADA)
        commands.redraft(draft, {"title": "Two"}, by=ADA)
        assert (draft.called, draft.rev) == ("Two", 2)
        commands.discard(draft, by=ADA)

        assert db.session.query(ResolutionDraft).count() == 0
        assert ledger.head().size == size


class TestGiveCopy:
    def test_notes_copies_on_paper_and_the_auditors(self, time, holders):
        resolution, orme = AResolution(), APerson(forenames="Orme")
        time.at += timedelta(hours=1)
        sent = {"how": "by hand", "sent_on": JUNE_1, "sent_at": "11:30"}
        commands.give_copy(resolution, person=person(holders["Asha"]), **sent, by=ADA)
        commands.give_copy(resolution, person=orme, **sent, as_auditor=True, by=ADA)

        told = queries.resolution_on(resolution, JUNE_1)
        assert {line["name"]: line["copy"] for line in told["people"]}["Asha Patel"] == "by hand, 1 June 2026 at 11:30"
        assert told["copies"] == ["Orme Patel: by hand, 1 June 2026 at 11:30"]
        with refused("person"):
            commands.give_copy(resolution, person=orme, **sent, by=ADA)

    @pytest.mark.parametrize("sent_at", ["10:29", "10:31"])
    def test_is_of_no_copy_before_the_first_and_none_to_come(self, holders, sent_at):
        resolution, asha = AResolution(), person(holders["Asha"])

        with refused("sent_on"):
            commands.give_copy(resolution, person=asha, how="post", sent_on=JUNE_1, sent_at=sent_at, by=ADA)


class TestSendAgain:
    def test_needs_somebody_to_write_to(self, holders):
        resolution = AResolution()

        with refused(words="nobody to write to"):
            commands.send_again(resolution, by=ADA)
