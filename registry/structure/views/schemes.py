from flask import g, url_for

from registry.structure import commands, queries
from registry.structure.models import Discrepancy, Scheme
from registry.structure.schemas import (
    AmendForm,
    DiscrepancyPage,
    FlagForm,
    IntroduceForm,
    ReportForm,
    RetireForm,
    SchemePage,
    SettleForm,
)
from registry.structure.views.doors import at, room

ASKED_AGAIN = ("name", "since", "until", "dates", "least", "most", "source", "note")


@room.page(
    "/schemes/<word>",
    needs="structure.read",
    tells=SchemePage,
    title="Scheme",
    of=Scheme,
    acts={"It changed": ("structure.retire",), "It was wrong": ("structure.amend",)},
)
def scheme(scheme, on):
    return queries.scheme_told(scheme)


@room.form("/schemes/introduce", needs="structure.introduce", asks=IntroduceForm, title="Enter a scheme of grouping")
def introduce(answer):
    return at(commands.introduce(**answer, by=g.account))


@room.form(
    "/schemes/<word>/retire",
    needs="structure.retire",
    asks=RetireForm,
    title="End this scheme",
    of=Scheme,
    edits=True,
    when=lambda scheme: scheme.until is None,
)
def retire(scheme, answer):
    commands.retire(scheme, **answer, by=g.account)
    return at(scheme)


@room.form(
    "/schemes/<word>/amend",
    needs="structure.amend",
    asks=AmendForm,
    title="What is told of it is wrong",
    of=Scheme,
    edits=True,
    offers=lambda scheme: {each: getattr(scheme, each) for each in ASKED_AGAIN},
)
def amend(scheme, answer):
    commands.amend(scheme, **answer, by=g.account)
    return at(scheme)


@room.form("/populations/report", needs="structure.report", asks=ReportForm, title="Enter a total of patients")
def report(answer):
    commands.report(**answer, by=g.account)
    return url_for(".groupings")


@room.page(
    "/discrepancies/<word>",
    needs="structure.read",
    tells=DiscrepancyPage,
    title="What the sources leave open",
    of=Discrepancy,
    acts=("structure.settle",),
)
def discrepancy(discrepancy, on):
    return queries.discrepancy_told(discrepancy)


@room.form("/discrepancies/flag", needs="structure.flag", asks=FlagForm, title="Note a contradiction in the sources")
def flag(answer):
    return url_for(".discrepancy", word=commands.flag(**answer, by=g.account).ref)


@room.form(
    "/discrepancies/<word>/settle",
    needs="structure.settle",
    asks=SettleForm,
    title="It has been settled",
    of=Discrepancy,
    edits=True,
    when=lambda discrepancy: discrepancy.settled is None,
)
def settle(discrepancy, answer):
    commands.settle(discrepancy, **answer, by=g.account)
    return url_for(".discrepancy", word=discrepancy.ref)
