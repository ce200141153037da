import pytest

from registry.db import db
from registry.doors import Found, hung
from registry.ledger import head
from registry.members.models import Member
from tests.conftest import browser_of
from tests.factories import AHolding, AMember, AShareClass
from tests.members.acts import AUTUMN, SPRING, SUMMER, transfer, typed


@pytest.fixture(autouse=True)
def reliance(app, monkeypatch):
    """What another room hangs on a member: one vote, taken in the summer of 2018."""

    def votes(member, since):
        assert isinstance(member, Member)
        if since <= SUMMER:
            yield Found("Vote", f"A poll of {SUMMER}, counted on the register", "/decisions/2018-1")

    monkeypatch.setattr(hung, "RESTING", [hung.Resting(Member, votes)])


@pytest.fixture
def holding(app):
    return AHolding(5, share_class=AShareClass(name="Ordinary"), on=SPRING)


class TestResting:
    def test_tells_what_was_done_in_reliance_since_a_day(self, client, holding):
        def told(day):
            return client.get(f"/members/{holding.member.ref}/resting.json?on={day}").json["items"]

        assert told("2018-07-01") == [
            {"kind": "Vote", "text": "A poll of 2018-07-01, counted on the register", "href": "/decisions/2018-1"}
        ]
        assert told("2018-07-02") == []
        assert "A poll of" in client.get(f"/members/{holding.member.ref}/resting?on=2018-07-01").text

    def test_is_for_those_who_may_put_right(self, app, holding):
        assert browser_of(app, "member").get(f"/members/{holding.member.ref}/resting").status_code == 403


class TestCorrectMovement:
    @pytest.fixture(autouse=True)
    def _a_door(self, app, holding):
        self.holding, self.member = holding, holding.member
        self.door = f"/members/{self.member.ref}/correct-movement"

    def asked(self, day=(1, 3, 2018), **more):
        asked = {"movement": self.holding.ref, "shares": "5", "paid": "1.00", "reason": "misread"}
        return asked | {"authority": "clerical", "rev": str(self.member.rev)} | typed(*day) | more

    def test_begins_with_what_the_entry_says(self, client):
        page = client.get(f"{self.door}?movement={self.holding.ref}").text

        for value in (self.holding.ref, "1.00", "5", "2017"):
            assert f'value="{value}"' in page

    def test_of_an_entry_of_another_account_begins_with_nothing(self, client):
        other = AHolding(77, share_class=self.holding.share_class)

        for asked in (f"?movement={other.ref}", "?movement=NOTHING", ""):
            assert 'value="77"' not in client.get(f"{self.door}{asked}").text

    def test_first_shows_what_rests_on_it_and_records_nothing(self, client):
        size = head().size

        page = client.post(self.door, data=self.asked())

        assert page.status_code == 200
        assert "What rests on it since 1 April 2017" in page.text
        assert "Vote: <a" in page.text
        assert "A poll of 2018-07-01" in page.text
        assert "Nothing is recorded yet" in page.text
        assert 'name="seen" value="2017-04-01"' in page.text
        assert 'value="2018"' in page.text
        assert (head().size, self.holding.on, self.member.notes) == (size, SPRING, [])

    def test_is_recorded_once_that_has_been_seen(self, client):
        answer = client.post(self.door, data=self.asked(seen="2017-04-01"))

        assert (answer.status_code, answer.location) == (303, f"/members/{self.member.ref}")
        assert (self.holding.on.month, len(self.member.notes)) == (3, 1)

    def test_is_shown_again_if_the_day_has_moved_earlier_since(self, client):
        AHolding(1, member=self.member, share_class=self.holding.share_class)
        db.session.refresh(self.member)
        later = AHolding(2, member=self.member, share_class=self.holding.share_class, on=AUTUMN)

        def sent(day, seen):
            asked = self.asked(day, movement=later.ref, shares="2", rev=str(self.member.rev), seen=seen)
            return client.post(self.door, data=asked)

        first = sent((1, 9, 2019), "")
        assert "since 1 September 2019" in first.text
        assert "Nothing on record was done in reliance on it." in first.text
        again = sent((1, 6, 2018), "2019-09-01")
        assert again.status_code == 200
        assert "since 1 June 2018" in again.text
        assert "A poll of" in again.text
        assert sent((2, 6, 2018), "2018-06-01").status_code == 303

    @pytest.mark.parametrize("seen", ["", "tomorrow", "9999-12-31"])
    def test_takes_no_other_word_for_what_was_seen(self, client, seen):
        assert client.post(self.door, data=self.asked(seen=seen)).status_code == 200
        assert self.member.notes == []

    def test_says_at_once_what_the_law_forbids(self, client):
        answer = client.post(self.door, data=self.asked(shares="4"))

        assert answer.status_code == 409
        assert "only by the consent of all whose title it touches, or by the court" in answer.text
        assert "What rests on it" not in answer.text

    def test_says_at_once_what_makes_no_sense(self, client):
        for wrong, sentence in (
            ({"movement": ""}, "an answer is needed"),
            ({"movement": "NOTHING"}, "There is no movement “NOTHING”."),
            ({"shares": "-1"}, "Write a number of shares, from 0 to 1000000000."),
            ({"authority": "habit"}, "Say by what right: a slip, consent, or the court."),
            ({"reason": " "}, "What was wrong, and how you know: an answer is needed."),
        ):
            answer = client.post(self.door, data=self.asked() | wrong)
            assert answer.status_code == 422, wrong
            assert sentence in answer.text, wrong

    def test_of_an_account_changed_since_is_refused_before_anything_is_shown(self, client):
        assert client.post(self.door, data=self.asked(rev="1")).status_code == 412
        assert client.post(self.door, data=self.asked(rev="")).status_code == 428

    def test_from_json_is_done_at_once(self, api):
        ben = AMember()
        (came,) = transfer(self.member, ben, self.holding.share_class, 5)
        asked = {"movement": came.ref, "on": "2018-07-01", "shares": 3, "paid": "1.00"}
        asked |= {"authority": "consent", "reason": "misread"}

        answer = api.post(f"/members/{ben.ref}/correct-movement", json=asked, headers={"If-Match": str(ben.rev)})

        assert answer.status_code == 201
        assert set(answer.json["refs"]) == {ben.ref, self.member.ref}
        assert (ben.held(SUMMER), self.member.held(SUMMER), self.member.ceased) == (3, 2, None)

    def test_is_not_for_directors(self, app):
        assert browser_of(app, "director").get(self.door).status_code == 403


class TestCorrectEntry:
    def test_shows_what_rests_on_the_earlier_of_the_two_days(self, client):
        member = AMember(entered=AUTUMN)
        asked = {"authority": "clerical", "reason": "misread", "rev": "1"} | typed(1, 7, 2018, "entered")

        page = client.post(f"/members/{member.ref}/correct-entry", data=asked)
        done = client.post(f"/members/{member.ref}/correct-entry", data=asked | {"seen": "2018-07-01"})

        assert "A poll of" in page.text
        assert done.status_code == 303
        assert member.entered == SUMMER

    def test_begins_with_the_day_it_says(self, client):
        page = client.get(f"/members/{AMember(entered=AUTUMN).ref}/correct-entry").text

        assert 'value="2019"' in page


class TestCorrectAddress:
    def test_from_a_page_at_once(self, client):
        member = AMember(address="2 LOU LANE")
        door = f"/members/{member.ref}/correct-address"
        asked = {"address": "2 LOW LANE", "authority": "clerical", "reason": "misread", "rev": "1"}

        begun, answer = client.get(door).text, client.post(door, data=asked)

        assert "2 LOU LANE" in begun
        assert answer.status_code == 303
        assert member.address == "2 LOW LANE"

    def test_without_a_right_to_is_refused(self, client):
        member = AMember()
        asked = {"address": "2 LOW LANE", "reason": "misread", "rev": "1"}

        assert client.post(f"/members/{member.ref}/correct-address", data=asked).status_code == 422
