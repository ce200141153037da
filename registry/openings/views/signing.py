from flask import abort, g, url_for

from registry import clock
from registry.files import kept
from registry.openings import commands
from registry.openings.models import Reconciliation
from registry.openings.schemas import SignForm
from registry.openings.views.doors import room


@room.form(
    "/sign",
    needs="openings.sign",
    asks=SignForm,
    title="Note that the sheet was signed",
    offers=lambda: {"as_at": clock.today(), "on": clock.today()},
)
def sign(answer):
    commands.sign(**answer, by=g.account)
    return url_for("openings.reconciliation")


@room.file("/signed/<word>", needs="openings.read", title="Signed sheet", of=Reconciliation)
def signed_sheet(signed):
    return (signed.paper_name, kept(signed.paper)) if signed.paper else abort(404)
