"""What this room brings to others: to a person's page, to home, to the search, and to a correction."""

from datetime import date

from flask import url_for

from registry.doors import Duty, Found
from registry.members import queries
from registry.members.accounts import movement_lines
from registry.members.models import Member
from registry.members.rules.accounts import REMOVAL
from registry.members.schemas import (
    SharesHeldRow,
)
from registry.members.views.doors import at, room
from registry.people.models import Person
from registry.wording import day as in_words


@room.panel(
    on=Person, needs="members.read", tells=SharesHeldRow, title="Shares held", empty="Is not a member of the company."
)
def shares_held(person, on):
    return queries.held_by(person, on)


@room.following(on=Person, needs="members.read")
def shares_left(person, on):
    """Whoever stands on the register is the member, and votes, until a transfer is entered: Model Articles, art. 26."""
    for line in queries.held_by(person, on):
        text = f"Folio {line['folio']}: stays the member, and votes, until a transfer of the shares is entered"
        yield Found("Shares", text, url_for("members.member", word=line["ref"]))


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
