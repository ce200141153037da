from functools import partial

from flask import g

from registry.accounts.caller import note_access
from registry.actions.reading import reads_of
from registry.doors import Room
from registry.meetings.bars import papers_kept_from
from registry.meetings.models import Meeting
from registry.meetings.restricted import may_read, withheld
from registry.minutes.readers import kept_from
from registry.packs import queries
from registry.packs.printing import print_pack
from registry.packs.schemas import PackPage, PackRow
from registry.people.queries import person_of

room = Room(__name__)


@room.page("/register", needs="packs.print", tells=PackRow, title="Packs")
def register(on):
    return queries.packs_on(on)


@room.page("/<word>", needs="packs.print", tells=PackPage, title="Pack", of=Meeting, prints=print_pack)
def board_pack(meeting, on):
    """Whatever day is looked at, a pack tells what is true on the day of its meeting."""
    if (restricted := withheld(meeting)) and may_read(g.account, meeting):
        note_access("read a pack with restricted items", meeting.ref, account_ref=g.account.ref)
        restricted = frozenset()
    kept = papers_kept_from(person_of(g.account), meeting)
    return queries.pack_of(
        meeting, hidden=restricted, kept=kept, reads=reads_of(g.account), of_minutes=partial(kept_from, g.account)
    )


@room.panel(on=Meeting, needs="packs.print", tells=PackRow, title="Pack", empty="There is no pack.")
def pack_of_meeting(meeting, on):
    return [queries.line_of(meeting, on)]
