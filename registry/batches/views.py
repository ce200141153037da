from flask import g, request, url_for

from registry.batches import commands
from registry.batches.packets import ACCOUNT, ALL, CERTIFIED, CURRENT, ZIP
from registry.batches.schemas import BatchRow, CertificatesForm, MembersForm, ReadersForm
from registry.doors import Room
from registry.editions.models import Edition
from registry.editions.succession import superseded
from registry.errands import queries as errands
from registry.forms import named

room = Room(__name__, under="packs")


@room.page(
    "/register",
    needs="batches.print",
    tells=BatchRow,
    title="Batches",
    acts=("batches.certificates", "batches.members", "batches.readers"),
)
def register(on):
    return errands.errands_of(g.account.ref, room="batches")


@room.form(
    "/certificates",
    needs="batches.print",
    asks=CertificatesForm,
    title="Print certificates",
    offers=lambda: {"which": CURRENT, "delivered_as": ZIP},
)
def certificates(answer):
    return at(commands.certificates(**answer, by=g.account))


@room.form(
    "/members",
    needs="batches.print",
    asks=MembersForm,
    title="Print members’ packets",
    offers=lambda: {"parts": [ACCOUNT, CERTIFIED], "delivered_as": ZIP},
)
def members(answer):
    return at(commands.members(**answer, by=g.account))


def goes_out(edition: Edition | None) -> bool:
    """Whether copies of it may be wanted: also where none is looked at yet, but of none that was superseded."""
    return edition is None or not superseded(edition)


@room.form(
    "/readers",
    needs="batches.print",
    asks=ReadersForm,
    title="Print readers’ copies of a pack",
    offers=lambda: {"edition": named(Edition, request.args.get("edition")), "whose": ALL, "delivered_as": ZIP},
    when=goes_out,
)
def readers(answer):
    return at(commands.readers(**answer, by=g.account))


def at(errand):
    return url_for("errands.errand", word=errand.ref)
