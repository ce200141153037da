import re
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from flask import g

from registry import clock
from registry.doors import hung
from registry.meetings import commands, queries
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AMeeting, AnAppointment, APerson, APractice, ASeat
from tests.files.papers import a_word_document
from tests.finding import found_by
from tests.meetings.test_commands import MET, a_pdf, mark, with_paper
from tests.papers import text_of


def sent(meeting, **answers):
    return {"rev": str(meeting.rev), **answers}


def paper(content, name="budget.pdf", **answers):
    return {"item": "1", "title": "Budget", "file": (BytesIO(content), name), **answers}


class TestRegister:
    def test_lists_those_to_come_first_and_then_those_held(self, client):
        for day in (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)):
            AMeeting(on=day, notice_given=None)

        lines = client.get("/meetings/register.json?on=2026-05-01").json["items"]

        assert [(line["on"], line["state"]) for line in lines] == [
            ("2026-05-01", "to come"),
            ("2026-06-01", "to come"),
            ("2026-04-01", "held"),
            ("2026-03-01", "held"),
        ]

    @pytest.mark.parametrize("kind", ["", ".csv", ".pdf"])
    def test_comes_in_every_form(self, client, kind):
        AMeeting()

        assert client.get(f"/meetings/register{kind}").status_code == 200

    def test_is_not_for_members(self, app):
        assert browser_of(app, "member").get("/meetings/register").status_code == 403


class TestMeeting:
    def test_shows_agenda_papers_quorum_and_attendance(self, client):
        board = ABody(name="Board")
        person = APerson(title="Dr", forenames="Asha", surname="Patel")
        AnAppointment(seat=ASeat(body=board, title="Chair"), person=person)
        meeting = AMeeting(body=board, titles=["Welcome", "Contract"])
        with_paper(meeting, 2, "The contract")
        commands.record_attendance(meeting, lines=[mark(person), mark(person, "left", 2)], by=ADA)

        page = client.get(f"/meetings/{meeting.ref}")

        assert page.status_code == 200
        for words in (
            "2. Contract",
            "Paper A: The contract",
            "Dr Asha Patel",
            "left for item 2",
            "Model Articles, art. 11(2)",
        ):
            assert words in page.text
        assert "Not quorate: 0 of 1 with a vote counted; 2 needed (Model Articles, art. 11(2))" in page.text

    def test_prints_as_an_agenda(self, client):
        meeting = AMeeting(titles=["Welcome", "Contract"])
        with_paper(meeting, 2)

        paper = client.get(f"/meetings/{meeting.ref}.pdf")

        assert paper.mimetype == "application/pdf"
        assert len(pikepdf.open(BytesIO(paper.data)).pages) == 1

    def test_offers_nothing_to_do_to_the_past(self, client):
        meeting = AMeeting()

        assert "Log a decision" in client.get(f"/meetings/{meeting.ref}").text
        assert "Log a decision" not in client.get(f"/meetings/{meeting.ref}?on=2026-05-20").text

    def test_is_not_there_for_an_unknown_ref(self, client):
        assert client.get("/meetings/nowhere").status_code == 404

    def test_hangs_on_the_page_of_its_body(self, client):
        meeting = AMeeting(body=ABody(name="Board"))

        assert f"/meetings/{meeting.ref}" in client.get(f"/structure/{meeting.body_ref}").text


class TestPaper:
    def test_is_handed_out_as_it_was_kept_and_no_more(self, client):
        meeting = AMeeting()
        added = with_paper(meeting, 1, pages=2)

        answer = client.get(f"/meetings/{meeting.ref}/papers/{added.ref}")

        assert len(pikepdf.open(BytesIO(answer.data)).pages) == 2
        assert answer.mimetype == "application/pdf"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Disposition"].startswith("inline; filename")

    def test_only_by_the_meeting_it_is_for(self, client):
        added, other = with_paper(AMeeting(), 1), AMeeting()

        assert client.get(f"/meetings/{other.ref}/papers/{added.ref}").status_code == 404

    def test_is_not_for_members_or_strangers(self, app, visitor):
        meeting = AMeeting()
        address = f"/meetings/{meeting.ref}/papers/{with_paper(meeting, 1).ref}"

        assert browser_of(app, "director").get(address).status_code == 200
        assert browser_of(app, "member").get(address).status_code == 403
        assert visitor.get(address).status_code == 401


class TestConvene:
    FACTS = {"begins": "18:30", "place": "The Springs", "on-day": "14", "on-month": "5", "on-year": "2026"}

    def test_offers_the_standing_items(self, client):
        page = client.get("/meetings/convene")

        assert page.status_code == 200
        assert re.search('name="standing"[^>]* checked', page.text)

    def test_puts_the_business_of_the_day_between_the_standing_items(self, client):
        own = {"standing": "true", "items-0-title": "Budget", "items-0-purpose": "decide"}

        answer = client.post("/meetings/convene", data=self.FACTS | {"body": ABody().ref} | own)

        titles = [item["title"] for item in client.get(f"{answer.location}.json").json["agenda"]]
        assert titles[0] == "Welcome and introductions"
        assert titles[4:6] == [
            "Declarations of interest on items of this agenda",
            "Management of any real or perceived conflicts",
        ]
        assert titles[-3:] == ["Budget", "Any other business", "Date of the next meeting"]

    def test_calls_a_meeting_with_its_agenda(self, client):
        body = ABody()
        lines = {
            "items-0-title": "Welcome",
            "items-0-purpose": "note",
            "items-2-title": "Budget",
            "items-2-purpose": "decide",
        }

        answer = client.post("/meetings/convene", data=self.FACTS | lines | {"body": body.ref})

        assert answer.status_code == 303
        told = client.get(f"{answer.location}.json").json
        assert [(item["number"], item["title"]) for item in told["agenda"]] == [(1, "Welcome"), (2, "Budget")]

    def test_from_json(self, api):
        facts = {"body": ABody().ref, "on": "2026-05-14", "begins": "18:30", "place": "The Springs"}

        answer = api.post("/meetings/convene", json=facts | {"items": [{"title": "Welcome", "purpose": "note"}]})

        assert answer.status_code == 201

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"begins": "half six"}, "Write the time as HH:MM"),
            ({"begins": "24:00"}, "Write the time as HH:MM"),
            ({"on-month": "13"}, "Write a real date"),
            ({"place": ""}, "an answer is needed"),
            ({"place": "x" * 1001}, "at most 1000 letters"),
            ({"body": "nobody"}, "There is no body “nobody”."),
            ({"items-0-title": "Welcome"}, "Purpose: an answer is needed."),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, wrong, sentence):
        page = client.post("/meetings/convene", data=self.FACTS | {"body": ABody().ref} | wrong)

        assert page.status_code == 422
        assert sentence in page.text
        assert queries.meetings_on(MET) == []
        assert all(typed in page.text for typed in wrong.values())

    def test_refuses_notice_after_the_meeting(self, client):
        late = {"notice_given-day": "15", "notice_given-month": "5", "notice_given-year": "2026"}

        page = client.post("/meetings/convene", data=self.FACTS | {"body": ABody().ref} | late)

        assert page.status_code == 409
        assert "Model Articles, art. 9" in page.text
        assert queries.meetings_on(MET) == []


class TestGiveNotice:
    def test_is_noted_with_its_day(self, client):
        meeting = AMeeting(notice_given=None)
        day = {"notice_given-day": "1", "notice_given-month": "5", "notice_given-year": "2026"}

        answer = client.post(f"/meetings/{meeting.ref}/give-notice", data=sent(meeting, **day))

        assert answer.status_code == 303
        assert "Given on 1 May 2026: 12 clear days" in client.get(answer.location).text


class TestAddItem:
    ITEM = {"title": "Budget", "purpose": "decide", "proposed": "RESOLVED that the budget be approved."}

    def test_puts_it_on_the_agenda(self, client):
        meeting = AMeeting()

        answer = client.post(f"/meetings/{meeting.ref}/add-item", data=sent(meeting, **self.ITEM))

        assert answer.status_code == 303
        assert "RESOLVED that the budget be approved." in client.get(answer.location).text

    def test_names_the_topic_and_the_parties(self, client):
        meeting, practice = AMeeting(titles=[]), APractice(name="THE SPRINGS")
        about = {"topic": "premises", "parties-0-party": practice.code, "parties-1-name": "Acme Lettings"}

        answer = client.post(f"/meetings/{meeting.ref}/add-item", data=sent(meeting, **self.ITEM, **about))

        assert "About premises: Acme Lettings; THE SPRINGS" in client.get(answer.location).text
        [item] = client.get(f"{answer.location}.json").json["agenda"]
        assert item["parties"] == [
            {"name": "Acme Lettings", "ref": None},
            {"name": "THE SPRINGS", "ref": practice.ref},
        ]

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"topic": "gossip"}, "Must be one of"),
            ({"parties-0-party": "nobody"}, "There is no practice, body or person “nobody”."),
            ({"parties": [{}]}, "Choose one from the list, or write a name."),
        ],
    )
    def test_says_what_is_wrong(self, api, wrong, sentence):
        meeting = AMeeting()

        answer = api.post(
            f"/meetings/{meeting.ref}/add-item", json=self.ITEM | wrong, headers={"If-Match": str(meeting.rev)}
        )

        assert answer.status_code == 422
        assert sentence in answer.json["detail"]

    def test_wants_the_rev_that_was_seen(self, client, api):
        meeting = AMeeting()
        stale = sent(meeting, **self.ITEM)
        commands.add_item(meeting, title="First", purpose="note", by=ADA)

        assert client.post(f"/meetings/{meeting.ref}/add-item", data=stale).status_code == 412
        assert api.post(f"/meetings/{meeting.ref}/add-item", json=self.ITEM).status_code == 428
        assert len(meeting.items) == 2


class TestAddPaper:
    def test_keeps_a_pdf_without_what_is_active_in_it(self, client):
        meeting, active, out = AMeeting(), pikepdf.open(BytesIO(a_pdf())), BytesIO()
        active.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        active.save(out)

        answer = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(out.getvalue())))

        assert answer.status_code == 303
        told = client.get(f"{answer.location}.json").json["agenda"][0]["papers"][0]
        assert (told["letter"], told["title"], told["file_name"]) == ("A", "Budget", "budget.pdf")
        assert "/OpenAction" not in pikepdf.open(BytesIO(client.get(told["href"]).data)).Root

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"PK\x03\x04 a workbook", "“budget.pdf” is not a PDF."),
            (b"%PDF-1.7 and then nothing", "“budget.pdf” is damaged"),
        ],
    )
    def test_refuses_by_name_what_is_not_a_sound_pdf(self, client, content, sentence):
        meeting = AMeeting()

        page = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(content)))

        assert page.status_code == 422
        assert sentence in page.text
        assert 'value="Budget"' in page.text
        assert meeting.papers == []

    def test_says_who_wrote_it_if_that_is_told(self, client):
        meeting = AMeeting()
        asha = APerson(title="Dr", forenames="Asha", surname="Patel")
        for author in ({"author": asha.ref}, {"author_named": "The auditors"}, {}):
            told = sent(meeting, **paper(a_pdf()), **author)
            assert client.post(f"/meetings/{meeting.ref}/add-paper", data=told).status_code == 303

        told = client.get(f"/meetings/{meeting.ref}.json").json["agenda"][0]["papers"]

        assert [each["author"] for each in told] == ["Dr Asha Patel", "The auditors", ""]
        assert "(PDF, 1 page) by Dr Asha Patel" in client.get(f"/meetings/{meeting.ref}").text

    def test_is_by_one_of_the_register_or_by_somebody_else(self, client):
        meeting = AMeeting()

        told = sent(meeting, **paper(a_pdf()), author=APerson().ref, author_named="The auditors")
        page = client.post(f"/meetings/{meeting.ref}/add-paper", data=told)

        assert page.status_code == 422
        assert "Choose one from the list, or write a name: not both." in page.text

    def test_refuses_a_locked_one(self, client):
        meeting, out = AMeeting(), BytesIO()
        locked = pikepdf.open(BytesIO(a_pdf()))
        locked.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))

        page = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(out.getvalue())))

        assert page.status_code == 422
        assert "locked with a password" in page.text

    def test_turns_a_word_document_into_a_pdf_and_keeps_both(self, app, client):
        app.config.update(OFFICE="soffice", GHOSTSCRIPT="gs")
        meeting, document = AMeeting(), a_word_document("Zebra")
        sent_as = "Cyllideb مرحبا 😀.docx"

        answer = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(document, name=sent_as)))

        told = client.get(f"{answer.location}.json").json["agenda"][0]["papers"][0]
        assert (told["file_name"], told["pages"], told["sent_as"]) == ("Cyllideb مرحبا 😀.pdf", 1, sent_as)
        assert "Zebra" in text_of(client.get(told["href"]).data)
        original = client.get(told["sent"])
        assert (original.data, original.headers["Content-Disposition"][:10]) == (document, "attachment")
        assert original.mimetype.endswith("wordprocessingml.document")
        assert f'<a href="{told["sent"]}">{sent_as}</a>' in client.get(answer.location).text

    def test_refuses_a_word_document_where_there_is_no_libreoffice(self, client):
        meeting = AMeeting()

        page = client.post(
            f"/meetings/{meeting.ref}/add-paper",
            data=sent(meeting, **paper(a_word_document("Zebra"), name="plan.docx")),
        )

        assert page.status_code == 422
        assert "“plan.docx” is a Word document, and this registry cannot turn it into a PDF." in page.text

    def test_has_no_other_form_of_what_was_sent_as_a_pdf(self, client):
        meeting = AMeeting()

        answer = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(a_pdf())))

        told = client.get(f"{answer.location}.json").json["agenda"][0]["papers"][0]
        assert (told["sent_as"], told["sent"]) == (None, None)
        assert client.get(f"{told['href']}/sent").status_code == 404

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"item": "7"}, "The agenda of this meeting has no item 7."),
            ({"item": "one"}, "Write a whole number."),
            ({"title": ""}, "Title of the paper: an answer is needed."),
        ],
    )
    def test_says_what_is_wrong(self, client, wrong, sentence):
        meeting = AMeeting()

        page = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(a_pdf()) | wrong))

        assert page.status_code == 422
        assert sentence in page.text
        assert meeting.papers == []

    def test_asks_for_a_file(self, client):
        meeting = AMeeting()

        page = client.post(f"/meetings/{meeting.ref}/add-paper", data=sent(meeting, **paper(b"", name="")))

        assert page.status_code == 422
        assert "Choose a file." in page.text


class TestRecordAttendance:
    def test_begins_with_whoever_is_expected_or_marked_as_recorded_so_far(self, client):
        board = ABody()
        asha, guest = APerson(forenames="Asha"), APerson(forenames="Gus")
        AnAppointment(seat=ASeat(body=board), person=asha)
        meeting = AMeeting(body=board, titles=["Welcome", "Budget", "Close"])
        commands.record_attendance(meeting, lines=[mark(guest, "P L2@18:40 R3")], by=ADA)

        page = client.get(f"/meetings/{meeting.ref}/record-attendance").text

        assert f'name="lines-0-person" value="{asha.ref}"' in page
        assert f'name="lines-1-person" value="{guest.ref}"' in page
        assert 'value="P L2@18:40 R3"' in page
        assert "Somebody else" in page

    def test_records_each_line(self, client):
        meeting, person = AMeeting(), APerson(forenames="Asha")
        lines = {"lines-0-person": person.ref, "lines-0-mark": "apologies", "lines-0-reason": "Unwell"}

        answer = client.post(f"/meetings/{meeting.ref}/record-attendance", data=sent(meeting, **lines))

        assert answer.status_code == 303
        told = client.get(f"{answer.location}.json").json["attendance"][0]
        assert (told["name"], told["mark"], told["reason"]) == ("Asha Patel", "apologies", "Unwell")

    def test_leaves_whoever_was_only_offered_as_recorded_so_far(self, client):
        meeting, asha, ben = AMeeting(), APerson(forenames="Asha"), APerson(forenames="Ben")
        asked = {"lines-0-person": asha.ref, "lines-0-offered": "true", "lines-1-person": ben.ref}
        asked["lines-1-offered"] = "true"
        address = f"/meetings/{meeting.ref}/record-attendance"

        nobody = client.post(address, data=sent(meeting, **asked))
        answer = client.post(address, data=sent(meeting, **asked, **{"lines-1-mark": "P"}))

        assert (nobody.status_code, answer.status_code) == (422, 303)
        assert "Nobody is marked yet." in nobody.text
        assert 'name="lines-0-offered"' in client.get(address).text
        assert [each.person_ref for each in meeting.attendances] == [ben.ref]

    @pytest.mark.parametrize(
        ("wrong", "status", "sentence"),
        [
            ({"lines-0-mark": ""}, 422, "Attended: an answer is needed."),
            ({"lines-0-mark": "asleep"}, 422, "“asleep” is no key"),
            ({"lines-0-person": "nobody"}, 422, "There is no person “nobody”."),
            ({"lines-0-item": "9"}, 422, "has no item 9."),
            ({"lines-0-mark": "P L9"}, 422, "has no item 9."),
            ({"lines-0-mark": "left"}, 409, "who left is marked so for the items missed"),
        ],
    )
    def test_says_what_is_wrong_in_which_line(self, client, wrong, status, sentence):
        meeting = AMeeting()
        lines = {"lines-0-person": APerson().ref, "lines-0-mark": "present"} | wrong

        page = client.post(f"/meetings/{meeting.ref}/record-attendance", data=sent(meeting, **lines))

        assert page.status_code == status
        assert sentence in page.text
        assert meeting.attendances == []


class TestNotices:
    def test_are_duties_with_a_day_and_an_authority(self, app):
        AMeeting(body=ABody(name="Board"), on=date(2026, 5, 20), notice_given=None)

        with app.test_request_context():
            sources = [source for source in hung.DUTIES if source.needs == "meetings.convene"]
            [duty] = [duty for source in sources for duty in source.gives(date(2026, 5, 14))]

        assert duty.sentence == "Give notice of the meeting of Board on 20 May 2026."
        assert (duty.due, duty.authority) == (date(2026, 5, 20), "Model Articles, art. 9")


class TestSearch:
    def test_finds_an_item_by_its_words_and_leads_to_it(self, client):
        meeting = AMeeting(body=ABody(name="Oakham hub"), titles=["Welcome", "Extended hours contract"])

        [found] = found_by(client, "extended HOURS")

        assert (found["title"], found["body"], found["on"]) == ("Extended hours contract", "Oakham hub", "2026-05-14")
        assert found["href"] == f"/meetings/{meeting.ref}#item-2"
        assert 'id="item-2"' in client.get(f"/meetings/{meeting.ref}").text

    @pytest.mark.parametrize("words", ["oakham", "the springs"])
    def test_finds_by_body_and_place(self, app, words):
        AMeeting(body=ABody(name="Oakham hub"), titles=["Extended hours contract"])

        with app.test_request_context():
            g.account = ADA
            found = [each.text for each in queries_of_meetings(words)]

        assert found == ["Oakham hub, 14 May 2026"]


def queries_of_meetings(words):
    sources = [source for source in hung.SEARCHES if source.needs == "meetings.read"]
    return [found for source in sources for found in source.gives(words, clock.today())]
