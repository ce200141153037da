from flask import g, url_for

from registry import clock
from registry.doors import Found, Listing, Room
from registry.members import commands, queries, standing
from registry.members.accounts import account_on
from registry.members.models import Member
from registry.members.schemas import (
    AdmitForm,
    AllotForm,
    ClassRow,
    CreateClassForm,
    FormerRow,
    HeldForItRow,
    MemberPage,
    MemberRow,
    NomineeRow,
    SharesHeldRow,
    TransferForm,
)
from registry.people.models import Person
from registry.practices.models import Practice
from registry.wording import pounds

room = Room(__name__)


@room.page("/register", needs="members.read", tells=MemberRow, title="Members", acts=("members.admit",))
def register(on):
    lines, summary = queries.register_on(on)
    return Listing(lines, **summary)


@room.page("/former", needs="members.read", tells=FormerRow, title="Former members")
def former(on):
    return queries.former_members_on(on)


@room.page("/nominees", needs="members.read", tells=NomineeRow, title="Nominee schedule")
def nominees(on):
    return queries.nominees_on(on)


@room.page("/classes", needs="members.read", tells=ClassRow, title="Share classes", acts=("members.create_class",))
def classes(on):
    return queries.classes_on(on)


@room.page(
    "/<word>",
    needs="members.read",
    tells=MemberPage,
    title="Member",
    of=Member,
    acts=("members.allot", "members.transfer"),
)
def member(member, on):
    return account_on(member, on)


@room.form("/create-class", needs="members.create_class", asks=CreateClassForm, title="Create a class of shares")
def create_class(answer):
    commands.create_class(**answer, by=g.account)
    return url_for(".classes")


@room.form(
    "/admit",
    needs="members.admit",
    asks=AdmitForm,
    title="Admit a member",
    offers=lambda: {"entered": clock.today()},
)
def admit(answer):
    return url_for(".member", word=commands.admit(**answer, by=g.account).ref)


def at_par(member):
    """The class and its price, where the company has but one class."""
    offered = {"on": clock.today()}
    if share_class := standing.only_class():
        offered |= {"share_class": share_class, "paid": pounds(share_class.nominal).removeprefix("£")}
    return offered


@room.form(
    "/<word>/allot",
    needs="members.allot",
    asks=AllotForm,
    title="Allot shares",
    of=Member,
    edits=True,
    offers=at_par,
)
def allot(member, answer):
    commands.allot(member, **answer, by=g.account)
    return url_for(".member", word=member.ref)


def whole_holding(member):
    """All that the member has, where it is of one class."""
    offered = {"on": clock.today()}
    if len(held := member.classes_held(clock.today())) == 1:
        offered |= {"share_class": held[0], "shares": member.held(clock.today())}
    return offered


@room.form(
    "/<word>/transfer",
    needs="members.transfer",
    asks=TransferForm,
    title="Transfer shares",
    of=Member,
    edits=True,
    offers=whole_holding,
)
def transfer(member, answer):
    commands.transfer(member, **answer, by=g.account)
    return url_for(".member", word=member.ref)


@room.panel(
    on=Person, needs="members.read", tells=SharesHeldRow, title="Shares held", empty="Is not a member of the company."
)
def shares_held(person, on):
    return queries.held_by(person, on)


@room.panel(
    on=Practice,
    needs="members.read",
    tells=HeldForItRow,
    title="Shares held for it",
    empty="Nobody holds shares for it.",
)
def shares_held_for_it(practice, on):
    return queries.held_for(practice, on)


@room.searched(needs="members.read")
def search(words, on):
    for member in queries.members_named(words, on):
        name = f"{member.names_on(on)}, folio {member.folio}"
        yield Found("Member", name, url_for("members.member", word=member.ref))
