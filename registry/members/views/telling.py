"""What the register tells."""

from flask import abort

from registry.doors import hung
from registry.members import queries
from registry.members.models import Member
from registry.members.rules.accounts import REMOVAL
from registry.members.schemas import (
    AccountRow,
    ClassRow,
    FormerRow,
    MemberPage,
    MemberRow,
    RemovableRow,
    RestingRow,
)
from registry.members.views.doors import room
from registry.wording import day as in_words

CAPITAL = ("capital.buy_back", "capital.forfeit", "capital.redesignate")
ACTS = {
    "Shares": ("allotments.allot", "transfers.lodge", "transfers.lodge_transmission", *CAPITAL),
    "Beside the register": ("certificates.issue", "nominees.nominate", "adherence.record"),
    "It changed": ("members.readdress", "members.reorder", "members.strike"),
    "It was wrong": ("members.correct_address", "members.correct_entry"),
    "After ten years": ("members.remove",),
}


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
