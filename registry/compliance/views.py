from datetime import date

from flask import g, request

from registry.compliance.held import Span
from registry.compliance.reading import hidden_from
from registry.compliance.replay import replay
from registry.compliance.schemas import FindingRow, span_asked
from registry.decisions.queries import bodies_deciding
from registry.doors import Listing, Room, find
from registry.structure.models import Body

room = Room(__name__, under="meetings")


@room.page("/register", needs="compliance.read", tells=FindingRow, title="Meetings by the rules then in force")
def register(on):
    """Everything held by a day or, asked with ?body=, ?from= and ?to=, some of it."""
    word = request.args.get("body")
    body = find(Body, word) if word else None
    first, last = span_asked()
    span = Span(min(last or on, on), first or date.min, body and body.ref)
    told = replay(span, on, hidden_from(g.account))
    days = {"from": first and first.isoformat(), "to": last and last.isoformat()}
    bodies = {"bodies": bodies_deciding(), "body": body and body.name, "body_ref": body and body.ref}
    return Listing(told, **days, **bodies, meetings=told.meetings, alone=told.alone, wanting=told.wanting)
