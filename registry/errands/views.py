from flask import abort, g

from registry.doors import Room
from registry.errands import queries, shelf
from registry.errands.kinds import KINDS
from registry.errands.models import Errand
from registry.errands.schemas import ErrandPage, ErrandRow

room = Room(__name__, under="packs")

NO_LONGER_HERE = "The file is no longer here. Send for it again."


@room.page("/register", needs="errands.read", tells=ErrandRow, title="Done in the background")
def register(on):
    return queries.errands_of(g.account.ref)


@room.page("/<word>", needs="errands.read", tells=ErrandPage, title="In the background", of=Errand)
def errand(errand, on):
    let_in(errand)
    return queries.line_of(errand)


@room.file("/<word>/file", needs="errands.read", title="What came of it", of=Errand)
def file(errand):
    let_in(errand)
    try:
        return errand.name, shelf.kept(errand.sha256), errand.media_type
    except LookupError:
        abort(404, NO_LONGER_HERE)


def let_in(errand: Errand) -> None:
    """403 for whoever did not ask for it, or may no longer have what it is for."""
    kind = KINDS.get(errand.kind)
    if kind is None or not g.account.may(kind.needs) or not queries.is_asker(errand, g.account.ref):
        abort(403)
