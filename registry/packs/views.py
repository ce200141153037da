from typing import Any

from flask import g, url_for

from registry.accounts.caller import note_access
from registry.doors import About, Room
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld
from registry.packs import building, commands, queries
from registry.packs.makeup import TITLES, MadeUp, made_up, made_up_for, make_up_of
from registry.packs.models import MakeUp
from registry.packs.printing import print_pack
from registry.packs.readers import reader_of
from registry.packs.schemas import ArrangeForm, BuildForm, ChooseForm, PackPage, PackRow
from registry.structure.models import AREA, COMPANY, LOCALITY, Body

room = Room(__name__)


@room.page("/register", needs="packs.read", tells=PackRow, title="Packs")
def register(on):
    return queries.packs_on(on)


@room.page(
    "/<word>",
    needs="packs.read",
    tells=PackPage,
    title="Pack",
    of=Meeting,
    acts=("packs.build", "packs.choose", "editions.issue"),
    prints=print_pack,
)
def board_pack(meeting, on):
    """Whatever day is looked at, a pack tells what is true on the day of its meeting."""
    reader = reader_of(meeting, g.account)
    if withheld(meeting) and not reader.hidden:
        note_access("read a pack with restricted items", meeting.ref, account_ref=g.account.ref)
    return About(meeting, queries.pack_of(meeting, reader), panels=("editions_of_meeting",))


@room.panel(on=Meeting, needs="packs.read", tells=PackRow, title="Pack", empty="There is no pack.")
def pack_of_meeting(meeting, on):
    return [queries.line_of(meeting, on)]


def as_made_up(how: MadeUp) -> dict[str, Any]:
    """A pack as it is made up, in the boxes of its form."""
    named = {f"sections-{at}-section": name for at, name in enumerate(how.sections)}
    placed = {f"sections-{at}-place": at + 1 for at in range(len(TITLES))}
    return named | placed | {"starts_on_right": how.starts_on_right, "names_reader": how.names_reader}


def sections_of(how: MadeUp) -> dict[str, Any]:
    """Every section that there is, those of the pack first, in their order."""
    return {"sections": [{"name": name, "title": TITLES[name]} for name in (*how.sections, *how.left_out)]}


def as_settled(body: Body) -> dict[str, Any]:
    own: MakeUp | None = make_up_of(body)
    agreed = {"tells_who_opened": own.tells_who_opened, "decision": own.decision} if own else {}
    return as_made_up(made_up(body)) | agreed


@room.form(
    "/of/<word>/arrange",
    needs="packs.arrange",
    asks=ArrangeForm,
    title="Arrange its packs",
    of=Body,
    offers=as_settled,
    beside=lambda body: sections_of(made_up(body)),
    when=lambda body: body.kind not in (COMPANY, AREA, LOCALITY),
)
def arrange(body, answer):
    commands.arrange(body, **answer, by=g.account)
    return url_for("structure.body", word=body.ref)


@room.form(
    "/<word>/choose",
    needs="packs.choose",
    asks=ChooseForm,
    title="Choose its sections",
    of=Meeting,
    offers=lambda meeting: as_made_up(made_up_for(meeting)),
    beside=lambda meeting: sections_of(made_up_for(meeting)),
)
def choose(meeting, answer):
    commands.choose(meeting, **answer, by=g.account)
    return url_for("packs.board_pack", word=meeting.ref)


@room.form("/<word>/build", needs="packs.read", asks=BuildForm, title="Build in the background", of=Meeting)
def build(meeting, answer):
    return url_for("errands.errand", word=building.send(meeting, g.account).ref)
