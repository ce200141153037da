"""What changed from one version to another: on the page, as JSON and on paper."""

from datetime import date

import pytest

from registry.terms import commands
from tests.factories import ADA, ABody, APractice
from tests.papers import text_of

OUT = date(2018, 6, 1)


def rules(quorum):
    return [{"what": "quorum", "number": quorum, "clause": "2"}, {"what": "notice", "number": 5}]


@pytest.fixture
def versions(app):
    """Two versions of a hub’s terms: the quorum four where it was five, a clause moved, and Kibworth come."""
    hub = ABody(kind="hub", name="Harborough")
    told = {"body": hub, "kind": "terms of reference", "title": "Terms of reference", "circulated": OUT, "by": ADA}
    old = commands.circulate(
        version="1.0", provisions=rules(5), review_due=date(2019, 7, 1),
        sections=[
            {"heading": "Purpose", "text": "To direct the hub."},
            {"heading": "Meetings", "text": "- The quorum is five members.\n- Meetings are held monthly."},
        ],
        **told,
    )  # fmt: skip
    new = commands.circulate(
        version="2.0", provisions=rules(4), review_due=date(2020, 7, 1),
        sections=[
            {"heading": "Purpose", "text": "To direct the hub."},
            {"heading": "Meetings", "text": "- Meetings are held monthly.\n- The quorum is four members."},
        ],
        table=[{"practice": APractice(code="C82001", name="KIBWORTH"), "responsibility": "Prescribing"}],
        **told,
    )  # fmt: skip
    commands.adopt(old, since=date(2018, 7, 1), by=ADA)
    commands.adopt(new, since=date(2019, 7, 1), by=ADA)
    return old, new


class TestRedline:
    def test_says_in_plain_words_what_changed_in_the_rules(self, client, versions):
        told = client.get(f"/terms/{versions[1].ref}/redline.json").json

        assert told["rules"] == [
            "The quorum is 5 voting members → The quorum is 4 voting members",
            "Review due: 1 July 2019 → 1 July 2020",
            "New in the membership table: KIBWORTH, Prescribing",
        ]

    def test_tells_each_clause_with_its_number_then_and_now(self, client, versions):
        clauses = client.get(f"/terms/{versions[1].ref}/redline.json").json["clauses"]

        assert [(c["was"], c["number"], c["what"], c["moved"]) for c in clauses] == [
            ("1", "1", "same", False),
            ("1.1", "1.1", "same", False),
            ("2", "2", "same", False),
            ("2.2", "2.1", "same", True),
            ("2.1", "2.2", "changed", False),
        ]

    @pytest.mark.parametrize(
        ("layout", "is_told"), [("", True), ("inline", True), ("beside", True), ("changes", False), ("odd", True)]
    )
    def test_in_each_layout_marks_what_changed(self, client, versions, layout, is_told):
        page = client.get(f"/terms/{versions[1].ref}/redline?layout={layout}").text

        assert "moved from 2.2" in page
        assert ("To direct the hub." in page) == is_told
        assert "five" in page and "four" in page

    @pytest.mark.parametrize("layout", ["inline", "beside", "changes"])
    def test_on_paper_says_so_in_words_too(self, client, versions, layout):
        address = f"/terms/{versions[1].ref}/redline.pdf?layout={layout}"
        words = " ".join(text_of(client.get(address).data).split())

        assert "Clauses that changed: " in words
        assert "2.2 (changed)" in words
        assert "[changed]" in words
        assert "[moved from 2.2]" in words
        assert "The quorum is 5 voting members → The quorum is 4 voting members" in words
        assert client.get(address).data == client.get(address).data

    def test_of_a_first_version_is_not_found(self, client, versions):
        assert client.get(f"/terms/{versions[0].ref}/redline").status_code == 404
        assert "What changed since" not in client.get(f"/terms/{versions[0].ref}").text

    def test_is_offered_on_the_page_of_a_version_that_follows_another(self, client, versions):
        assert "What changed since version 1.0" in client.get(f"/terms/{versions[1].ref}").text

    def test_a_draft_is_set_against_the_version_in_force(self, client, versions):
        draft = commands.circulate(
            body=versions[1].body, kind="terms of reference", title="Terms of reference", version="2.1", circulated=OUT,
            sections=[{"heading": "Purpose", "text": "To direct the hub well."}], by=ADA,
        )  # fmt: skip

        told = client.get(f"/terms/{draft.ref}/redline.json").json

        assert (told["old_version"], told["version"]) == ("2.0", "2.1")

    def test_any_two_versions_of_one_bodys_terms_may_be_compared(self, client, versions):
        old, new = versions
        other = commands.circulate(
            body=ABody(), kind="terms of reference", title="Terms", version="1.0", circulated=OUT, by=ADA
        )

        back = client.get(f"/terms/{old.ref}/redline.json?old={new.ref}").json

        assert (back["old_version"], back["version"]) == ("2.0", "1.0")
        assert client.get(f"/terms/{old.ref}/redline?old={other.ref}").status_code == 404
        assert client.get(f"/terms/{old.ref}/redline?old=nonsense").status_code == 404

    def test_hostile_text_stays_text(self, client, versions):
        draft = commands.circulate(
            body=versions[1].body, kind="terms of reference", title="Terms of reference", version="2.1", circulated=OUT,
            sections=[{"heading": "Purpose", "text": "<script>alert(1)</script> Llŷn"}], by=ADA,
        )  # fmt: skip

        page = client.get(f"/terms/{draft.ref}/redline").text

        assert "<script>alert" not in page
        assert "Llŷn" in page
