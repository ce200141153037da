"""What is declared, changed and approved, and by which policy it is weighed."""

from flask import g, url_for

from registry import clock
from registry.doors import WhatItComesTo
from registry.doors.before import Foretold
from registry.gifts import commands, offering, queries
from registry.gifts.models import Gift, GiftPolicy
from registry.gifts.schemas import AdoptPolicyForm, ApproveForm, ChangeForm, CorrectPolicyForm, DeclareForm, ForetoldRow
from registry.gifts.views.doors import noted, page_of, reads_private, room
from registry.interests.rules import own_word_is_given_today
from registry.people.models import Person


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
    before=WhatItComesTo(foretell),
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
