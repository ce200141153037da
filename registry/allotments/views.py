from flask import g, request, url_for

from registry import clock
from registry.allotments import commands, entitlements, headroom, offering, queries
from registry.allotments.models import Allotment, Authority, Formula
from registry.allotments.rules import AUTHORITY, RETURN
from registry.allotments.schemas import (
    AllotForm,
    AllotmentPage,
    AllotmentRow,
    AllottedRow,
    AskedOfEntitlement,
    AuthoriseForm,
    AuthorityPage,
    AuthorityRow,
    CorrectAuthorityForm,
    CorrectFormulaForm,
    EntitlementRow,
    FormulaPage,
    FormulaRow,
    RevokeForm,
    SetFormulaForm,
    SubscribeForm,
)
from registry.allotments.sentences import in_short
from registry.doors import Duty, Found, RestingSince, Room
from registry.filings.returns import Return, hang
from registry.members.models import Member

room = Room(__name__, under="members")
hang(Return(queries.RETURN, "Return of allotment", RETURN, queries.returns_due))


@room.page(
    "/register",
    needs="allotments.read",
    tells=AllotmentRow,
    title="Allotments",
    acts=("allotments.allot", "allotments.authorise", "allotments.subscribe"),
)
def register(on):
    return queries.allotments_on(on)


@room.page(
    "/authorities",
    needs="allotments.read",
    tells=AuthorityRow,
    title="Authorities to allot",
    acts=("allotments.authorise",),
)
def authorities(on):
    return headroom.authorities_on(on)


@room.page(
    "/entitlement",
    needs="allotments.read",
    tells=EntitlementRow,
    title="Entitlement and shares issued",
    acts=("allotments.set_formula",),
)
def entitlement(on):
    asked = {name: value for name, value in request.args.items() if value.strip()}
    return entitlements.entitlements_on(on, AskedOfEntitlement().load(asked)["sizes"] or on)


@room.page(
    "/formulas",
    needs="allotments.read",
    tells=FormulaRow,
    title="Formulas",
    acts=("allotments.set_formula",),
)
def formulas(on):
    return entitlements.formulas_on(on)


@room.page("/<word>", needs="allotments.read", tells=AllotmentPage, title="Allotment", of=Allotment)
def allotment(allotment, on):
    return queries.allotment_on(allotment, on)


def is_in_force(authority):
    return authority.holds(clock.today())


@room.page(
    "/authorities/<word>",
    needs="allotments.read",
    tells=AuthorityPage,
    title="Authority to allot",
    of=Authority,
    acts=("allotments.revoke", "allotments.correct_authority"),
)
def authority(authority, on):
    return headroom.authority_on(authority, on)


@room.page(
    "/formulas/<word>",
    needs="allotments.read",
    tells=FormulaPage,
    title="Formula",
    of=Formula,
    acts=("allotments.correct_formula",),
)
def formula(formula, on):
    return entitlements.told(formula)


@room.form("/allot", needs="allotments.allot", asks=AllotForm, title="Allot shares", offers=offering.allotment)
def allot(answer):
    return at(commands.allot(**answer, by=g.account))


@room.form(
    "/subscribe",
    needs="allotments.subscribe",
    asks=SubscribeForm,
    title="Enter the subscribers’ shares",
    offers=offering.at_par,
)
def subscribe(answer):
    return at(commands.subscribe(**answer, by=g.account))


@room.form(
    "/authorise",
    needs="allotments.authorise",
    asks=AuthoriseForm,
    title="Record an authority to allot",
    offers=offering.authority,
)
def authorise(answer):
    return at_authority(commands.authorise(**answer, by=g.account))


@room.form(
    "/authorities/<word>/revoke",
    needs="allotments.revoke",
    asks=RevokeForm,
    title="It was revoked",
    of=Authority,
    edits=True,
    offers=lambda authority: {"revoked": clock.today()},
    when=is_in_force,
)
def revoke(authority, answer):
    commands.revoke(authority, **answer, by=g.account)
    return at_authority(authority)


@room.form(
    "/authorities/<word>/correct-authority",
    needs="allotments.correct_authority",
    asks=CorrectAuthorityForm,
    title="It was wrong",
    of=Authority,
    edits=True,
    offers=offering.as_authorised,
    before=RestingSince(lambda authority, answer: min(authority.granted, answer["granted"])),
)
def correct_authority(authority, answer):
    commands.correct_authority(authority, **answer, by=g.account)
    return at_authority(authority)


@room.form(
    "/set-formula", needs="allotments.set_formula", asks=SetFormulaForm, title="Set a formula", offers=offering.formula
)
def set_formula(answer):
    commands.set_formula(**answer, by=g.account)
    return url_for(".entitlement")


@room.form(
    "/formulas/<word>/correct-formula",
    needs="allotments.correct_formula",
    asks=CorrectFormulaForm,
    title="It was wrong",
    of=Formula,
    edits=True,
    offers=offering.as_set,
)
def correct_formula(formula, answer):
    commands.correct_formula(formula, **answer, by=g.account)
    return url_for(".formula", word=formula.ref)


def at(allotment: Allotment) -> str:
    return url_for("allotments.allotment", word=allotment.ref)


def at_authority(authority: Authority) -> str:
    return url_for("allotments.authority", word=authority.ref)


@room.panel(
    on=Member,
    needs="allotments.read",
    tells=AllottedRow,
    title="Allotted to it",
    empty="No allotment to it is on record.",
)
def allotted(member, on):
    return queries.allotments_to(member, on)


@room.duties(needs="allotments.authorise")
def ending(on):
    """Once it has ended nothing can be allotted under it, and only the members can give another."""
    for line in headroom.ending_on(on):
        left = f"{line['left']:,} of its {line['maximum']:,} {line['share_class']} shares left"
        sentence = f"Renew the authority to allot by {line['resolution']}, if more are to be allotted: it has {left}"
        yield Duty(sentence, line["expires"], AUTHORITY, url_for("allotments.authority", word=line["ref"]))


@room.resting(on=Member)
def allotments_resting(member, since):
    for each in queries.entered_since(member, since):
        yield Found("Allotment", f"{each.number}: {in_short(each, since)}", at(each))


@room.resting(on=Authority)
def allotted_under_it(authority, since):
    for line in headroom.authority_on(authority, clock.today())["allotments"]:
        yield Found(
            "Allotment",
            f"{line['number']}, of {line['shares']:,} shares to {line['members']}",
            url_for("allotments.allotment", word=line["ref"]),
        )


@room.searched(needs="allotments.read")
def search(words, on):
    for line in queries.allotments_on(on):
        text = f"{line['number']}: {line['shares']:,} {line['share_class']} to {line['members']}"
        if words.casefold() in text.casefold():
            yield Found("Allotment", text, url_for("allotments.allotment", word=line["ref"]))
    for line in headroom.authorities_on(on):
        if words.casefold() in line["resolution"].casefold():
            yield Found("Authority", line["resolution"], url_for("allotments.authority", word=line["ref"]))
