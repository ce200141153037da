"""The register of interests as it is shown, printed and compared."""

from datetime import UTC, date, datetime, timedelta

import pytest

from registry import clock
from registry.interests import commands
from registry.interests.models import FINANCIAL, INDIRECT, NOT_SURE
from registry.practices import commands as practices
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABody,
    AConfirmation,
    AMeeting,
    AMember,
    AnAppointment,
    AnInterest,
    APerson,
    APractice,
    ASeat,
)
from tests.papers import text_of

JUNE = "2031-06-01"


@pytest.fixture
def harriet():
    return APerson(forenames="Harriet", surname="Ashworth")


@pytest.fixture
def year():
    """A clock for acts of 2031, when nothing else was entered."""
    with clock.telling(datetime(2031, 1, 10, 9, tzinfo=UTC)) as time:
        yield time


def lines(browser, address="register", on="2026-05-01"):
    return browser.get(f"/interests/{address}.json?on={on}").json["items"]


def notes(line):
    """Those that are about the interest."""
    return [mark for mark in line["marks"] if mark != "holds no seat and no shares"]


class TestPositions:
    def test_are_those_of_the_day(self, client, harriet):
        board = ABody(kind="board", name="Board of directors")
        AnAppointment(
            seat=ASeat(title="Chair", body=board), person=harriet, since=date(2025, 1, 1), until=date(2026, 5, 1)
        )
        AMember(person=harriet)
        AnInterest(person=harriet)

        told = [lines(client, on=on)[0]["positions"] for on in ("2026-04-30", "2026-05-01")]

        assert told == [["Chair, Board of directors"], ["Shareholder"]]

    def test_of_somebody_who_left_are_none_and_said_so(self, client, harriet):
        AnInterest(person=harriet)

        line = lines(client)[0]
        assert (line["positions"], line["marks"]) == ([], ["holds no seat and no shares"])


class TestSilent:
    def test_those_who_decide_and_are_not_on_the_register_are_named_on_the_page_and_on_paper(self, client, harriet):
        AMember(person=harriet)
        AConfirmation(person=AnAppointment().person)

        page, paper = client.get("/interests/register"), client.get("/interests/register.pdf")

        words = "No declaration is on the public register by one person who sit"
        for text in (page.text, text_of(paper.data)):
            assert "Harriet Ashworth" in text
        assert words in page.text
        assert client.get("/interests/register.json").json["silent"] == ["Harriet Ashworth"]

    def test_somebody_with_private_interests_alone_is_named_in_public_and_not_in_private(self, client, harriet):
        AMember(person=harriet)
        AnInterest(person=harriet, public=False, private_reason="Harm")

        assert client.get("/interests/register.json").json["silent"] == ["Harriet Ashworth"]
        assert client.get("/interests/private.json").json["silent"] == []


class TestPrinted:
    def test_has_the_columns_of_the_nhs_in_their_order_and_words_for_what_is_late(self, client, harriet):
        more = {"relation": "sister", "nature": FINANCIAL, "dates": "March 2026"}
        AnInterest(person=harriet, kind=INDIRECT, since=date(2026, 3, 31), declared_on=date(2026, 5, 1), **more)

        text = text_of(client.get("/interests/register.pdf?on=2026-05-01").data)

        assert "Name Position held organisation Financial professional personal indirect Nature of" in text
        for words in ("Indirect", "person’s sister", "declared late, 31 days", "March"):
            assert words in text

    def test_in_private_has_the_reasons(self, client):
        AnInterest(public=False, private_reason="Real danger of harm")

        words = text_of(client.get("/interests/private.pdf").data)
        assert "private" in words
        assert "Real danger" in words


class TestNotSure:
    def test_is_in_private_and_the_secretarys_to_settle(self, client, harriet):
        interest = AnInterest(person=harriet, kind=NOT_SURE)

        assert lines(client) == []
        assert "its kind is to be settled" in lines(client, "private")[0]["marks"]
        duties = client.get("/home/duties").text
        assert "Harriet Ashworth was not sure of what kind an interest is" in duties
        commands.change(interest, **commands.as_it_is_told(interest) | {"kind": FINANCIAL}, by=ADA)

        assert len(lines(client)) == 1
        assert "was not sure" not in client.get("/home/duties").text

    def test_is_not_told_to_others(self, app, harriet):
        interest = AnInterest(person=harriet, kind=NOT_SURE)
        reader = browser_of(app, "director")

        assert reader.get(f"/interests/{interest.ref}").status_code == 404
        assert "was not sure" not in reader.get("/home/duties").text


class TestOrganisation:
    def test_that_was_renamed_is_told_by_both_names(self, client):
        practice = APractice(code="C82001", name="LATHAM HOUSE")
        AnInterest(organisation="Latham Surgery", organisation_ref=practice.ref)

        line = lines(client)[0]

        assert (line["organisation"], notes(line)) == ("Latham Surgery", ["now called LATHAM HOUSE"])

    def test_that_merged_is_told_from_the_day_it_did(self, client):
        old, new = APractice(code="C82001", name="TWO SHIRES"), APractice(code="C82002", name="SOUTH")
        practices.merge(old, into=new, on=date(2026, 5, 1), by=ADA)
        AnInterest(organisation="TWO SHIRES", organisation_ref=old.ref)

        told = [notes(lines(client, on=on)[0]) for on in ("2026-04-30", "2026-05-01")]

        assert told == [[], ["merged into SOUTH on 1 May 2026"]]

    def test_that_closed_is_told_from_the_day_after_its_last(self, client):
        practice = APractice(code="C82001", name="TWO SHIRES", closed=date(2026, 5, 1))
        AnInterest(organisation="Two Shires", organisation_ref=practice.ref)

        told = [notes(lines(client, on=on)[0]) for on in ("2026-04-30", "2026-05-01")]

        assert told == [[], ["closed after 30 April 2026"]]

    def test_that_is_a_network_is_told_by_both_names(self, client):
        network = ABody(kind="PCN", name="Rutland Health")
        AnInterest(organisation="Rutland PCN", organisation_ref=network.ref)

        assert notes(lines(client)[0]) == ["now called Rutland Health"]


class TestCompared:
    def told(self, browser, address="compared", begin="2031-02-01", end=JUNE, **more):
        asked = {"from": begin, "to": end} | more
        found = browser.get(f"/interests/{address}.json", query_string=asked).json["items"]
        return {line["description"]: line["what"] for line in found}

    def test_tells_what_was_added_late_ended_and_confirmed_as_nothing(self, api, year):
        ended = AnInterest(description="Old", since=date(2031, 1, 1))
        AnInterest(description="Same", since=date(2031, 1, 1))
        year.at = datetime(2031, 5, 1, 9, tzinfo=UTC)
        AnInterest(description="New", since=date(2031, 3, 1), declared_on=date(2031, 5, 1))
        commands.end(ended, until=date(2031, 4, 1), by=ADA)
        AConfirmation(on=date(2031, 5, 1), person=APerson(forenames="Ann", surname="Zeal"))

        assert self.told(api) == {
            "Old": ["ended"],
            "New": ["added", "late"],
            "Ann Zeal, as confirmed on 1 May 2031, has nothing to declare.": ["confirmed nothing to declare"],
        }
        page = api.get(f"/interests/compared?from=2031-02-01&to={JUNE}").text
        assert "declared late, 61 days after it arose" in page
        assert "3 differences between the register as at 1 February 2031" in page

    def test_tells_what_was_said_before_word_by_word(self, api, year):
        interest = AnInterest(description="Partner in it", since=date(2031, 1, 1))
        year.at = datetime(2031, 5, 1, 9, tzinfo=UTC)
        changed = commands.as_it_is_told(interest) | {"description": "Salaried partner in it", "topics": ["money"]}
        commands.change(interest, **changed, by=ADA)
        asked = f"from=2031-02-01&to={JUNE}"

        [line] = api.get(f"/interests/compared.json?{asked}").json["items"]
        assert line["what"] == ["changed"]
        assert (line["before"], line["after"]) == (
            "Interest: Partner in it; Which of our work: nothing",
            "Interest: Salaried partner in it; Which of our work: money",
        )
        assert "<del>" in api.get(f"/interests/compared?{asked}").text
        assert "Interest: Partner in it" in api.get(f"/interests/compared.csv?{asked}").text
        assert "Salaried" in text_of(api.get(f"/interests/compared.pdf?{asked}").data)

    def test_tells_what_left_after_six_months_in_public_alone(self, api, year):
        AnInterest(description="Old", since=date(2031, 1, 1), until=date(2031, 1, 10))

        def what(address, end):
            return self.told(api, address, begin="2031-01-11", end=end)

        assert what("compared", "2031-07-09") == {}
        assert what("compared", "2031-07-10") == {"Old": ["no longer shown"]}
        assert what("private/compared", "2031-07-10") == {}

    def test_tells_in_private_what_was_withheld_and_in_public_nothing_of_it(self, api, year):
        interest = AnInterest(description="Secret", since=date(2031, 1, 1))
        year.at = datetime(2031, 5, 1, 9, tzinfo=UTC)
        told = commands.as_it_is_told(interest) | {"public": False, "private_reason": "Harm"}
        commands.change(interest, **told, by=ADA)

        assert self.told(api) == {}
        assert self.told(api, "private/compared") == {"Secret": ["withheld"]}

    def test_tells_what_was_published_without_what_it_said_before(self, api, year):
        interest = AnInterest(description="Secret", since=date(2031, 1, 1), public=False, private_reason="Harm")
        year.at = datetime(2031, 5, 1, 9, tzinfo=UTC)
        told = commands.as_it_is_told(interest) | {"public": True, "private_reason": "", "description": "A holding"}
        commands.change(interest, **told, by=ADA)

        assert self.told(api) == {"A holding": ["newly published"]}
        assert "Secret" not in api.get(f"/interests/compared.json?from=2031-02-01&to={JUNE}").text
        assert self.told(api, "private/compared") == {"A holding": ["newly published", "changed"]}

    def test_is_as_known_then_or_as_the_address_says(self, api, year):
        year.at = datetime(2031, 5, 1, 9, tzinfo=UTC)
        AnInterest(description="Entered later", since=date(2031, 1, 1), declared_on=date(2031, 1, 2))

        assert self.told(api) == {"Entered later": ["added"]}
        assert self.told(api, known_from="2031-05-01T10:00Z") == {}
        assert self.told(api, known_to="2031-04-30") == {}

    def test_the_other_way_round_is_the_same(self, api, year):
        AnInterest(description="New", since=date(2031, 3, 1))

        assert self.told(api, begin=JUNE, end="2031-01-01") == {"New": ["added"]}

    def test_what_is_no_day_is_said(self, client):
        assert client.get("/interests/compared?from=yesterday").status_code == 422

    def test_in_private_is_for_few(self, app):
        assert browser_of(app, "member").get("/interests/private/compared").status_code == 403
        assert browser_of(app, "member").get("/interests/compared").status_code == 200


class TestInterestsAsTheyStood:
    def test_lead_from_a_meeting_to_the_register_as_it_was_when_it_began_and_to_what_became_of_it(self, client):
        meeting = AMeeting(on=date(2026, 5, 14), begins="13:00")

        page = client.get(f"/meetings/{meeting.ref}").text

        assert "Interests as they stood" in page
        assert "/interests/register?on=2026-05-14&amp;known=2026-05-14T13:00:00%2B01:00" in page
        assert "/interests/compared?from=2026-05-14&amp;known_from=2026-05-14T13:00:00%2B01:00" in page

    def test_before_it_lead_to_the_register_as_it_stands(self, client):
        meeting = AMeeting(on=clock.today() + timedelta(days=1))

        page = client.get(f"/meetings/{meeting.ref}").text

        assert "As it stands" in page
        assert "/interests/register?on=" not in page
