"""The register, public and private, what one person was offered, and the policies."""

from flask import abort, g

from registry.db import db
from registry.doors import Listing
from registry.gifts import queries
from registry.gifts.models import Gift, GiftPolicy
from registry.gifts.schemas import GiftPage, GiftRow, OwnGiftRow, PolicyPage, PolicyRow, PrivateGiftRow
from registry.gifts.views.doors import noted, reads_private, room
from registry.people.models import Person
from registry.people.queries import person_of

NOBODY = "The registers do not say which person you are, so there is nobody to whom these would have been offered."


@room.page("/register", needs="gifts.read", tells=GiftRow, title="Gifts and hospitality")
def register(on):
    return queries.gifts_on(on)


@room.page("/private", needs="gifts.read_private", tells=PrivateGiftRow, title="Private register of gifts")
def private(on):
    return noted(queries.gifts_on(on, private=True))


@room.page("/policies", needs="gifts.read", tells=PolicyRow, title="Policies on gifts", acts=("gifts.adopt_policy",))
def policies(on):
    return queries.policies_on(on)


@room.page("/mine", needs="gifts.read", tells=OwnGiftRow, title="Your gifts and hospitality")
def mine(on):
    ref = person_of(g.account) or abort(403, NOBODY)
    return listed(db.session.get(Person, ref) or abort(404), on)


@room.page(
    "/person/<word>",
    needs="gifts.read",
    tells=OwnGiftRow,
    title="Gifts and hospitality",
    of=Person,
    many=True,
    acts=("gifts.declare",),
)
def person(person, on):
    return listed(person, on)


@room.page("/<word>", needs="gifts.read", tells=GiftPage, title="Gift", of=Gift, acts=("gifts.change", "gifts.approve"))
def gift(gift, on):
    line = queries.gift_on(gift, on, private=reads_private(gift.scope))
    return noted([line])[0] if line else abort(404)


@room.page(
    "/policies/<word>",
    needs="gifts.read",
    tells=PolicyPage,
    title="Policy on gifts",
    of=GiftPolicy,
    acts=("gifts.correct_policy",),
)
def policy(policy, on):
    return queries.policy_line(policy)


def listed(person: Person, on) -> Listing:
    lines = noted(queries.gifts_of(person, on, private=reads_private(person.ref)))
    return Listing(lines, name=person.name_on(on), ref=person.ref)
