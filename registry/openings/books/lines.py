"""The columns of each old book. A cell left empty says that the old book does not tell, or that it is not so."""

from typing import Any

from marshmallow import fields
from marshmallow.validate import Range

from registry.certificates.models import REASONS
from registry.decisions.models import KINDS as DECISION_KINDS
from registry.decisions.models import NOT_ON_FILE, OUTCOMES, ROUTES
from registry.decisions.models import OTHER as OTHER_DECISION
from registry.forms import Form, Pence
from registry.members.models import (
    BROUGHT_FORWARD,
    BUY_BACK,
    CANCELLATION,
    CONVERSIONS,
    FORFEITURE,
    ISSUES,
)
from registry.openings import naming
from registry.openings.books.cells import Called, Choice, Day, End, ExactDay, Ranges, Whole
from registry.seats.models import KINDS as SEAT_KINDS
from registry.terms.models import KINDS as TERMS_KINDS
from registry.terms.models import TERMS_OF_REFERENCE

EVENTS = (*ISSUES, BROUGHT_FORWARD, "transfer", "transmission", BUY_BACK, FORFEITURE, CANCELLATION, *CONVERSIONS)
MOST_SHARES = 1_000_000_000
ENDED = "“Not on file”, if it ended nobody knows when; empty, if it has not ended."
SOME_SHARES = Range(1, MOST_SHARES, error="Write a number of shares, from 1 to {max}.")
A_NUMBER = Range(1, MOST_SHARES, error="Write a number, from 1 to {max}.")
COUNTED = Range(0, 1_000_000, error="Write a number of votes, from 0 to a million.")


def told(what: str, **more: Any) -> dict[str, Any]:
    """A column's hint, and whatever else is said of it."""
    return {"hint": what} | more


def authority() -> fields.String:
    hint = "By whose decision: its number, or the old book’s words. Empty, it is not on file."
    return fields.String(load_default="", metadata=told(hint))


class PeopleLine(Form):
    key = fields.String(load_default="", metadata=told("What the other books call the person by, such as P12."))
    title = fields.String(load_default="")
    forenames = fields.String(load_default="", metadata=told("In full; initials are taken, and told as a gap."))
    surname = fields.String(required=True)
    born = ExactDay(load_default=None)
    died = ExactDay(load_default=None)


class DecisionsLine(Form):
    number = fields.String(load_default="", metadata=told("As the minutes number it."))
    body = Called(naming.body, required=True, metadata=told("Its code or name."))
    on = Day(required=True, metadata=told("When it was taken, as well as that is known."))
    since = ExactDay(load_default=None, metadata=told("When it took effect, if later."))
    text = fields.String(required=True, metadata={"kind": "long"})
    kind = Choice(DECISION_KINDS, load_default=OTHER_DECISION)
    route = Choice((*ROUTES, NOT_ON_FILE), load_default=NOT_ON_FILE)
    outcome = Choice(
        OUTCOMES, load_default=None, metadata=told("Carried, if the old book does not tell; that is a gap.")
    )
    votes_for = Whole(load_default=None, validate=COUNTED)
    votes_against = Whole(load_default=None, validate=COUNTED)
    abstained = Whole(load_default=None, validate=COUNTED)
    mover = Called(naming.person, load_default=None)
    supersedes = fields.String(load_default="", metadata=told("The number of the earlier one."))


class AccountsLine(Form):
    folio = Whole(required=True, validate=A_NUMBER, metadata=told("Its number in the old register."))
    holder = Called(naming.person, required=True, metadata=told("A person’s key or name; of joint holders, the first."))
    holder_2 = Called(naming.person, load_default=None)
    holder_3 = Called(naming.person, load_default=None)
    holder_4 = Called(naming.person, load_default=None)
    address = fields.String(load_default="", metadata={"kind": "long"})
    entered = Day(required=True, metadata=told("The day of entry in the old register."))
    ceased = End(load_default=None, metadata=told(f"The first day no longer a member. {ENDED}"))
    practice = Called(naming.practice, load_default=None, metadata=told("For whom the shares are held: its code."))


class SharesLine(Form):
    on = Day(required=True, metadata=told("The day of entry in the old register."))
    event = Choice(EVENTS, required=True)
    out_of = Called(naming.account, load_default=None, metadata=told("The folio that the shares went out of."))
    into = Called(naming.account, load_default=None, metadata=told("The folio that the shares came into."))
    share_class = Called(naming.share_class, required=True, metadata=told("The name of the class.", label="Class"))
    shares = Whole(required=True, validate=SOME_SHARES)
    first = Whole(load_default=None, validate=A_NUMBER, metadata=told("The lowest of their numbers."))
    paid = Pence(load_default=None, metadata=told("In pounds, on each share that was issued."))
    instrument_received = ExactDay(load_default=None)
    reference = fields.String(load_default="", metadata=told("The old register’s number for it."))
    authority = authority()


class CertificatesLine(Form):
    number = fields.String(required=True)
    folio = Called(naming.account, required=True)
    share_class = Called(naming.share_class, required=True, metadata={"label": "Class"})
    shares = Whole(required=True, validate=SOME_SHARES)
    numbers = Ranges(load_default=(), metadata=told("The numbers of its shares, such as 1-10; 21-30."))
    issued = Day(required=True)
    cancelled = End(load_default=None, metadata=told(f"The day from which it is void. {ENDED}"))
    why = Choice(REASONS, load_default=None, metadata=told(f"Why it is void: {', '.join(REASONS)}."))


class SeatsLine(Form):
    body = Called(naming.body, required=True)
    title = fields.String(required=True)
    kind = Choice(SEAT_KINDS, required=True)
    votes = Whole(load_default=1, validate=Range(0, 100, error="Write a number of votes, from 0 to 100."))
    director = fields.Boolean(load_default=False, metadata=told("Yes, if who holds it is a director of the company."))
    constituency = Called(naming.body, load_default=None, metadata=told("The body that it speaks for."))
    since = Day(required=True)
    until = End(load_default=None, metadata=told(f"The first day it was no more. {ENDED}"))
    authority = authority()


class AppointmentsLine(Form):
    body = Called(naming.body, required=True)
    seat = fields.String(required=True, metadata=told("The seat’s title."))
    person = Called(naming.person, required=True)
    since = Day(required=True)
    until = End(load_default=None, metadata=told(f"The first day no longer in the seat. {ENDED}"))
    ended = fields.String(load_default="", metadata=told("How it ended: resigned, term ended, removed, died."))
    authority = authority()


class DirectorsLine(Form):
    person = Called(naming.person, required=True)
    since = Day(required=True, metadata=told("The first day as a director."))
    until = End(load_default=None, metadata=told(f"The first day no longer a director. {ENDED}"))
    ended = fields.String(load_default="", metadata=told("How it ended: resigned, term ended, removed, died."))
    service_address = fields.String(load_default="", metadata={"kind": "long"})
    country = fields.String(load_default="", metadata=told("The country of residence."))
    nationality = fields.String(load_default="")
    occupation = fields.String(load_default="")
    former_names = fields.String(load_default="")
    authority = authority()


class TermsLine(Form):
    """A heading of a version, or a whole version without its text; lines of one version follow one another."""

    body = Called(naming.body, required=True)
    kind = Choice(TERMS_KINDS, load_default=TERMS_OF_REFERENCE)
    title = fields.String(required=True)
    version = fields.String(required=True)
    since = Day(required=True)
    until = End(load_default=None, metadata=told(f"The first day no longer in force. {ENDED}"))
    quorum = Whole(load_default=None, validate=Range(1, 1_000, error="Write a number of members."))
    notice_days = Whole(load_default=None, validate=Range(0, 365, error="Write a number of clear days."))
    review_due = ExactDay(load_default=None)
    heading = fields.String(load_default="", metadata=told("One heading a line, with its text beside it."))
    text = fields.String(load_default="", metadata={"kind": "long"})
    authority = authority()


class BalancesLine(Form):
    folio = Called(naming.account, required=True)
    share_class = Called(naming.share_class, required=True, metadata={"label": "Class"})
    shares = Whole(required=True, validate=Range(0, MOST_SHARES, error="Write a number of shares."))
