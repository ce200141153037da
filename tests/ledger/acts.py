"""Acts upon practices, as small as acts can be, for the ledger's own tests."""

import json
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.ledger import command, correction
from registry.ledger.models import Entry
from registry.practices.models import Particular, Practice

SINCE = date(2019, 4, 1)


@command
def enter(code, *, by):
    practice = Practice(code=code, particulars=[Particular(what="name", value="KIBWORTH", since=SINCE)])
    db.session.add(practice)
    return practice


@command
def rename(practice, *, name, by, reason=""):
    practice.particulars[0].value = name


@correction
def correct_opening(practice, *, opened, by, reason):
    practice.opened = opened


@command
def decide(code, *, by, then=()):
    decision = enter(code, by=by)
    for each in then:
        each(decision)
    return decision


def entries():
    return list(db.session.scalars(select(Entry).order_by(Entry.seq)))


def told(entry):
    return json.loads(entry.body)["document"]
