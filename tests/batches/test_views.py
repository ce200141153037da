from csv import DictReader
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pikepdf
import pytest
from sqlalchemy import select

from registry.batches.commands import NO_CERTIFICATES, NOTHING_CHOSEN
from registry.batches.schemas import BACKWARDS, NEITHER_DAY
from registry.certificates import commands as certificates
from registry.db import db
from registry.errands.working import work_off
from registry.press import Print
from registry.press.codes import in_groups
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AHolding, AMeeting, AMember, APerson, AShareClass
from tests.papers import text_of
from tests.press.conforming import faults

pytestmark = pytest.mark.usefixtures("instance")

ALL = {"which": "current", "delivered_as": "zip"}
ONE_FILE = {"delivered_as": "one file"}


@pytest.fixture
def ordinary(app):
    return AShareClass(name="Ordinary")


@pytest.fixture
def asha(ordinary):
    return a_member("Asha", ordinary, on=date(2017, 5, 1))


@pytest.fixture
def ben(ordinary):
    return a_member("Ben/../", ordinary, on=date(2018, 5, 1))


def a_member(forenames, share_class, on):
    member = AMember(person=APerson(forenames=forenames))
    AHolding(10, member=member, share_class=share_class)
    certificates.issue(member, on=on, by=ADA)
    return member


def printed(app, client, address, asked):
    """What comes of a batch that is sent for: what its page says, and its file."""
    sent = client.post(address, data=asked)
    assert sent.status_code == 303, sent.text
    work_off(app)
    with client.get(f"{sent.location}/file") as answer:
        return client.get(sent.location).text, answer.data


def opened(zipped):
    with ZipFile(BytesIO(zipped)) as files:
        return {name: files.read(name) for name in files.namelist()}


def listed(files):
    return list(DictReader(StringIO(files["list.csv"].decode("utf-8-sig"))))


class TestCertificates:
    def test_come_in_a_zip_by_account_with_their_list(self, app, client, asha, ben):
        page, zipped = printed(app, client, "/batches/certificates", ALL)

        files = opened(zipped)
        assert [*files] == [
            "0001 Certificate 1, Asha Patel.pdf",
            "0002 Certificate 2, Ben .. Patel.pdf",
            "list.csv",
        ]
        assert "Asha Patel" in text_of(files["0001 Certificate 1, Asha Patel.pdf"])
        assert "2 papers" in page
        assert listed(files)[0]["Address"] == "1 HIGH STREET, WIGSTON, LE18 2EW"

    def test_are_each_in_the_log_of_prints_as_if_printed_alone(self, app, client, asha, ben):
        _, zipped = printed(app, client, "/batches/certificates", ALL)

        codes = [line["Check"] for line in listed(opened(zipped))]
        assert sorted(codes) == sorted(map(in_groups, db.session.scalars(select(Print.code))))
        assert client.get("/certificates/1.pdf").data == opened(zipped)["0001 Certificate 1, Asha Patel.pdf"]

    def test_of_one_class_or_of_the_days_of_issue_are_those_alone(self, app, client, asha, ben):
        other = a_member("Cyd", AShareClass(name="B shares"), on=date(2018, 5, 1))
        days = {"since-day": 1, "since-month": 5, "since-year": 2018, "until-day": 1, "until-month": 5}
        issued = {"which": "issued", "delivered_as": "zip", **days, "until-year": 2018}

        _, by_day = printed(app, client, "/batches/certificates", issued)
        asked = issued | {"share_class": other.movements[0].share_class_ref}
        _, by_both = printed(app, client, "/batches/certificates", asked)

        assert [line["Paper"] for line in listed(opened(by_day))] == ["Certificate 2", "Certificate 3"]
        assert [line["Paper"] for line in listed(opened(by_both))] == ["Certificate 3"]

    def test_in_one_file_lie_on_whole_sheets_behind_an_address_each(self, app, client, asha, ben):
        _, pdf = printed(app, client, "/batches/certificates", ALL | ONE_FILE)

        with pikepdf.open(BytesIO(pdf)) as book, book.open_outline() as outline:
            assert len(book.pages) == 10
            assert [entry.title for entry in outline.root] == ["List", "1. Asha Patel", "2. Ben/../ Patel"]
        words = text_of(pdf)
        assert "1 of 2" in words
        assert "Asha Patel 1 HIGH STREET WIGSTON LE18 2EW" in words
        assert faults({"certificates in one file": pdf}) == {}

    def test_of_which_there_are_none_are_not_sent_for(self, client, ordinary):
        answer = client.post("/batches/certificates", data=ALL)

        assert (answer.status_code, NO_CERTIFICATES in answer.text) == (422, True)

    def test_between_two_days_want_both_in_their_order(self, client, asha):
        issued = {"which": "issued", "delivered_as": "zip"}
        since = issued | {"since-day": 2, "since-month": 5, "since-year": 2018}
        until = since | {"until-day": 1, "until-month": 5, "until-year": 2018}

        assert NEITHER_DAY in client.post("/batches/certificates", data=issued).text
        assert NEITHER_DAY in client.post("/batches/certificates", data=since).text
        assert BACKWARDS in client.post("/batches/certificates", data=until).text

    def test_are_for_the_secretary(self, app, visitor):
        assert browser_of(app, "auditor").get("/batches/certificates").status_code == 403
        assert visitor.get("/batches/certificates").status_code == 401


class TestMembers:
    def test_are_each_sent_her_own(self, app, client, asha, ben):
        general = AMeeting(
            body=ABody(kind="general meeting", name="Members"), on=date(2030, 5, 14), titles=["Accounts"]
        )
        asked = {"parts": ["account", "certificates"], "meeting": general.ref, **ONE_FILE}

        _, pdf = printed(app, client, "/batches/members", asked)

        with pikepdf.open(BytesIO(pdf)) as book, book.open_outline() as outline:
            papers = [[paper.title for paper in packet.children] for packet in outline.root[1:]]
        assert papers == [
            ["Account in the register", f"Certificate {number}", "Notice", "Proxy form"] for number in (1, 2)
        ]
        assert text_of(pdf).count("I appoint the chair of the meeting") == 2
        assert faults({"members' packets": pdf}) == {}

    def test_are_not_sent_for_while_nothing_is_chosen_for_them(self, client, asha):
        answer = client.post("/batches/members", data={"delivered_as": "zip"})

        assert (answer.status_code, NOTHING_CHOSEN in answer.text) == (422, True)


class TestRegister:
    def test_lists_the_batches_that_one_sent_for(self, app, client, asha):
        printed(app, client, "/batches/certificates", ALL)

        [line] = client.get("/batches/register.json").json["items"]
        assert (line["title"][:17], line["state"]) == ("Certificates live", "done")
        assert "Certificates live" in client.get("/batches/register").text
