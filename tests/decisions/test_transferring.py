"""What decisions do to lodged transfers: the board's alone (CA 2006, s.771; Model Articles, art. 26)."""

from datetime import UTC, date, datetime

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from registry import clock, ledger
from registry.db import db
from registry.decisions import queries
from registry.decisions.models import Decision
from registry.law import Breach
from registry.ledger.models import Entry
from tests.factories import ABody, ADecision, AHolding, AMember, APerson, AShareClass, ATransfer

AUGUST, SEPTEMBER = date(2026, 8, 10), date(2026, 9, 1)
REASONS = "He is no partner of a member practice."
DAYS = {
    f"{name}-{part}": value
    for name in ("on", "since")
    for part, value in zip(("day", "month", "year"), ("10", "8", "2026"), strict=True)
}
USUAL = DAYS | {"route": "unanimous", "outcome": "carried", "text": "RESOLVED that it be so."}


@pytest.fixture(autouse=True)
def autumn():
    """It is 1 October 2026."""
    with clock.telling(datetime(2026, 10, 1, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def transfer():
    asha, ben = AMember(person=APerson(title="Dr")), AMember(person=APerson(forenames="Ben", surname="Okoro"))
    AHolding(10, member=asha, share_class=AShareClass(name="Ordinary"))
    return ATransfer(asha, to=ben, shares=4)


def last_act():
    first = db.session.scalar(select(Entry.first).order_by(Entry.seq.desc()).limit(1))
    asked = select(Entry.seq, Entry.act, Entry.kind, Entry.because).where(Entry.first == first).order_by(Entry.seq)
    return db.session.execute(asked).all()


class TestTransfer:
    def test_is_registered_on_the_day_the_decision_takes_effect_and_by_its_authority(self, transfer):
        decision = ADecision(kind="transfer", lodged=transfer, on=AUGUST, since=SEPTEMBER)

        assert (transfer.registered, transfer.member.held(SEPTEMBER), transfer.to.held(SEPTEMBER)) == (SEPTEMBER, 6, 4)
        assert transfer.member.held(date(2026, 8, 31)) == 10
        entries = last_act()
        assert [(entry.act, entry.kind) for entry in entries[:2]] == [
            ("decisions.log", "decision"),
            ("transfers.register", "transfer"),
        ]
        assert {entry.kind for entry in entries[2:]} == {"member"}
        assert {entry.because for entry in entries[1:]} == {entries[0].seq}
        (effect,) = queries.decision_on(decision, SEPTEMBER)["effects"]
        assert effect["text"] == (
            "Registered transfer T1 on 1 September 2026: 4 Ordinary shares from Dr Asha Patel to Ben Okoro"
        )

    @pytest.mark.parametrize("outcome", ["lost", "lapsed", "deferred"])
    def test_waits_on_where_the_decision_is_not_carried(self, transfer, outcome):
        ADecision(kind="transfer", lodged=transfer, on=AUGUST, outcome=outcome)

        assert transfer.outcome is None

    def test_is_decided_once_and_a_second_decision_leaves_no_trace(self, transfer):
        ADecision(kind="transfer", lodged=transfer, on=AUGUST)
        size = ledger.head().size

        with pytest.raises(Breach, match="this one was registered on 10 August 2026"):
            ADecision(body=ABody(), kind="refuse transfer", lodged=transfer, reasons=REASONS, on=AUGUST)

        assert ledger.head().size == size + 1
        assert len(db.session.scalars(select(Decision)).all()) == 1

    def test_is_refused_with_reasons(self, transfer):
        decision = ADecision(kind="refuse transfer", lodged=transfer, reasons=REASONS, on=AUGUST)

        assert (transfer.refused, transfer.reasons) == (AUGUST, REASONS)
        assert [(entry.act, entry.kind) for entry in last_act()] == [
            ("decisions.log", "decision"),
            ("transfers.refuse", "transfer"),
        ]
        (effect,) = queries.decision_on(decision, AUGUST)["effects"]
        assert effect["text"].startswith("Refused transfer T1 on 10 August 2026: 4 Ordinary shares")

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"kind": "transfer"}, "lodged"),
            ({"kind": "refuse transfer"}, "lodged"),
            ({"kind": "refuse transfer"}, "reasons"),
            ({"kind": "transfer", "reasons": REASONS}, "reasons"),
            ({"kind": "approve", "reasons": REASONS}, "reasons"),
        ],
    )
    def test_asks_for_what_its_kind_needs_and_no_more(self, facts, field):
        with pytest.raises(ValidationError) as mistake:
            ADecision(on=AUGUST, **facts)

        assert field in mistake.value.messages


class TestLog:
    @pytest.mark.parametrize(("kind", "done"), [("transfer", "registered"), ("refuse+transfer", "refused")])
    def test_begins_from_a_lodged_transfer(self, client, transfer, kind, done):
        page = client.get(f"/decisions/log?kind={kind}&lodged={transfer.ref}").text

        words = f"the transfer T1, of 4 Ordinary shares from Dr Asha Patel to Ben Okoro, be {done}."
        assert f"RESOLVED that {words}" in page
        assert f'<option value="{kind.replace("+", " ")}" selected' in page
        assert f'<option value="{transfer.ref}" selected' in page

    def test_registers_and_shows_on_the_transfers_page(self, client, transfer):
        answer = client.post(
            "/decisions/log", data=USUAL | {"kind": "transfer", "body": ABody().ref, "lodged": transfer.ref}
        )

        assert answer.status_code == 303
        assert f"/transfers/{transfer.ref}" in client.get(answer.location).text
        assert "RESOLVED that it be so." in client.get(f"/transfers/{transfer.ref}").text
        assert transfer.registered == AUGUST

    def test_offers_no_transfer_that_was_decided(self, client, transfer):
        ADecision(kind="transfer", lodged=transfer, on=AUGUST)

        assert f'<option value="{transfer.ref}"' not in client.get("/decisions/log").text

    def test_refuses_only_with_reasons(self, client, transfer):
        facts = {"kind": "refuse transfer", "body": ABody().ref, "lodged": transfer.ref}

        page = client.post("/decisions/log", data=USUAL | facts)

        assert page.status_code == 422
        assert "Say why it is refused" in page.text
        assert transfer.outcome is None

    def test_against_the_law_of_transfers_is_refused_whole(self, client, transfer):
        facts = {"kind": "transfer", "body": ABody().ref, "lodged": transfer.ref, "on-month": "6", "since-month": "6"}

        page = client.post("/decisions/log", data=USUAL | facts)

        assert page.status_code == 409
        assert "Nothing is decided of a transfer before it is lodged" in page.text
        assert db.session.scalars(select(Decision)).all() == []

    def test_from_json_by_the_transfers_number(self, api, transfer):
        facts = {"kind": "transfer", "route": "unanimous", "outcome": "carried", "text": "RESOLVED", "lodged": "T1"}

        answer = api.post(
            "/decisions/log", json=facts | {"body": ABody().ref, "on": "2026-08-10", "since": "2026-08-10"}
        )

        assert answer.status_code == 201
        assert transfer.registered == AUGUST
