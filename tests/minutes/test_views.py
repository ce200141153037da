import json
from datetime import UTC, date, datetime

from registry import clock
from registry.accounts import commands as accounts
from registry.accounts.caller import COOKIE
from registry.accounts.models import Account, SignIn
from registry.accounts.passwords import hash_secret
from registry.conflicts import commands as conflicts
from registry.conflicts.models import THE_CHAIR
from registry.conflicts.treatment import NO_PAPERS
from registry.db import db
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE
from registry.minutes import commands
from registry.minutes.models import Minutes, MinutesDraft, Suggestion
from registry.people import commands as people
from registry.press.signatures import signatures_in
from tests.conftest import browser_of
from tests.factories import ADA, LONG_AGO, ABody, AMeeting, signed_in
from tests.finding import found_by
from tests.minutes.conftest import MET, NEXT, TODAY, box_of
from tests.papers import text_of
from tests.press.keys import a_key
from tests.statements import statements

FORM = "application/x-www-form-urlencoded"
DAY = {"circulated-day": "20", "circulated-month": "5", "circulated-year": "2026"}


def told(client, minutes, **asked):
    return client.get(f"/minutes/{minutes.ref}.json", query_string=asked).json


def words(page):
    """Every passage that a reader is told."""
    return [passage["text"] for section in page["sections"] for passage in section["passages"]]


def seated(app, board, name):
    """The browser of somebody who sits on the board, and is otherwise a member."""
    client = app.test_client()
    client.set_cookie(COOKIE, secret := signed_in("member"))
    account = _account_of(secret)
    people.give_account(board.people[name], account=account, by=ADA)
    return client


def _account_of(secret):
    return db.session.get(Account, db.session.query(SignIn).filter_by(hash=hash_secret(secret)).one().account_ref)


class TestRegister:
    def test_tells_of_every_meeting_held_how_far_its_minutes_have_come(self, client, board):
        board.signed()

        lines = client.get("/minutes/register.json").json["items"]

        assert [(line["meeting"], line["state"]) for line in lines] == [
            ("The Board, 9 July 2026", "none yet"),
            ("The Board, 14 May 2026", "authenticated"),
        ]
        assert lines[1]["approved"] == "On 9 July 2026, at item 1"
        assert "in the chair of the meeting of 14 May 2026" in lines[1]["authenticated"]
        assert lines[0]["write"] == "Write them"
        assert lines[0]["begin"] == f"/minutes/meetings/{board.next.ref}/begin"
        assert client.get("/minutes/register.pdf").data.startswith(b"%PDF")
        assert "authenticated" in client.get("/minutes/register.csv").text

    def test_leads_the_office_to_what_is_being_written(self, app, client, board):
        draft = board.drafted()
        line = client.get("/minutes/register.json").json["items"][1]
        assert (line["state"], line["href"]) == ("being written", f"/minutes/drafts/{draft.ref}")
        assert f"/minutes/drafts/{draft.ref}" in client.get(f"/meetings/{board.meeting.ref}").text
        assert browser_of(app, "director").get("/minutes/register.json").json["items"][1]["href"] is None

        minutes = board.circulated()
        assert "Write the next version" in client.get(f"/minutes/{minutes.ref}").text
        assert "Write the next version" not in browser_of(app, "director").get(f"/minutes/{minutes.ref}").text

    def test_as_at_an_earlier_day(self, client, board):
        board.signed()

        def states(on):
            return [line["state"] for line in client.get(f"/minutes/register.json?on={on}").json["items"]]

        assert states("2026-05-13") == []
        assert states("2026-05-19") == ["being written"]
        assert states("2026-05-20") == states("2026-07-08") == ["circulated"]
        assert states("2026-07-09") == ["none yet", "authenticated"]

    def test_asks_once_where_the_reader_sits(self, app, board):
        member, asked = seated(app, board, "Ben"), []
        for _ in range(2):
            with statements() as told:
                assert member.get("/minutes/register").status_code == 200
            asked.append(len(told))
            AMeeting(body=board.body, on=date(2026, 6, 4))

        assert asked[0] == asked[1]

    def test_of_a_board_is_for_the_board_and_not_for_members_as_such(self, app, board):
        board.circulated()

        assert browser_of(app, "director").get("/minutes/register.json").json["count"] == 2
        assert browser_of(app, "auditor").get("/minutes/register.json").json["count"] == 2
        assert browser_of(app, "member").get("/minutes/register.json").json["count"] == 0
        assert seated(app, board, "Ben").get("/minutes/register.json").json["count"] == 2
        assert app.test_client().get("/minutes/register.json").status_code == 401


class TestBegin:
    def test_is_offered_on_the_page_of_a_meeting_that_was_held(self, client, board):
        page = client.get(f"/meetings/{board.meeting.ref}").text
        assert f"/minutes/meetings/{board.meeting.ref}/begin" in page

        answer = client.post(f"/minutes/meetings/{board.meeting.ref}/begin", content_type=FORM)

        assert answer.status_code == 303
        assert "Item 2: what was discussed" in client.get(answer.location).text
        assert f"/minutes/meetings/{board.meeting.ref}/begin" not in client.get(f"/meetings/{board.meeting.ref}").text

    def test_is_refused_of_one_to_come(self, client, board):
        to_come = AMeeting(body=board.body, on=date(2026, 7, 21))

        assert client.post(f"/minutes/meetings/{to_come.ref}/begin", content_type=FORM).status_code == 409
        assert f"/minutes/meetings/{to_come.ref}/begin" not in client.get(f"/meetings/{to_come.ref}").text


class TestWrite:
    def test_shows_the_sentences_with_the_way_to_each_fact_and_boxes_between(self, client, board):
        page = client.get(f"/minutes/drafts/{board.drafted().ref}/write").text

        assert "Apologies: Dr Lou Louson." in page
        assert f'href="/meetings/{board.meeting.ref}/attendance"' in page
        assert f'name="{box_of(board.meeting, "item_2")}"' in page
        assert 'name="opening"' in page
        assert "<textarea" in page

    def test_prints_as_a_working_paper(self, client, board):
        draft = board.drafted(item_2="It was discussed.")

        paper = " ".join(text_of(client.get(f"/minutes/drafts/{draft.ref}.pdf").data).split())

        assert "DRAFT – a working paper, not in the ledger" in paper
        assert "2. A contract" in paper
        assert "It was discussed." in paper
        assert "Apologies: Dr Lou Louson." in paper

    def test_takes_what_is_written_and_nothing_else(self, client, board):
        draft, box = board.drafted(), box_of(board.meeting, "item_2")
        sent = {"was": json.dumps({box: ""}), "desk": "one", box: "It was discussed."}

        assert client.post(f"/minutes/drafts/{draft.ref}/write", json=sent).status_code == 201
        assert client.get(f"/minutes/drafts/{draft.ref}.json").json["boxes"] == {box: "It was discussed."}
        again = {"was": {box: "It was discussed."}, "desk": "one", "boxes": {box: "It was settled."}}
        assert client.post(f"/minutes/drafts/{draft.ref}/write", json=again).status_code == 201
        assert draft.boxes == {box: "It was settled."}
        for wrong in ({"present": "Everybody"}, {box: 3}, {"was": "no"}, {"boxes": "none"}):
            assert client.post(f"/minutes/drafts/{draft.ref}/write", json=sent | wrong).status_code == 422

    def test_shows_both_wordings_and_lets_one_be_chosen(self, client, board):
        draft, box = board.drafted(), box_of(board.meeting, "item_2")
        for name in ("Ada", "Ben"):
            commands.write(draft, was={box: ""}, boxes={box: f"{name}’s words."}, desk=name, by=ADA)

        page = client.get(f"/minutes/drafts/{draft.ref}").text
        assert "Ada’s words." in page
        assert "Ben’s words." in page
        wording = draft.wordings[0].ref
        asked = {"wording": wording, "stands": "Ada’s words.", "choice": "take"}
        assert client.post(f"/minutes/drafts/{draft.ref}/settle", data=asked | {"stands": "x"}).status_code == 409
        assert client.post(f"/minutes/drafts/{draft.ref}/settle", data=asked | {"choice": "apart"}).status_code == 409
        assert client.post(f"/minutes/drafts/{draft.ref}/settle", data=asked).status_code == 303
        assert draft.boxes[box] == "Ben’s words."

    def test_is_for_the_secretary(self, app, board):
        draft = board.drafted()

        for role in ("director", "auditor", "member"):
            for where in ("", "/write", "/circulate", "/discard"):
                assert browser_of(app, role).get(f"/minutes/drafts/{draft.ref}{where}").status_code == 403

    def test_is_not_found_in_the_past_which_knows_only_the_ledger(self, client, board):
        assert client.get(f"/minutes/drafts/{board.drafted().ref}?known=2100-01-01").status_code == 404


class TestCirculate:
    def test_shows_first_who_is_to_have_them_and_then_says_how_many_were_sent(self, client, board):
        draft = board.drafted(item_2="It was discussed.")
        asked = DAY | {"letters": "True", "rev": draft.rev}

        shown = client.post(f"/minutes/drafts/{draft.ref}/circulate", data=asked)
        assert "Who is to have them" in shown.text
        assert "Dr Lou Louson" in shown.text
        assert db.session.query(Minutes).count() == 0
        seen = shown.text.split('name="seen" value="')[1].split('"')[0]
        answer = client.post(f"/minutes/drafts/{draft.ref}/circulate", data=asked | {"seen": seen})

        page = client.get(answer.location).text
        assert "By letter to 4" in page
        assert "DRAFT – subject to confirmation" in page

    def test_says_what_the_registers_say_otherwise_than_before(self, client, board):
        minutes = board.circulated()
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)
        draft = db.session.query(MinutesDraft).one()

        shown = client.post(f"/minutes/drafts/{draft.ref}/circulate", data=DAY | {"rev": draft.rev}).text

        assert "What the registers say otherwise than in version 1" in shown
        assert "is now “In the chair: Dr Clara Clarason.”" in shown
        assert "no: none is asked for" in shown
        assert told(client, minutes)["changes"] == [
            "“Who was in the chair is not on record.” is now “In the chair: Dr Clara Clarason.”"
        ]
        assert "Changed since circulated" in client.get(f"/minutes/{minutes.ref}").text

    def test_takes_a_stale_page_for_what_it_is(self, client, board):
        draft = board.drafted()
        asked = {"circulated": "2026-05-20"}

        answer = client.post(f"/minutes/drafts/{draft.ref}/circulate", json=asked, headers={"If-Match": "99"})

        assert answer.status_code == 412


class TestDiscard:
    def test_is_offered_until_they_have_gone_out(self, client, board):
        draft = board.drafted()
        assert "Throw this away" in client.get(f"/minutes/drafts/{draft.ref}").text

        board.circulated()
        assert "Throw this away" not in client.get(f"/minutes/drafts/{draft.ref}").text

    def test_throws_it_away(self, client, board):
        draft = board.drafted()

        assert client.post(f"/minutes/drafts/{draft.ref}/discard", data={"rev": draft.rev}).status_code == 303
        assert db.session.query(MinutesDraft).count() == 0


class TestMinutes:
    def test_tell_the_same_on_the_page_in_json_and_on_paper(self, client, board):
        minutes = board.circulated(item_2="It was discussed.")

        page, paper = (
            client.get(f"/minutes/{minutes.ref}").text,
            text_of(client.get(f"/minutes/{minutes.ref}.pdf").data),
        )

        for text in words(told(client, minutes)):
            assert text in page
            assert " ".join(text.split()) in " ".join(paper.split())
        assert "DRAFT – subject to confirmation" in paper
        assert "Signature" in paper

    def test_are_not_told_before_they_went_out(self, client, board):
        minutes = board.circulated()

        assert client.get(f"/minutes/{minutes.ref}.json?on=2026-05-19").status_code == 404
        assert client.get(f"/minutes/{minutes.ref}/compare?on=2026-05-19").status_code == 404
        assert told(client, minutes, on="2026-05-20")["state"] == "circulated"

    def test_say_who_approved_and_signed_them_from_the_day_on(self, client, board):
        minutes = board.signed()

        before, after = told(client, minutes, on="2026-07-08"), told(client, minutes, on="2026-07-09")

        assert (before["state"], before["approved"], before["authenticated"]) == ("circulated", None, None)
        assert after["state"] == "authenticated"
        assert after["authenticated"].startswith("On 9 July 2026 by Dr Clara Clarason")
        assert after["kept_until"] == "2036-05-14"
        paper = text_of(client.get(f"/minutes/{minutes.ref}.pdf").data)
        assert "Signed on 9 July 2026 by Dr Clara Clarason" in " ".join(paper.split())
        assert "DRAFT" not in paper

    def test_are_signed_electronically_once_approved_and_not_before(self, app, client, board, tmp_path):
        app.config.update(a_key(tmp_path))
        minutes = board.signed()

        before, after = (client.get(f"/minutes/{minutes.ref}.pdf?on=2026-07-{day}").data for day in ("08", "09"))

        assert [len(signatures_in(paper)) for paper in (before, after)] == [0, 1]
        assert ["Signed electronically" in text_of(paper) for paper in (before, after)] == [False, True]

    def test_print_the_same_bytes_twice(self, client, board):
        minutes = board.signed()

        first, second = (client.get(f"/minutes/{minutes.ref}.pdf?known=2026-07-20T10:00Z").data for _ in range(2))

        assert first == second

    def test_run_nothing_that_was_written_in_them(self, client, board):
        minutes = board.circulated(item_2="<script>alert(1)</script> Llŷn")

        page = client.get(f"/minutes/{minutes.ref}").text

        assert "<script>alert" not in page
        assert "Llŷn" in page

    def test_of_the_board_are_not_for_a_member_merely_as_one(self, app, board):
        minutes = board.circulated()

        answer = browser_of(app, "member").get(f"/minutes/{minutes.ref}")

        assert answer.status_code == 403
        assert "merely as a shareholder" in answer.text
        assert browser_of(app, "member").get(f"/minutes/{minutes.ref}/compare").status_code == 403
        assert seated(app, board, "Ben").get(f"/minutes/{minutes.ref}").status_code == 200

    def test_of_a_general_meeting_are_for_every_member(self, app, board):
        meeting = AMeeting(body=ABody(kind="general meeting", name="The Members"), on=MET, titles=["Report"])
        minutes = commands.circulate(board.drafted(meeting), circulated=TODAY, by=ADA)

        member = browser_of(app, "member")

        assert f'href="/meetings/{meeting.ref}"' not in member.get(f"/minutes/{minutes.ref}").text
        assert [line["meeting"] for line in member.get("/minutes/register.json").json["items"]] == [
            "The Members, 14 May 2026"
        ]

    def test_of_a_restricted_item_are_absent_for_those_who_do_not_sit_there(self, app, client, board):
        item = {"item": 2, "title": "A secret matter", "purpose": "decide", "restricted": "commercial"}
        meetings.change_item(board.meeting, **item, by=ADA)
        minutes = board.circulated(item_1="Open words.", item_2="Hidden words.")

        director = browser_of(app, "director")
        page, paper = director.get(f"/minutes/{minutes.ref}"), director.get(f"/minutes/{minutes.ref}.pdf")
        for text in (page.text, told(director, minutes), text_of(paper.data)):
            assert "Hidden words." not in str(text)
            assert "A secret matter" not in str(text)
            assert "Asha Ashason left" not in str(text)
            assert "Open words." in str(text)
        assert "Restricted item" in page.text
        assert "Hidden words." not in director.get(f"/minutes/{minutes.ref}/compare").text
        assert director.get("/home/search?q=Hidden").text.count("Minutes of The Board") == 0
        assert "Hidden words." in client.get(f"/minutes/{minutes.ref}").text
        assert "Hidden words." in seated(app, board, "Ben").get(f"/minutes/{minutes.ref}").text

    def test_of_an_item_are_kept_from_whoever_is_to_have_no_papers_on_it(self, app, board):
        conflict = conflicts.tell(board.meeting, item=2, person=board.people["Ben"], nature="His firm", by=ADA)
        conflicts.treat(conflict, treatment=NO_PAPERS, ruled_by=THE_CHAIR, by=ADA)
        minutes = board.circulated(item_1="Open words.", item_2="Kept words.")

        page = seated(app, board, "Ben").get(f"/minutes/{minutes.ref}").text

        assert "Open words." in page
        assert "Kept words." not in page
        assert "kept from you, who have a conflict of interest" in page
        assert "Kept words." in seated(app, board, "Lou").get(f"/minutes/{minutes.ref}").text


class TestCompare:
    def test_shows_what_a_version_changed(self, client, board):
        board.circulated(item_2="It was talked about for long.")
        second = board.circulated(item_2="It was talked about at length.")

        page = client.get(f"/minutes/{second.ref}/compare").text

        assert "<del>" in page
        assert "<ins>" in page
        assert "Compared with version" in page
        paper = " ".join(text_of(client.get(f"/minutes/{second.ref}/compare.pdf").data).split())
        assert "It was talked about for long" in paper.replace("at length", "")

    def test_of_the_first_says_that_there_is_none_before(self, client, board):
        assert "there is none before it" in client.get(f"/minutes/{board.circulated().ref}/compare").text


class TestApprove:
    def test_begins_with_the_next_meeting_and_its_item_for_the_last_minutes(self, client, board):
        minutes = board.circulated(item_2="It was discussed.")

        page = client.get(f"/minutes/{minutes.ref}/approve").text

        assert f'value="{board.next.ref}" selected' in page
        passage = next(each.place for each in minutes.passages if each.text == "It was discussed.")
        asked = {"rev": 1, "meeting": board.next.ref, "item": "1"}
        asked |= {"corrections-0-passage": passage, "corrections-0-words": "It was discussed at length."}
        assert client.post(f"/minutes/{minutes.ref}/approve", data=asked).status_code == 303
        page = client.get(f"/minutes/{minutes.ref}").text
        assert "It was discussed at length." in page
        assert "It was circulated as: “It was discussed.”" in page

    def test_is_refused_with_the_law_where_another_body_approves(self, client, board):
        minutes, others = board.circulated(), AMeeting(on=NEXT)

        answer = client.post(f"/minutes/{minutes.ref}/approve", data={"rev": 1, "meeting": others.ref, "item": 1})

        assert answer.status_code == 409
        assert "by the body that met" in answer.text

    def test_is_for_the_secretary(self, app, board):
        minutes = board.circulated()

        for act in ("approve", "authenticate", "correct"):
            assert browser_of(app, "director").get(f"/minutes/{minutes.ref}/{act}").status_code == 403


class TestAuthenticate:
    def test_locks_them(self, client, board):
        minutes = board.approved()
        asked = {"rev": 2, "person": board.people["Clara"].ref}
        asked |= {"authenticated-day": 9, "authenticated-month": 7, "authenticated-year": 2026}

        assert client.post(f"/minutes/{minutes.ref}/authenticate", data=asked).status_code == 303
        page = client.get(f"/minutes/{minutes.ref}").text
        assert f"/minutes/{minutes.ref}/correct" in page
        for act in ("authenticate", "approve", "suggest"):
            assert f'href="/minutes/{minutes.ref}/{act}"' not in page

    def test_is_offered_of_general_meetings_at_once(self, client, board):
        meeting = AMeeting(body=ABody(kind="general meeting", name="The Members"), on=MET, titles=["Report"])
        minutes = commands.circulate(board.drafted(meeting), circulated=TODAY, by=ADA)

        assert f"/minutes/{minutes.ref}/authenticate" in client.get(f"/minutes/{minutes.ref}").text
        assert f"/minutes/{board.circulated().ref}/authenticate" not in client.get(f"/minutes/{minutes.ref}").text


class TestCorrect:
    def test_is_a_boxed_note_under_the_passage(self, client, board):
        minutes = board.signed()
        third = AMeeting(body=board.body, on=date(2026, 7, 16), titles=["A correction"])
        board.attended(third, Clara="P", Asha="P", Ben="P")
        passage = next(each.place for each in minutes.passages if each.text == "It was discussed.")
        asked = {"rev": 3, "meeting": third.ref, "item": 1, "passage": passage, "words": "It was not discussed."}

        assert client.post(f"/minutes/{minutes.ref}/correct", data=asked).status_code == 303

        line = "Corrected later"
        assert line not in client.get(f"/minutes/{minutes.ref}?on=2026-07-15").text
        page = client.get(f"/minutes/{minutes.ref}?on=2026-07-16").text
        assert "It was discussed." in page
        assert line in page
        assert "To read: “It was not discussed.”" in page
        paper = " ".join(text_of(client.get(f"/minutes/{minutes.ref}.pdf").data).split())
        assert "Corrected at the meeting of 16 July 2026, item 1. To read: “It was not discussed.”" in paper

    def test_before_they_are_approved_says_how_it_is_done(self, client, board):
        minutes = board.circulated()
        asked = {"rev": 1, "meeting": board.next.ref, "item": 1, "passage": 1, "words": "Else."}

        answer = client.post(f"/minutes/{minutes.ref}/correct", data=asked)

        assert answer.status_code == 409
        assert "circulate a corrected version, or correct them on approving them" in answer.text


class TestSuggest:
    ASKED = {"proposed": "It was settled.", "why": "So I recall."}

    def asked(self, minutes, text="It was discussed."):
        return self.ASKED | {"passage": next(each.place for each in minutes.passages if each.text == text)}

    def test_begins_with_the_words_of_the_passage(self, app, board):
        minutes = board.circulated(item_2="It was discussed.")
        number = self.asked(minutes)["passage"]

        page = seated(app, board, "Ben").get(f"/minutes/{minutes.ref}/suggest?passage={number}").text

        assert "It was discussed.</textarea>" in page

    def test_is_for_those_who_were_there_or_sit_there(self, app, board):
        minutes = board.circulated(item_2="It was discussed.")
        where, asked = f"/minutes/{minutes.ref}/suggest", self.asked(minutes)

        assert browser_of(app, "director").post(where, data=asked).status_code == 409
        assert browser_of(app, "member").post(where, data=asked).status_code == 403
        assert seated(app, board, "Lou").post(where, data=asked).status_code == 303
        assert db.session.query(Suggestion).one().proposed == "It was settled."

    def test_is_offered_to_nobody_else(self, app, board):
        minutes = board.circulated(item_2="It was discussed.")
        where = f"/minutes/{minutes.ref}/suggest"
        director, lou = browser_of(app, "director"), seated(app, board, "Lou")

        assert director.get(where).status_code == 409
        assert browser_of(app, "member").get(where).status_code == 403
        assert where not in director.get(f"/minutes/{minutes.ref}").text
        assert where in lou.get(f"/minutes/{minutes.ref}").text

    def test_of_anothers_word_is_for_the_office(self, app, client, board):
        minutes = board.circulated(item_2="It was discussed.")
        asked = self.asked(minutes) | {"person": board.people["Ben"].ref}

        assert seated(app, board, "Lou").post(f"/minutes/{minutes.ref}/suggest", data=asked).status_code == 409
        assert client.post(f"/minutes/{minutes.ref}/suggest", data=asked).status_code == 303
        page = client.get(f"/minutes/{minutes.ref}").text
        assert "by Dr Ben Benson on 20 July 2026" in page

    def test_of_a_passage_that_one_may_not_read_is_of_none(self, app, board):
        conflict = conflicts.tell(board.meeting, item=2, person=board.people["Ben"], nature="His firm", by=ADA)
        conflicts.treat(conflict, treatment=NO_PAPERS, ruled_by=THE_CHAIR, by=ADA)
        minutes = board.circulated(item_2="It was discussed.")
        ben, asked = seated(app, board, "Ben"), self.asked(minutes)

        answer = ben.post(f"/minutes/{minutes.ref}/suggest", data=asked)
        begun = ben.get(f"/minutes/{minutes.ref}/suggest?passage={asked['passage']}").text

        assert answer.status_code == 409
        assert "There is no passage" in answer.text
        assert "It was discussed." not in begun
        commands.suggest(minutes, passage=asked["passage"], proposed="Else.", by=a_director())
        suggestion = db.session.query(Suggestion).one()
        assert ben.get(f"/minutes/suggestions/{suggestion.ref}").status_code == 404


def a_director():
    account = accounts.open(name="Somebody", email="else@example.org", by=ADA)
    accounts.grant(account, role="director", since=LONG_AGO, by=ADA)
    return account


class TestAnswer:
    def test_is_told_beside_the_passage_with_why(self, app, client, board):
        minutes = board.circulated(item_2="It was discussed.")
        passage = next(each.place for each in minutes.passages if each.text == "It was discussed.")
        suggestion = commands.suggest(minutes, passage=passage, proposed="It was settled.", by=a_director())
        where = f"/minutes/suggestions/{suggestion.ref}"

        assert "Answer this suggestion" in client.get(where).text
        assert client.post(f"{where}/answer", data={"rev": 1, "outcome": "declined"}).status_code == 409
        asked = {"rev": 1, "outcome": "declined", "answer": "Nobody else recalls it."}
        assert client.post(f"{where}/answer", data=asked).status_code == 303
        for page in (client.get(f"/minutes/{minutes.ref}").text, client.get(where).text):
            assert "declined" in page
            assert "Nobody else recalls it." in page
        assert browser_of(app, "director").get(f"{where}/answer").status_code == 403
        assert client.get(f"{where}.json?on=2026-07-19").status_code == 404


class TestPanels:
    def test_tell_on_the_meetings_page_its_minutes_and_those_it_has_to_confirm(self, client, board):
        minutes = board.circulated()

        own, next_one = (client.get(f"/meetings/{each.ref}").text for each in (board.meeting, board.next))

        assert f'href="/minutes/{minutes.ref}"' in own
        assert "Minutes to confirm" in next_one
        assert f'href="/minutes/{minutes.ref}"' in next_one
        commands.approve(minutes, meeting=board.next, item=1, by=ADA)
        later = AMeeting(body=board.body, on=date(2026, 8, 6))
        assert "The Board, 14 May 2026" not in client.get(f"/meetings/{later.ref}").text


class TestStages:
    def test_go_on_from_the_meeting_to_its_minutes_confirmed(self, client, board):
        def way(on):
            stages = client.get(f"/meetings/{board.meeting.ref}.json?on={on}").json["stages"]
            return [(each["stage"], each["done"]) for each in stages[-3:]]

        board.approved()

        assert way("2026-05-19") == [("Held", True), ("Minutes circulated", False), ("Confirmed", False)]
        assert way("2026-07-08") == [("Held", True), ("Minutes circulated", True), ("Confirmed", False)]
        assert way("2026-07-09") == [("Held", True), ("Minutes circulated", True), ("Confirmed", True)]


class TestDuties:
    def sentences(self, client):
        return client.get("/home/duties").text

    def test_ask_for_what_is_to_be_done_next(self, client, board):
        assert "Circulate the minutes of The Board, 14 May 2026." in self.sentences(client)
        minutes = board.circulated(item_2="It was discussed.")
        suggestion = commands.suggest(minutes, passage=1, proposed="Else.", by=a_director())
        page = self.sentences(client)
        assert "Circulate the minutes of The Board, 14 May 2026." not in page
        assert "Answer 1 suggestion on the minutes of The Board, 14 May 2026." in page
        assert "Record whether the meeting of 9 July 2026 approved the minutes of The Board, 14 May 2026." in page
        commands.answer(suggestion, outcome="declined", answer="No.", by=ADA)
        commands.approve(minutes, meeting=board.next, item=1, by=ADA)
        page = self.sentences(client)
        assert "Answer 1 suggestion" not in page
        assert "Have the minutes of The Board, 14 May 2026 signed by the chair." in page

    def test_count_those_of_more_than_a_year_ago(self, client, board):
        for day in (date(2025, 7, 19), date(2025, 7, 20)):
            meeting = AMeeting(body=board.body, on=day)
            board.attended(meeting, Clara="P")

        page = self.sentences(client)

        assert "Circulate the minutes of The Board, 20 July 2025." in page
        assert "1 earlier meeting has no minutes here." in page


class TestSearch:
    """A phrase that was planted in the minutes, and those who look for it."""

    def found(self, reader):
        return [hit["title"] for hit in found_by(reader, "planted phrase")]

    def test_finds_a_passage_for_the_office_and_leads_to_it(self, client, board):
        minutes = board.circulated(item_2="A planted phrase was read.")

        [hit] = found_by(client, "planted phrase")
        assert (hit["kind"], hit["title"]) == ("Minutes", "Minutes of The Board, 14 May 2026, version 1")
        place = next(each.place for each in minutes.passages if "planted" in each.text)
        assert hit["href"].endswith(f"/minutes/{minutes.ref}#passage-{place}")
        assert f'id="passage-{place}"' in client.get(f"/minutes/{minutes.ref}").text

    def test_finds_nothing_for_a_member_who_may_not_read_the_boards(self, app, board):
        board.circulated(item_2="A planted phrase was read.")

        assert self.found(browser_of(app, "member")) == []

    def test_finds_nothing_on_a_restricted_item_for_a_director_who_does_not_sit_there(self, app, board):
        board.circulated(item_2="A planted phrase was read.")
        director = browser_of(app, "director")
        assert len(self.found(director)) == 1

        item = {"title": "A contract", "purpose": DECIDE, "restricted": "commercial"}
        meetings.change_item(board.meeting, item=2, **item, by=ADA)

        assert self.found(director) == []

    def test_finds_nothing_in_a_draft(self, client, board):
        board.drafted(item_2="A planted phrase was read.")

        assert self.found(client) == []

    def test_finds_what_the_last_version_says_and_no_longer_what_it_replaced(self, client, board):
        board.circulated(item_2="A planted phrase was read.")
        board.circulated(on=date(2026, 5, 27), item_2="Another was read.")

        assert self.found(client) == []
        assert [hit["title"] for hit in found_by(client, '"another was read"')] == [
            "Minutes of The Board, 14 May 2026, version 2"
        ]


class TestKnown:
    def test_tells_a_version_as_it_was_known(self, client, board, on_july_20):
        minutes = board.circulated(item_2="It was discussed.")
        before = clock.now().isoformat().replace("+00:00", "Z")
        on_july_20.at = datetime(2026, 7, 20, 12, tzinfo=UTC)
        commands.approve(minutes, meeting=board.next, item=1, by=ADA)

        assert told(client, minutes, known=before)["state"] == "circulated"
        assert told(client, minutes)["state"] == "approved"
        assert client.get(f"/minutes/register.json?known={before}").json["items"][1]["state"] == "circulated"
