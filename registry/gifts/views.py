from functools import partial

from flask import abort, g, url_for

from registry import clock
from registry.accounts.caller import note_private
from registry.db import db
from registry.doors import Found, Listing, Room
from registry.doors.before import Foretold
from registry.doors.hung import has_all
from registry.gifts import commands, offering, queries
from registry.gifts.models import Gift, GiftPolicy
from registry.gifts.schemas import (
    AdoptPolicyForm,
    ApproveForm,
    ChangeForm,
    CorrectPolicyForm,
    DeclareForm,
    ForetoldRow,
    GiftPage,
    GiftRow,
    OwnGiftRow,
    PolicyPage,
    PolicyRow,
    PrivateGiftRow,
)
from registry.interests.rules import own_word_is_given_today
from registry.people.models import Person
from registry.people.queries import person_of
from registry.wording import pounds

room = Room(__name__, under="interests")

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


def foretell(person, answer):
    """The sum, before it is entered."""
    offer = offering.as_offered(person, answer)
    line = queries.foretold(offer, private=reads_private(person.ref))
    return [Foretold("What the policy says", ForetoldRow, [line])]


@room.form(
    "/person/<word>/declare",
    needs="gifts.declare",
    asks=DeclareForm,
    title="Declare a gift or hospitality",
    of=Person,
    foretells=foretell,
)
def declare(person, answer):
    own_word_is_given_today(answer["declared_on"], clock.today(), office=g.account.may("gifts.declare"))
    commands.declare(person, **answer, by=g.account)
    return page_of(person.ref)


def as_declared(gift):
    """What the form to change it begins with; if it is private, the access log says who opened it."""
    noted([{"public": gift.public, "person_ref": gift.person_ref}])
    return offering.as_declared(gift)


@room.form(
    "/<word>/change",
    needs="gifts.change",
    asks=ChangeForm,
    title="Change this",
    of=Gift,
    edits=True,
    offers=as_declared,
)
def change(gift, answer):
    commands.change(gift, **answer, by=g.account)
    return page_of(gift.person_ref)


@room.form(
    "/<word>/approve",
    needs="gifts.approve",
    asks=ApproveForm,
    title="Record its approval",
    of=Gift,
    edits=True,
    offers=lambda gift: {"approver": gift.approver, "approved_on": gift.approved_on or clock.today()},
)
def approve(gift, answer):
    commands.approve(gift, **answer, by=g.account)
    return url_for(".gift", word=gift.ref)


@room.form(
    "/adopt-policy",
    needs="gifts.adopt_policy",
    asks=AdoptPolicyForm,
    title="Adopt a policy on gifts",
    offers=offering.good_practice,
)
def adopt_policy(answer):
    return url_for(".policy", word=commands.adopt_policy(**answer, by=g.account).ref)


@room.form(
    "/policies/<word>/correct-policy",
    needs="gifts.correct_policy",
    asks=CorrectPolicyForm,
    title="It was entered wrongly",
    of=GiftPolicy,
    edits=True,
    offers=offering.as_adopted,
)
def correct_policy(policy, answer):
    commands.correct_policy(policy, **answer, by=g.account)
    return url_for(".policy", word=policy.ref)


@room.panel(
    on=Person,
    needs="gifts.read",
    tells=OwnGiftRow,
    title="Gifts and hospitality",
    empty="No gift or hospitality is on the register.",
)
def gifts_of(person, on):
    return noted(queries.gifts_of(person, on, private=reads_private(person.ref)))


@room.searched(needs="gifts.read")
def search(words, on):
    for line in queries.gifts_on(on):
        text = f"{line['person']}: {line['description']}, {pounds(line['value'])}"
        if has_all(f"{text} {line['organisation']}", words):
            yield Found("Gift", text, url_for("gifts.gift", word=line["ref"]))


def listed(person: Person, on) -> Listing:
    lines = noted(queries.gifts_of(person, on, private=reads_private(person.ref)))
    return Listing(lines, name=person.name_on(on), ref=person.ref)


def reads_private(scope: str) -> bool:
    return g.account.may("gifts.read_private", scope=scope)


noted = partial(note_private, "read private gifts")
"""What is about to be told; if some of it is private, the access log says who read it."""


def page_of(person_ref: str) -> str:
    """Where whoever acted for a person goes next: to their own page, if it was for themselves."""
    if person_of(g.account) == person_ref:
        return url_for(".mine")
    return url_for(".person", word=person_ref)
