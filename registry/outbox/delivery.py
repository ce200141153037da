"""How letters leave: over one connection to the mail server, and each of them once at most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from smtplib import SMTP, SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from ssl import create_default_context

from flask import current_app
from sqlalchemy import select, update

from registry import clock
from registry.db import db
from registry.outbox.message import message_of
from registry.outbox.models import REFUSED, SENDING, SENT, WAITING, Letter

TRY_AGAIN, REFUSED_FOR_GOOD = 400, 500
"""What a mail server's answers begin with that ask for another try, and with which there is no use in one."""
LONGEST_FAILURE = 300
NO_LONGER_HELD = "[the link, which the letter alone held]"
CUT_OFF = "The mail server was cut off, so it is not known whether it took the letter"


def deliver(letters: Sequence[str] | None = None) -> Counter[str]:
    """Send every letter that waits, or those named by their refs; how many are then in which state."""
    waiting = _waiting(letters)
    if waiting and current_app.config["MAIL_SERVER"]:
        try:
            with _connected() as server:
                _send_all(server, waiting)
        except OSError as failure:
            _note(f"The mail server could not be used: {failure}", *_waiting(waiting))
    return Counter(db.session.scalars(select(Letter.state).where(Letter.ref.in_(waiting))))


def _waiting(letters: Sequence[str] | None) -> list[str]:
    wait = select(Letter.ref).where(Letter.state == WAITING).order_by(Letter.written, Letter.ref)
    return list(db.session.scalars(wait if letters is None else wait.where(Letter.ref.in_(letters))))


@contextmanager
def _connected() -> Iterator[SMTP]:
    """The mail server, ready to take letters; OSError, which smtplib's own are too, where it is not."""
    config = current_app.config
    with SMTP(config["MAIL_SERVER"], int(config["MAIL_PORT"]), timeout=float(config["MAIL_SECONDS"])) as server:
        if config["MAIL_STARTTLS"]:
            server.starttls(context=create_default_context())
        if config["MAIL_USER"]:
            server.login(config["MAIL_USER"], config["MAIL_PASSWORD"])
        yield server


def _send_all(server: SMTP, letters: Sequence[str]) -> None:
    for ref in letters:
        if server.sock is None:  # it hung up after the last
            return
        if (letter := _claimed(ref)) is not None:
            _send(server, letter)


def _claimed(ref: str) -> Letter | None:
    """The letter, if nobody else has begun to send it; from here on nobody will."""
    claim = update(Letter).where(Letter.ref == ref, Letter.state == WAITING)
    changed = db.session.execute(claim.values(state=SENDING, tried=clock.now(), tries=Letter.tries + 1))
    db.session.commit()
    return db.session.get(Letter, ref) if changed.rowcount else None  # type: ignore[attr-defined]


def _send(server: SMTP, letter: Letter) -> None:
    """Hand one letter over, and keep what came of it. OSError where nobody can know what did."""
    sender = current_app.config["MAIL_FROM"]
    try:
        server.send_message(message_of(letter, sender), sender, [letter.address])
    except SMTPRecipientsRefused as refusal:
        [(code, words)] = refusal.recipients.values()
        _refused(letter, code, f"{code} {_in_words(words)}")
    except SMTPSenderRefused as refusal:  # of us, and so not of this letter for good
        _refused(letter, TRY_AGAIN, f"{refusal.smtp_code} {_in_words(refusal.smtp_error)}")
    except SMTPResponseException as refusal:
        _refused(letter, refusal.smtp_code, f"{refusal.smtp_code} {_in_words(refusal.smtp_error)}")
    except (SMTPNotSupportedError, ValueError) as mistake:
        _refused(letter, REFUSED_FOR_GOOD, str(mistake))
    except OSError as failure:
        _note(f"{CUT_OFF}: {failure}", letter.ref)
        raise
    else:
        _sent(letter)


def _sent(letter: Letter) -> None:
    letter.state, letter.sent, letter.failure = SENT, clock.now(), ""
    forget(letter)
    db.session.commit()


def forget(letter: Letter) -> None:
    """Keep no more of a letter than says what it was: nobody who reads it later comes in by it."""
    if letter.secret:
        letter.body, letter.secret = letter.body.replace(letter.secret, NO_LONGER_HELD), ""


def _refused(letter: Letter, code: int, words: str) -> None:
    letter.state = REFUSED if code >= REFUSED_FOR_GOOD else WAITING
    _note(f"The mail server refused it: {words}", letter.ref)


def _in_words(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said


def _note(failure: str, *letters: str) -> None:
    for letter in db.session.scalars(select(Letter).where(Letter.ref.in_(letters))):
        letter.failure = " ".join(failure.split())[:LONGEST_FAILURE]
    db.session.commit()
