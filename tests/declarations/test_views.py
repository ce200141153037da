from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.db import db
from registry.declarations.models import Declaration
from registry.interests.models import CLOSE, FINANCIAL, INDIRECT, NOT_SURE, OWN, Interest
from tests.conftest import browser_of
from tests.factories import AnInterest, APerson, APractice

PARTY = {"organisation": "Vale Diagnostics Ltd", "description": "Adviser", "whose": OWN}
DATES = {"since-day": "2", "since-month": "3", "since-year": "2026"}
TOUCHES = {"topics": ["premises", "money"], "touches": "It may bid for work.", "public": "True"}
PAGES = {"party": PARTY, "dates": DATES, "touches": TOUCHES}

BACK = {"party": "kind", "dates": "party", "touches": "dates", "confirm": "touches", "discard": "confirm"}


@pytest.fixture(autouse=True)
def spring():
    with clock.telling(datetime(2026, 3, 20, 9, tzinfo=UTC)) as time:
        yield time


@pytest.fixture
def harriet():
    return APerson(forenames="Harriet", surname="Ashworth")


@pytest.fixture
def own(app, harriet):
    """The browser of Harriet Ashworth, a member."""
    return browser_of(app, "member", harriet.ref)


@pytest.fixture
def begun(own, harriet):
    """The address of what she has begun to declare."""
    answer = own.post(f"/declarations/people/{harriet.ref}/begin", data={"kind": FINANCIAL})
    return answer.location.rpartition("/")[0]


def answer(browser, begun, **pages):
    """Answer each page, or those named otherwise; tells where that leads."""
    for page, answers in (PAGES | pages).items():
        found = browser.post(f"{begun}/{page}", data=answers)
        assert found.status_code == 303, found.text
    return found.location


def declared():
    return db.session.scalars(select(Interest)).all()


class TestBegin:
    def test_keeps_nothing_before_an_answer_and_records_nothing_after_it(self, own, harriet):
        size = ledger.head().size
        asked = own.get(f"/declarations/people/{harriet.ref}/begin")
        nothing = own.post(f"/declarations/people/{harriet.ref}/begin", data={"kind": ""})

        assert "Nothing is recorded before you have checked it" in asked.text
        assert (nothing.status_code, db.session.scalar(select(Declaration))) == (422, None)
        answer = own.post(f"/declarations/people/{harriet.ref}/begin", data={"kind": FINANCIAL})
        assert answer.location.endswith("/party")
        assert (declared(), ledger.head().size) == ([], size)

    def test_offers_what_was_begun_before(self, own, harriet, begun):
        own.post(f"{begun}/party", data=PARTY)

        page = own.get(f"/declarations/people/{harriet.ref}/begin").text

        assert "You began one with Vale Diagnostics Ltd on 20 March 2026" in page
        assert f"{begun}/dates" in page

    def test_not_for_another(self, own):
        address = f"/declarations/people/{APerson().ref}/begin"

        assert (own.get(address).status_code, own.post(address).status_code) == (403, 403)


class TestAnswer:
    def test_each_page_leads_to_the_next_and_the_last_to_where_all_is_checked(self, own, begun):
        ways = [own.post(f"{begun}/{page}", data=answers).location for page, answers in PAGES.items()]

        assert ways == [f"{begun}/dates", f"{begun}/touches", f"{begun}/confirm"]

    def test_a_page_gone_back_to_shows_what_was_answered(self, own, begun):
        answer(own, begun)

        assert 'value="Vale Diagnostics Ltd"' in own.get(f"{begun}/party").text
        assert 'name="since-month" type="text" inputmode="numeric" value="3"' in own.get(f"{begun}/dates").text
        touches = own.get(f"{begun}/touches").text
        assert "It may bid for work." in touches
        assert touches.count(" checked") == 3

    def test_a_mistake_is_said_beside_the_box_and_nothing_is_lost(self, own, begun):
        answer(own, begun)

        wrong = own.post(f"{begun}/dates", data=DATES | {"since-month": "13"})
        close = own.post(f"{begun}/party", data=PARTY | {"whose": CLOSE, "description": "A director"})

        assert (wrong.status_code, close.status_code) == (422, 422)
        assert 'value="13"' in wrong.text
        assert 'id="relation-error"' in close.text
        assert "A director" in close.text
        assert 'value="3"' in own.get(f"{begun}/dates").text

    @pytest.mark.parametrize(
        ("page", "answers", "box"),
        [
            ("dates", DATES | {"until-day": "2", "until-month": "3", "until-year": "2026"}, "until"),
            ("touches", {"public": "False"}, "private_reason"),
        ],
    )
    def test_what_the_rules_forbid_is_said_on_its_own_page(self, own, begun, page, answers, box):
        refused = own.post(f"{begun}/{page}", data=answers)

        assert refused.status_code == 409
        assert f'id="{box}-error"' in refused.text

    def test_an_indirect_one_is_somebody_elses(self, own, begun):
        own.post(f"{begun}/kind", data={"kind": INDIRECT})

        assert own.post(f"{begun}/party", data=PARTY).status_code == 409
        assert f'value="{CLOSE}" checked' in own.get(f"{begun}/party").text

    def test_a_month_without_a_day_is_asked_again_without_one(self, own, begun):
        own.post(f"{begun}/dates", data=DATES | {"since-day": ""})

        page = own.get(f"{begun}/dates").text

        assert 'inputmode="numeric" value="3"' in page
        assert 'name="since-day" type="text" inputmode="numeric">' in page

    def test_offers_the_practices_by_name_and_code(self, own, begun):
        APractice(code="C82001", name="LATHAM HOUSE")

        assert '<option value="LATHAM HOUSE (C82001)">' in own.get(f"{begun}/party").text

    def test_is_read_and_written_by_nobody_else_be_it_the_secretary(self, app, client, own, begun):
        answer(own, begun)

        for browser in (client, browser_of(app, "member", APerson().ref)):
            for page, answers in (PAGES | {"confirm": {"agreed": "true"}, "discard": {"rev": "1"}}).items():
                assert browser.get(f"{begun}/{page}").status_code == 403
                assert browser.post(f"{begun}/{page}", data=answers).status_code == 403
        own.post(f"{begun}/kind", data={"kind": INDIRECT})
        assert client.post(f"{begun}/party", json=PARTY).status_code == 403
        assert declared() == []

    def test_each_page_leads_back_to_the_one_before(self, own, begun):
        answer(own, begun)

        ways = {page: f'href="{begun}/{way}">Back' for page, way in BACK.items()}

        assert {page: way for page, way in ways.items() if way not in own.get(f"{begun}/{page}").text} == {}
        assert 'href="/interests/mine">Back' in own.get(f"{begun}/kind").text


class TestConfirm:
    def test_records_all_of_it_at_once_as_declared_today(self, own, harriet, begun):
        way = answer(own, begun)
        assert own.get(way).status_code == 200
        done = own.post(way, data={"agreed": "true"})

        [interest] = declared()
        assert done.location == f"/declarations/done/{interest.ref}"
        assert (interest.person_ref, interest.kind, interest.whose) == (harriet.ref, FINANCIAL, OWN)
        assert (interest.topics, interest.touches) == ("premises; money", "It may bid for work.")
        assert (interest.since, interest.declared_on) == (date(2026, 3, 2), date(2026, 3, 20))
        assert own.get(way).status_code == 403

    def test_shows_every_answer_with_the_way_back_to_it(self, own, begun):
        page = own.get(answer(own, begun)).text

        for words in ("Vale Diagnostics Ltd", "2 March 2026", "Premises, Money", "Yes, on the public register"):
            assert words in page
        assert f'href="{begun}/dates#since"' in page
        assert "This is late" not in page

    def test_needs_the_tick_and_shows_all_of_it_again(self, own, begun):
        way = answer(own, begun)

        again = own.post(way, data={"agreed": ""})

        assert again.status_code == 409
        assert "tick the box if this is so." in again.text
        assert "Vale Diagnostics Ltd" in again.text
        assert declared() == []

    def test_what_is_not_answered_yet_is_named(self, own, begun):
        unready = own.post(f"{begun}/confirm", data={"agreed": "true"})

        assert unready.status_code == 422
        assert "When it began: an answer is needed." in unready.text
        assert "Not answered yet" in unready.text
        assert declared() == []

    @pytest.mark.parametrize(("since", "late"), [(date(2026, 2, 20), False), (date(2026, 2, 19), True)])
    def test_warns_of_the_twenty_ninth_day_and_records_it_all_the_same(self, own, begun, since, late):
        dates = {f"since-{part}": str(getattr(since, part)) for part in ("day", "month", "year")}
        way = answer(own, begun, dates=dates)

        assert ("This is late." in own.get(way).text) is late
        assert own.post(way, data={"agreed": "true"}).status_code == 303
        line = own.get("/interests/mine.json").json["interests"][0]
        assert line["marks"] == ["declared late, 29 days after it arose"] * late

    def test_a_month_is_late_only_when_all_of_it_is(self, own, begun):
        february = {"since-day": "", "since-month": "2", "since-year": "2026"}
        way = answer(own, begun, dates=february)
        assert "February 2026" in own.get(way).text
        assert "This is late." not in own.get(way).text

        answer(own, begun, dates=february | {"since-month": "1"})

        assert "It began 48 days ago" in own.get(way).text

    def test_what_someone_close_has_is_indirect_and_of_their_kind(self, own, begun):
        close = PARTY | {"whose": CLOSE, "relation": "husband"}
        own.post(answer(own, begun, party=close), data={"agreed": "true"})

        [interest] = declared()
        assert (interest.kind, interest.nature, interest.relation) == (INDIRECT, FINANCIAL, "husband")

    def test_the_day_it_was_declared_cannot_be_slipped_in(self, own, begun):
        slipped = own.post(f"{begun}/dates", data=DATES | {"declared_on": "2026-03-03"})

        assert slipped.status_code == 422

    def test_by_somebody_who_left(self, own, harriet, begun):
        own.post(answer(own, begun), data={"agreed": "true"})

        line = own.get("/interests/register.json").json["items"][0]
        assert line["marks"] == ["holds no seat and no shares"]


class TestDone:
    def test_says_so_too_of_what_ended_too_long_ago_to_be_kept(self, own, begun):
        dates = {"since-day": "2", "since-month": "3", "since-year": "2016"}
        ended = {"until-day": "1", "until-month": "4", "until-year": "2017"}
        done = own.post(answer(own, begun, dates=dates | ended), data={"agreed": "true"}).location

        assert "No longer on the public register." in own.get(done).text

    def test_says_who_can_see_it_and_when_the_next_word_is_due(self, own, begun):
        done = own.post(answer(own, begun), data={"agreed": "true"}).location

        page = own.get(done).text
        assert "On the public register." in page
        assert "A confirmation is due now." in page
        assert "A copy of your declarations (PDF)" in page

    def test_says_that_what_is_private_is_kept_off_at_once(self, own, client, begun):
        private = {"public": "False", "private_reason": "It names a patient."}
        way = answer(own, begun, touches=private)
        assert "It stays off the public register from now on" in own.get(way).text

        done = own.post(way, data={"agreed": "true"}).location

        assert "Kept off the public register" in own.get(done).text
        assert client.get("/interests/register.json").json["count"] == 0

    def test_says_that_the_secretary_will_settle_the_kind(self, own, client, begun):
        own.post(f"{begun}/kind", data={"kind": NOT_SURE})

        done = own.post(answer(own, begun), data={"agreed": "true"}).location

        assert "Not published until the company secretary has said of what kind it is." in own.get(done).text

    def test_not_for_another(self, own):
        assert own.get(f"/declarations/done/{AnInterest().ref}").status_code == 403


class TestRevise:
    def test_begins_with_the_last_answers_and_changes_one(self, own, harriet):
        facts = {"whose": OWN, "topics": "premises", "touches": "It may bid.", "description": "Partner"}
        interest = AnInterest(person=harriet, **facts)
        begun = own.post(f"/declarations/interests/{interest.ref}/revise", data={"reason": "New post"}).location

        assert begun.endswith("/confirm")
        assert "1 April 2024" in own.get(begun).text
        begun = begun.removesuffix("/confirm")
        changed = PARTY | {"organisation": interest.organisation, "description": "Salaried"}
        assert own.post(f"{begun}/party", data=changed).location == f"{begun}/confirm"
        own.post(f"{begun}/confirm", data={"agreed": "true"})

        assert (interest.description, interest.topics, interest.since) == ("Salaried", "premises", date(2024, 4, 1))
        assert interest.declared_on == date(2024, 4, 1)
        assert db.session.scalar(select(Declaration)) is None

    def test_begun_again_leaves_no_copy_of_what_was_begun_before(self, own, client, harriet):
        interest = AnInterest(person=harriet)
        address = f"/declarations/interests/{interest.ref}/revise"

        for browser in (own, client, own):
            last = browser.post(address, data={"reason": ""}).location

        assert own.get(last).status_code == 200
        assert db.session.query(Declaration).count() == 2

    def test_asks_first_what_was_never_asked(self, own, harriet):
        interest = AnInterest(person=harriet)

        begun = own.post(f"/declarations/interests/{interest.ref}/revise", data={"reason": ""}).location

        assert begun.endswith("/party")

    def test_keeps_the_organisation_after_it_has_closed(self, own, harriet):
        practice = APractice(code="C82001", name="LATHAM HOUSE", closed=date(2026, 3, 1))
        interest = AnInterest(person=harriet, organisation_ref=practice.ref, organisation="LATHAM HOUSE", whose=OWN)

        begun = own.post(f"/declarations/interests/{interest.ref}/revise", data={"reason": ""}).location
        own.post(begun, data={"agreed": "true"})

        assert interest.organisation_ref == practice.ref

    def test_of_what_somebody_has_changed_since_is_refused(self, own, client, harriet):
        interest = AnInterest(person=harriet, whose=OWN)
        begun = own.post(f"/declarations/interests/{interest.ref}/revise", data={"reason": ""}).location
        ended = {"until-day": "1", "until-month": "3", "until-year": "2026", "rev": interest.rev}
        client.post(f"/interests/{interest.ref}/end", data=ended)

        assert own.post(begun, data={"agreed": "true"}).status_code == 412

    def test_not_of_anothers(self, own):
        assert own.get(f"/declarations/interests/{AnInterest().ref}/revise").status_code == 403


class TestDiscard:
    def test_leaves_nothing_behind(self, own, begun):
        size = ledger.head().size
        assert "Nothing of it has been recorded" in own.get(f"{begun}/discard").text

        assert own.post(f"{begun}/discard", data={"rev": "1"}).location == "/interests/mine"

        assert db.session.scalar(select(Declaration)) is None
        assert ledger.head().size == size
