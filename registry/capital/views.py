from flask import g, url_for

from registry import clock
from registry.capital import commands, queries, returns
from registry.capital.models import Alteration
from registry.capital.schemas import (
    AlterationPage,
    AlterationRow,
    BuyBackForm,
    ConsolidateForm,
    ForfeitForm,
    RedesignateForm,
    StatementOfCapital,
    SubdivideForm,
)
from registry.doors import Found, Room
from registry.members.models import Member

room = Room(__name__, under="members")
returns.hang_all()


@room.page(
    "/register",
    needs="capital.read",
    tells=StatementOfCapital,
    title="Statement of capital",
    many=False,
    acts=("capital.subdivide", "capital.consolidate"),
)
def register(on):
    return queries.statement_on(on)


@room.page("/alterations", needs="capital.read", tells=AlterationRow, title="Alterations of capital")
def alterations(on):
    return queries.alterations_on(on)


@room.page("/<word>", needs="capital.read", tells=AlterationPage, title="Alteration", of=Alteration)
def alteration(alteration, on):
    return queries.told(alteration) | {"touched": queries.touched_by(alteration)}


def holds_shares(member):
    return member.held(clock.today()) > 0


def of_today(*_):
    return {"on": clock.today()}


@room.form(
    "/<word>/buy-back",
    needs="capital.buy_back",
    asks=BuyBackForm,
    title="Buy back shares",
    of=Member,
    edits=True,
    offers=of_today,
    when=holds_shares,
)
def buy_back(member, answer):
    return at(commands.buy_back(member, **answer, by=g.account))


@room.form(
    "/<word>/forfeit",
    needs="capital.forfeit",
    asks=ForfeitForm,
    title="Forfeit shares",
    of=Member,
    edits=True,
    offers=of_today,
    when=holds_shares,
)
def forfeit(member, answer):
    return at(commands.forfeit(member, **answer, by=g.account))


@room.form(
    "/<word>/redesignate",
    needs="capital.redesignate",
    asks=RedesignateForm,
    title="Redesignate shares",
    of=Member,
    edits=True,
    offers=of_today,
    when=holds_shares,
)
def redesignate(member, answer):
    return at(commands.redesignate(member, **answer, by=g.account))


@room.form("/subdivide", needs="capital.subdivide", asks=SubdivideForm, title="Subdivide shares", offers=of_today)
def subdivide(answer):
    return at(commands.subdivide(**answer, by=g.account))


@room.form(
    "/consolidate", needs="capital.consolidate", asks=ConsolidateForm, title="Consolidate shares", offers=of_today
)
def consolidate(answer):
    return at(commands.consolidate(**answer, by=g.account))


def at(alteration: Alteration) -> str:
    return url_for("capital.alteration", word=alteration.ref)


@room.resting(on=Member)
def alterations_since(member, since):
    for line in queries.touching(member, since):
        yield Found(line["what"], line["number"], url_for("capital.alteration", word=line["ref"]))
