from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import after_this_request, flash, g, has_request_context, request
from marshmallow import ValidationError
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.doors.posting import TRIED
from registry.ledger import together
from registry.outbox.delivery import deliver, forget
from registry.outbox.models import REFUSED, SENDING, SENT, STOPPED, UNSENT, WAITING, Letter
from registry.people.models import Person
from registry.wording import counted


def write(person: Person, *, subject: str, body: str, about_ref: str | None = None, secret: str = "") -> Letter:
    """Write a letter to a person, which goes out once the act that it is part of is in the books.

    `secret`, a part of the body, is kept no longer than the letter waits. Outside a request the letter waits.
    """
    name = person.name_on(clock.today())
    if not person.email:
        raise ValidationError({"person": [f"No e-mail address is on record for {name}."]})
    letter = Letter(person=person, name=name, address=person.email, subject=subject, body=body, secret=secret)
    letter.rev, letter.about_ref, letter.written = 1, about_ref, clock.now()
    with together():
        db.session.add(letter)
    _send_soon(letter)
    return letter


def stop(about_ref: str) -> None:
    """Send no more of the letters about something; those on their way may arrive all the same."""
    with together():
        for letter in db.session.scalars(select(Letter).where(Letter.about_ref == about_ref, Letter.state.in_(UNSENT))):
            letter.state = STOPPED
            forget(letter)


def note_sent(letter: Letter) -> None:
    """Say that a letter has gone another way, such as by post: it is not sent by e-mail any more."""
    if letter.state not in UNSENT:
        raise ValidationError({"letter": [f"This letter is {letter.state} already."]})
    with together():
        letter.state, letter.sent, letter.failure, letter.rev = SENT, clock.now(), "", letter.rev + 1
        forget(letter)


def send_again(letter: Letter) -> None:
    """Send a letter, once more if it may have gone already, to the address that the person has now."""
    if letter.state == SENT:
        raise ValidationError({"letter": ["This letter has been sent."]})
    if letter.state == STOPPED:
        raise ValidationError({"letter": ["This letter was stopped: what it is about is over."]})
    with together():
        letter.state, letter.address, letter.rev = WAITING, letter.person.email or letter.address, letter.rev + 1
    _send_soon(letter)


def send() -> None:
    """Send every letter that waits, once this request has done whatever else it does."""
    if not request.args.get(TRIED):
        after_this_request(partial(_deliver, None))


def _send_soon(letter: Letter) -> None:
    """Send it at the end of this request, with all others that it wrote. What its act undid is not there to be sent."""
    if not has_request_context():
        return
    if "letters" not in g:
        g.letters = []
        after_this_request(lambda answer: _deliver(g.pop("letters"), answer))
    g.letters.append(letter.ref)


def _deliver(letters: Sequence[str] | None, answer: Any) -> Any:
    told = deliver(letters)
    if not g.by_token and (told or letters is None):
        flash(in_words(told) if told else "No letter waits to be sent.")
    return answer


def in_words(told: dict[str, int]) -> str:
    """What has become of some letters, by how many are in which state."""
    said = {
        SENT: "sent",
        WAITING: "waiting to be sent",
        SENDING: "perhaps sent, perhaps not",
        REFUSED: "refused by the mail server",
    }
    parts = (f"{counted(told[state], 'letter')} {words}" for state, words in said.items() if told.get(state))
    return f"{', '.join(parts)}."
