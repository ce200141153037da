from flask import abort, g, url_for

from registry.adherence import commands, queries
from registry.adherence.models import Deed
from registry.adherence.rules import AGREEMENT
from registry.adherence.schemas import CorrectForm, DeedOfItRow, DeedPage, DeedRow, RecordForm
from registry.doors import Duty, Room
from registry.files import kept
from registry.members.models import Member

room = Room(__name__, under="members")


@room.page("/register", needs="adherence.read", tells=DeedRow, title="Deeds of adherence")
def register(on):
    return queries.adherence_on(on)


@room.page("/<word>", needs="adherence.read", tells=DeedPage, title="Deed", of=Deed, acts=("adherence.correct",))
def deed(deed, on):
    return queries.told(deed, on)


@room.file("/<word>/evidence", needs="adherence.read", title="Signed deed", of=Deed)
def evidence(deed):
    return (deed.evidence_name, kept(deed.evidence)) if deed.evidence else abort(404)


@room.form("/<word>/record", needs="adherence.record", asks=RecordForm, title="Record a deed of adherence", of=Member)
def record(member, answer):
    commands.record(member, **answer, by=g.account)
    return url_for("members.member", word=member.ref)


@room.form(
    "/<word>/correct",
    needs="adherence.correct",
    asks=CorrectForm,
    title="The record was wrong",
    of=Deed,
    edits=True,
    offers=lambda deed: {"signed": deed.signed},
)
def correct(deed, answer):
    commands.correct(deed, **answer, by=g.account)
    return url_for("adherence.deed", word=deed.ref)


@room.panel(
    on=Member,
    needs="adherence.read",
    tells=DeedOfItRow,
    title="Deed of adherence",
    empty="No deed of adherence to the shareholders' agreement is on file.",
)
def deed_of_adherence(member, on):
    return queries.deed_on(member, on)


@room.duties(needs="adherence.record")
def not_on_file(on):
    """Each member adheres to the agreement by a deed."""
    for line in queries.adherence_on(on):
        if line["signed"] is None:
            sentence = f"Have {line['name']}, folio {line['folio']}, sign a deed of adherence, or put it on file"
            yield Duty(sentence, None, AGREEMENT, url_for("adherence.record", word=line["member"]))
