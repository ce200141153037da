from flask import g

from registry.accounts.caller import note_access
from registry.doors import Room
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld
from registry.packs import queries
from registry.packs.printing import print_pack
from registry.packs.readers import reader_of
from registry.packs.schemas import PackPage, PackRow

room = Room(__name__)


@room.page("/register", needs="packs.print", tells=PackRow, title="Packs")
def register(on):
    return queries.packs_on(on)


@room.page("/<word>", needs="packs.print", tells=PackPage, title="Pack", of=Meeting, prints=print_pack)
def board_pack(meeting, on):
    """Whatever day is looked at, a pack tells what is true on the day of its meeting."""
    reader = reader_of(meeting, g.account)
    if withheld(meeting) and not reader.hidden:
        note_access("read a pack with restricted items", meeting.ref, account_ref=g.account.ref)
    return queries.pack_of(meeting, reader)


@room.panel(on=Meeting, needs="packs.print", tells=PackRow, title="Pack", empty="There is no pack.")
def pack_of_meeting(meeting, on):
    return [queries.line_of(meeting, on)]
