from datetime import date

import pytest

from registry.db import db
from registry.meetings import commands as meetings
from registry.proxies import commands
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AHolding, AMeeting, AMember, APerson
from tests.papers import text_of
from tests.proxies.test_commands import lodge
from tests.statements import statements

CAME = {"lodged_on-day": 12, "lodged_on-month": 5, "lodged_on-year": 2026, "lodged_at": "18:30"}


@pytest.fixture
def general(app):
    return AMeeting(
        body=ABody(kind="general meeting", name="Members"), notice_given=date(2026, 4, 1), titles=["Accounts"]
    )


@pytest.fixture
def member(app):
    member = AMember(person=APerson(forenames="Asha"))
    AHolding(10, member=member)
    return member


class TestLodge:
    def test_from_the_page_of_the_meeting(self, app, client, general, member):
        address = f"/proxies/meetings/{general.ref}/lodge"
        gus = APerson(forenames="Gus")
        asked = {"member": member.ref, "person": gus.ref, "signed_by": member.holders[0].person_ref, **CAME}
        asked |= {"instructions-0-item": 1, "instructions-0-how": "for"}

        assert address in client.get(f"/meetings/{general.ref}").text
        answer = client.post(address, data=asked)

        assert answer.status_code == 303
        assert "Item 1: for; otherwise as the proxy thinks fit" in client.get(answer.location).text
        assert "Gus Patel" in client.get(f"/meetings/{general.ref}").text
        assert client.post(address, data=asked | {"shares": 11}).status_code == 409
        assert 'href="#lodged_at"' in client.post(address, data=asked | {"lodged_at": "half six"}).text
        assert browser_of(app, "director").get(address).status_code == 403

    def test_is_not_offered_for_a_meeting_of_the_board(self, client):
        assert "/lodge" not in client.get(f"/meetings/{AMeeting().ref}").text

    def test_is_not_offered_for_one_that_was_called_off(self, client, general):
        meetings.call_off(general, reason="Nobody is free", by=ADA)

        assert "/lodge" not in client.get(f"/meetings/{general.ref}").text


class TestOfMeeting:
    def test_comes_as_a_page_json_csv_and_paper(self, client, general, member):
        lodge(general, member)
        address = f"/proxies/meetings/{general.ref}"

        assert "A notice is in time that comes by 12 May 2026 at 18:30" in client.get(address).text
        assert client.get(f"{address}.json").json["items"][0]["state"] == "Stands"
        assert "Asha Patel" in client.get(f"{address}.csv").text
        assert "Proxies: Members, 14 May 2026" in text_of(client.get(f"{address}.pdf").data)

    def test_asks_no_more_of_the_database_for_more_of_them(self, client, app):
        counts = []
        for size in (2, 6):
            meeting = AMeeting(body=ABody(kind="general meeting"), titles=["Accounts"] * size)
            for member in [AMember(person=APerson()) for _ in range(size)]:
                AHolding(5, member=member)
                lodge(meeting, member)
            address = f"/proxies/meetings/{meeting.ref}"
            db.session.expunge_all()
            with statements() as asked:
                client.get(address)
            counts.append(len(asked))

        assert counts[0] == counts[1]


class TestForms:
    def test_are_printed_for_each_member_of_the_day(self, client, general, member):
        AMember(ceased=date(2026, 5, 14))

        paper = text_of(client.get(f"/proxies/meetings/{general.ref}/forms.pdf").data)

        assert paper.count("I appoint the chair of the meeting") == 1
        assert "10 shares" in paper
        assert "12 May 2026 at 18:30" in paper
        page = client.get(f"/proxies/meetings/{general.ref}/forms").text
        assert "Asha Patel" in page
        assert f'href="/proxies/meetings/{general.ref}"' in page

    def test_ask_only_about_what_is_put_to_the_vote(self, client, member):
        meeting = AMeeting(body=ABody(kind="general meeting"), titles=[], notice_given=None)
        for title, purpose in (("Welcome", "note"), ("Dividend", "decide"), ("Auditor", "decide")):
            meetings.add_item(meeting, title=title, purpose=purpose, by=ADA)
        meetings.give_notice(meeting, notice_given=date(2026, 4, 1), by=ADA)
        meetings.strike_item(meeting, item=3, reason="None is needed", by=ADA)

        paper = text_of(client.get(f"/proxies/meetings/{meeting.ref}/forms.pdf").data)
        tally = client.get(f"/proxies/meetings/{meeting.ref}.json").json["agenda"]

        assert "2. Dividend" in paper
        assert "Welcome" not in paper
        assert "Auditor" not in paper
        assert [item["title"] for item in tally] == ["Dividend"]


class TestRegister:
    @pytest.mark.parametrize("kind", ["", ".json", ".csv", ".pdf"])
    def test_comes_in_every_form(self, client, general, member, kind):
        lodge(general, member)

        assert client.get(f"/proxies/register{kind}").status_code == 200

    def test_is_of_what_was_lodged_by_the_day(self, client, general, member):
        lodge(general, member)

        for day, count in (("2026-05-11", 0), ("2026-05-12", 1)):
            assert client.get(f"/proxies/register.json?on={day}").json["count"] == count


class TestRevoke:
    def test_wants_the_rev_and_is_noted_with_its_time(self, client, api, general, member):
        proxy = lodge(general, member)
        address = f"/proxies/{proxy.ref}/revoke"
        when = {"revoked_on-day": 14, "revoked_on-month": 5, "revoked_on-year": 2026, "revoked_at": "18:29"}

        assert api.post(address, json={"revoked_on": "2026-05-14", "revoked_at": "18:29"}).status_code == 428
        assert client.post(address, data={"rev": proxy.rev, **when}).status_code == 303
        page = client.get(f"/proxies/{proxy.ref}").text
        assert "Revoked on 14 May 2026 at 18:29" in page
        assert address not in page


class TestAdmit:
    def test_wants_attendance_first(self, client, general, member):
        commands.lodge(
            general, member=member, signed_by=member.holders[0].person, lodged_on=date(2026, 5, 12), lodged_at="09:00",
            by=ADA,
        )  # fmt: skip

        answer = client.post(f"/proxies/meetings/{general.ref}/admit", data={"rev": general.rev})

        assert answer.status_code == 409
        assert "first record who attended" in answer.text
