from registry.doors import Room
from registry.meetings.models import Meeting
from registry.packs import queries
from registry.packs.printing import print_pack
from registry.packs.schemas import PackPage, PackRow

room = Room(__name__)


@room.page("/register", needs="packs.print", tells=PackRow, title="Packs")
def register(on):
    return queries.packs_on(on)


@room.page("/<word>", needs="packs.print", tells=PackPage, title="Pack", of=Meeting, prints=print_pack)
def board_pack(meeting, on):
    """Whatever day is looked at, a pack tells what is true on the day of its meeting."""
    return queries.pack_of(meeting)


@room.panel(on=Meeting, needs="packs.print", tells=PackRow, title="Pack", empty="There is no pack.")
def pack_of_meeting(meeting, on):
    return [queries.line_of(meeting, on)]
