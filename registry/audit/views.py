from flask import abort, g, request

from registry.accounts.caller import note_access
from registry.audit import queries
from registry.audit.feed import Feed
from registry.audit.naming import REF
from registry.audit.privacy import PRIVATE
from registry.audit.queries import Entries
from registry.audit.schemas import CheckPage, EnteredRow, EntriesPage, LifePage
from registry.doors import Room
from registry.doors.asked import asked

room = Room(__name__)


@room.page("/register", needs="audit.read", tells=EnteredRow, title="Audit")
def register(on):
    return Feed(queries.reach(on, asked().known), g.account.may)


@room.page("/acts/<int:first>", needs="audit.read", tells=EntriesPage, title="Act", many=False)
def act(on):
    size = queries.reach(on, asked().known)
    first = min(request.view_args["first"], size)  # more is no number that a database holds
    entries = page_of(queries.entries_of_act(first, size, g.account.may))
    return entries | {"title": entries["entries"][0]["act"]}


@room.page("/documents/<word>", needs="audit.read", tells=LifePage, title="History", many=False)
def document(on):
    ref = request.view_args["word"].upper()
    if not REF.fullmatch(ref):
        abort(404)
    entries = page_of(queries.life_of(ref, queries.reach(on, asked().known), g.account.may))
    latest = entries["entries"][0]
    return entries | {"title": f"History of {latest['document']}", "kind": latest["kind"], "ref": ref}


@room.page("/check", needs="audit.read", tells=CheckPage, title="The check", many=False)
def check(on):
    return queries.check()


def page_of(entries: Entries):
    """The part of many entries that the address asks for; 404 where there are none."""
    question = asked()
    start = (question.page - 1) * question.size
    lines = entries[start : start + question.size] or abort(404)
    note_private_reading(lines)
    return {"count": len(entries), "entries": lines}


def note_private_reading(lines):
    """Say in the access log whose private texts were read here."""
    read = {line["ref"] for line in lines if line["kind"] in PRIVATE and g.account.may(PRIVATE[line["kind"]][0])}
    if read:
        note_access("read private texts in the ledger", ", ".join(sorted(read)), account_ref=g.account.ref)
