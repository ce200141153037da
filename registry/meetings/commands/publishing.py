"""An agenda is published."""

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.models import AgendaVersion, Item, Meeting, OrderOfBusiness
from registry.meetings.versions import changes_since


@command
def publish(meeting: Meeting, *, edition: str, by: Actor) -> AgendaVersion:
    """Publish the agenda as it stands: as a new version, or as a correction that changes nothing to be decided.

    With the first come the references of its items, where the body has letters for them.
    """
    last = meeting.version
    changes = changes_since(meeting)
    rules.was_not_called_off(meeting.cancelled)
    rules.there_is_business(sum(item.withdrawn is None for item in meeting.items))
    rules.something_has_changed(last is None, len(changes))
    least = rules.least_edition(last is None, changes)
    rules.is_a_new_version_where_it_must_be(edition, least == rules.NEW_VERSION)
    _draw_references(meeting)
    major, minor = rules.next_number((last.major, last.minor) if last else None, edition)
    version = AgendaVersion(major=major, minor=minor, published=clock.today(), of_rev=0)
    meeting.versions.append(version)
    db.session.flush()  # moves the rev, by which the ledger will have this version
    version.of_rev = meeting.rev
    return version


def _draw_references(meeting: Meeting) -> None:
    """The next numbers of the body's year, in the order of the agenda, while no one else may draw.

    The savepoint makes SQLite let nobody else write from here on; PostgreSQL locks the body's order of business.
    """
    with db.session.begin_nested():
        drawing = select(OrderOfBusiness).where(OrderOfBusiness.body_ref == meeting.body_ref).with_for_update()
        order = db.session.scalar(drawing)
        if order is None or not order.prefix:
            return
        stem = f"{order.prefix}/{meeting.on:%y}/"
        drawn = db.session.scalars(select(Item.reference).where(Item.reference.startswith(stem, autoescape=True)))
        last = max((int(each.removeprefix(stem)) for each in drawn), default=0)
        wanting = sorted((item for item in meeting.items if not item.reference), key=lambda item: item.place)
        for number, item in enumerate(wanting, start=last + 1):
            item.reference = f"{stem}{number}"
