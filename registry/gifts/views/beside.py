"""What this room brings to the pages of others: a person's, and the search."""

from flask import url_for

from registry.gifts import queries
from registry.gifts.models import Gift
from registry.gifts.schemas import OwnGiftRow
from registry.gifts.views.doors import noted, reads_private, room
from registry.index import Said
from registry.interests.rules import gone_from
from registry.people.models import Person
from registry.periods import ONE_DAY


@room.panel(
    on=Person,
    needs="gifts.read",
    tells=OwnGiftRow,
    title="Gifts and hospitality",
    empty="No gift or hospitality is on the register.",
)
def gifts_of(person, on):
    return noted(queries.gifts_of(person, on, private=reads_private(person.ref)))


def private_now(reader, hits):
    """What is private today was no less so when it was not yet known to be."""
    theirs = {hit.document_ref: hit.over for hit in hits}
    private = queries.private_now() & theirs.keys()
    return {ref for ref in private if not reader.may("gifts.read_private", scope=theirs[ref])}


@room.indexed(
    of=Gift,
    kind="Gift",
    needs="gifts.read",
    closed="gifts.read_private",
    withholds=private_now,
    leads=lambda hit: url_for("gifts.gift", word=hit.document_ref),
)
def said_in(gift):
    title = f"{gift.person.name_on(gift.declared_on)}: {gift.organisation}"
    shown = {"since": gift.declared_on, "until": gone_from(gift.declared_on + ONE_DAY, private=not gift.public)}
    yield Said(title, gift.description, on=gift.offered_on, **shown, closed=not gift.public, over=gift.person_ref)
