"""A document entered once is read for ever: whoever changes what a kind of document says writes how the old is read."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.db import db
from registry.ledger import known, verify
from registry.ledger.documents import kinds, read_text
from registry.members.models import Member, ShareClass
from registry.people import commands as people
from registry.people.models import Person
from tests.books import in_memory
from tests.factories import ADA, AHolding, AMember, APerson, AShareClass
from tests.ledger.acts import entries
from tests.ledger.shapes import on_record, shape_of, shape_of_text

THEN, NOW = datetime(2026, 11, 1, 9, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)

SHARE_CLASS = (
    '{"document":{"name":"Ordinary","nominal":100,"ref":"01KS0000000000000000CLASS0",'
    '"rights":"One vote a share.","votes_per_share":1},"reason":""}'
)
MEMBER = (
    '{"document":{"address":"1 HIGH STREET\\nWIGSTON","ceased":null,"entered":"2017-04-01","folio":1,'
    '"holders":[{"person_ref":"01KS00000000000000000ASHA0","place":1,"ref":"01KS0000000000000000H01DER"}],'
    '"movements":[{"instrument_received":null,"on":"2017-04-01","other_ref":null,"paid":100,'
    '"ref":"01KS0000000000000000M0VED0","share_class_ref":"01KS0000000000000000CLASS0","shares":10,'
    '"what":"allotment"}],"ref":"01KS000000000000000MEMBER0"},"reason":""}'
)
PERSON = (
    '{"document":{"account_ref":null,"born":"1975-05-01","email":null,"names":[{"forenames":"Asha",'
    '"ref":"01KS0000000000000000NAME00","since":"2010-01-01","surname":"Patel","title":"Dr","until":null}],'
    '"ref":"01KS00000000000000000ASHA0"},"reason":"on appointment"}'
)
NOMINATION = (
    '{"document":{"member_ref":"01KS000000000000000MEMBER0","practice_ref":"01KS0000000000000PRACT1CE0",'
    '"ref":"01KS0000000000000N0M1NEE00","since":"2017-04-01","until":null},"reason":""}'
)
FIRST_TEXTS = {"share_class": SHARE_CLASS, "member": MEMBER, "person": PERSON, "nomination": NOMINATION}


@pytest.fixture(autouse=True, scope="module")
def house():
    """Every room, and so every kind."""
    return in_memory()


class TestShapes:
    @pytest.mark.pure
    def test_of_every_kind_are_on_record(self):
        """Of a new kind, `python -m tests.ledger.shapes` puts it there; one that is not new needs an upcast first."""
        for name, kind in kinds().items():
            assert on_record().get(name, {}).get(str(kind.schema)) == shape_of(kind), name

    @pytest.mark.pure
    def test_are_as_many_as_a_kind_has_had(self):
        for name, shapes in on_record().items():
            assert list(shapes) == [str(schema) for schema in range(1, kinds()[name].schema + 1)], name

    @pytest.mark.pure
    def test_of_every_schema_are_brought_to_that_of_today(self):
        for name, shapes in on_record().items():
            for schema, shape in shapes.items():
                told = kinds()[name].read(text_in(shape), int(schema))
                assert shape_of_text(filled(told, name)) == shape_of(kinds()[name]), (name, schema)


def text_in(shape):
    """A text of a shape, with nothing in it, and one of each of its parts."""
    told = {field: None for field in shape if "." not in field}
    for name in {field.split(".")[0] for field in shape if "." in field}:
        told[name] = [{field.split(".")[1]: None for field in shape if field.startswith(f"{name}.")}]
    return told


def filled(told, name):
    """One part of each kind that there was not yet any of."""
    blank = {key: {field: None for field, _ in part.codecs} for key, part in kinds()[name].parts}
    return told | {key: told[key] or [blank[key]] for key in blank}


class TestFirstTexts:
    """The very words in which these kinds were once entered."""

    @pytest.mark.pure
    @pytest.mark.parametrize("name", FIRST_TEXTS)
    def test_are_of_the_first_shape(self, name):
        text = read_text("none such", 1, FIRST_TEXTS[name])

        assert shape_of_text(text["document"]) == on_record()[name]["1"]

    @pytest.mark.pure
    @pytest.mark.parametrize(
        ("name", "added"),
        [
            ("share_class", {"numbered": False}),
            ("member", {"removed": None, "notes": []}),
            ("person", {"died": None}),
            ("nomination", {"shares": None}),
        ],
    )
    def test_are_read_with_what_was_so_before_anybody_asked(self, name, added):
        then, now = read_text("none such", 1, FIRST_TEXTS[name]), read_text(name, 1, FIRST_TEXTS[name])

        assert {field: now["document"][field] for field in added} == added
        assert now["reason"] == then["reason"]
        for field, value in then["document"].items():
            if not isinstance(value, list):
                assert now["document"][field] == value

    @pytest.mark.pure
    def test_are_read_with_their_parts(self):
        member, person = (read_text(name, 1, FIRST_TEXTS[name])["document"] for name in ("member", "person"))

        assert (member["holders"][0]["since"], member["holders"][0]["until"]) == (None, None)
        (movement,) = member["movements"]
        assert (movement["first"], movement["last"], movement["reference"], movement["shares"]) == (None, None, "", 10)
        assert (person["names"][0]["entered"], person["names"][0]["surname"]) == (None, "Patel")

    @pytest.mark.parametrize("name", FIRST_TEXTS)
    def test_become_rows_that_say_the_same(self, name):
        kind = kinds()[name]
        document = read_text(name, 1, FIRST_TEXTS[name])["document"]

        rows = list(kind.rows(document))

        assert rows[0][1]["ref"] == document["ref"]
        assert all(set(values) <= set(table.c.keys()) for table, values in rows)


@contextmanager
def of_the_first_shape(monkeypatch):
    """Within, what is entered is entered as it was before these kinds said more."""
    with monkeypatch.context() as patched:
        for name, shapes in on_record().items():
            if len(shapes) > 1:
                patched.setitem(kinds(), name, as_it_was(kinds()[name], shapes["1"]))
        yield


def as_it_was(kind, shape):
    parts = [(key, replace(part, codecs=those_of(part, shape, f"{key}."))) for key, part in kind.parts]
    known_then = tuple((key, part) for key, part in parts if part.codecs)
    return replace(kind, codecs=those_of(kind, shape, ""), parts=known_then, upcasts=())


def those_of(kind, shape, before):
    return tuple((field, codec) for field, codec in kind.codecs if f"{before}{field}" in shape)


class TestBooksOfTheFirstShape:
    @pytest.fixture(autouse=True)
    def _entered(self, app, monkeypatch):
        with of_the_first_shape(monkeypatch), clock.telling(THEN):
            self.asha = APerson(title="Dr")
            holding = AHolding(10, member=AMember(person=self.asha), share_class=AShareClass(name="Ordinary"))
            self.member, self.share_class = holding.member, holding.share_class

    def test_were_so_entered(self):
        assert {entry.schema for entry in entries()} == {1}
        for entry in entries():
            if entry.kind in FIRST_TEXTS:
                said = read_text("none such", 1, entry.body)["document"]
                assert set(said) == {field.split(".")[0] for field in on_record()[entry.kind]["1"]}

    def test_are_found_whole(self):
        assert verify() == []

    def test_are_read_as_known_then(self):
        with known(THEN):
            member, person = db.session.get(Member, self.member.ref), db.session.get(Person, self.asha.ref)
            assert (member.held(date(2026, 11, 1)), member.removed, member.notes) == (10, None, [])
            assert member.names_on(date(2026, 11, 1)) == "Dr Asha Patel"
            assert (person.died, db.session.get(ShareClass, self.share_class.ref).numbered) == (None, False)

    def test_go_on_in_the_shape_of_today(self):
        with clock.telling(NOW):
            people.rename(self.asha, forenames="Asha", surname="Jones", since=date(2026, 11, 2), by=ADA)

        last = entries()[-1]
        assert (last.kind, last.rev, last.schema) == ("person", 2, kinds()["person"].schema)
        assert verify() == []

    def test_show_no_change_that_nobody_made(self, client):
        with clock.telling(NOW):
            people.rename(self.asha, forenames="Asha", surname="Jones", since=date(2026, 11, 2), by=ADA)

        life = client.get(f"/audit/documents/{self.asha.ref}.json").json
        assert [line["particular"] for line in life["entries"][0]["differences"]] == [
            "Name (Asha, 1 January 2010, Patel, Dr): first day no longer",
            "Name added",
        ]
        assert client.get(f"/audit/documents/{self.member.ref}").status_code == 200
        assert "numbered" not in client.get(f"/audit/documents/{self.asha.ref}").text
