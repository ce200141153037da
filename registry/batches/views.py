from flask import g, url_for

from registry.batches import commands
from registry.batches.packets import ACCOUNT, CERTIFIED, CURRENT
from registry.batches.schemas import BatchRow, CertificatesForm, MembersForm
from registry.doors import Room
from registry.errands import queries as errands

room = Room(__name__, under="packs")


@room.page(
    "/register",
    needs="batches.print",
    tells=BatchRow,
    title="Batches",
    acts=("batches.certificates", "batches.members"),
)
def register(on):
    return errands.errands_of(g.account.ref, room="batches")


@room.form(
    "/certificates",
    needs="batches.print",
    asks=CertificatesForm,
    title="Print certificates",
    offers=lambda: {"which": CURRENT},
)
def certificates(answer):
    return at(commands.certificates(**answer, by=g.account))


@room.form(
    "/members",
    needs="batches.print",
    asks=MembersForm,
    title="Print members’ packets",
    offers=lambda: {"parts": [ACCOUNT, CERTIFIED]},
)
def members(answer):
    return at(commands.members(**answer, by=g.account))


def at(errand):
    return url_for("errands.errand", word=errand.ref)
