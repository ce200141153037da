from datetime import date

import pytest
from sqlalchemy import event, select

from registry.db import db
from registry.disclosures.models import WRITTEN, Disclosure, InterestNotice
from tests.conftest import browser_of
from tests.factories import ABody, ADirector, ADisclosure, AMeeting, ANotice, APerson, APractice
from tests.papers import text_of

MAY_14 = date(2026, 5, 14)
GIVEN = {"since-day": "1", "since-month": "5", "since-year": "2026"}
LEASE = {"kind": WRITTEN, "transaction": "A lease of the annexe"}


@pytest.fixture
def meeting(app):
    return AMeeting(body=ABody(kind="board", name="Board"), on=MAY_14, titles=["Declarations", "A lease"])


@pytest.fixture
def asha(app):
    """A director, one of two."""
    ADirector(APerson(surname="Osei"))
    return ADirector(APerson(title="Dr")).person


class TestRegister:
    def test_comes_as_a_page_json_csv_and_paper(self, client, asha, meeting):
        ANotice(asha)

        assert "to be read at the next meeting of the board" in client.get("/disclosures/register?on=2026-05-02").text
        [line] = client.get("/disclosures/register.json?on=2026-05-02").json["items"]
        assert (line["person"], line["organisation"]) == ("Dr Asha Patel", "Vale Diagnostics Ltd")
        assert "Vale Diagnostics Ltd" in client.get("/disclosures/register.csv").text
        assert "Vale Diagnostics Ltd" in text_of(client.get("/disclosures/register.pdf").data)

    def test_takes_few_queries_however_long(self, client, asha, meeting):
        for _ in range(4):
            ANotice(ADirector(APerson()).person)
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        client.get("/disclosures/register.json")

        assert len(asked) <= 12

    def test_is_for_the_board(self, app):
        assert browser_of(app, "director").get("/disclosures/register").status_code == 200
        assert browser_of(app, "member").get("/disclosures/register").status_code == 403


class TestGive:
    ASKED = {
        "kind": "general notice of an interest",
        "organisation": "Vale Diagnostics Ltd",
        "nature": "Director",
        "extent": "A third of the shares",
    }

    def test_leads_to_the_notice(self, client, asha, meeting):
        assert asha.ref in client.get(f"/disclosures/give?person={asha.ref}").text
        done = client.post("/disclosures/give", data=self.ASKED | GIVEN | {"person": asha.ref})

        assert done.status_code == 303
        page = client.get(f"{done.location}?on=2026-05-02").text
        assert "to be read at the next meeting of the board on 14 May 2026" in page

    def test_names_an_organisation_as_the_registers_do(self, api, asha):
        practice = APractice(name="LATHAM HOUSE")
        asked = self.ASKED | {"person": asha.ref, "organisation": "", "organisation_ref": practice.code}

        api.post("/disclosures/give", json=asked | {"since": "2026-05-01"})

        notice = db.session.scalars(select(InterestNotice)).one()
        assert (notice.organisation, notice.organisation_ref) == ("LATHAM HOUSE", practice.ref)

    def test_asks_for_what_its_kind_needs_and_for_no_more(self, api, asha):
        def wrong(**asked):
            answer = api.post(
                "/disclosures/give", json=self.ASKED | {"person": asha.ref, "since": "2026-05-01"} | asked
            )
            assert answer.status_code == 422
            return sorted(answer.json["errors"])

        assert wrong(kind="written notice") == ["transaction"]
        assert wrong(transaction="A lease", entered="2026-04-01") == ["entered", "transaction"]
        assert wrong(kind="general notice of a connection", organisation_ref=APractice().code) == ["organisation"]
        assert wrong(organisation="") == ["organisation"]

    def test_may_complete_what_was_declared_at_a_meeting(self, api, asha, meeting):
        first = ADisclosure(meeting, asha)
        asked = self.ASKED | {"person": asha.ref, "since": "2026-05-14"}

        at = api.post("/disclosures/give", json=asked | {"earlier": first.ref}).json["at"]
        assert f"/disclosures/declared/{first.ref}" in api.get(at).text
        assert api.post("/disclosures/give", json=asked | {"earlier": "nothing"}).json["errors"]["earlier"]

    def test_by_somebody_who_is_no_director_is_refused_beside_the_name(self, client, app):
        person = APerson()
        answer = client.post("/disclosures/give", data=self.ASKED | GIVEN | {"person": person.ref})

        assert answer.status_code == 409
        assert 'href="#person"' in answer.text
        assert browser_of(app, "director").get("/disclosures/give").status_code == 403


class TestBringUp:
    def test_is_offered_until_it_is_done(self, client, asha, meeting):
        notice = ANotice(asha)
        address = f"/disclosures/{notice.ref}/bring-up"

        assert address in client.get(f"/disclosures/{notice.ref}").text
        done = client.post(address, data={"meeting": meeting.ref, "item": "1", "rev": "1"})
        assert done.status_code == 303
        page = client.get(done.location).text
        assert "read at the meeting of the board on 14 May 2026, and in effect from that day" in page
        assert address not in page

    def test_wants_the_rev_that_was_seen(self, api, asha, meeting):
        address = f"/disclosures/{ANotice(asha).ref}/bring-up"

        assert api.post(address, json={"meeting": meeting.ref}).status_code == 428


class TestEnd:
    def test_is_asked_on_the_page_of_the_notice(self, client, asha, meeting):
        notice = ANotice(asha)
        until = {"until-day": "1", "until-month": "5", "until-year": "2026", "rev": "1"}

        assert client.post(f"/disclosures/{notice.ref}/end", data=until).status_code == 409
        assert client.post(f"/disclosures/{notice.ref}/end", data=until | {"until-day": "2"}).status_code == 303
        assert "ended on 1 May 2026" in client.get(f"/disclosures/{notice.ref}").text


class TestPaper:
    def test_says_what_the_act_has_it_say_and_is_to_be_signed(self, client, asha, meeting):
        notice = ANotice(asha)
        paper = text_of(client.get(f"/disclosures/{notice.ref}/paper.pdf?on=2026-05-02").data)

        assert "section 185 of the Companies Act 2006" in paper
        assert "next meeting of the directors, on 14 May 2026" in paper
        assert "Signature" in paper

    def test_of_each_kind_is_shown_first(self, client, asha):
        connected = ANotice(asha, kind="general notice of a connection", organisation="Mr Patel", nature="Spouse")
        written = ANotice(asha, **LEASE, earlier=connected)

        assert "I am connected with" in client.get(f"/disclosures/{connected.ref}/paper").text
        page = client.get(f"/disclosures/{written.ref}/paper").text
        assert "section 184" in page
        assert "It is proposed" in page
        assert "corrects or completes" in page


class TestDeclare:
    def test_from_the_page_of_the_meeting(self, client, asha, meeting):
        address = f"/disclosures/meetings/{meeting.ref}/declare"
        asked = {"person": asha.ref, "item": "2", "nature": "Landlord", "extent": "The whole"}

        assert address in client.get(f"/meetings/{meeting.ref}").text
        done = client.post(address, data=asked)
        assert done.status_code == 303
        page = client.get(done.location).text
        assert "Interests declared" in page
        assert "Landlord" in page
        assert "Landlord" in client.get(f"/disclosures/meetings/{meeting.ref}").text
        assert client.post(address, data=asked | {"item": "9"}).status_code == 422

    def test_is_not_offered_by_another_bodys_meeting(self, client):
        hub = AMeeting(body=ABody(kind="hub"), on=MAY_14)

        assert f"/disclosures/meetings/{hub.ref}/declare" not in client.get(f"/meetings/{hub.ref}").text


class TestDeclared:
    def test_lists_them_and_leads_to_each(self, client, asha, meeting):
        first = ADisclosure(meeting, asha, item=2)
        ADisclosure(meeting, asha, item=2, extent="All", earlier=first)

        assert client.get("/disclosures/declared.json").json["count"] == 2
        disclosure = db.session.scalars(select(Disclosure).where(Disclosure.earlier_ref.is_not(None))).one()
        page = client.get(f"/disclosures/declared/{disclosure.ref}").text
        assert "Interest declared by Dr Asha Patel" in page
        assert f"/disclosures/declared/{first.ref}" in page
        assert client.get(f"/disclosures/declared/{first.ref}?on=2026-05-13").status_code == 404


class TestPanels:
    def test_on_the_meeting_show_what_is_to_be_read_and_was(self, client, asha, meeting):
        ANotice(asha)
        later = AMeeting(body=meeting.body, on=date(2026, 6, 11))

        for day in ("2026-05-02", "2026-05-15"):
            page = client.get(f"/meetings/{meeting.ref}?on={day}").text
            assert "Notices of directors’ interests" in page
        assert "Notices of directors’ interests" not in client.get(f"/meetings/{later.ref}?on=2026-05-02").text

    def test_on_the_person_show_both_to_the_board_alone(self, app, client, asha, meeting):
        ANotice(asha)
        ADisclosure(meeting, asha)

        page = client.get(f"/people/{asha.ref}").text
        assert "Notices of interests" in page
        assert "Declared at meetings" in page
        assert "Notices of interests" not in browser_of(app, "member", asha.ref).get(f"/people/{asha.ref}").text


class TestDuties:
    def due(self, client, on):
        return client.get(f"/home/register?on={on}").text

    def test_is_to_bring_it_up_and_then_says_that_it_was_not(self, client, asha, meeting):
        ANotice(asha)
        ANotice(asha, **LEASE)

        before = self.due(client, "2026-05-14")
        assert "Bring up and read at the meeting of 14 May 2026 the general notice of Dr Asha Patel." in before
        assert "Note at the meeting of 14 May 2026 the written notice of Dr Asha Patel" in before
        after = self.due(client, "2026-05-15")
        assert "the general notice of Dr Asha Patel was not read: enter that it was, or have it given again." in after

    def test_waits_for_a_meeting_to_be_called(self, client, asha):
        ANotice(asha)

        assert "Bring up and read at the next meeting of the board" in self.due(client, "2026-05-15")
