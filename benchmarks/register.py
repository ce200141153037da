"""The register of members, measured on 2,000 members and 50,000 events."""

from datetime import date, timedelta
from statistics import quantiles
from time import perf_counter

from flask import Flask, current_app
from flask.testing import FlaskClient
from sqlalchemy import event

from registry import clock
from registry.accounts import commands as accounts
from registry.accounts.caller import HOUSE
from registry.cli.books import settle
from registry.db import db
from registry.ledger import command
from registry.members.models import ALLOTMENT, TRANSFER_IN, TRANSFER_OUT, Holder, Member, Movement, ShareClass
from registry.people.models import Person, PersonName

MEMBERS, EVENTS_EACH = 2_000, 25
AT_A_TIME = 200
OPENED = date(2000, 1, 3)
LOOKS = 60
WARM_UP = 5


def measure() -> None:
    """Fill the books, and look at them as a secretary would."""
    ordinary = _fill()
    settle()
    print(f"{MEMBERS:,} members, {MEMBERS * EVENTS_EACH:,} events; class {ordinary.name}")
    client = _secretary(current_app._get_current_object())  # type: ignore[attr-defined]
    pages = [f"/members/register?page={1 + n % 20}&on={OPENED + timedelta(300 + 97 * n)}" for n in range(LOOKS)]
    slowest = _p95(client, pages)
    queries = _queries(client, pages[0])
    print(f"page of the register, p95 of {LOOKS}: {slowest:.0f} ms (at most 60), {queries} queries by a token")
    found = [f"/members/register?q=Surname{n}" for n in range(LOOKS)]
    print(f"sought by a name, p95: {_p95(client, found):.0f} ms")
    refs = [member.ref for member in db.session.query(Member).limit(LOOKS)]
    print(f"one account, p95: {_p95(client, [f'/members/{ref}' for ref in refs]):.0f} ms")
    known = [f"{page}&known={clock.now():%Y-%m-%dT%H:%M:%S}Z" for page in pages]
    print(f"the same page as known now, cold: {_once(client, known[0]):.1f} s; warm p95: {_p95(client, known):.0f} ms")
    for kind in ("json", "csv"):
        print(f"the register as {kind}: {_once(client, f'/members/register.{kind}'):.1f} s")
    print(f"a volume of 100 accounts on paper: {_once(client, '/members/register.pdf?page=3'):.1f} s")


@command
def _enter(share_class: ShareClass, first: int, *, by: object) -> None:
    members = [_member(number, share_class) for number in range(first, first + AT_A_TIME)]
    for member, other in zip(members, members[1:] + members[:1], strict=True):
        _pass_shares(member, other, share_class)
    db.session.add_all(members)


def _fill() -> ShareClass:
    ordinary = _class(by=HOUSE)
    for first in range(1, MEMBERS + 1, AT_A_TIME):
        _enter(ordinary, first, by=HOUSE)
        db.session.expunge_all()
        ordinary = db.session.query(ShareClass).one()
    return ordinary


@command
def _class(*, by: object) -> ShareClass:
    share_class = ShareClass(name="Ordinary", nominal=100, votes_per_share=1, rights="")
    db.session.add(share_class)
    return share_class


def _member(number: int, share_class: ShareClass) -> Member:
    name = PersonName(
        title="Dr", forenames=f"Forename{number % 50}", surname=f"Surname{number * 7919 % 2003}", since=OPENED
    )
    member = Member(folio=number, entered=OPENED, address=f"{number} HIGH STREET\nWIGSTON\nLE18 2EW")
    member.holders.append(Holder(person=Person(names=[name]), place=1))
    for place in range(EVENTS_EACH - 4):
        on = OPENED + timedelta(300 * place + number % 300)
        member.movements.append(Movement(share_class=share_class, what=ALLOTMENT, on=on, shares=10, paid=100))
    return member


def _pass_shares(member: Member, other: Member, share_class: ShareClass) -> None:
    """Two transfers, each with its two sides."""
    for years in (8, 16):
        entry = {"share_class": share_class, "on": OPENED + timedelta(365 * years), "paid": 100}
        member.movements.append(Movement(what=TRANSFER_OUT, shares=-1, other=other, **entry))
        other.movements.append(Movement(what=TRANSFER_IN, shares=1, other=member, **entry))


def _secretary(app: Flask) -> FlaskClient:
    account = accounts.open(name="Measurer", email="measurer@example.org", by=HOUSE)
    accounts.grant(account, role="secretary", since=OPENED, by=HOUSE)
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {accounts.issue_token(account, purpose='measuring', by=HOUSE)}"
    return client


def _p95(client: FlaskClient, addresses: list[str]) -> float:
    for address in addresses[:WARM_UP]:
        _once(client, address)
    return quantiles([_once(client, address) for address in addresses], n=20)[-1] * 1000


def _once(client: FlaskClient, address: str) -> float:
    """Seconds of the server's time for one answer."""
    db.session.remove()
    began = perf_counter()
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return perf_counter() - began


def _queries(client: FlaskClient, address: str) -> int:
    asked: list[str] = []

    def note(*statement: object) -> None:
        asked.append(str(statement[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    _once(client, address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(asked)
