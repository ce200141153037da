import pytest

from registry import clock
from registry.db import db
from registry.meetings import commands as meetings
from registry.people.models import Person
from registry.structure.models import Body
from registry.votes import commands, queries
from registry.votes.models import NAMED, Vote
from tests.conftest import browser_of
from tests.factories import ADA, AMeeting, AVote
from tests.papers import text_of
from tests.statements import statements
from tests.votes.test_polls import lodge

ALL = "Asha", "Ben", "Cleo", "Dev", "Eve"
FOUR = "Clara", "Dora", "Finn", "Gita"
HANDS = {"question": "That it be so.", "method": "show of hands"}


class TestPut:
    def test_from_the_item_on_the_page_of_the_meeting_in_three_numbers(self, app, client, general):
        address = f"/votes/meetings/{general.meeting.ref}/put"
        assert address not in client.get(f"/meetings/{general.meeting.ref}").text
        general.came(*ALL)
        assert f"{address}?item=2" in client.get(f"/meetings/{general.meeting.ref}").text

        page = client.get(f"{address}?item=2").text
        answer = client.post(address, data=HANDS | {"item": 2, "votes_for": "3", "votes_against": "1", "withheld": "1"})

        assert "That it be so." in page
        assert answer.status_code == 303
        assert "3 were for and 1 against (1 withheld); a special resolution needs three quarters: carried." in (
            client.get(answer.location).text
        )
        assert "3 were for and 1 against" in client.get(f"/meetings/{general.meeting.ref}").text
        assert client.post(address, data=HANDS | {"item": 2, "votes_for": "6"}).status_code == 409
        assert 'href="#put_at"' in client.post(address, data=HANDS | {"item": 1, "put_at": "half six"}).text
        assert browser_of(app, "director").get(address).status_code == 403

    def test_takes_json(self, api, general):
        general.came(*ALL)

        answer = api.post(f"/votes/meetings/{general.meeting.ref}/put", json=HANDS | {"item": 1, "votes_for": 5})

        assert answer.status_code == 201
        assert [line["outcome"] for line in queries.votes_at(general.meeting)] == ["carried"]

    def test_by_name_goes_on_to_the_seats(self, client, board):
        board.came("Clara", "Dora", Finn="A")

        asked = HANDS | {"item": 1, "method": "named votes"}
        address = client.post(f"/votes/meetings/{board.meeting.ref}/put", data=asked).location

        page = client.get(address).text
        assert "Clara’s seat (Clara Patel)" in page
        assert "Finn’s seat" not in page
        vote = db.session.query(Vote).one()
        typed = {"lines-0-voter": board.voter("Dora"), "lines-0-person": board.people["Dora"].ref}
        assert client.post(address, data={"rev": vote.rev, **typed, "lines-0-how": "for"}).status_code == 303
        assert "Dora’s seat" not in client.get(address).text
        rev = db.session.query(Vote).one().rev
        assert "Nobody’s vote is entered yet" in client.post(address, data={"rev": rev, **typed}).text


class TestAPoll:
    def test_goes_from_its_demand_to_its_result_without_script(self, client, general):
        general.came("Asha", "Ben", "Cleo")
        hands = general.by_hands(votes_for=1, votes_against=2)
        demand = f"/votes/meetings/{general.meeting.ref}/demand-poll?item=1"
        assert demand in client.get(f"/votes/{hands.ref}").text
        assert "casting-vote" not in client.get(f"/votes/{hands.ref}").text
        asked = {"item": 1, "demanded_in": "the chair"}

        page = client.post(f"/votes/meetings/{general.meeting.ref}/demand-poll", data=asked).location
        poll = next(each for each in db.session.query(Vote) if each.ref != hands.ref)
        client.post(f"{page}/open", data={"rev": 1, "at": "19:00"})
        slips = client.get(f"{page}/cast").text
        assert "Asha Patel, in person: 100 votes" in slips
        assert "Dev Patel" not in slips
        typed = {"rev": 2}
        for place, name in enumerate(("Asha", "Ben")):
            typed |= {f"lines-{place}-voter": general.voter(name), f"lines-{place}-person": general.people[name].ref}
        client.post(f"{page}/cast", data=typed | {"lines-0-how": "for", "lines-1-votes_against": "60"})
        client.post(f"{page}/close", data={"rev": 3})

        told = client.get(page).text
        assert "On a poll, 100 votes were cast for and 60 against; an ordinary resolution needs more than half" in told
        assert f'href="/votes/{hands.ref}"' in told
        assert f'href="/votes/{poll.ref}"' in client.get(f"/votes/{hands.ref}").text
        paper = text_of(client.get(f"{page}.pdf").data)
        assert "100 votes were cast for and 60 against" in paper
        assert "Eve Patel" in paper
        assert client.get(f"{page}.pdf").data == client.get(f"{page}.pdf").data
        assert "/close" not in told
        assert "A poll is demanded" not in client.get(f"/votes/{hands.ref}").text

    def test_is_filled_in_as_proxies_were_told(self, client, general):
        lodge(general, "Asha", to="Gus", instructions=[{"item": 1, "how": "against"}])
        general.came("Ben", "Cleo", "Gus")
        poll = general.poll()

        page = client.get(f"/votes/{poll.ref}/cast").text

        assert "Gus Patel, proxy: 100 votes; told to vote against" in page
        assert '<option value="against" selected>Against</option>' in page

    def test_says_where_a_line_is_wrong(self, api, general):
        general.came("Asha", "Ben")
        poll = general.poll()
        line = {"voter": general.voter("Asha"), "person": general.people["Asha"].ref, "votes_for": 101}

        answer = api.post(f"/votes/{poll.ref}/cast", json={"lines": [line]}, headers={"If-Match": str(poll.rev)})

        assert answer.status_code == 409
        assert answer.json["authority"] == "Companies Act 2006, s.284(3) and s.322"
        assert api.post(f"/votes/{poll.ref}/cast", json={"lines": [line]}).status_code == 428


class TestOtherDoors:
    def test_of_a_vote_that_is_not_closed(self, client, general):
        general.came(*ALL)
        vote = general.by_hands()
        page = f"/votes/{vote.ref}"
        chair = general.people["Asha"]
        meetings.take_chair(general.meeting, person=chair, reason="The chair is away", by=ADA)
        noticed = {"noticed_on-day": 12, "noticed_on-month": 5, "noticed_on-year": 2026, "noticed_at": "18:30"}
        amended = {"words": "For seven read eight", "question": "That eight be.", "mover": chair.ref, "carried": "true"}
        made = {"made_on-day": 14, "made_on-month": 5, "made_on-year": 2026}

        for rev, (act, answers) in enumerate(
            [
                ("amend", amended | noticed),
                ("object", {"person": chair.ref, "ground": "Not on the register", **made}),
                ("declare", {"outcome": "carried"}),
                ("strike", {"reason": "It was lost"}),
            ],
            start=1,
        ):
            assert client.post(f"{page}/{act}", data={"rev": rev, **answers}).status_code == 303, act

        told = client.get(page).text
        assert "That eight be." in told
        assert "Objection was made to the voting of Asha Patel" in told
        assert "Entered wrongly: It was lost." in told

    def test_of_a_tie_a_demand_and_a_question_taken_back(self, client, board, general):
        board.came(*FOUR)
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)
        tied, open_one = board.by_hands(votes_for=2, votes_against=2), board.by_hands()
        general.came(*ALL)
        poll = commands.demand_poll(general.meeting, item=1, demanded_in="the chair", by=ADA)

        for vote, act, answers in (
            (tied, "casting-vote", {"way": "against"}),
            (open_one, "withdraw", {"why": "The mover took it back"}),
            (poll, "withdraw-demand", {"agreed": "true"}),
        ):
            assert f"/{act}" in client.get(f"/votes/{vote.ref}").text
            assert client.post(f"/votes/{vote.ref}/{act}", data={"rev": 1, **answers}).status_code == 303
            assert f"/{act}" not in client.get(f"/votes/{vote.ref}").text


class TestRegister:
    @pytest.mark.parametrize("address", ["register", "meetings/{meeting}"])
    def test_comes_in_every_form(self, client, general, address):
        general.came(*ALL)
        general.by_hands(votes_for=4, votes_against=1)
        address = f"/votes/{address.format(meeting=general.meeting.ref)}"

        assert "That it be so." in client.get(address).text
        [line] = client.get(f"{address}.json").json["items"]
        assert (line["votes_for"], line["votes_against"], line["entitled"], line["state"]) == (4, 1, 5, "Carried")
        assert "That it be so." in client.get(f"{address}.csv").text
        assert "That it be so." in text_of(client.get(f"{address}.pdf").data)

    def test_is_of_meetings_up_to_the_day(self, client, general):
        general.came(*ALL)
        general.by_hands(votes_for=4)

        for day, count in (("2026-05-13", 0), ("2026-05-14", 1)):
            assert client.get(f"/votes/register.json?on={day}").json["count"] == count

    def test_asks_no_more_of_the_database_for_more_of_them(self, client, board):
        body, clara = board.meeting.body.ref, board.people["Clara"].ref
        counts = []
        for size in (2, 6):
            person = db.session.get_one(Person, clara)
            for _ in range(size):
                meeting = AMeeting(body=db.session.get_one(Body, body))
                meetings.record_attendance(meeting, lines=[{"person": person, "mark": "P"}], by=ADA)
                AVote(meeting, votes_for=1, mover=person, procedural=True)
            db.session.expunge_all()
            with statements() as asked:
                client.get("/votes/register")
            counts.append(len(asked))

        assert counts[0] == counts[1] <= 16

    def test_is_for_the_board(self, app):
        assert browser_of(app, "director").get("/votes/register").status_code == 200
        assert browser_of(app, "member").get("/votes/register").status_code == 403

    def test_is_searched_by_the_words_of_the_question(self, client, general):
        general.came(*ALL)
        general.by_hands(question="That the lease be renewed.")

        assert "That the lease be renewed." in client.get("/home/search?q=lease").text
        assert "That the lease be renewed." not in client.get("/home/search?q=dividend").text


class TestARestrictedItem:
    @pytest.fixture
    def vote(self, board):
        board.came(*FOUR)
        return AVote(board.meeting, question="That Acme be paid.", method=NAMED)

    def restrict(self, board):
        told = {"title": "A contract", "purpose": "decide", "restricted": "commercial"}
        meetings.change_item(board.meeting, item=1, **told, by=ADA)

    def test_is_absent_for_whoever_may_not_read_it(self, app, client, board, vote):
        self.restrict(board)
        pages = ["/votes/register", f"/votes/meetings/{board.meeting.ref}", f"/meetings/{board.meeting.ref}"]
        director = browser_of(app, "director")

        for page in pages:
            for kind in ("", ".json"):
                assert "That Acme be paid." not in director.get(f"{page}{kind}").text
        assert "That Acme be paid." in client.get(pages[0]).text
        assert "That Acme be paid." in client.get(f"/votes/{vote.ref}").text
        for kind in ("", ".json", ".pdf"):
            assert director.get(f"/votes/{vote.ref}{kind}").status_code == 404
        assert "That Acme be paid." in client.get("/home/search?q=Acme").text
        assert "That Acme be paid." not in director.get("/home/search?q=Acme").text

    def test_is_so_also_in_a_past_in_which_it_was_open(self, app, board, vote):
        before, director = f"{clock.now():%Y-%m-%dT%H:%M:%S.%fZ}", browser_of(app, "director")
        assert len(director.get("/votes/register.json").json["items"]) == 1

        self.restrict(board)

        assert director.get(f"/votes/register.json?known={before}").json["items"] == []
        assert director.get(f"/votes/meetings/{board.meeting.ref}.json?known={before}").json["items"] == []
        assert director.get(f"/votes/{vote.ref}.json?known={before}").status_code == 404
        assert "Acme" not in director.get(f"/audit/documents/{vote.ref}").text
