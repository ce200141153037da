"""What this room brings to the pages of earlier ones."""

from flask import url_for

from registry.decisions.models import Decision
from registry.doors import Found
from registry.doors.hung import has_all
from registry.members.models import Member
from registry.people.models import Person
from registry.resolutions import queries
from registry.resolutions.schemas import OfMemberRow, ShortRow
from registry.resolutions.views.doors import room
from registry.structure.models import Body


@room.panel(on=Body, needs="resolutions.read", tells=ShortRow, title="Resolutions without a meeting", empty="")
def resolutions_of(body, on):
    return queries.resolutions_of(body, on)


@room.panel(on=Member, needs="resolutions.read", tells=OfMemberRow, title="Written resolutions", empty="")
def resolutions_put_to(member, on):
    return queries.resolutions_put_to(member, on)


@room.panel(on=Decision, needs="resolutions.read", tells=ShortRow, title="How it was agreed to", empty="")
def resolutions_logged_as(decision, on):
    return queries.resolutions_logged_as(decision, on)


@room.following(on=Person, needs="resolutions.read")
def would_go_on_agreeing(person, on):
    """Whoever was eligible when a resolution was circulated stays so, whatever becomes of the shares or the seat."""
    for resolution in queries.open_on(on):
        if any(each.person_ref == person.ref for each in resolution.voting):
            text = f"Is still the one to agree to “{resolution.title}”, as it was circulated"
            yield Found("Resolution", text, url_for("resolutions.resolution", word=resolution.ref))


@room.resting(on=Member)
def counted_since(member, since):
    for line in queries.counting_since(member, since):
        text = f"{line['title']}: counted with {line['votes']:,} votes"
        yield Found("Written resolution", text, url_for("resolutions.resolution", word=line["ref"]))


@room.searched(needs="resolutions.read")
def search(words, on):
    for line in queries.register_on(on):
        if has_all(f"{line['title']} {line['text']}", words):
            found = f"{line['title']}: {line['state']}"
            yield Found("Resolution", found, url_for("resolutions.resolution", word=line["ref"]))
