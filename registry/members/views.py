from datetime import date

from flask import abort, g, request, url_for

from registry import clock
from registry.doors import Duty, Found, Room, hung
from registry.forms import named
from registry.members import commands, queries
from registry.members.accounts import movement_lines
from registry.members.models import Member, Movement
from registry.members.rules.accounts import REMOVAL, removable_from
from registry.members.schemas import (
    AccountRow,
    AdmitForm,
    ClassRow,
    CorrectAddressForm,
    CorrectEntryForm,
    CorrectMovementForm,
    CreateClassForm,
    FormerRow,
    MemberPage,
    MemberRow,
    ReaddressForm,
    RemovableRow,
    RemoveForm,
    ReorderForm,
    RestingRow,
    SharesHeldRow,
    StrikeForm,
)
from registry.people.models import Person
from registry.wording import day as in_words
from registry.wording import pounds

room = Room(__name__)

CAPITAL = ("capital.buy_back", "capital.forfeit", "capital.redesignate")
ACTS = {
    "Shares": ("allotments.allot", "transfers.lodge", "transfers.lodge_transmission", *CAPITAL),
    "Beside the register": ("certificates.issue", "nominees.nominate", "adherence.record"),
    "It changed": ("members.readdress", "members.reorder", "members.strike"),
    "It was wrong": ("members.correct_address", "members.correct_entry"),
    "After ten years": ("members.remove",),
}


def is_open(member):
    return member.ceased is None


def is_joint(member):
    return is_open(member) and len(member.holders_on(clock.today())) > 1


def is_removable(member):
    return member.removed is None and member.ceased is not None and removable_from(member.ceased) <= clock.today()


@room.page(
    "/register",
    needs="members.read",
    tells=MemberRow,
    title="Members",
    acts=("members.admit",),
    on_paper=(AccountRow, lambda on: queries.accounts_on(on)),
)
def register(on):
    return queries.register_on(on)


@room.page("/former", needs="members.read", tells=FormerRow, title="Former members")
def former(on):
    return queries.former_members_on(on)


@room.page("/removable", needs="members.remove", tells=RemovableRow, title="Entries that may be removed")
def removable(on):
    return queries.removable_on(on)


@room.page("/classes", needs="members.read", tells=ClassRow, title="Share classes", acts=("members.create_class",))
def classes(on):
    return queries.classes_on(on)


@room.page(
    "/<word>",
    needs="members.read",
    tells=MemberPage,
    title="Member",
    of=Member,
    acts=ACTS,
)
def member(member, on):
    if not member.is_shown(on):
        abort(404, f"This entry was removed from the register on {in_words(member.removed)} ({REMOVAL}).")
    return queries.whole_account(member, on)


@room.page(
    "/<word>/resting",
    needs="members.correct_movement",
    tells=RestingRow,
    title="What rests on it",
    of=Member,
    many=True,
)
def resting(member, on):
    """What was done since a day in reliance on the account: `on` is that day."""
    return [vars(found) for found in hung.resting_on(member, on)]


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
    return at(commands.admit(**answer, by=g.account))


@room.form(
    "/<word>/readdress",
    needs="members.readdress",
    asks=ReaddressForm,
    title="Address changed",
    of=Member,
    edits=True,
    when=is_open,
)
def readdress(member, answer):
    commands.readdress(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/reorder",
    needs="members.reorder",
    asks=ReorderForm,
    title="Order of holders changed",
    of=Member,
    edits=True,
    when=is_joint,
)
def reorder(member, answer):
    commands.reorder(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/strike",
    needs="members.strike",
    asks=StrikeForm,
    title="Joint holder died",
    of=Member,
    edits=True,
    when=is_joint,
)
def strike(member, answer):
    commands.strike(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/remove",
    needs="members.remove",
    asks=RemoveForm,
    title="Remove the entry",
    of=Member,
    edits=True,
    when=is_removable,
)
def remove(member, answer):
    commands.remove(member, **answer, by=g.account)
    return url_for(".removable")


@room.form(
    "/<word>/correct-entry",
    needs="members.correct_entry",
    asks=CorrectEntryForm,
    title="Date of entry was wrong",
    of=Member,
    edits=True,
    offers=lambda member: {"entered": member.entered},
    from_day=lambda member, answer: min(member.entered, answer["entered"]),
)
def correct_entry(member, answer):
    commands.correct_entry(member, **answer, by=g.account)
    return at(member)


@room.form(
    "/<word>/correct-address",
    needs="members.correct_address",
    asks=CorrectAddressForm,
    title="Address was wrong",
    of=Member,
    edits=True,
    offers=lambda member: {"address": member.address},
)
def correct_address(member, answer):
    commands.correct_address(member, **answer, by=g.account)
    return at(member)


def as_entered(member):
    """The entry that the address names, as the account has it."""
    movement = named(Movement, request.args.get("movement"))
    if movement is None or movement.member_ref != member.ref:
        return {}
    paid = pounds(movement.paid).removeprefix("£").replace(",", "")
    return {"movement": movement.ref, "on": movement.on, "shares": abs(movement.shares), "paid": paid}


@room.form(
    "/<word>/correct-movement",
    needs="members.correct_movement",
    asks=CorrectMovementForm,
    title="Entry was wrong",
    of=Member,
    edits=True,
    offers=as_entered,
    from_day=lambda member, answer: min(answer["movement"].on, answer["on"]),
)
def correct_movement(member, answer):
    commands.correct_movement(member, **answer, by=g.account)
    return at(member)


def at(member: Member) -> str:
    return url_for("members.member", word=member.ref)


@room.panel(
    on=Person, needs="members.read", tells=SharesHeldRow, title="Shares held", empty="Is not a member of the company."
)
def shares_held(person, on):
    return queries.held_by(person, on)


@room.resting(on=Member)
def holding_since(member, since):
    """What the account has shown on each day since on which shares came or went."""
    for line in movement_lines(member, date.max):
        if line["on"] >= since:
            text = f"{line['balance']:,} {line['share_class']} from {in_words(line['on'])}: {line['event']}"
            yield Found("Holding", text, at(member))


@room.duties(needs="members.remove")
def removals(on: date):
    """Proposed, never done by itself: an entry is removed by somebody who says why."""
    for line in queries.removable_on(on):
        sentence = f"The entry of {line['name']}, folio {line['folio']}, may be removed from the register"
        yield Duty(sentence, None, REMOVAL, url_for("members.remove", word=line["ref"]))


@room.searched(needs="members.read")
def search(words, on):
    for found in (queries.register_on(on).seek(words), queries.former_members_on(on).seek(words)):
        for line in found[:50]:
            text = f"{line['name']}, folio {line['folio']}"
            yield Found("Member", text, url_for("members.member", word=line["ref"]))
